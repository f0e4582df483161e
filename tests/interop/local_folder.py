# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder that the official client downloaded into, as our programs see it."""

import json
import os
import pathlib
import tempfile

import interop
from interop import equal, true


def main(hub):
    from huggingface_hub import snapshot_download

    role = hub.seed()["sharded_safetensors"]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary, "model")
        snapshot_download(role["repo"], repo_type=role["type"], local_dir=folder)
        paths = sorted(
            str(path.relative_to(folder))
            for path in folder.rglob("*")
            if path.is_file() and ".cache" not in path.relative_to(folder).parts
        )
        true(len(paths) > 5, "the official client made a folder of files")
        hub.clear_requests()
        nothing_to_do(role, folder, paths)
        after_changes(role, folder, paths)


def dry_run(role, folder):
    output = interop.cli(
        "download", role["repo"], "--repo-type", role["type"], "--local-dir", str(folder), "--dry-run", "--json"
    )
    return {file["filename"]: file["will_download"] for file in json.loads(output)["files"]}


def verified(folder):
    output = interop.cli("verify", "--local-dir", str(folder), "--json", check=False)
    return json.loads(output)["repos"][0]


def nothing_to_do(role, folder, paths):
    plan = dry_run(role, folder)
    equal(sorted(plan), paths, "files of the plan")
    equal([path for path in paths if plan[path]], [], "files that would be fetched again")
    report = verified(folder)
    equal(report["checked_count"], len(paths), "files that the bookkeeping knows")
    equal(report["mismatches"], [], "wrong files")
    equal(report["missing_paths"], [], "missing files")


def after_changes(role, folder, paths):
    touched, edited, removed = "config.json", "tokenizer.json", "README.md"
    later = (folder / touched).stat().st_mtime + 100
    os.utime(folder / touched, (later, later))
    content = (folder / edited).read_bytes()
    (folder / edited).write_bytes(bytes([content[0] ^ 1]) + content[1:])
    os.utime(folder / edited, (later, later))
    (folder / removed).unlink()
    # A file whose bookkeeping got lost is known by its content.
    (folder / ".cache/huggingface/download/tokenizer.model.metadata").unlink()
    plan = dry_run(role, folder)
    equal(sorted(path for path in paths if plan[path]), sorted([edited, removed]), "files to fetch after changes")
    report = verified(folder)
    equal([entry["path"] for entry in report["mismatches"]], [edited], "files found wrong")
    equal(report["missing_paths"], [removed], "files found missing")
    equal(report["checked_count"], len(paths) - 2, "files that were read")


interop.run(lambda: interop.with_endpoint(main))
