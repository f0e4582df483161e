// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/filemetadata.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

std::unexpected<Error> missing(const QString &what)
{
    return failure(
        ErrorKind::Protocol,
        QCoreApplication::translate(
            "hubdesk::FileMetadata",
            "The server does not answer like a Hub: it does not say which file this is."),
        u"missing: "_s + what);
}

} // namespace

QString normalizedEtag(const QString &etag)
{
    qsizetype start = 0;
    while (start < etag.size() && (etag.at(start) == u'W' || etag.at(start) == u'/'))
        ++start;
    qsizetype end = etag.size();
    while (start < end && etag.at(start) == u'"')
        ++start;
    while (end > start && etag.at(end - 1) == u'"')
        --end;
    return etag.mid(start, end - start);
}

QByteArray resolvePath(const RepoId &repo, const QString &revision, const QString &path)
{
    return repo.webPath() + "/resolve/" + quoteAll(revision) + '/' + quotePath(path);
}

RequestSpec FileMetadataRequest::spec() const
{
    RequestSpec spec;
    spec.method = "HEAD";
    spec.path = resolvePath(repo, revision, path);
    spec.redirects = RequestSpec::Redirects::RelativeOnly;
    spec.identityEncoding = true;
    return spec;
}

Result<FileMetadata> FileMetadataRequest::parse(const ReplyData &reply)
{
    FileMetadata metadata;
    metadata.commit = reply.header("x-repo-commit");
    if (metadata.commit.isEmpty())
        return missing(u"X-Repo-Commit"_s);
    const QString linkedEtag = reply.header("x-linked-etag");
    metadata.etag = normalizedEtag(linkedEtag.isEmpty() ? reply.header("etag") : linkedEtag);
    if (metadata.etag.isEmpty())
        return missing(u"ETag"_s);
    const QString linkedSize = reply.header("x-linked-size");
    // The length of a redirect's own body says nothing about the file.
    const bool redirected = reply.status >= 300 && reply.status < 400;
    bool ok = false;
    const QString size =
        linkedSize.isEmpty() && !redirected ? reply.header("content-length") : linkedSize;
    metadata.size = size.toLongLong(&ok);
    if (!ok || metadata.size < 0)
        return missing(u"Content-Length"_s);
    const QByteArray location = reply.headers.value("location").toByteArray();
    metadata.location = location.isEmpty()
        ? reply.url
        : reply.url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    return metadata;
}

} // namespace hubdesk
