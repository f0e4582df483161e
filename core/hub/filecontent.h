// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/repoid.h"
#include "core/net/request.h"

namespace hubdesk {

//! The beginning of a file's content, for showing it.
struct FileContent
{
    QByteArray data;
    QString commit; //!< `X-Repo-Commit`; empty when a redirect to storage answered.
    qint64 total = 0; //!< bytes of the whole file
    bool truncated = false; //!< data ends before the file does.

    bool operator==(const FileContent &) const = default;
};

//! `GET .../resolve/{rev}/{path}` of at most \a maxBytes (a range, so that a huge file costs no
//! more). An empty file is answered by some servers with 416: see isEmptyFileError().
struct FileContentRequest
{
    using Response = FileContent;

    RepoId repo;
    QString revision = QStringLiteral("main");
    QString path;
    qint64 maxBytes = 1'000'000;

    bool operator==(const FileContentRequest &) const = default;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] Result<Response> parse(const ReplyData &reply) const;
};

//! True for the answer "no such range" that a range request for an empty file gets.
[[nodiscard]] bool isEmptyFileError(const Error &error);

} // namespace hubdesk
