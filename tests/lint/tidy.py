#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over our sources.

Usage: tidy.py BUILD [--clang-tidy PROGRAM] [-j N] [PATH ...]

BUILD is a configured build folder (its compile commands are read, nothing needs to be built). PATH chooses files or
folders; without any it is core, ui, app and tests/support. Prints each finding once and exits 1 when there is any.

Nine tenths of the time of one file go into the headers of Qt, so several files of one target are looked at as one
translation unit. Files that do not go together (two of them have a helper of the same name) are separated again.
"""

import argparse
import concurrent.futures
import itertools
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DEFAULT_PATHS = ["core", "ui", "app", "tests/support"]
# Sources too are included ones here, so what does not match is not reported.
HEADERS = f"^{re.escape(str(ROOT))}/(core|ui|app|tests)/"
BATCH = 16
FINDING = re.compile(r"^(\S.*?:\d+:\d+): (?:error|warning): .*\[[\w.,-]+\]$")


def arguments_of(entry: dict) -> tuple[str, ...]:
    """The flags of a compile command: not its files, not GCC's precompiled header, not the compiler's own warnings."""
    words = shlex.split(entry["command"])
    # Before the first flag stand the compiler and its launcher.
    words = itertools.dropwhile(lambda word: not word.startswith("-"), words)
    kept = []
    for word in words:
        if word in ("-o", "-c"):
            next(words)
        elif word == "-include":
            header = next(words)
            if "cmake_pch" not in header:
                kept += [word, header]
        elif not word.startswith("-W"):
            kept.append(word)
    return tuple(kept)


def batches_of(build: Path, chosen: list[Path]) -> list[tuple[tuple[str, ...], list[str]]]:
    by_flags: dict[tuple[str, ...], list[str]] = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = Path(entry["file"]).resolve()
        if path.is_relative_to(build) or not any(path.is_relative_to(one) for one in chosen):
            continue
        by_flags.setdefault(arguments_of(entry), []).append(str(path))
    batches = []
    for flags, files in by_flags.items():
        count = -(-len(files) // BATCH)
        batches += [(flags, files[index::count]) for index in range(count)]
    return batches


class Tidy:
    def __init__(self, program: str, build: Path, folder: Path):
        self.program = program
        self.build = build
        self.folder = folder

    def call(self, flags: tuple[str, ...], files: list[str], checks: str) -> str:
        with tempfile.NamedTemporaryFile("w", suffix=".cpp", dir=self.folder) as unit:
            unit.writelines(f'#include "{file}"\n' for file in files)
            unit.flush()
            command = [self.program, "--quiet", f"--config-file={ROOT / '.clang-tidy'}",
                       f"--header-filter={HEADERS}", f"--checks={checks}", unit.name, "--", *flags]
            done = subprocess.run(command, cwd=self.build, capture_output=True, text=True, check=False)
        # A clang-tidy that cannot start must not look like a clean tree.
        if done.returncode and not FINDING.search(done.stdout.split("\n", 1)[0]):
            return f"{files[0]}:1:1: error: clang-tidy failed: {done.stderr.strip()} [clang-diagnostic-error]\n"
        return done.stdout

    def findings(self, flags: tuple[str, ...], files: list[str]) -> str:
        """The findings in these files: in one unit if they go together, else in several."""
        if len(files) > 1:
            # One cheap check (clang-tidy wants at least one) finds out whether they do.
            output = self.call(flags, files, "-*,bugprone-posix-return")
            if "[clang-diagnostic-error]" in output:
                blamed = {line.split(":", 1)[0] for line in output.splitlines() if FINDING.match(line)}
                apart = [file for file in files if file in blamed]
                if not apart or len(apart) == len(files):
                    apart = files[len(files) // 2:]
                rest = [file for file in files if file not in apart]
                return self.findings(flags, rest) + self.findings(flags, apart)
        # Each unit includes sources, which is what that one check would find.
        return self.call(flags, files, "-bugprone-suspicious-include")


def once(output: str, seen: set[str]) -> str:
    """Drops findings that were printed already: a header is read by many units."""
    kept, keep = [], True
    for line in output.splitlines(keepends=True):
        if FINDING.match(line):
            keep = line not in seen
            seen.add(line)
        if keep:
            kept.append(line)
    return "".join(kept)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("--clang-tidy", default="clang-tidy")
    parser.add_argument("-j", type=int, default=os.cpu_count())
    parser.add_argument("paths", nargs="*", default=DEFAULT_PATHS)
    args = parser.parse_args()

    build = args.build.resolve()
    batches = batches_of(build, [(ROOT / path).resolve() for path in args.paths])
    total = sum(len(files) for _, files in batches)
    if total == 0:
        print("no source of this build is among: " + " ".join(map(str, args.paths)), file=sys.stderr)
        return 2
    seen: set[str] = set()
    done = 0
    with tempfile.TemporaryDirectory(prefix="tidy-", dir=build) as folder:
        tidy = Tidy(args.clang_tidy, build, Path(folder))
        with concurrent.futures.ThreadPoolExecutor(args.j) as pool:
            tasks = {pool.submit(tidy.findings, *batch): len(batch[1]) for batch in batches}
            for task in concurrent.futures.as_completed(tasks):
                done += tasks[task]
                sys.stdout.write(once(task.result(), seen))
                print(f"{done} of {total} files", file=sys.stderr, flush=True)
                sys.stdout.flush()
    print(f"{len(seen)} findings in {total} files")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
