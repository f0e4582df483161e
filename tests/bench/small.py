#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Thousands of small files into the cache against the official client, and with large files besides against curl.

Bars: at least 8 times the official client's snapshot_download; with the large files at most 1.2 times curl's parallel mode with
16 transfers.
"""

from benchkit import Verdict, arguments, note, run_script, shown, size, work_folder
from clients import Contest
from nginxhub import NginxHub, Repo, make_tls
from readers import server_rate

FASTER = 8
SLOWER = 1.2


def contest(folder, hub, repo, ca, args, names, text):
    note(f"{text}, {'TLS' if args.tls else 'plain'}{', HTTP/2' if args.http2 else ''}, {args.rounds} rounds, in turns")
    alone = max(server_rate(hub, repo) for _ in range(2))
    result = Contest(folder, hub, repo, ca, connections=args.connections)
    result.run(args.rounds, result.available(*names))
    result.table()
    for name in result.results:
        note(f"  {name:10} {len(repo.files) / result.median(name):8.0f} files/s")
    result.server_line(alone)
    return result


def main():
    parser = arguments(__doc__)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--file-size", type=size, default=size("4k"))
    parser.add_argument("--large", type=int, default=20, help="large files besides; 0 leaves this part out")
    parser.add_argument("--large-size", type=size, default=size("64M"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tls", action="store_true", help="with a CA of our own")
    parser.add_argument("--http2", action="store_true", help="with --tls: the server offers HTTP/2")
    parser.add_argument("--connections", type=int, default=None, help="if our client has such an option")
    args = parser.parse_args()
    verdict = Verdict()
    small = {f"data/{number // 100:03d}/{number:05d}.json": args.file_size for number in range(args.files)}
    large = {f"model-{number:05d}.safetensors": args.large_size for number in range(args.large)}
    with work_folder(args.folder) as folder:
        ca, pair = make_tls(folder) if args.tls else (None, None)
        repos = [Repo(folder, "bench/small", small)]
        if large:
            repos.append(Repo(folder, "bench/mixed", {**small, **large}))
        with NginxHub(folder, repos, tls=pair, http2=args.http2) as hub:
            text = f"{args.files} files of {shown(args.file_size)}"
            first = contest(folder, hub, repos[0], ca, args, ("ours", "official", "curl_many"), text)
            if "official" in first.results:
                ratio = first.time("official") / first.time("ours")
                verdict.check(ratio >= FASTER, f"{text}: {ratio:.2f} times as fast as the official client (at least {FASTER})")
            if large:
                text += f" and {args.large} of {shown(args.large_size)}"
                second = contest(folder, hub, repos[1], ca, args, ("ours", "curl_many"), text)
                if "curl_many" in second.results:
                    ratio = second.time("ours") / second.time("curl_many")
                    verdict.check(ratio <= SLOWER, f"{text}: {ratio:.3f} times the time of curl (at most {SLOWER})")
    verdict.exit("small files")


if __name__ == "__main__":
    run_script(main)
