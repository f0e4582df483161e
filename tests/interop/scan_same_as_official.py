# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""hubdesk-cli scan-cache against scan_cache_dir, field by field, on a cache full of damage."""

import json
import subprocess

import interop
import nastycache


def official(root):
    from huggingface_hub import scan_cache_dir

    info = scan_cache_dir(root)
    repos = [
        {
            "repo_id": repo.repo_id,
            "repo_type": repo.repo_type,
            "repo_path": str(repo.repo_path),
            "size_on_disk": repo.size_on_disk,
            "nb_files": repo.nb_files,
            "last_accessed": repo.last_accessed,
            "last_modified": repo.last_modified,
            "refs": sorted(repo.refs),
            "revisions": [
                {
                    "commit_hash": revision.commit_hash,
                    "snapshot_path": str(revision.snapshot_path),
                    "size_on_disk": revision.size_on_disk,
                    "files": [
                        {
                            "file_name": file.file_name,
                            "file_path": str(file.file_path),
                            "blob_path": str(file.blob_path),
                            "size_on_disk": file.size_on_disk,
                            "blob_last_accessed": file.blob_last_accessed,
                            "blob_last_modified": file.blob_last_modified,
                        }
                        for file in sorted(revision.files, key=lambda file: str(file.file_path))
                    ],
                    "refs": sorted(revision.refs),
                    "last_modified": revision.last_modified,
                    "nb_files": revision.nb_files,
                }
                for revision in sorted(repo.revisions, key=lambda revision: revision.commit_hash)
            ],
        }
        for repo in sorted(info.repos, key=lambda repo: (repo.repo_type, repo.repo_id, str(repo.repo_path)))
    ]
    return {
        "size_on_disk": info.size_on_disk,
        "repos": repos,
        "warnings": sorted(str(warning) for warning in info.warnings),
    }


def ours(root, rules):
    output = subprocess.run(
        [interop.program("hubdesk-cli"), "scan-cache", "--json", "--rules", rules, "--dir", str(root)],
        check=True,
        stdout=subprocess.PIPE,
        timeout=60,
    ).stdout
    scan = json.loads(output)
    scan["warnings"].sort()
    return scan


def without_access_times(scan):
    """Reading a blob between the two scans may move its access time on some mounts."""
    for repo in scan["repos"]:
        del repo["last_accessed"]
        for revision in repo["revisions"]:
            for file in revision["files"]:
                del file["blob_last_accessed"]
    return scan


def table(root, verbosity):
    """The official table, printed by the official code; None where it no longer exists."""
    try:
        from huggingface_hub import scan_cache_dir
        from huggingface_hub.commands.scan_cache import get_table
    except ImportError:
        return None
    return get_table(scan_cache_dir(root), verbosity=verbosity)


def main():
    with interop.temporary_folder() as folder:
        root = folder / "hub"
        nastycache.build(root)
        rules = "0.27" if interop.peer_version() < (0, 28) else "main"
        interop.equal(without_access_times(ours(root, rules)), without_access_times(official(root)), "scan")
        for verbosity in (0, 1):
            expected = table(root, verbosity)
            if expected is None:
                continue
            printed = subprocess.run(
                [interop.program("hubdesk-cli"), "scan-cache", "--dir", str(root)] + ["-v"] * verbosity,
                check=True,
                stdout=subprocess.PIPE,
                timeout=60,
            ).stdout.decode()
            interop.equal(sorted(printed.split("\n\nDone in ")[0].split("\n")), sorted(expected.split("\n")), "table")
            interop.equal(printed.split("Done in ")[1].split("Scanned ")[1].split(".")[0].isascii(), True, "footer")


interop.run(main)
