#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One large file on loopback, plain or over TLS: ours against aria2c, curl and the official client.

Bars: ours, hash included, at most 5 % slower than the faster of aria2c (16 connections) and curl (8 ranges); CPU no more than
aria2c's plus the hash; memory under 200 MiB.
"""

from benchkit import GIBI, MEBI, Verdict, arguments, note, run_script, shown, size, work_folder
from clients import Contest, hash_cost
from nginxhub import NginxHub, Repo, make_tls
from readers import server_rate

SLOWER = 1.05
MEMORY = 200 * MEBI


def main():
    parser = arguments(__doc__)
    parser.add_argument("--size", type=size, default=4 * GIBI)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tls", action="store_true", help="with a CA of our own")
    parser.add_argument("--clients", default="ours,aria2c,curl,official")
    parser.add_argument("--connections", type=int, default=None, help="if our client has such an option")
    args = parser.parse_args()
    verdict = Verdict()
    with work_folder(args.folder) as folder:
        ca, pair = make_tls(folder) if args.tls else (None, None)
        repo = Repo(folder, "bench/large", {"model.bin": args.size})
        with NginxHub(folder, [repo], tls=pair) as hub:
            note(f"one file of {shown(args.size)}, {'TLS' if args.tls else 'plain'}, {args.rounds} rounds, in turns")
            alone = max(server_rate(hub, repo) for _ in range(2))
            contest = Contest(folder, hub, repo, ca, connections=args.connections)
            contest.run(args.rounds, contest.available(*args.clients.split(",")))
            contest.table()
            contest.server_line(alone)
            judge(contest, verdict)
    verdict.exit(f"one file of {shown(args.size)}{' over TLS' if args.tls else ''}")


def judge(contest, verdict):
    if "ours" not in contest.results:
        return
    others = [name for name in ("aria2c", "curl") if name in contest.results]
    for name in contest.results:
        if name != "ours":
            note(f"  ours takes {contest.time('ours') / contest.time(name):.3f} times as long as {name}")
    if others:
        best = min(others, key=contest.time)
        ratio = contest.time("ours") / contest.time(best)
        verdict.check(ratio <= SLOWER, f"{ratio:.3f} times the time of {best} (at most {SLOWER})")
    if "aria2c" in contest.results:
        mine, theirs, digest = contest.cpu("ours"), contest.cpu("aria2c"), hash_cost()
        verdict.check(mine <= theirs + digest, f"{mine:.2f} CPU s/GiB (at most {theirs + digest:.2f}: aria2c {theirs:.2f} and "
                      f"the hash {digest:.2f})")
    peak = max(outcome.peak for outcome in contest.results["ours"])
    verdict.check(peak < MEMORY, f"peak memory {shown(peak)} (under {shown(MEMORY)})")


if __name__ == "__main__":
    run_script(main)
