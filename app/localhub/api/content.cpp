// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/content.h"

#include "app/localhub/api/avatar.h"
#include "app/localhub/store/sha256.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kLinkSeconds = 3600;

struct Target
{
    QByteArray commit;
    QString path;
    TreeItem item;
};

QByteArray disposition(const Request &request, const QString &path)
{
    const QString name = path.section(u'/', -1);
    QByteArray plain;
    for (const QChar c : name)
        plain.append(c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\'
                         ? c.toLatin1()
                         : '_');
    const bool attachment = request.query.flag(u"download");
    return (attachment ? "attachment" : "inline") + QByteArray("; filename*=UTF-8''")
        + encodeUrl(name) + "; filename=\"" + plain + "\";";
}

QByteArray contentType(const QString &path)
{
    static const QHash<QString, QByteArray> known{
        {u"png"_s, "image/png"},      {u"jpg"_s, "image/jpeg"},    {u"jpeg"_s, "image/jpeg"},
        {u"gif"_s, "image/gif"},      {u"svg"_s, "image/svg+xml"}, {u"wav"_s, "audio/wav"},
        {u"pdf"_s, "application/pdf"}};
    return known.value(path.section(u'.', -1).toLower(), "text/plain; charset=utf-8");
}

// Revision and path out of the segments after the route word. `refs/pr/1` may come with its
// slashes as they are, as people type it.
std::expected<Target, Response> findTarget(const RepoCall &call)
{
    QByteArrayList parts = call.rest.mid(1);
    QByteArray revision = parts.value(0);
    qsizetype used = 1;
    if (revision == "refs" && parts.size() > 3) {
        revision = parts.first(3).join('/');
        used = 3;
    }
    const auto commit = call.commit(revision);
    if (!commit)
        return std::unexpected(commit.error());
    Target target{.commit = *commit, .path = decodeSegment(parts.mid(used).join('/')), .item = {}};
    const auto listing = call.hub.git.listing(call.repo, *commit);
    const TreeItem *item = listing->find(target.path);
    if (!item || item->folder) {
        Response error = Response::error(404, "EntryNotFound", u"Entry not found"_s);
        error.setHeader("X-Repo-Commit", *commit);
        return std::unexpected(error);
    }
    target.item = *item;
    return target;
}

bool isKnownToClient(const Request &request, const QByteArray &etag)
{
    const QByteArray header = request.header("if-none-match");
    if (header.isEmpty())
        return false;
    for (QByteArray candidate : header.split(',')) {
        candidate = candidate.trimmed();
        if (candidate.startsWith("W/"))
            candidate = candidate.sliced(2);
        if (candidate == etag || candidate == "*")
            return true;
    }
    return false;
}

Response notModified(const QByteArray &etag, const QByteArray &commit)
{
    Response reply;
    reply.status = 304;
    reply.setHeader("ETag", etag);
    reply.setHeader("X-Repo-Commit", commit);
    return reply;
}

Response gitContent(const RepoCall &call, const Target &target)
{
    const QByteArray etag = '"' + target.item.oid + '"';
    if (isKnownToClient(call.request, etag))
        return notModified(etag, target.commit);
    Response reply;
    reply.body = std::make_shared<BytesSource>(call.hub.git.blob(call.repo, target.item.oid));
    reply.fileContent = true;
    reply.setHeader("Content-Type", contentType(target.path));
    reply.setHeader("Content-Disposition", disposition(call.request, target.path));
    reply.setHeader("ETag", etag);
    reply.setHeader("X-Repo-Commit", target.commit);
    reply.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    return reply;
}

Response toLargeFile(const RepoCall &call, const Target &target)
{
    const QByteArray etag = '"' + target.item.lfs->sha256 + '"';
    if (isKnownToClient(call.request, etag))
        return notModified(etag, target.commit);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const bool expired = call.hub.faults.take(call.request, FaultKind::Expired).has_value();
    const QByteArray link =
        call.hub.signer.link(target.item.lfs->sha256, disposition(call.request, target.path),
                             expired ? now - 1 : now + kLinkSeconds);
    Response reply = Response::redirect(302, call.hub.cdnEndpoint + link);
    reply.setHeader("X-Repo-Commit", target.commit);
    reply.setHeader("X-Linked-Size", QByteArray::number(target.item.lfs->size));
    reply.setHeader("X-Linked-ETag", etag);
    reply.setHeader("Accept-Ranges", "bytes");
    return reply;
}

Response cdnError(int status, const QByteArray &code, const QByteArray &message)
{
    return Response::text(status,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                              + "</Code><Message>" + message + "</Message></Error>",
                          "application/xml");
}

} // namespace

Response resolveReply(const RepoCall &call)
{
    if (const auto refusal = refuseFiles(call.hub, call.request, call.who, call.repo))
        return *refusal;
    const auto target = findTarget(call);
    if (!target)
        return target.error();
    if (target->item.lfs)
        return toLargeFile(call, *target);
    const QByteArray etag = '"' + target->item.oid + '"';
    if (isKnownToClient(call.request, etag))
        return notModified(etag, target->commit);
    QByteArray location = "/api/resolve-cache/" + typePlural(call.repo.type).toLatin1() + '/'
        + call.repo.id().toUtf8() + '/' + target->commit + '/' + encodeUrl(target->path, "/") + '?';
    if (!call.request.rawQuery.isEmpty())
        location += call.request.rawQuery + '&';
    location += "etag=%22" + target->item.oid + "%22";
    Response reply = Response::redirect(307, location);
    reply.setHeader("X-Repo-Commit", target->commit);
    reply.setHeader("X-Linked-Size", QByteArray::number(target->item.size));
    reply.setHeader("X-Linked-ETag", etag);
    reply.setHeader("Accept-Ranges", "bytes");
    return reply;
}

Response rawReply(const RepoCall &call)
{
    if (const auto refusal = refuseFiles(call.hub, call.request, call.who, call.repo))
        return *refusal;
    const auto target = findTarget(call);
    if (!target)
        return target.error();
    Response reply = gitContent(call, *target);
    if (reply.status == 200)
        reply.setHeader("Content-Type", "text/plain; charset=utf-8");
    return reply;
}

Response resolveCacheReply(const RepoCall &call)
{
    if (const auto refusal = refuseFiles(call.hub, call.request, call.who, call.repo))
        return *refusal;
    const auto target = findTarget(call);
    if (!target)
        return target.error();
    return target->item.lfs ? toLargeFile(call, *target) : gitContent(call, *target);
}

Response largeFileReply(Hub &hub, const Request &request)
{
    if (!request.isRead())
        return cdnError(405, "MethodNotAllowed", "The specified method is not allowed.");
    // A signed link is the only way to a file; a store of objects refuses two kinds of proof at
    // once.
    if (!request.header("authorization").isEmpty()) {
        return cdnError(400, "InvalidArgument",
                        "Only one auth mechanism allowed; only the signature or the Authorization "
                        "header should be specified.");
    }
    const QByteArrayList parts = request.segments();
    if (parts.size() == 2 && parts[0] == "avatars")
        return uploadedAvatarReply(parts[1]);
    if (parts.size() != 2 || parts[0] != "lfs"
        || !hub.signer.isGenuine(request.rawPath, request.rawQuery))
        return cdnError(403, "AccessDenied", "Access Denied");
    if (request.query.number(u"expires", 0) < QDateTime::currentSecsSinceEpoch()
        || hub.faults.take(request, FaultKind::Expired))
        return cdnError(403, "AccessDenied", "Request has expired");
    const auto source = hub.lfs.open(parts[1]);
    if (!source)
        return cdnError(404, "NoSuchKey", "The specified key does not exist.");
    Response reply;
    reply.body = source;
    reply.fileContent = true;
    reply.setHeader("Content-Type", "binary/octet-stream");
    reply.setHeader("Content-Disposition",
                    request.query.value(u"response-content-disposition").toLatin1());
    // Like any store behind a content network: an ETag of its own that looks like a SHA-256.
    reply.setHeader("ETag", '"' + Sha256::hexOf("object " + parts[1]) + '"');
    reply.setHeader("Last-Modified", "Wed, 01 Jan 2025 00:00:00 GMT");
    reply.setHeader("Cache-Control", "public, max-age=31536000");
    return reply;
}

} // namespace hubdesk::localhub
