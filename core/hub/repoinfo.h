// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"
#include "core/net/request.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace hubdesk {

//! How access to a repo's files is restricted: `gated` of the Hub (false, "auto", "manual").
enum class Gating { None, Automatic, Manual, Unknown };
[[nodiscard]] QString gatingName(Gating gating);

//! LFS facts of one file. The hash is `lfs.sha256` in repo info and `lfs.oid` in trees.
struct LfsInfo
{
    QString sha256; //!< 64 hex
    qint64 size = 0; //!< bytes of the real content
    qint64 pointerSize = 0; //!< bytes

    bool operator==(const LfsInfo &) const = default;
};

//! A file named by repo info (`siblings`).
struct Sibling
{
    QString path;
    std::optional<qint64> size; //!< bytes; only with RepoInfoRequest::filesMetadata
    QString blobId; //!< git SHA-1 of the blob or of the LFS pointer
    std::optional<LfsInfo> lfs;

    bool operator==(const Sibling &) const = default;
};

//! A repo as lists and repo info describe it. Unknown fields stay in \a raw.
struct RepoInfo
{
    RepoId repo;
    QString author;
    QString sha; //!< Commit of the asked revision; empty in short list items.
    QDateTime lastModified; //!< UTC; invalid when the Hub does not say
    QDateTime createdAt; //!< UTC
    bool isPrivate = false;
    bool disabled = false;
    Gating gated = Gating::None;
    qint64 downloads = 0; //!< last 30 days
    qint64 likes = 0;
    QStringList tags;
    QString pipelineTag;
    QString libraryName;
    QString sdk; //!< Spaces
    QString license; //!< From cardData or the `license:` tag.
    std::optional<std::vector<Sibling>> siblings;
    QJsonObject cardData;
    QJsonObject raw;

    bool operator==(const RepoInfo &) const = default;

    //! \a type comes from the request: the Hub does not repeat it. `id` is required.
    [[nodiscard]] static Result<RepoInfo> fromJson(RepoType type, const QJsonObject &object);
};

//! `GET /api/{type}s/{id}[/revision/{rev}]` (reference: services 1.4).
struct RepoInfoRequest
{
    using Response = RepoInfo;

    RepoId repo;
    QString revision; //!< Empty: the default branch.
    bool filesMetadata = false; //!< Sizes and hashes of siblings.
    QStringList expand; //!< Exclusive with filesMetadata.

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] Result<Response> parse(const ReplyData &reply) const;
};

//! Asks which commit \a revision is: repo info of which only `sha` counts. ErrorKind::Protocol when
//! the Hub does not say.
struct CommitRequest
{
    using Response = QString; //!< 40 hex

    RepoId repo;
    QString revision;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] Result<Response> parse(const ReplyData &reply) const;
};

//! Asks, as somebody who is not signed in, whether anyone may read the files of \a repo: neither
//! private nor gated nor disabled. What the Hub shows to nobody is an error (Unauthorized,
//! NotFound), as for every request.
struct OpenToAllRequest
{
    using Response = bool;

    RepoId repo;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] Result<Response> parse(const ReplyData &reply) const;
};

} // namespace hubdesk
