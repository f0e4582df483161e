#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stalls at random offsets of a download from our Local Hub: the connection stays open and sends nothing more.

Every download must end alone and byte-identical, with at most 8 MiB fetched twice for a stall. The first one is
undisturbed; how much longer the others take for a stall is printed. HF_HUB_DOWNLOAD_TIMEOUT shortens the limits.
"""

import os
import shutil

from benchkit import (TWICE, Verdict, chaos_arguments, download_command, environment, measure, median, note,
                      run_script, seeded, shown, work_folder)
from localhub import LocalHub, REPO


def one_download(hub, args, env, cache, offsets, verdict, name):
    hub.clear()
    hub.add_faults([{"match": "*", "port": "cdn", "method": "GET", "kind": "stall", "at": at} for at in offsets])
    outcome = measure(download_command(REPO, cache, connections=args.connections), env, args.limit)
    hub.settle()
    twice = hub.sent() - hub.size()
    problems = hub.judge(cache)
    if outcome.code != 0:
        problems.insert(0, f"exit {outcome.code}: {outcome.last_words()}")
    if twice < 0 and not problems:
        problems.append(f"only {hub.sent()} bytes were sent")
    hits = hub.fault_hits()
    if hits != len(offsets):
        problems.append(f"{hits} of {len(offsets)} stalls took place")
    allowed = TWICE * max(1, len(offsets))
    places = ", ".join(shown(at) for at in offsets)
    verdict.check(not problems and twice <= allowed,
                  f"{name} in {outcome.seconds:.1f} s: {'; '.join(problems) or 'byte-identical'}, "
                  f"fetched twice {shown(twice)}{f' (stalls at {places})' if offsets else ''}")
    shutil.rmtree(cache, ignore_errors=True)
    return outcome.seconds, twice


def main():
    args = chaos_arguments(__doc__, 100).parse_args()
    random = seeded(args.seed)
    verdict = Verdict()
    extra, twices = [], []
    with work_folder(args.folder) as folder, LocalHub(folder, {"model.bin": args.size}, args.throttle) as hub:
        env = environment(folder, hub.endpoint)
        usual, _ = one_download(hub, args, env, folder / "cache", [], verdict, "undisturbed")
        done = 0
        while done < args.times:
            count = min(args.each, args.times - done)
            done += count
            # In order: a reply takes the first of the faults that lie in its range, and only one.
            offsets = sorted(random.randrange(args.size) for _ in range(count))
            seconds, twice = one_download(hub, args, env, folder / "cache", offsets, verdict, f"{done}/{args.times} stalls")
            extra.append((seconds - usual) / count)
            twices.append(max(0, twice) / count)
    note(f"a stall costs {median(extra):.1f} s (median), at most {max(extra):.1f} s, with a time-out of "
         f"{os.environ.get('HF_HUB_DOWNLOAD_TIMEOUT') or 'the default'}; fetched twice {shown(median(twices))} "
         f"(median), at most {shown(max(twices))}")
    verdict.exit(f"{args.times} stalls of a download of {shown(args.size)}")


if __name__ == "__main__":
    run_script(main)
