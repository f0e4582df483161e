// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/replycheck.h"

#include "core/cache/hasher.h"
#include "core/hub/filemetadata.h"
#include "core/transfer/contentrange.h"

namespace hubdesk {

namespace {

//! -1: not said, or of something else than the content.
qint64 lengthOf(const QHttpHeaders &headers)
{
    bool isNumber = false;
    const qint64 length = headers.value("content-length").toLongLong(&isNumber);
    return isNumber && !headers.contains("content-encoding") ? length : -1;
}

} // namespace

bool describesBlob(const BlobSpec &spec, const QHttpHeaders &headers, bool redirect)
{
    const auto text = [&headers](QByteArrayView name) {
        return QString::fromLatin1(headers.value(name));
    };
    const QString commit = text("x-repo-commit");
    if (!commit.isEmpty() && commit != spec.commit)
        return false;
    QString etag = normalizedEtag(text("x-linked-etag"));
    if (etag.isEmpty() && !redirect)
        etag = normalizedEtag(text("etag"));
    if (Hasher::kindOf(etag) && etag != spec.etag)
        return false;
    bool isNumber = false;
    const qint64 size = text("x-linked-size").toLongLong(&isNumber);
    return !isNumber || size == spec.size;
}

ReplyContent contentOf(int status, const QHttpHeaders &headers, qint64 from, qint64 size)
{
    const qint64 length = lengthOf(headers);
    if (status != 200 && status != 206)
        return ReplyContent::WrongRange;
    if (status == 200)
        return length >= 0 && length != size ? ReplyContent::WrongLength : ReplyContent::WholeFile;
    const auto range = ContentRange::parse(headers.value("content-range"));
    if (!range || range->first != from)
        return ReplyContent::WrongRange;
    if (range->total >= 0 && range->total != size)
        return ReplyContent::WrongSize;
    return ReplyContent::Range;
}

} // namespace hubdesk
