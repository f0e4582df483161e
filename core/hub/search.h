// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoinfo.h"
#include "core/net/pager.h"

namespace hubdesk {

//! Orders that the Hub sorts a listing by; always descending.
enum class SearchSort { Trending, Downloads, Likes, LastModified, Created };

//! `GET /api/{models,datasets,spaces}` (reference: files 3.11, services 1.1-1.3). Use with Pager.
struct SearchRequest
{
    using Response = Page<RepoInfo>;

    RepoType type = RepoType::Model;
    QString text; //!< Substring of the id; empty: all.
    QString author; //!< Exact user or organisation; empty: all.
    QStringList filters; //!< Tags, all must match.
    SearchSort sort = SearchSort::Trending;
    int limit = 0; //!< Page size wanted; the Hub may send fewer. 0: its default.
    bool full = true; //!< With author, lastModified, sha.

    bool operator==(const SearchRequest &) const = default;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] Result<Response> parse(const ReplyData &reply) const;
};

} // namespace hubdesk
