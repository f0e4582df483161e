#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The link goes down in the middle of a download, longer than every time-out, and comes back.

Client and Local Hub live in network namespaces of their own, joined by a veth pair; in turns the client's end and the
server's end go down: the first is an error at once, the second is silence. Every download must end alone and
byte-identical, with at most 8 MiB fetched twice a connection. HF_HUB_DOWNLOAD_TIMEOUT shortens the limits.
"""

import os
import pathlib
import shutil
import time

from benchkit import (TWICE, Verdict, chaos_arguments, download_command, environment, note, run_script, seeded, shown,
                      started, work_folder)
from localhub import LocalHub, REPO
from netspaces import SERVER, Pair, enter

CONNECTIONS = 4


def written(cache):
    """Bytes on the disk below `cache`."""
    total = 0
    for path in pathlib.Path(cache).rglob("*.incomplete"):
        try:
            total += path.lstat().st_blocks * 512
        except OSError:
            pass
    return total


def wait_until(condition, limit, client):
    deadline = time.monotonic() + limit
    while not condition() and time.monotonic() < deadline and client.running():
        time.sleep(0.01)
    return condition()


def one_download(hub, pair, args, env, cache, side, part, verdict, name):
    hub.clear()
    command = [*pair.at_client(), *download_command(REPO, cache, connections=args.connections or CONNECTIONS)]
    problems = []
    with started(command, env, args.limit) as client:
        if not wait_until(lambda: written(cache) >= part * args.size, 60, client):
            problems.append("the link was not needed any more")
        at = written(cache)
        pair.set_up(side, False)
        try:
            wait_until(lambda: False, args.hold, client)
            if not client.running():
                problems.append("ended while the link was down")
            grown = written(cache)
        finally:
            pair.set_up(side, True)
        back = time.monotonic()
        outcome = client.wait()
        took = time.monotonic() - back
    hub.settle()
    twice = hub.sent() - hub.size()
    if outcome.code != 0:
        problems.insert(0, f"exit {outcome.code}: {outcome.last_words()}")
    problems += hub.judge(cache)
    if grown - at > args.size // 2:
        problems.append("the link was not down")
    allowed = TWICE * (args.connections or CONNECTIONS)
    verdict.check(not problems and twice <= allowed,
                  f"{name}, the {side}'s end down for {args.hold:.0f} s at {shown(at)}: "
                  f"{'; '.join(problems) or 'byte-identical'}, done {took:.1f} s after it was back, "
                  f"fetched twice {shown(twice)}")
    shutil.rmtree(cache, ignore_errors=True)


def main():
    parser = chaos_arguments(__doc__, 20)
    parser.add_argument("--hold", type=float, default=25, help="seconds for which the link stays down")
    args = parser.parse_args()
    enter()
    random = seeded(args.seed)
    verdict = Verdict()
    with work_folder(args.folder) as folder, Pair() as pair, \
            LocalHub(folder, {"model.bin": args.size}, args.throttle, listen=f"{SERVER}:0") as hub:
        env = environment(folder, hub.endpoint)
        for number in range(args.times):
            side = ("client", "server")[number % 2]
            one_download(hub, pair, args, env, folder / "cache", side, random.uniform(0.1, 0.6), verdict,
                         f"{number + 1}/{args.times}")
    note(f"with a time-out of {os.environ.get('HF_HUB_DOWNLOAD_TIMEOUT') or 'the default'}")
    verdict.exit(f"{args.times} times without a link")


if __name__ == "__main__":
    run_script(main)
