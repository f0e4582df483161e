# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One cache, two clients: what either downloads the other takes as its own."""

import os
import pathlib

import interop
from interop import equal, true

ROLES = ("sharded_safetensors", "gguf_family", "dataset", "space", "history", "odd_names")


def main(hub):
    seed = hub.seed()
    with interop.temporary_folder() as folder:
        ours_first(hub, seed, folder / "ours")
        official_first(hub, seed, folder / "official")
        single_files(hub, seed, folder / "files")


def revisions_of(role, seed):
    """The repo with branches, tags and a pull request is taken at each of them."""
    from huggingface_hub import HfApi

    if role != "history":
        return ["main"]
    refs = HfApi(token=False).list_repo_refs(seed[role]["repo"], include_pull_requests=True)
    return ["main", refs.tags[0].name, refs.pull_requests[0].ref]


def our_download(role, seed, cache, *arguments, revision="main"):
    repo = seed[role]
    output = interop.cli("download", repo["repo"], *arguments, "--repo-type", repo["type"],
                         "--revision", revision, "--cache-dir", str(cache), "--quiet")
    return output.split("\n")[-1]


def official_download(role, seed, cache, revision="main", **kwargs):
    from huggingface_hub import snapshot_download

    repo = seed[role]
    return snapshot_download(repo["repo"], repo_type=repo["type"], revision=revision, cache_dir=cache, **kwargs)


def contents(folder):
    return {str(path.relative_to(folder)): os.readlink(path) for path in pathlib.Path(folder).rglob("*") if path.is_symlink()}


def layout(cache):
    """Everything that both clients promise each other: links, blobs, refs."""
    places = {}
    for path in pathlib.Path(cache).rglob("*"):
        name = str(path.relative_to(cache))
        if path.is_dir() and not path.is_symlink() or name.startswith(".locks/") or name == "CACHEDIR.TAG":
            continue
        if "/trees/" in name or "/.no_exist/" in name:
            continue
        places[name] = os.readlink(path) if path.is_symlink() else path.stat().st_size
    return places


def check_scan(cache, roles, seed):
    from huggingface_hub import scan_cache_dir

    scan = scan_cache_dir(cache)
    equal([str(warning) for warning in scan.warnings], [], "warnings of the official scan")
    expected = sorted((seed[role]["type"], seed[role]["repo"]) for role in roles)
    equal(sorted((repo.repo_type, repo.repo_id) for repo in scan.repos), expected, "repos of the official scan")


def ours_first(hub, seed, cache):
    for role in ROLES:
        for revision in revisions_of(role, seed):
            hub.clear_requests()
            path = our_download(role, seed, cache, revision=revision)
            true(hub.body_bytes() > 0 or revision != "main", f"the log shows what we fetched for {role}")
            equal(path, official_download(role, seed, cache, revision, local_files_only=True), f"path of {role}")
            true(contents(path), f"{role} has files")
            hub.clear_requests()
            equal(official_download(role, seed, cache, revision), path, f"path of {role}, online")
            equal(hub.body_bytes(), 0, f"bytes that the official client fetched again for {role}")
    check_scan(cache, ROLES, seed)
    true(not (cache / "CACHEDIR.TAG").exists() or not interop.is_old_peer(), "we write no CACHEDIR.TAG")


def official_first(hub, seed, cache):
    for role in ROLES:
        for revision in revisions_of(role, seed):
            hub.clear_requests()
            path = official_download(role, seed, cache, revision)
            true(hub.body_bytes() > 0 or revision != "main", f"the log shows what was fetched for {role}")
            before = layout(cache)
            hub.clear_requests()
            equal(our_download(role, seed, cache, revision=revision), path, f"our path of {role}")
            equal(hub.body_bytes(), 0, f"bytes that we fetched again for {role}")
            equal(layout(cache), before, f"cache after our download of {role}")
    if interop.is_old_peer():
        check_scan(cache, ROLES, seed)


def single_files(hub, seed, cache):
    from huggingface_hub import HfApi, hf_hub_download, try_to_load_from_cache

    repo = seed["gguf_family"]["repo"]
    files = HfApi(token=False).model_info(repo, files_metadata=True).siblings
    large = min((file for file in files if file.lfs), key=lambda file: file.size).rfilename
    small = next(file for file in files if not file.lfs).rfilename
    for path in (large, small):
        ours = our_download("gguf_family", seed, cache, path)
        equal(try_to_load_from_cache(repo, path, cache_dir=cache), ours, f"lookup of {path}")
        hub.clear_requests()
        equal(hf_hub_download(repo, path, cache_dir=cache), ours, f"official path of {path}")
        equal(hub.body_bytes(), 0, f"bytes fetched again for {path}")
        equal(our_download("gguf_family", seed, cache, path), ours, f"our second path of {path}")
        equal(hub.body_bytes(), 0, f"bytes that we fetched again for {path}")
    check_scan(cache, ("gguf_family",), seed)


interop.run(lambda: interop.with_endpoint(main))
