#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two clients on the same repo and cache at once: two of ours, and ours beside the official client, in turns.

Both must succeed and print the same folder, there must be one valid copy with nothing left behind, and no byte may be
fetched twice. Without HUBDESK_PEERS only two of ours are tried.
"""

import shutil
import time

from benchkit import (Client, Verdict, chaos_arguments, download_command, environment, median, note, official,
                      run_script, seeded, shown, work_folder)
from localhub import LocalHub, REPO

LARGE = 4  # files of the repo that are large
SMALL = 6  # files that are not


def both(hub, args, commands, random):
    """Starts the two clients within a second of each other, in any order; returns their outcomes."""
    clients = []
    order = list(range(len(commands)))
    random.shuffle(order)
    try:
        for position, index in enumerate(order):
            if position:
                time.sleep(random.uniform(0, 1))
            command, env = commands[index]
            clients.append((index, Client(command, env, args.limit)))
        return [outcome for _, outcome in sorted(((i, client.wait()) for i, client in clients), key=lambda p: p[0])]
    finally:
        for _, client in clients:
            if client.code is None:
                client.kill()


def main():
    args = chaos_arguments(__doc__, 50).parse_args()
    random = seeded(args.seed)
    peer = official()
    verdict = Verdict()
    twices = []
    files = {f"part-{number}.bin": args.size // LARGE for number in range(LARGE)}
    files.update({f"config-{number}.json": 1000 + number for number in range(SMALL)})
    with work_folder(args.folder) as folder, LocalHub(folder, files, args.throttle) as hub:
        env = environment(folder, hub.endpoint)
        for number in range(args.times):
            hub.clear()
            cache = folder / "cache"
            ours = (download_command(REPO, cache, connections=args.connections), env)
            beside = peer is not None and number % 2 == 1
            other = (peer.snapshot(REPO, cache), peer.env(env)) if beside else ours
            outcomes = both(hub, args, [ours, other], random)
            hub.settle()
            names = ("ours", f"official {peer.version}" if beside else "ours")
            problems = [f"{name}: exit {outcome.code}: {outcome.last_words()}"
                        for name, outcome in zip(names, outcomes) if outcome.code != 0]
            if not problems and len({outcome.out.strip() for outcome in outcomes}) != 1:
                problems.append("they name different folders")
            problems += hub.judge(cache)
            twice = hub.sent() - hub.size()
            twices.append(twice)
            if twice:
                problems.append(f"{shown(twice)} fetched twice")
            verdict.check(not problems, f"{number + 1}/{args.times} {' beside '.join(names)}: "
                          f"{'; '.join(problems) or 'one valid copy, no byte twice'}")
            shutil.rmtree(cache, ignore_errors=True)
    note(f"fetched twice: {shown(median(twices))} (median), at most {shown(max(twices))}")
    verdict.exit(f"{args.times} pairs on one repo of {shown(hub.size())}")


if __name__ == "__main__":
    run_script(main)
