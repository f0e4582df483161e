# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Local Hub that holds one repo of a wanted size, with faults and a request log.

The demo seed has one size only and takes a while. So an empty Local Hub makes its data folder, and the repo is
put in behind its back: a bare git repository, the large files in the LFS store, two rows in its database.
"""

import contextlib
import hashlib
import re
import shutil
import sqlite3
import time
import zlib

from benchkit import Failure, MEBI, leash, ours, same_content, write_noise
import hubprogram  # of tests/interop, where benchkit looks too

REPO = "bench/model"
DATE = "2025-01-01T00:00:00.000Z"


class LocalHub(hubprogram.HubProgram):
    """`files` maps paths to sizes in bytes. Serves REPO from `folder` as long as the `with` block, at `listen`."""

    failure = Failure

    def __init__(self, folder, files, throttle=0, listen=None):
        self.folder = folder / "localhub"
        self.files = files
        self.throttle = throttle
        self.listen = ["--listen", listen] if listen else []

    def __enter__(self):
        self._serve("--seed", "none")
        self.end()
        try:
            self._add_repo()
        except (sqlite3.Error, OSError) as error:
            raise Failure(f"cannot put a repo into the data folder of hubdesk-localhub: {error}") from error
        self._serve("--seed", "none", *(["--throttle", self.throttle] if self.throttle else []))
        return self

    def __exit__(self, *_):
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _serve(self, *options):
        self.serve([*leash(), *ours("hubdesk-localhub", "--data", self.folder, *self.listen, *options)])
        self.cdn_port = int(self.cdn.rsplit(":", 1)[1])

    # --- the content

    def _add_repo(self):
        self.blobs = {}
        entries = {}
        objects = self.folder / "objects-of-the-script"
        objects.mkdir()
        with contextlib.closing(sqlite3.connect(self.folder / "hub.sqlite")) as database, database:
            namespace, name = REPO.split("/")
            database.execute(
                "INSERT INTO repos (type, ns, name, private, gated, disabled, created, downloads, downloads_all,"
                " likes, trending, runtime) VALUES ('model', ?, ?, 0, '', 0, ?, 0, 0, 0, 0, '{}')",
                (namespace, name, DATE))
            git = BareRepo(self.folder / "repos" / "models" / namespace / f"{name}.git")
            for number, (path, count) in enumerate(sorted(self.files.items())):
                content = objects / str(number)
                write_noise(content, count, seed=number)
                if count > MEBI:
                    sha256 = digest(content)
                    place = self.folder / "lfs" / sha256[:2] / sha256[2:4] / sha256
                    place.parent.mkdir(parents=True, exist_ok=True)
                    content.replace(place)
                    database.execute("INSERT OR REPLACE INTO lfs_objects (sha256, size) VALUES (?, ?)", (sha256, count))
                    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256}\nsize {count}\n"
                    entries[path] = git.add("blob", pointer.encode())
                    self.blobs[path] = place
                else:
                    entries[path] = git.add("blob", content.read_bytes())
                    self.blobs[path] = content
            self.commit = git.commit(entries)

    # --- talking to it

    def clear(self):
        self.clear_requests()
        self.control("faults", "DELETE")

    def add_faults(self, faults):
        self.control("faults", "POST", faults)

    def fault_hits(self):
        return sum(fault["hits"] for fault in self.control("faults"))

    def sent(self):
        """Bytes of file contents that were sent since the log was cleared. An open reply is not in the log yet."""
        return sum(entry["bytes"] for entry in self.requests() if is_content(entry))

    def settle(self, limit=10):
        """Waits until no client is connected to the content port, so that the log is complete."""
        deadline = time.monotonic() + limit
        while self.connections() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.requests()  # waits for replies that are just being closed

    def connections(self):
        """How many connections lead to the content port now."""
        with open("/proc/net/tcp", encoding="ascii") as table:
            rows = [line.split() for line in table.readlines()[1:]]
        return sum(row[2].endswith(f":{self.cdn_port:04X}") and row[3] == "01" for row in rows)

    # --- judging what a client made of it

    def size(self):
        return sum(self.files.values())

    def snapshot(self, cache):
        return cache / f"models--{REPO.replace('/', '--')}" / "snapshots" / self.commit

    def blob_folder(self, cache):
        return cache / f"models--{REPO.replace('/', '--')}" / "blobs"

    def published(self, cache):
        """Paths that can be seen in the snapshot and are not what the Hub has."""
        wrong = []
        for path, content in self.blobs.items():
            pointer = self.snapshot(cache) / path
            if pointer.exists() and (at := same_content(pointer, content)) is not None:
                wrong.append(f"{path} differs at byte {at}")
        return wrong

    def judge(self, cache):
        """What is wrong with a finished download: nothing, or a list of words."""
        wrong = self.published(cache)
        wrong += [f"{path} is missing" for path in self.files if not (self.snapshot(cache) / path).exists()]
        blobs = self.blob_folder(cache)
        left = sorted(entry.name for entry in blobs.iterdir()) if blobs.is_dir() else []
        wrong += [f"left behind: {name}" for name in left if not re.fullmatch("[0-9a-f]{40}|[0-9a-f]{64}", name)]
        if len(left) != len(self.files):
            wrong.append(f"{len(left)} blobs instead of {len(self.files)}")
        ref = cache / f"models--{REPO.replace('/', '--')}" / "refs" / "main"
        if not ref.is_file() or ref.read_text() != self.commit:
            wrong.append("refs/main is not the commit")
        return wrong


def is_content(entry):
    return (entry["method"] == "GET" and entry["status"] in (200, 206)
            and (entry["port"] == "cdn" or "/resolve/" in entry["path"] or "/resolve-cache/" in entry["path"]))


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class BareRepo:
    """Just enough git to hold one commit."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "refs" / "heads").mkdir(parents=True)
        (folder / "objects").mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/main\n")
        (folder / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = true\n")

    def add(self, kind, data):
        whole = f"{kind} {len(data)}".encode() + b"\0" + data
        name = hashlib.sha1(whole).hexdigest()
        path = self.folder / "objects" / name[:2] / name[2:]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(zlib.compress(whole, 1))
        return name

    def commit(self, entries):
        """`entries`: paths without folders, and their blobs."""
        tree = b"".join(b"100644 " + path.encode() + b"\0" + bytes.fromhex(blob)
                        for path, blob in sorted(entries.items()))
        who = "Bench <bench@example.org> 1735689600 +0000"
        text = f"tree {self.add('tree', tree)}\nauthor {who}\ncommitter {who}\n\nContent\n"
        name = self.add("commit", text.encode())
        (self.folder / "refs" / "heads" / "main").write_text(name + "\n")
        return name
