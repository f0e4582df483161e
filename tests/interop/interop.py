# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenarios share: the peer's own package, our programs, a Local Hub, comparisons.

A scenario is a script that ends with `interop.run(main)`. It runs once for every entry of
HUBDESK_PEERS, each time in a fresh interpreter: the official client reads its environment once.
"""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import hubprogram

PACKAGE_PLACES = ("src", ".", "usr/lib/python3/dist-packages")


class Mismatch(Exception):
    pass


# --- the peer

def peers():
    """Folders to put on the module path, one a peer."""
    found = []
    for entry in filter(None, os.environ.get("HUBDESK_PEERS", "").split(":")):
        for place in PACKAGE_PLACES:
            folder = pathlib.Path(entry, place)
            if (folder / "huggingface_hub" / "__init__.py").is_file():
                found.append(folder.resolve())
                break
        else:
            sys.exit(f"{entry} of HUBDESK_PEERS holds no huggingface_hub")
    return found


def peer_version():
    import huggingface_hub

    return tuple(int(number) for number in re.findall(r"\d+", huggingface_hub.__version__)[:3])


def is_old_peer():
    """The generation of v0.27: HTTP errors of requests, huggingface-cli."""
    return peer_version() < (1, 0)


# --- our programs

def program(name):
    path = pathlib.Path(os.environ.get("HUBDESK_BIN_DIR", "build/release/bin"), name)
    if not path.is_file():
        raise Mismatch(f"{path} is not built")
    return str(path)


def cli(*arguments, env=None, check=True):
    """Runs hubdesk-cli; returns its standard output without the last newline."""
    done = subprocess.run(
        [program("hubdesk-cli"), *arguments],
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=300,
    )
    if check and done.returncode != 0:
        raise Mismatch(f"hubdesk-cli {' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode().rstrip("\n")


class LocalHub(hubprogram.HubProgram):
    """hubdesk-localhub with the demo seed, on ports of its own, as long as the `with` block."""

    failure = Mismatch

    def __init__(self, *arguments):
        self.arguments = arguments

    def __enter__(self):
        data = os.environ.get("HUBDESK_INTEROP_DATA")
        self.folder = None if data else tempfile.mkdtemp(prefix="hubdesk-interop-")
        try:
            self.serve([program("hubdesk-localhub"), "--data", data or self.folder, "--seed", "demo", *self.arguments])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.end()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def seed(self):
        return self.control("seed")

    def add_fault(self, **fault):
        return self.control("faults", "POST", fault)

    def body_bytes(self):
        """Bytes of file contents that were sent since the log was cleared."""
        return sum(
            entry["bytes"]
            for entry in self.requests()
            if entry["method"] == "GET"
            and (entry["port"] == "cdn" or "/resolve/" in entry["path"] or "/resolve-cache/" in entry["path"])
            and entry["status"] in (200, 206)
        )


# --- comparisons

def equal(actual, expected, what):
    if actual == expected:
        return
    difference = first_difference(actual, expected, "")
    raise Mismatch(f"{what}: {difference}")


def first_difference(actual, expected, at):
    if isinstance(actual, dict) and isinstance(expected, dict):
        for key in sorted({*actual, *expected}):
            if actual.get(key) != expected.get(key):
                return first_difference(actual.get(key), expected.get(key), f"{at}/{key}")
    if isinstance(actual, list) and isinstance(expected, list):
        for index, (left, right) in enumerate(zip(actual, expected)):
            if left != right:
                return first_difference(left, right, f"{at}/{index}")
        longer = actual[len(expected):] or expected[len(actual):]
        return f"{at}: {len(actual)} instead of {len(expected)} entries; the first one more: {longer[0]!r}"
    return f"{at}: {actual!r} instead of {expected!r}"


def true(condition, what):
    if not condition:
        raise Mismatch(what)


def raises(kind, call, what):
    """Runs \\a call, which must raise exactly \\a kind; returns the error."""
    try:
        call()
    except Exception as error:
        if type(error).__name__ == kind or kind in [base.__name__ for base in type(error).__mro__]:
            return error
        raise Mismatch(f"{what}: {type(error).__name__} ({error}) instead of {kind}")
    raise Mismatch(f"{what}: no error instead of {kind}")


@contextlib.contextmanager
def temporary_folder():
    folder = tempfile.mkdtemp(prefix="hubdesk-interop-")
    try:
        yield pathlib.Path(folder).resolve()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


# --- running

def interpreter(peer):
    """A Python that finds what the official client needs: the one at hand or the system's own."""
    for python in (sys.executable, "/usr/bin/python3"):
        done = subprocess.run([python, "-c", "import huggingface_hub.hf_api"], env={**os.environ, "PYTHONPATH": str(peer)},
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode == 0:
            return python
    sys.exit(f"No Python can load {peer}: {done.stderr.decode()}")


def clean_environment(folder, peer):
    """Nothing of the user's reaches the official client, and nothing of its own stays behind."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HF_", "HUGGING", "TRANSFORMERS_", "XDG_")) and not name.lower().endswith("_proxy")
    }
    return {
        **kept,
        "HOME": folder,
        "HF_HOME": os.path.join(folder, "hf"),
        "HF_HUB_DISABLE_XET": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_UPDATE_CHECK": "1",
        "PYTHONPATH": str(peer),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HUBDESK_INTEROP_PEER": str(peer),
    }


def run(main):
    """Runs \\a main in this process when it belongs to a peer, else this script once for every peer."""
    if os.environ.get("HUBDESK_INTEROP_PEER"):
        try:
            main()
        except Mismatch as error:
            sys.exit(f"MISMATCH {error}")
        return
    script = os.path.abspath(sys.argv[0])
    found = peers()
    if not found:
        print("No official client named by HUBDESK_PEERS: nothing to compare with.")
        return
    failed = []
    for peer in found:
        with temporary_folder() as folder:
            done = subprocess.run([interpreter(peer), script], env=clean_environment(str(folder), peer), timeout=900)
        print(f"{os.path.basename(script)} with {peer}: {'ok' if done.returncode == 0 else 'FAILED'}", flush=True)
        if done.returncode != 0:
            failed.append(peer)
    sys.exit(1 if failed else 0)


def with_endpoint(main):
    """Starts a Local Hub and runs \\a main(hub) in a process whose official client talks to it."""
    true("huggingface_hub" not in sys.modules, "the client must not be loaded before its endpoint is known")
    with LocalHub() as hub:
        os.environ["HF_ENDPOINT"] = hub.endpoint
        main(hub)
