// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"
#include "core/net/request.h"

namespace hubdesk {

//! What the Hub says of one file before its bytes are fetched (reference: files 4.1).
struct FileMetadata
{
    QString commit; //!< 40 hex
    QString etag; //!< Normalised: 40 hex git SHA-1 or 64 hex SHA-256; the blob's name.
    qint64 size = 0; //!< bytes
    QUrl location; //!< Where the bytes are; may be signed: never show or log it.

    bool operator==(const FileMetadata &) const = default;
};

//! Strips every leading `W` and `/`, then the quotes.
[[nodiscard]] QString normalizedEtag(const QString &etag);

//! `/ns/name/resolve/{rev}/{path}`: the address of a file's content below the endpoint.
[[nodiscard]] QByteArray resolvePath(const RepoId &repo, const QString &revision,
                                     const QString &path);

//! `HEAD .../resolve/{rev}/{path}`; only relative redirects are followed. A reply without commit,
//! etag or size is ErrorKind::Protocol.
struct FileMetadataRequest
{
    using Response = FileMetadata;

    RepoId repo;
    QString revision = QStringLiteral("main");
    QString path;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

} // namespace hubdesk
