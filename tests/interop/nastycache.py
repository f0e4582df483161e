# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache with everything in it that a cache can have wrong, one damage a repo."""

import os
import pathlib

C1, C2, C3 = "1" * 40, "2" * 40, "3" * 40


class Cache:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.root.mkdir(parents=True)

    def file(self, path, content=b"x"):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return target

    def link(self, path, target):
        link = self.root / path
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)

    def folder(self, path):
        (self.root / path).mkdir(parents=True)

    def repo(self, folder, blob=b"0123456789"):
        """A repo as a download leaves it."""
        self.file(f"{folder}/blobs/b1", blob)
        self.link(f"{folder}/snapshots/{C1}/a.txt", "../../blobs/b1")
        self.file(f"{folder}/refs/main", C1.encode())


def valid(cache):
    cache.repo("models--ns--plain")
    cache.repo("models--gpt2")
    cache.repo("spaces--ns--app")
    cache.repo("datasets--a--b--c")  # more dashes than an id may have
    cache.repo("modelz--ns--odd")  # the last letter of the type is not looked at

    shared = "datasets--ns--shared"
    cache.repo(shared, b"z" * 1000)
    cache.file(f"{shared}/blobs/b2", b"y" * 50)
    cache.file(f"{shared}/blobs/unused", b"u" * 7)
    cache.file(f"{shared}/blobs/b9.incomplete", b"u" * 7)
    cache.link(f"{shared}/snapshots/{C1}/deep/er/same.txt", "../../../../blobs/b1")
    cache.link(f"{shared}/snapshots/{C2}/a.txt", "../../blobs/b1")
    cache.link(f"{shared}/snapshots/{C2}/b.txt", "../../blobs/b2")
    cache.folder(f"{shared}/snapshots/{C3}/empty/below")
    for ref, commit in (("refs/pr/1", C2), ("v1.0", C2), ("1111111", C1), ("feature/x", C3)):
        cache.file(f"{shared}/refs/{ref}", commit.encode())
    cache.file(f"{shared}/refs/.DS_Store", b"junk")
    cache.file(f"{shared}/.no_exist/{C1}/nope", b"")
    cache.file(f"{shared}/trees/{C1}.json", b"{}")

    odd = "models--ns--odd-names"
    cache.repo(odd)
    for name in ("with space.txt", "文件.json", "😀/～.txt", "a" * 200, "new\nline", ".hidden"):
        depth = "../" * name.count("/")
        cache.link(f"{odd}/snapshots/{C1}/{name}", f"{depth}../../blobs/b1")
    cache.file(f"{odd}/snapshots/{C1}/.DS_Store", b"counts here")

    links = "models--ns--links"
    cache.repo(links)
    outside = cache.file("../outside/large.bin", b"L" * 77)
    cache.link(f"{links}/blobs/b2", "../../../outside/large.bin")
    cache.link(f"{links}/snapshots/{C1}/moved", "../../blobs/b2")
    cache.link(f"{links}/snapshots/{C1}/absolute", str(outside))
    cache.link(f"{links}/snapshots/{C1}/roundabout", "../../snapshots/../blobs/b1")
    cache.folder(f"{links}/other")
    cache.file(f"{links}/other/inner.txt", b"not counted")
    cache.link(f"{links}/snapshots/{C1}/folder", "../../other")
    cache.link(f"{links}/snapshots/{C2}", C1)

    copies = "models--ns--copies"
    cache.file(f"{copies}/snapshots/{C1}/a.bin", b"1" * 11)
    cache.file(f"{copies}/snapshots/{C1}/d/b.bin", b"1" * 11)
    cache.folder("models--ns--no-revisions/snapshots")
    cache.folder("models--ns--interrupted/blobs")
    cache.folder(f"models--ns--interrupted/snapshots/{C1}")
    cache.file("models--ns--interrupted/refs/main", C1.encode())


def damaged(cache):
    for name in ("CACHEDIR.TAG", ".DS_Store", "Thumbs.db", "desktop.ini", "version.txt"):
        cache.file(name)
    cache.folder(".locks/models--ns--plain")
    cache.folder("tmp")
    cache.repo("kernels--ns--fast")
    cache.repo("--nothing")
    cache.link("models--dangling--repo", "nowhere")
    cache.folder("models--ns--no-snapshots/refs")
    cache.file("models--ns--snapshots-is-a-file/snapshots")
    cache.repo("models--ns--refs-is-a-file")
    for ref in ("main",):
        (cache.root / "models--ns--refs-is-a-file/refs" / ref).unlink()
    (cache.root / "models--ns--refs-is-a-file/refs").rmdir()
    cache.file("models--ns--refs-is-a-file/refs")
    cache.repo("models--ns--stray-snapshot")
    cache.file("models--ns--stray-snapshot/snapshots/Thumbs.db")
    cache.repo("models--ns--stray-file")
    cache.file("models--ns--stray-file/snapshots/notes.txt")
    cache.link(f"models--ns--broken/snapshots/{C1}/a", "../../blobs/gone")
    cache.link(f"models--ns--broken-twice/snapshots/{C1}/a", "../../blobs/b")
    cache.link("models--ns--broken-twice/blobs/b", "../further/away")
    cache.repo("models--ns--ref-newline")
    cache.file("models--ns--ref-newline/refs/main", C1.encode() + b"\n")
    cache.repo("models--ns--ref-crlf")
    cache.file("models--ns--ref-crlf/refs/main", C1.encode() + b"\r\n")
    cache.repo("models--ns--ref-empty")
    cache.file("models--ns--ref-empty/refs/main", b"")
    cache.repo("models--ns--ref-odd")
    cache.file("models--ns--ref-odd/refs/it's", "\u00a0\\\t文'\"".encode())
    cache.repo("models--ns--ref-of-nothing")
    cache.file("models--ns--ref-of-nothing/refs/v2", C3.encode())


def set_times(root):
    """Times that are all different, with fractions, and the same whoever looks."""
    for index, (folder, _, names) in enumerate(os.walk(root)):
        for number, name in enumerate(sorted(names)):
            path = os.path.join(folder, name)
            stamp = 1_600_000_000_123_456_789 + index * 1_000_000_007 + number * 10_000_019
            if not os.path.islink(path):
                os.utime(path, ns=(stamp + 5, stamp))


def build(root):
    cache = Cache(root)
    valid(cache)
    damaged(cache)
    set_times(root)
