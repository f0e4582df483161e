// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <string_view>

//! The words that safewords.cpp knows: what may be kept, and what gives a secret away.
namespace hubdesk::safe {

template <std::size_t n>
bool isOneOf(const std::array<std::string_view, n> &list, QByteArrayView word)
{
    return std::ranges::find(list, std::string_view(word.data(), std::size_t(word.size())))
        != list.end();
}

//! Words of the Hub's own routes, wherever they stand.
constexpr std::array<std::string_view, 49> kRouteWords{
    "api",
    "models",
    "datasets",
    "spaces",
    "collections",
    "papers",
    "daily_papers",
    "organizations",
    "users",
    "overview",
    "settings",
    "quicksearch",
    "trending",
    "docs",
    "likes",
    "like",
    "resolve",
    "resolve-cache",
    "raw",
    "blob",
    "tree",
    "treesize",
    "revision",
    "refs",
    "branch",
    "tag",
    "tags",
    "commit",
    "commits",
    "compare",
    "paths-info",
    "preupload",
    "lfs-files",
    "info",
    "lfs",
    "objects",
    "batch",
    "discussions",
    "comment",
    "scan",
    "parquet",
    "croissant",
    "whoami-v2",
    "validate-yaml",
    "repos",
    "super-squash",
    "xet-read-token",
    "xet-write-token",
    "access-request",
};
//! Behind them stand the id of a repo and names in it.
constexpr std::array<std::string_view, 3> kRepoKinds{"models", "datasets", "spaces"};
//! Behind them stand names of accounts, collections and papers.
constexpr std::array<std::string_view, 5> kNameKinds{"collections", "papers", "organizations",
                                                     "users", "docs"};
//! What may follow the id of a repo outside of /api/.
constexpr std::array<std::string_view, 7> kRepoVerbs{"resolve", "resolve-cache", "raw",    "blob",
                                                     "tree",    "commit",        "commits"};
//! A name behind one of these is its value.
constexpr std::array<std::string_view, 12> kKeyWords{
    "bearer", "basic",   "token",   "password", "passwd", "secret",
    "apikey", "api-key", "api_key", "auth",     "key",    "authorization"};
//! How tokens of well-known makers begin, in lower case.
constexpr std::array<std::string_view, 10> kTokenStarts{
    "hf_", "api_org_", "eyj", "ghp_", "gho_", "github_pat_", "glpat-", "akia", "asia", "xox"};
constexpr std::array<std::string_view, 42> kQueryKeys{
    "search",
    "author",
    "filter",
    "sort",
    "direction",
    "limit",
    "full",
    "config",
    "cursor",
    "expand",
    "recursive",
    "p",
    "type",
    "status",
    "download",
    "blobs",
    "files_metadata",
    "securityStatus",
    "create_pr",
    "gated",
    "pipeline_tag",
    "library",
    "language",
    "q",
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-Expires",
    "X-Amz-Signature",
    "X-Amz-SignedHeaders",
    "X-Amz-Content-Sha256",
    "X-Amz-Security-Token",
    "x-id",
    "response-content-disposition",
    "response-content-type",
    "Expires",
    "Policy",
    "Signature",
    "Key-Pair-Id",
    "sig",
    "se",
    "sp",
};
constexpr std::array<std::string_view, 24> kFileEndings{
    "safetensors", "gguf", "bin", "pt",  "pth", "onnx", "json",  "jsonl",
    "parquet",     "csv",  "txt", "md",  "py",  "yaml", "yml",   "zip",
    "tar",         "gz",   "zst", "png", "jpg", "wav",  "model", "msgpack"};

} // namespace hubdesk::safe
