# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clients that are compared, each as a command for a repo of NginxHub, and the table of what they took."""

import hashlib
import random
import resource
import shutil

from benchkit import (EXEC, Failure, GIBI, MEBI, download_command, environment, find, measure, median, note, official,
                      same_content, shown, turns)


class Contest:
    """Clients in turns on the same repo and server."""

    def __init__(self, folder, hub, repo, ca=None, before=(), limit=900, connections=None):
        self.folder, self.hub, self.repo, self.ca, self.before = folder, hub, repo, ca, list(before)
        self.limit, self.connections = limit, connections
        self.env = environment(folder, hub.endpoint, ca)
        self.target = folder / "target"
        self.results = {}
        self.peer = None
        self.through_exec = set()  # the clients that start through installer/exec
        self.start_cost = None

    # --- commands; each fetches the whole repo into self.target

    def ours(self):
        return download_command(self.repo.name, self.target / "cache", connections=self.connections), self.env

    def official(self):
        return self.peer.snapshot(self.repo.name, self.target / "cache"), self.peer.env(self.env)

    def aria2c(self):
        path, = self.repo.files
        return [find("aria2c"), "--no-conf", "-x16", "-s16", "-k1M", "--file-allocation=none", "--console-log-level=error",
                "--summary-interval=0", "--show-console-readout=false", "--allow-overwrite=true",
                *([f"--ca-certificate={self.ca}"] if self.ca else []),
                "-d", str(self.target), "-o", "file", self.hub.resolve(self.repo, path)], self.env

    def curl(self, ranges=8):
        """One file in parallel ranges, each into a file of its own: putting them together is not counted."""
        path, = self.repo.files
        count = self.repo.files[path]
        step = -(-count // ranges)
        lines = []
        for at in range(0, count, step):
            lines += [f'url = "{self.hub.resolve(self.repo, path)}"', f'output = "{self.target}/part-{at:015d}"',
                      f'range = "{at}-{min(at + step, count) - 1}"', *self._curl_options(), "next"]
        return self._curl(lines[:-1], ranges)

    def curl_many(self, parallel=16):
        """Every file of the repo, as curl's parallel mode does it."""
        lines = []
        for path in self.repo.files:
            lines += [f'url = "{self.hub.resolve(self.repo, path)}"', f'output = "{self.target}/files/{path}"']
        return self._curl([*lines, *self._curl_options()], parallel)

    def _curl_options(self):
        return ["location", "silent", "show-error", "fail", "create-dirs", 'noproxy = "*"',
                *([f'cacert = "{self.ca}"'] if self.ca else [])]

    def _curl(self, lines, parallel):
        config = self.folder / "curl.txt"
        config.write_text("\n".join(lines) + "\n")
        return [find("curl"), "-q", "--parallel", "--parallel-immediate", "--parallel-max", str(parallel),
                "-K", str(config)], self.env

    # --- the contest

    def available(self, *names):
        """The wanted clients that are installed; a line for each that is not."""
        there = []
        for name in names:
            if name == "official":
                self.peer = official()
                if self.peer:
                    there.append(name)
            elif name == "ours" or find(name.split("_")[0]):
                there.append(name)
            else:
                note(f"missing: {name}; left out")
        return there

    def run(self, rounds, names, around=None):
        """`around(run)` may watch a run: it calls `run` and returns its outcome."""
        self.results = {name: [] for name in names}
        for number, name in turns(rounds, names):
            shutil.rmtree(self.target, ignore_errors=True)
            self.target.mkdir(parents=True)
            command, env = getattr(self, name)()
            if command[0] == str(EXEC):
                self.through_exec.add(name)
            command = [*self.before, *command]
            outcome = (around or (lambda run: run()))(lambda: measure(command, env, self.limit))
            outcome.checked(f"{name}, round {number + 1}")
            self._check(name)
            self.results[name].append(outcome)
            note(f"  round {number + 1}  {self.line(name, outcome)}")
        shutil.rmtree(self.target, ignore_errors=True)

    def size(self):
        return sum(self.repo.files.values())

    def line(self, name, outcome):
        gib = self.size() / GIBI
        return (f"{name:10} {outcome.seconds:8.2f} s {self.size() / 1e6 / outcome.seconds:8.0f} MB/s "
                f"{outcome.cpu / gib:7.2f} CPU s/GiB  peak {shown(outcome.peak)}")

    def _check(self, name):
        """Content is compared for ours always, for the others by size: they are not what is on trial."""
        if name in ("ours", "official"):
            snapshots = list((self.target / "cache").glob("models--*/snapshots/*"))
            if len(snapshots) != 1:
                raise Failure(f"{name} made {len(snapshots)} snapshots")
            for path, count in self.repo.files.items():
                file = snapshots[0] / path
                if not file.is_file() or file.stat().st_size != count:
                    raise Failure(f"{name}: {path} is not there")
                if name == "ours" and (at := same_content(file, self.repo.folder / path)) is not None:
                    raise Failure(f"{name}: {path} differs at byte {at}")
        else:
            got = sum(path.stat().st_size for path in self.target.rglob("*") if path.is_file())
            if got != self.size():
                raise Failure(f"{name}: {got} bytes instead of {self.size()}")

    def median(self, name, value="seconds"):
        return median([getattr(outcome, value) for outcome in self.results[name]])

    def time(self, name):
        """Median seconds without the entering of the root, which is not the client's work."""
        return self.median(name) - (self._cost().seconds if name in self.through_exec else 0)

    def cpu(self, name):
        """Median CPU seconds a GiB, likewise."""
        spent = self.median(name, "cpu") - (self._cost().cpu if name in self.through_exec else 0)
        return spent / (self.size() / GIBI)

    def _cost(self):
        if self.start_cost is None:
            outcomes = [measure([str(EXEC), "/bin/true"], self.env) for _ in range(5)]
            self.start_cost = sorted(outcomes, key=lambda outcome: outcome.seconds)[2]
            note(f"installer/exec takes {self.start_cost.seconds:.3f} s and {self.start_cost.cpu:.3f} CPU s to enter the root; "
                 f"not counted in what follows for {' and '.join(sorted(self.through_exec))}")
        return self.start_cost

    def table(self):
        note("medians")
        for name in self.results:
            outcomes = self.results[name]
            spread = f"{min(o.seconds for o in outcomes):.2f} to {max(o.seconds for o in outcomes):.2f} s"
            note(f"  {name:10} {self.median(name):8.2f} s {self.size() / 1e6 / self.median(name):8.0f} MB/s "
                 f"{self.median(name, 'cpu') / (self.size() / GIBI):7.2f} CPU s/GiB  "
                 f"peak {shown(max(o.peak for o in outcomes))}  ({spread}, {len(outcomes)} runs)")

    def server_line(self, alone):
        """Whether the server is fast enough for the figures to say something about the clients."""
        fastest = min(self.results, key=self.median)
        times = alone / (self.size() / self.median(fastest))
        note(f"server alone {alone / 1e6:.0f} MB/s = {times:.2f} times the fastest client ({fastest}): " + (
            "enough" if times >= 2 else "NOT twice as fast, so the server limits these figures"))
        return times >= 2


def hash_cost():
    """CPU seconds to take the SHA-256 of one GiB in memory on this machine."""
    block = random.Random(1).randbytes(16 * MEBI)
    before = resource.getrusage(resource.RUSAGE_SELF)
    digest = hashlib.sha256()
    for _ in range(16):
        digest.update(block)
    digest.digest()
    after = resource.getrusage(resource.RUSAGE_SELF)
    spent = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return spent * GIBI / (16 * len(block))
