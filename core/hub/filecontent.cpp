// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/filecontent.h"

#include "core/hub/filemetadata.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

RequestSpec FileContentRequest::spec() const
{
    RequestSpec spec;
    spec.path = resolvePath(repo, revision, path);
    spec.identityEncoding = true;
    spec.headers.emplace_back("Range", "bytes=0-" + QByteArray::number(maxBytes - 1));
    return spec;
}

Result<FileContent> FileContentRequest::parse(const ReplyData &reply) const
{
    FileContent content;
    content.data = reply.body;
    content.commit = reply.header("x-repo-commit");
    content.total = reply.body.size();
    if (reply.status == 206) {
        // "bytes 0-999999/5242880"
        const QString range = reply.header("content-range");
        bool ok = false;
        const qint64 total = range.sliced(range.indexOf(u'/') + 1).toLongLong(&ok);
        if (ok && total > content.total)
            content.total = total;
    }
    if (content.data.size() > maxBytes)
        content.data.truncate(maxBytes);
    content.truncated = content.total > content.data.size();
    return content;
}

bool isEmptyFileError(const Error &error)
{
    return error.httpStatus == 416;
}

} // namespace hubdesk
