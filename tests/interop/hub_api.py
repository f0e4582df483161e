# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The official client's requests about accounts, lists, repos, trees and refs against the Local Hub."""

import interop
from interop import equal, raises, true


def main(hub):
    import huggingface_hub
    from huggingface_hub import HfApi

    seed = hub.seed()
    api = HfApi(token="hf_demo_write")
    accounts(api, HfApi)
    lists(HfApi(token=False), api)
    information(api, seed)
    trees(api, seed, huggingface_hub)
    refs(api, seed)
    refusals(HfApi, seed)


def accounts(api, HfApi):
    who = api.whoami()
    equal((who["type"], who["name"]), ("user", "demo"), "whoami")
    equal(who["auth"]["accessToken"]["role"], "write", "role of the write token")
    equal(HfApi(token="hf_demo_read").whoami()["auth"]["accessToken"]["role"], "read", "role of the read token")
    equal(HfApi(token="hf_alice_write").whoami()["name"], "alice", "whoami of alice")
    raises("HfHubHTTPError" if not interop.is_old_peer() else "HTTPError",
           lambda: HfApi(token="hf_wrong").whoami(), "whoami with a wrong token")


def lists(anonymous, api):
    everything = list(anonymous.list_models())
    true(len(everything) > 20, "the demo models fill more than one page")
    equal(len({model.id for model in everything}), len(everything), "models are listed once")
    for limit in (1, 20, 25):
        equal(len(list(anonymous.list_models(limit=limit))), limit, f"list_models limit={limit}")

    word = everything[0].id.split("/")[1].split("-")[0]
    expected = {model.id for model in everything if word.lower() in model.id.lower()}
    equal({model.id for model in anonymous.list_models(search=word)}, expected, "list_models search")
    equal(list(anonymous.list_models(search="no-such-model-anywhere")), [], "a search without result")

    author = everything[0].id.split("/")[0]
    expected = {model.id for model in everything if model.id.startswith(author + "/")}
    equal({model.id for model in anonymous.list_models(author=author)}, expected, "list_models author")

    for sort in ("downloads", "likes"):
        # The old client sends the order only when it is asked for one.
        descending = {"direction": -1} if interop.is_old_peer() else {}
        values = [getattr(model, sort) for model in anonymous.list_models(sort=sort, limit=30, **descending)]
        equal(values, sorted(values, reverse=True), f"list_models sort={sort}")

    true(len(list(anonymous.list_datasets())) > 0, "list_datasets")
    true(len(list(anonymous.list_spaces())) > 0, "list_spaces")
    full = next(iter(anonymous.list_models(full=True, limit=1)))
    true(full.last_modified is not None and full.sha, "list_models full=True has date and commit")


def information(api, seed):
    for role in ("sharded_safetensors", "gguf_family", "dataset", "space", "private", "gated", "history", "odd_names"):
        repo, kind = seed[role]["repo"], seed[role]["type"]
        info = api.repo_info(repo, repo_type=kind, files_metadata=True)
        equal(info.id, repo, f"id of {role}")
        equal(len(info.sha), 40, f"commit of {role}")
        true(info.siblings, f"files of {role}")
        for file in info.siblings:
            true(file.size is not None and len(file.blob_id) == 40, f"size and blob of {role}/{file.rfilename}")
            if file.lfs:
                equal(file.lfs["size"], file.size, f"LFS size of {file.rfilename}")
                equal(len(file.lfs["sha256"]), 64, f"SHA-256 of {file.rfilename}")
    equal(api.model_info(seed["private"]["repo"]).private, True, "the private repo is private")
    true(api.model_info(seed["gated"]["repo"]).gated in ("auto", "manual"), "the gated repo is gated")
    true(any(file.lfs for file in api.model_info(seed["sharded_safetensors"]["repo"], files_metadata=True).siblings),
         "the sharded model has LFS files")
    many = api.model_info(seed["many_files"]["repo"])
    true(len(many.siblings) >= 2000, "many_files lists its files")


def trees(api, seed, hub_module):
    for role in ("sharded_safetensors", "dataset", "odd_names", "many_files"):
        repo, kind = seed[role]["repo"], seed[role]["type"]
        entries = list(api.list_repo_tree(repo, repo_type=kind, recursive=True))
        files = {entry.path: entry for entry in entries if hasattr(entry, "blob_id")}
        info = api.repo_info(repo, repo_type=kind, files_metadata=True)
        equal(sorted(files), sorted(file.rfilename for file in info.siblings), f"tree of {role}")
        for sibling in info.siblings:
            equal(files[sibling.rfilename].size, sibling.size, f"size in the tree of {sibling.rfilename}")
            equal(files[sibling.rfilename].blob_id, sibling.blob_id, f"blob in the tree of {sibling.rfilename}")

        folders = [entry.path for entry in entries if not hasattr(entry, "blob_id")]
        for folder in folders[:5]:
            below = [entry.path for entry in api.list_repo_tree(repo, folder, repo_type=kind)]
            expected = [entry.path for entry in entries if entry.path.rpartition("/")[0] == folder]
            equal(sorted(below), sorted(expected), f"folder {folder}")

        paths = sorted(files)[:3] + ["there is no such file"]
        found = api.get_paths_info(repo, paths, repo_type=kind)
        equal(sorted(entry.path for entry in found), paths[:-1], f"get_paths_info of {role}")

    repo = seed["history"]["repo"]
    for entry in api.list_repo_tree(repo, recursive=True, expand=True):
        if hasattr(entry, "blob_id"):
            true(entry.last_commit and len(entry.last_commit.oid) == 40, f"last commit of {entry.path}")
    path = next(entry.path for entry in api.list_repo_tree(repo) if hasattr(entry, "blob_id"))
    true(api.get_paths_info(repo, [path], expand=True)[0].last_commit.title, "get_paths_info expand=True")


def refs(api, seed):
    repo = seed["history"]["repo"]
    found = api.list_repo_refs(repo, include_pull_requests=True)
    true(any(branch.name == "main" for branch in found.branches) and len(found.branches) > 1, "branches")
    true(found.tags, "tags")
    true(found.pull_requests, "pull requests")
    commits = {commit.commit_id for commit in api.list_repo_commits(repo)}
    true(len(commits) > 1, "several commits")
    for tag in found.tags:
        equal(api.model_info(repo, revision=tag.name).sha, tag.target_commit, f"commit of tag {tag.name}")
    for branch in found.branches:
        equal(api.model_info(repo, revision=branch.name).sha, branch.target_commit, f"commit of branch {branch.name}")
    for request in found.pull_requests:
        equal(api.model_info(repo, revision=request.ref).sha, request.target_commit, f"commit of {request.ref}")


def refusals(HfApi, seed):
    private = seed["private"]["repo"]
    for token in (False, "hf_alice_write"):
        raises("RepositoryNotFoundError", lambda: HfApi(token=token).model_info(private), f"private with {token}")
        listed = {model.id for model in HfApi(token=token).list_models()}
        true(private not in listed, "a private repo is not listed for others")
    equal(HfApi(token="hf_demo_read").model_info(private).id, private, "private with the right token")
    raises("RepositoryNotFoundError", lambda: HfApi(token=False).model_info("demo/nothing-here"), "missing repo")
    repo = seed["history"]["repo"]
    raises("RevisionNotFoundError", lambda: HfApi(token=False).model_info(repo, revision="nope"), "missing revision")
    gated = seed["gated"]["repo"]
    equal(HfApi(token=False).model_info(gated).id, gated, "anybody may look at a gated repo")


interop.run(lambda: interop.with_endpoint(main))
