// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/blobspec.h"

#include <QHttpHeaders>

namespace hubdesk {

//! True when what the Hub says of a file in \a headers is not against \a spec: commit, etag (never
//! that of a storage host, which is another hash) and size (reference: files 4.1). \a redirect: of
//! a redirect, whose own ETag says nothing. Pure.
[[nodiscard]] bool describesBlob(const BlobSpec &spec, const QHttpHeaders &headers, bool redirect);

//! What a reply to a request for the bytes from \a from on of a file of \a size bytes is.
enum class ReplyContent {
    Range, //!< What was asked for, or (as servers may) only a beginning of it.
    WholeFile, //!< All of it, from byte 0.
    WrongRange, //!< Another part.
    WrongSize, //!< The whole file has another size: it changed.
    WrongLength, //!< The whole file, with more or fewer bytes than it has.
};
//! Pure. \a status is 200 to 299.
[[nodiscard]] ReplyContent contentOf(int status, const QHttpHeaders &headers, qint64 from,
                                     qint64 size);

} // namespace hubdesk
