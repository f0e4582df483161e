// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"
#include "core/net/request.h"

#include <vector>

namespace hubdesk {

//! One ref of a repo, e.g. name `main`, ref `refs/heads/main`.
struct GitRef
{
    QString name;
    QString ref;
    QString targetCommit; //!< 40 hex; of an annotated tag the commit, not the tag object.

    bool operator==(const GitRef &) const = default;
};

//! All refs of a repo by kind.
struct GitRefs
{
    std::vector<GitRef> branches;
    std::vector<GitRef> tags;
    std::vector<GitRef> converts;
    std::vector<GitRef> pullRequests;

    bool operator==(const GitRefs &) const = default;
};

//! `GET /api/{type}s/{id}/refs` (reference: files 3.6).
struct RefsRequest
{
    using Response = GitRefs;

    RepoId repo;
    bool includePullRequests = true;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

} // namespace hubdesk
