# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""hf_hub_download and snapshot_download of the official client against the Local Hub."""

import fnmatch
import hashlib
import os
import pathlib

import interop
from interop import equal, raises, true


def git_hash(content):
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def main(hub):
    from huggingface_hub import HfApi

    seed = hub.seed()
    api = HfApi(token="hf_demo_read")
    single_files(api, seed)
    revisions(api, seed)
    rights(seed)
    errors(seed)
    snapshots(api, seed)
    tokens_stay_home(hub)


def check(path, info):
    content = pathlib.Path(path).read_bytes()
    expected = info.lfs["sha256"] if info.lfs else info.blob_id
    actual = hashlib.sha256(content).hexdigest() if info.lfs else git_hash(content)
    equal(actual, expected, f"hash of {info.rfilename}")
    equal(os.path.basename(os.path.realpath(path)), expected, f"blob name of {info.rfilename}")


def files_of(api, role, **kwargs):
    return api.repo_info(role["repo"], repo_type=role["type"], files_metadata=True, **kwargs).siblings


def download(role, path, **kwargs):
    from huggingface_hub import hf_hub_download

    return hf_hub_download(role["repo"], path, repo_type=role["type"], **kwargs)


def single_files(api, seed):
    for name in ("sharded_safetensors", "gguf_family", "dataset", "space", "odd_names"):
        role = seed[name]
        files = files_of(api, role)
        some = [file for file in files if file.lfs][:2] + [file for file in files if not file.lfs][:3]
        for file in some if name != "odd_names" else files:
            check(download(role, file.rfilename), file)
    true(any(file.lfs for file in files_of(api, seed["gguf_family"])), "the GGUF family is LFS")


def revisions(api, seed):
    role = seed["history"]
    refs = api.list_repo_refs(role["repo"], include_pull_requests=True)
    commits = [commit.commit_id for commit in api.list_repo_commits(role["repo"])]
    asked = [branch.name for branch in refs.branches] + [tag.name for tag in refs.tags]
    asked += [request.ref for request in refs.pull_requests] + commits[:2] + commits[-1:]
    for revision in asked:
        info = api.model_info(role["repo"], revision=revision, files_metadata=True)
        for file in info.siblings[:2]:
            path = download(role, file.rfilename, revision=revision)
            check(path, file)
            true(f"/snapshots/{info.sha}/" in path, f"{revision} is stored under its commit")


def rights(seed):
    role = seed["private"]
    path = "README.md"
    raises("RepositoryNotFoundError", lambda: download(role, path, token=False), "private without token")
    raises("RepositoryNotFoundError", lambda: download(role, path, token="hf_alice_write"), "private, another's token")
    wrong = "RepositoryNotFoundError" if not interop.is_old_peer() else "Exception"
    raises("HfHubHTTPError" if wrong != "Exception" else wrong,
           lambda: download(role, path, token="hf_wrong"), "private, wrong token")
    true(os.path.isfile(download(role, path, token="hf_demo_read")), "private, right token")

    gated = seed["gated"]
    for token in (False, "hf_alice_write"):
        raises("GatedRepoError", lambda: download(gated, "config.json", token=token), f"gated with {token}")
    true(os.path.isfile(download(gated, "config.json", token="hf_demo_read")), "gated, right token")


def errors(seed):
    role = seed["history"]
    missing = {"repo": "demo/nothing-here", "type": "model"}
    raises("RepositoryNotFoundError", lambda: download(missing, "x", token=False), "missing repo")
    raises("RevisionNotFoundError", lambda: download(role, "README.md", revision="nope"), "missing revision")
    raises("EntryNotFoundError", lambda: download(role, "nope.bin"), "missing file")


def snapshots(api, seed):
    from huggingface_hub import snapshot_download

    cases = (
        ("sharded_safetensors", {"allow_patterns": ["*.json", "*.md"]}),
        ("gguf_family", {"ignore_patterns": "*.gguf"}),
        ("dataset", {}),
        ("odd_names", {}),
        ("many_files", {"allow_patterns": ["*1.*"], "max_workers": 4}),
    )
    for name, patterns in cases:
        role = seed[name]
        folder = pathlib.Path(snapshot_download(role["repo"], repo_type=role["type"], **patterns))
        allow = patterns.get("allow_patterns", ["*"])
        ignore = patterns.get("ignore_patterns", "")
        expected = {
            file.rfilename
            for file in files_of(api, role)
            if any(fnmatch.fnmatchcase(file.rfilename, pattern) for pattern in allow)
            and not fnmatch.fnmatchcase(file.rfilename, ignore)
        }
        true(expected, f"{name} has files for its patterns")
        found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        true(expected <= found, f"snapshot of {name} lacks {sorted(expected - found)[:3]}")


def tokens_stay_home(hub):
    for entry in hub.requests():
        true(entry["port"] != "cdn" or not entry["authorization"], "a token reached the second port")
    true(any(entry["port"] == "cdn" for entry in hub.requests()), "LFS files come from the second port")


interop.run(lambda: interop.with_endpoint(main))
