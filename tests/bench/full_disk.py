#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk of 64 MiB that fills up in the middle of a download, and has room again later. Needs root, for the mount.

The download must pause, keep what it has, and continue alone as soon as there is room; a client that ends instead is
started again, and that counts as a failure. The disk is a tmpfs in a mount namespace of this script's own.
"""

import os
import pathlib
import subprocess
import sys
import time

from benchkit import (MEBI, TWICE, Verdict, chaos_arguments, download_command, environment, find, need, need_root,
                      run_script, shown, started, stop, work_folder)
from localhub import LocalHub, REPO

DISK = 64 * MEBI
FILE = 40 * MEBI
INSIDE = "HUBDESK_BENCH_INSIDE"  # set in the mount namespace


def used(folder):
    """Bytes that a client has written below `folder`."""
    total = 0
    for path in pathlib.Path(folder).rglob("*"):
        try:
            info = path.lstat()
        except OSError:
            continue
        if path.is_file() and not path.is_symlink():
            total += info.st_blocks * 512
    return total


def until(condition, limit, client):
    """Whether `condition` came true in time, as long as the client lives."""
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline and client.running():
        if condition():
            return True
        time.sleep(0.02)
    return condition()


def fill(path):
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(MEBI))
        except OSError:
            pass
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


def one_time(hub, args, env, disk, verdict, name):
    cache = disk / "cache"
    ballast = disk / "ballast"
    hub.clear()
    command = download_command(REPO, cache, connections=args.connections) + ["--wait-for-space"]
    with started(command, env, args.limit) as client:
        grown = until(lambda: used(cache) > FILE // 4, 60, client)
        fill(ballast)
        held = used(cache)
        # Long enough for every block in flight to meet the full disk and for a client that gives up to do so.
        until(lambda: False, args.hold, client)
        paused = client.running()
        kept = used(cache)
        wrong = hub.published(cache)
        early = hub.snapshot(cache).exists() and any((hub.snapshot(cache) / path).exists() for path in hub.files)
        ballast.unlink()
        freed = time.monotonic()
        if paused:
            outcome = client.wait()
            took = time.monotonic() - freed
        else:
            ended = client.wait()
    if not paused:
        with started(command, env, args.limit) as client:
            outcome = client.wait()
            took = outcome.seconds
    hub.settle()
    twice = hub.sent() - hub.size()
    problems = [] if grown else ["nothing was written before the disk was full"]
    problems += ["published too early"] if early else []
    problems += wrong
    problems += [] if kept >= held else [f"lost {shown(held - kept)} of {shown(held)}"]
    problems += [] if paused else [f"did not pause: exit {ended.code}: {ended.last_words()}"]
    problems += [] if outcome.code == 0 else [f"exit {outcome.code}: {outcome.last_words()}"]
    problems += hub.judge(cache)
    problems += [] if twice <= TWICE else [f"{shown(twice)} fetched twice"]
    verdict.check(not problems, f"{name}: full at {shown(held)} of {shown(FILE)}; "
                  f"{'; '.join(problems) or 'paused, kept, byte-identical'}; "
                  f"{'continued alone' if paused else 'continued when started again'}, done {took:.1f} s after there was room, "
                  f"fetched twice {shown(twice)}")
    subprocess.run(["rm", "-rf", "--", str(cache)], check=True)


def main():
    parser = chaos_arguments(__doc__, 1)
    parser.add_argument("--hold", type=float, default=15, help="seconds for which the disk stays full")
    parser.set_defaults(throttle=16_000_000)
    args = parser.parse_args()
    need_root("the mount of a small disk")
    need("unshare", "mount")
    if not os.environ.get(INSIDE):
        os.execve(find("unshare"), ["unshare", "--mount", "--propagation", "private", "--", sys.executable, "-B", *sys.argv],
                  {**os.environ, INSIDE: "1"})
    verdict = Verdict()
    with work_folder(args.folder) as folder, LocalHub(folder, {"model.bin": FILE}, args.throttle) as hub:
        disk = folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "hubdesk-bench", str(disk)], check=False).returncode:
            stop("missing: the permission to mount a tmpfs")
        try:
            env = environment(folder, hub.endpoint)
            for number in range(args.times):
                one_time(hub, args, env, disk, verdict, f"{number + 1}/{args.times}")
        finally:
            subprocess.run(["umount", "--lazy", str(disk)], check=False)
    verdict.exit(f"a full disk of {shown(DISK)}")


if __name__ == "__main__":
    run_script(main)
