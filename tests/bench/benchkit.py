# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the measuring scripts share: our programs, the official client, timed runs, medians, comparisons.

Every process that a script starts is ended by the script, by its own id; every folder it makes is removed.
"""

import argparse
import contextlib
import os
import pathlib
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
EXEC = CHECKOUT / "installer" / "exec"
MEBI = 1024 * 1024
GIBI = 1024 * MEBI

sys.path.insert(0, str(HERE.parent / "interop"))
import interop  # noqa: E402  how HUBDESK_PEERS is read is written down there, once

# Ended from outside, a script still ends what it started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


TWICE = 8 * MEBI  # bytes that may be fetched twice for an event and connection


class Failure(Exception):
    """Something that had to hold does not."""


# --- what has to be there

def find(program):
    """The path of a program of this system, or None. Debian keeps servers where users do not look."""
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin:/usr/local/sbin")


def need(*programs):
    missing = [name for name in programs if not find(name)]
    if missing:
        stop(f"missing: {', '.join(missing)}; this script installs nothing")


def need_root(why):
    if os.geteuid() != 0:
        stop(f"missing: root, for {why}")


def stop(text):
    print(text, file=sys.stderr)
    sys.exit(2)


def note(text):
    print(text, flush=True)


# --- arguments

def size(text):
    """4G, 64M, 4k or a number of bytes, in binary units."""
    units = {"k": 1024, "m": MEBI, "g": GIBI}
    factor = units.get(text[-1:].lower(), 1)
    return int(float(text.rstrip("kKmMgG")) * factor)


def arguments(description):
    parser = argparse.ArgumentParser(description=description.strip().splitlines()[0])
    parser.add_argument("--folder", default=None, help="where content and downloads lie (default: TMPDIR)")
    return parser


def chaos_arguments(description, times):
    """What the scripts share that trouble our client on purpose."""
    parser = arguments(description)
    parser.add_argument("--times", type=int, default=times, help="how many events in all")
    parser.add_argument("--each", type=int, default=1, help="how many of them in one download")
    parser.add_argument("--size", type=size, default=size("2G"), help="of the repo, e.g. 64M")
    parser.add_argument("--throttle", type=size, default=150_000_000,
                        help="bytes a second of the server in all; below what the client can do")
    parser.add_argument("--connections", type=int, default=None, help="if our client has such an option")
    parser.add_argument("--limit", type=float, default=300, help="seconds for one start of a client")
    parser.add_argument("--seed", type=int, default=None, help="of the random numbers, to have a run again")
    return parser


def shown(count):
    for factor, unit in ((GIBI, "GiB"), (MEBI, "MiB"), (1024, "KiB")):
        if abs(count) >= factor:
            return f"{count / factor:.4g} {unit}"
    return f"{count} B"


@contextlib.contextmanager
def work_folder(place=None):
    folder = tempfile.mkdtemp(prefix="hubdesk-bench-", dir=place)
    try:
        yield pathlib.Path(folder).resolve()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def seeded(value):
    """Random numbers that can be had again: the seed is printed."""
    value = random.SystemRandom().randrange(10**6) if value is None else value
    note(f"random seed {value}")
    return random.Random(value)


# --- our programs and the official client

def leash():
    """What goes before a command so that it does not outlive this script, however that ends."""
    return ["setpriv", "--pdeathsig", "KILL", "--"] if find("setpriv") else []


def ours(name, *args):
    """Command line of one of our programs, where it can run."""
    folder = os.environ.get("HUBDESK_BIN_DIR")
    program = str(pathlib.Path(folder, name).resolve()) if folder else name
    return [str(EXEC), program, *map(str, args)]


def environment(folder, endpoint, ca=None, **more):
    """Nothing of the user's but the time limits: no token, no cache, no proxy."""
    limits = ("HF_HUB_DOWNLOAD_TIMEOUT", "HF_HUB_ETAG_TIMEOUT")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in limits
        or not name.startswith(("HF_", "HUGGING", "TRANSFORMERS_")) and not name.lower().endswith("_proxy")
    }
    home = pathlib.Path(folder, "home")
    home.mkdir(parents=True, exist_ok=True)
    result = {
        **kept,
        "HOME": str(home),
        "HF_HOME": str(home / "hf"),
        "HF_ENDPOINT": endpoint,
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_DISABLE_UPDATE_CHECK": "1",
        "HF_HUB_DISABLE_XET": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_PROXY": "*",
    }
    if ca:
        result.update(SSL_CERT_FILE=str(ca), REQUESTS_CA_BUNDLE=str(ca), CURL_CA_BUNDLE=str(ca))
    result.update(more)
    return result


def download_command(repo, cache, *files, connections=None):
    """Our download of a whole repo, or of some of its files, into a cache folder."""
    extra = []
    if connections and has_option("--connections"):
        extra = ["--connections", connections]
    return ours("hubdesk-cli", "download", repo, *files, "--cache-dir", cache, *extra)


_help = None


def has_option(option):
    global _help
    if _help is None:
        done = subprocess.run(ours("hubdesk-cli", "download", "--help"), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=60)
        _help = done.stdout.decode(errors="replace")
        if done.returncode != 0:
            stop("missing: hubdesk-cli; build it with installer/setup --build")
    return option in _help


class Official:
    """The official client at one place of HUBDESK_PEERS."""

    SNAPSHOT = ("import sys, huggingface_hub as h; "
                "print(h.snapshot_download(sys.argv[1], cache_dir=sys.argv[2]))")

    def __init__(self, peer):
        self.peer = str(peer)
        self.python, self.version = self._python()

    def _python(self):
        # The system's Python, or the one of the root in which our programs run: it has what the client needs.
        for python in (["/usr/bin/python3"], [str(EXEC), "/usr/bin/python3"], [sys.executable]):
            done = subprocess.run(
                [*python, "-c", "import huggingface_hub as h, huggingface_hub.hf_api; print(h.__version__)"],
                env={**os.environ, "PYTHONPATH": self.peer, "PYTHONDONTWRITEBYTECODE": "1"},
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
            if done.returncode == 0:
                return python, done.stdout.decode().strip()
        stop(f"missing: a Python with what {self.peer} needs: {done.stderr.decode().strip().splitlines()[-1]}")

    def snapshot(self, repo, cache):
        return [*self.python, "-c", self.SNAPSHOT, repo, str(cache)]

    def env(self, env):
        return {**env, "PYTHONPATH": self.peer}


def official():
    """The first official client of HUBDESK_PEERS, or None with a line that says so."""
    peers = interop.peers()
    if not peers:
        note("missing: the official client (HUBDESK_PEERS names no source folder); left out")
        return None
    return Official(peers[0])


# --- running

class Outcome:
    """What one finished process cost. Times in seconds, memory in bytes."""

    def __init__(self, seconds, cpu, peak, code, out, err):
        self.seconds, self.cpu, self.peak, self.code, self.out, self.err = seconds, cpu, peak, code, out, err

    def checked(self, what):
        if self.code != 0:
            raise Failure(f"{what}: exit {self.code}: {self.last_words()}")
        return self

    def last_words(self):
        lines = [line for line in (self.err or self.out).strip().splitlines() if line.strip()]
        return lines[-1][:300] if lines else "no message"


class Client:
    """A running client; measures its memory while it runs. ru_maxrss would count this interpreter's fork."""

    def __init__(self, command, env, limit=600):
        self.out = tempfile.TemporaryFile()
        self.err = tempfile.TemporaryFile()
        self.limit = limit
        self.peak = 0
        self.ended = threading.Event()
        self.lock = threading.Lock()  # after the wait the id may belong to somebody else
        self.start = time.monotonic()
        self.process = subprocess.Popen([*leash(), *command], env=env, stdin=subprocess.DEVNULL,
                                        stdout=self.out, stderr=self.err)
        self.pid = self.process.pid
        self.code = None
        self.sampler = threading.Thread(target=self._sample, daemon=True)
        self.sampler.start()

    def _sample(self):
        path = f"/proc/{self.pid}/status"
        while not self.ended.wait(0.02):
            with contextlib.suppress(OSError, ValueError):
                with open(path, encoding="ascii", errors="replace") as status:
                    for line in status:
                        if line.startswith("VmHWM:"):
                            self.peak = max(self.peak, int(line.split()[1]) * 1024)
                            break
            if time.monotonic() - self.start > self.limit:
                self.signal(signal.SIGKILL)

    def signal(self, number):
        with self.lock:
            if self.code is None:
                os.kill(self.pid, number)

    def running(self):
        return self.code is None and not self._reap(os.WNOHANG)

    def _reap(self, flags):
        # WNOWAIT first: the lock is not held while waiting.
        options = os.WEXITED | os.WNOWAIT | (flags & os.WNOHANG)
        if os.waitid(os.P_PID, self.pid, options) is None:
            return False
        with self.lock:
            _, status, usage = os.wait4(self.pid, 0)
            self.seconds = time.monotonic() - self.start
            self.code = os.waitstatus_to_exitcode(status)
            self.process.returncode = self.code
            self.cpu = usage.ru_utime + usage.ru_stime
        self.ended.set()
        return True

    def wait(self):
        if self.code is None:
            self._reap(0)
        self.sampler.join()
        texts = []
        for stream in (self.out, self.err):
            stream.seek(0)
            texts.append(stream.read().decode(errors="replace"))
            stream.close()
        late = self.seconds > self.limit
        if late:
            texts[1] += f"\nended by the script after {self.limit:.0f} s"
        return Outcome(self.seconds, self.cpu, self.peak, self.code, *texts)

    def kill(self):
        self.signal(signal.SIGKILL)
        return self.wait()


@contextlib.contextmanager
def started(command, env, limit=600):
    """A client that is ended with the block if it has not ended by itself."""
    client = Client(command, env, limit)
    try:
        yield client
    finally:
        if client.code is None:
            client.kill()


def measure(command, env, limit=600):
    """Runs to the end, whatever interrupts this script."""
    os.sync()  # what the run before left to write is not this one's work
    with started(command, env, limit) as client:
        return client.wait()


@contextlib.contextmanager
def background(command, **options):
    """A server for the length of the block; ended by its own id."""
    process = subprocess.Popen([*leash(), *command], stdin=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def turns(count, names):
    """Interleaved: every round has every name once, each time another one first."""
    for round_number in range(count):
        shift = round_number % len(names)
        for name in [*names[shift:], *names[:shift]]:
            yield round_number, name


def median(values):
    return statistics.median(values) if values else float("nan")


# --- content

def write_noise(path, count, seed=1):
    """A file of noise, every MiB of which is different and says where it belongs."""
    block = random.Random(seed).randbytes(MEBI)
    with open(path, "wb") as file:
        for number in range((count + MEBI - 1) // MEBI):
            piece = number.to_bytes(8, "big") + block[8:]
            file.write(piece[:min(MEBI, count - number * MEBI)])


def same_content(left, right):
    """The first offset at which two files differ, or None. Any of them may be a link."""
    with open(left, "rb", buffering=0) as a, open(right, "rb", buffering=0) as b:
        offset = 0
        while True:
            x, y = a.read(4 * MEBI), b.read(4 * MEBI)
            if x != y:
                for index, (p, q) in enumerate(zip(x, y)):
                    if p != q:
                        return offset + index
                return offset + min(len(x), len(y))
            if not x:
                return None
            offset += len(x)


# --- judging

class Verdict:
    """Collects what held and what did not; its exit code is the script's."""

    def __init__(self):
        self.failures = []

    def check(self, holds, text):
        note(f"  {'ok  ' if holds else 'FAIL'} {text}")
        if not holds:
            self.failures.append(text)
        return holds

    def fail(self, text):
        self.check(False, text)

    def exit(self, summary):
        note(f"{summary}: {'passed' if not self.failures else f'{len(self.failures)} failed'}")
        sys.exit(1 if self.failures else 0)


def run_script(main):
    """Runs a script; what failed is one line, not a traceback."""
    try:
        main()
    except Failure as error:
        sys.exit(f"FAIL {error}")
    except KeyboardInterrupt:
        sys.exit(130)
