// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoinfo.h"
#include "core/net/pager.h"

namespace hubdesk {

//! The commit that last touched an entry; only with TreeRequest::expand.
struct LastCommit
{
    QString id;
    QString title;
    QDateTime date; //!< UTC

    bool operator==(const LastCommit &) const = default;
};

//! A file or folder of a repo at one revision (reference: files 3.4).
struct TreeEntry
{
    enum class Kind { File, Directory };

    Kind kind = Kind::File;
    QString path; //!< From the root of the repo.
    QString oid; //!< git SHA-1 of blob, LFS pointer or tree
    qint64 size = 0; //!< bytes of the real content; 0 for folders
    std::optional<LfsInfo> lfs;
    std::optional<LastCommit> lastCommit;

    bool operator==(const TreeEntry &) const = default;

    //! What the blob is called in the cache: SHA-256 for LFS, git SHA-1 otherwise.
    [[nodiscard]] QString etag() const { return lfs ? lfs->sha256 : oid; }
    [[nodiscard]] static Result<TreeEntry> fromJson(const QJsonObject &object);
};

//! `GET /api/{type}s/{id}/tree/{rev}[/{path}]`, pages of 1,000 entries (50 with expand). Use with
//! Pager.
struct TreeRequest
{
    using Response = Page<TreeEntry>;

    RepoId repo;
    QString revision = QStringLiteral("main");
    QString path; //!< Folder; empty: the root.
    bool recursive = false;
    bool expand = false;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

//! `POST /api/{type}s/{id}/paths-info/{rev}` (reference: files 3.5); unknown paths are absent from
//! the answer. At most 500 paths a request, by the official client's own rule.
struct PathsInfoRequest
{
    using Response = Page<TreeEntry>; //!< Always the only one.
    static constexpr int kMaxPaths = 500;

    RepoId repo;
    QString revision = QStringLiteral("main");
    QStringList paths;
    bool expand = false;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

} // namespace hubdesk
