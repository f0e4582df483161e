#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One flipped byte in a download from our Local Hub: on the wire, or in the partial file between kill and restart.

It must be caught and never be published, and the download must end byte-identical; how much was fetched again for
it is printed, and judged with --bad-range. Wire and disk take turns.
"""

import os
import shutil
import time

from benchkit import (Failure, Verdict, chaos_arguments, download_command, environment, median, note, run_script,
                      seeded, shown, size, started, work_folder)
from localhub import LocalHub, REPO

STARTS = 3  # of the client; a second one is needed where the first ends with an error
LOOK = 0.05  # seconds between two looks at what can be seen in the snapshot


def run_to_end(hub, args, env, cache):
    """Starts the client until it succeeds. Returns the starts, the words of the last error and what was published wrongly."""
    words = ""
    for start in range(1, STARTS + 1):
        with started(download_command(REPO, cache, connections=args.connections), env, args.limit) as client:
            while client.running():
                if any((hub.snapshot(cache) / path).exists() for path in hub.files):
                    break  # published: whatever it is now, it is for good
                time.sleep(LOOK)
            wrong = hub.published(cache)
            outcome = client.wait()
        wrong += hub.published(cache)
        if wrong or outcome.code == 0:
            return start, words, wrong
        words = f"exit {outcome.code}: {outcome.last_words()}"
    return STARTS + 1, words, []


def flip_on_disk(hub, args, env, cache, random):
    """Kills in the middle, flips one byte that had arrived. Returns its offset."""
    for _ in range(10):
        with started(download_command(REPO, cache, connections=args.connections), env, args.limit) as client:
            moment = client.start + random.uniform(0.5, 0.5 + args.size / args.throttle)
            while time.monotonic() < moment and client.running():
                time.sleep(0.005)
            killed = client.running()
            client.kill()
        if not killed:
            shutil.rmtree(cache, ignore_errors=True)
            hub.settle()
            hub.clear()
            continue
        parts = [path for path in hub.blob_folder(cache).glob("*.incomplete") if path.stat().st_size > 0]
        if parts and (at := flip_arrived_byte(parts[0], hub.blobs["model.bin"], random)) is not None:
            return at
    raise Failure("no partial file with content could be made")


def flip_arrived_byte(part, content, random):
    """Flips a byte that is as the Hub has it: segments may have left holes."""
    length = part.stat().st_size
    with open(part, "r+b", buffering=0) as file, open(content, "rb", buffering=0) as right:
        for _ in range(1000):
            at = random.randrange(length)
            window = 4096
            start = max(0, min(at, length - window))
            if os.pread(file.fileno(), window, start) == os.pread(right.fileno(), window, start):
                byte = os.pread(file.fileno(), 1, at)
                os.pwrite(file.fileno(), bytes([byte[0] ^ 1]), at)
                return at
    return None


def main():
    parser = chaos_arguments(__doc__, 50)
    parser.add_argument("--kind", choices=("wire", "disk", "both"), default="both")
    parser.add_argument("--bad-range", type=size, default=size("16M"),
                        help="bytes that may be fetched again for a flip; 0 only prints them")
    args = parser.parse_args()
    random = seeded(args.seed)
    verdict = Verdict()
    again = {"wire": [], "disk": []}
    with work_folder(args.folder) as folder, LocalHub(folder, {"model.bin": args.size}, args.throttle) as hub:
        env = environment(folder, hub.endpoint)
        cache = folder / "cache"
        for number in range(args.times):
            kind = args.kind if args.kind != "both" else ("wire", "disk")[number % 2]
            hub.clear()
            if kind == "wire":
                at = random.randrange(args.size)
                hub.add_faults([{"match": "*", "port": "cdn", "method": "GET", "kind": "corrupt", "at": at}])
            else:
                at = flip_on_disk(hub, args, env, cache, random)
            starts, words, wrong = run_to_end(hub, args, env, cache)
            hub.settle()
            more = hub.sent() - hub.size()
            again[kind].append(more)
            problems = [f"PUBLISHED: {'; '.join(wrong)}"] if wrong else []
            problems += hub.judge(cache) if not wrong else []
            if kind == "wire" and hub.fault_hits() != 1:
                problems.append("the byte was not flipped")
            if more <= 0:
                problems.append("nothing was fetched again")
            if args.bad_range and more > args.bad_range:
                problems.append(f"more than {shown(args.bad_range)} again")
            verdict.check(not problems, f"{number + 1}/{args.times} {kind} at {shown(at)}: "
                          f"{'; '.join(problems) or 'caught, byte-identical'}, fetched again {shown(more)}, "
                          f"{starts} start{'s' if starts > 1 else ''}{f' ({words})' if words else ''}")
            shutil.rmtree(cache, ignore_errors=True)
    for kind, counts in again.items():
        if counts:
            note(f"fetched again for a flip on the {kind}: {shown(median(counts))} (median), at most {shown(max(counts))}")
    verdict.exit(f"{args.times} flipped bytes in {shown(args.size)}")


if __name__ == "__main__":
    run_script(main)
