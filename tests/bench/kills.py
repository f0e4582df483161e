#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments of a download from our Local Hub; started again until it is finished.

Every download must end byte-identical with nothing left behind, nothing wrong may ever be published, and at most
8 MiB may be fetched twice for a kill and connection.
"""

import shutil
import time

from benchkit import (TWICE, Verdict, chaos_arguments, download_command, environment, note, run_script, seeded,
                      shown, started, work_folder)
from localhub import LocalHub, REPO

START = 0.75  # seconds that a start may take before it fetches
MISSES = 20  # downloads in a row that ended before their kill


def one_download(hub, args, env, cache, random, kills):
    """Kills up to `kills` times. Returns the kills that hit, the allowance in bytes and what went wrong."""
    hit = allowed = 0
    left = hub.size()
    while True:
        with started(download_command(REPO, cache, connections=args.connections), env, args.limit) as client:
            if hit < kills:
                moment = client.start + random.uniform(0, START + left / args.throttle)
                while time.monotonic() < moment and client.running():
                    time.sleep(0.005)
            if hit >= kills or not client.running():
                outcome = client.wait()
                problem = None if outcome.code == 0 else f"exit {outcome.code}: {outcome.last_words()}"
                return hit, allowed, problem
            connections = hub.connections()
            client.kill()
        hit += 1
        allowed += TWICE * max(1, connections)
        hub.settle()
        left = max(0, hub.size() - hub.sent())
        if wrong := hub.published(cache):
            return hit, allowed, f"published after a kill: {'; '.join(wrong)}"


def main():
    args = chaos_arguments(__doc__, 100).parse_args()
    random = seeded(args.seed)
    verdict = Verdict()
    hits = total = missed = 0
    worst = 0.0
    with work_folder(args.folder) as folder, LocalHub(folder, {"model.bin": args.size}, args.throttle) as hub:
        env = environment(folder, hub.endpoint)
        while hits < args.times and missed < MISSES:
            hub.clear()
            cache = folder / "cache"
            hit, allowed, problem = one_download(hub, args, env, cache, random, min(args.each, args.times - hits))
            missed = 0 if hit else missed + 1
            hits += hit
            hub.settle()
            twice = hub.sent() - hub.size()
            total += max(0, twice)
            worst = max(worst, twice / max(1, hit))
            problems = [problem] if problem else hub.judge(cache)
            if twice < 0 and not problems:
                problems.append(f"only {hub.sent()} bytes were sent")
            verdict.check(not problems and twice <= allowed,
                          f"{hits}/{args.times} kills: {'; '.join(problems) or 'byte-identical'}, fetched twice "
                          f"{shown(twice)} of {shown(allowed)} allowed ({hit} kills)")
            shutil.rmtree(cache, ignore_errors=True)
        verdict.check(hits >= args.times, f"{hits} of {args.times} kills came before the end of the download")
    note(f"fetched twice: {shown(total)} in all, at most {shown(worst)} a kill")
    verdict.exit(f"{args.times} kills of a download of {shown(args.size)}")


if __name__ == "__main__":
    run_script(main)
