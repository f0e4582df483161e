// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakehubstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

FakeHubServer::State::Reply json(const QJsonDocument &document, const QByteArray &headers = {})
{
    FakeHubServer::State::Reply reply;
    reply.headers = "Content-Type: application/json\r\n" + headers;
    reply.body = document.toJson(QJsonDocument::Compact);
    return reply;
}

FakeHubServer::State::Reply notFound(const QByteArray &code)
{
    FakeHubServer::State::Reply reply;
    reply.status = 404;
    reply.headers = "X-Error-Code: " + code + "\r\nX-Error-Message: not here\r\n";
    return reply;
}

QJsonObject entry(const QString &path, const FakeHubServer::State::File &file)
{
    QJsonObject object{{"type"_L1, u"file"_s},
                       {"path"_L1, path},
                       {"oid"_L1, file.oid},
                       {"size"_L1, file.announced}};
    if (file.lfs) {
        object.insert("lfs"_L1,
                      QJsonObject{{"oid"_L1, file.etag},
                                  {"size"_L1, file.announced},
                                  {"pointerSize"_L1, 130}});
    }
    return object;
}

} // namespace

FakeHubServer::State::Reply FakeHubServer::State::answer(const FakeRequest &request,
                                                         const QByteArray &body)
{
    const std::scoped_lock lock(mutex);
    log.push_back(request);
    const size_t entry = log.size() - 1;
    Reply reply = route(request, body);
    reply.logEntry = entry;
    log[entry].status = reply.status;
    return reply;
}

void FakeHubServer::State::addSent(size_t logEntry, qint64 bytes)
{
    const std::scoped_lock lock(mutex);
    if (logEntry < log.size())
        log[logEntry].bytes += bytes;
}

std::optional<FakeFault> FakeHubServer::State::takeFault(const FakeRequest &request, qint64 first,
                                                         qint64 end)
{
    const auto hasPlace = [](FakeFault::Kind kind) {
        using enum FakeFault::Kind;
        return kind == Cut || kind == Reset || kind == Stall || kind == Corrupt;
    };
    for (auto it = faults.begin(); it != faults.end(); ++it) {
        if (!request.path.contains(it->match) || (it->cdn && !request.cdn) || first > it->at
            || (it->onlyRanges && request.range.isEmpty())
            || (it->kind == FakeFault::Kind::CorruptFirst && end <= first)
            || (hasPlace(it->kind) && end >= 0 && it->at >= end))
            continue;
        FakeFault fault = *it;
        if (it->times == 1)
            faults.erase(it);
        else if (it->times > 1)
            --it->times;
        return fault;
    }
    return std::nullopt;
}

FakeHubServer::State::Reply FakeHubServer::State::route(const FakeRequest &request,
                                                        const QByteArray &body)
{
    QByteArray path = request.path.left(request.path.indexOf('?') < 0 ? request.path.size()
                                                                      : request.path.indexOf('?'));
    // The repo is a model and a dataset of the same content.
    path.replace("/api/datasets/", "/api/models/");
    if (path.startsWith("/datasets/"))
        path.remove(0, 9);
    const QByteArray api = "/api/models/" + QByteArray(kRepo);
    const QByteArray filesPath = '/' + QByteArray(kRepo) + "/resolve/";
    if (path.startsWith(api)) {
        const auto fault = takeFault(request, 0, -1);
        if (fault && fault->kind == FakeFault::Kind::Status) {
            Reply reply;
            reply.status = fault->status;
            reply.headers = fault->headers;
            return reply;
        }
        Reply reply = path.startsWith(api + "/tree/")            ? tree(request.path)
            : path.startsWith(api + "/paths-info/")              ? pathsInfo(body)
            : path.endsWith("/nowhere")                          ? notFound("RevisionNotFound")
            : path.startsWith(api + "/revision/") || path == api ? repoInfo()
                                                                 : notFound("RepoNotFound");
        reply.fault = fault;
        return reply;
    }
    if (path.startsWith(filesPath) || request.cdn)
        return resolve(request, path);
    return notFound("RepoNotFound");
}

FakeHubServer::State::Reply FakeHubServer::State::repoInfo() const
{
    return json(QJsonDocument(
        QJsonObject{{"id"_L1, QLatin1StringView(kRepo)},
                    {"sha"_L1, commit},
                    {"private"_L1, isPrivate},
                    {"gated"_L1, gated.isEmpty() ? QJsonValue(false) : QJsonValue(gated)}}));
}

FakeHubServer::State::Reply FakeHubServer::State::tree(const QByteArray &path) const
{
    const QUrlQuery query(QUrl::fromEncoded(path));
    const int from = query.queryItemValue(u"cursor"_s).toInt();
    QJsonArray page;
    int index = 0;
    const QByteArray whole = path.left(path.indexOf('?') < 0 ? path.size() : path.indexOf('?'));
    const auto old = history.find(QString::fromLatin1(whole.sliced(whole.lastIndexOf('/') + 1)));
    for (const auto &[name, file] : old == history.end() ? files : old->second) {
        if (index >= from && index < from + pageSize)
            page.append(entry(name, file));
        ++index;
    }
    QByteArray headers;
    if (from + pageSize < index) {
        headers = "Link: <http://127.0.0.1:" + QByteArray::number(hubPort)
            + path.left(path.indexOf('?')) + "?recursive=true&cursor="
            + QByteArray::number(from + pageSize) + ">; rel=\"next\"\r\n";
    }
    return json(QJsonDocument(page), headers);
}

FakeHubServer::State::Reply FakeHubServer::State::pathsInfo(const QByteArray &body) const
{
    QByteArray form = body;
    const QUrlQuery query(QString::fromLatin1(form.replace('+', "%20")));
    QJsonArray found;
    for (const QString &path : query.allQueryItemValues(u"paths"_s, QUrl::FullyDecoded)) {
        if (const auto it = files.find(path); it != files.end())
            found.append(entry(path, it->second));
    }
    return json(QJsonDocument(found));
}

FakeHubServer::State::Reply FakeHubServer::State::resolve(const FakeRequest &request,
                                                          const QByteArray &path)
{
    // /tester/model/resolve/<commit>/<path> on the Hub, /cdn/<path> on the second port
    const qsizetype start =
        request.cdn ? qsizetype(5) : path.indexOf('/', path.indexOf("/resolve/") + 9) + 1;
    const auto it = files.find(QUrl::fromPercentEncoding(path.sliced(start)));
    if (it == files.end())
        return notFound("EntryNotFound");
    const File &file = it->second;
    if (request.cdn || !file.lfs) {
        QByteArray headers = "Accept-Ranges: bytes\r\n";
        if (!request.cdn)
            headers += "X-Repo-Commit: " + commit.toLatin1() + "\r\n";
        return content(request, file, headers);
    }
    Reply reply;
    const auto fault = takeFault(request, 0, -1);
    if (fault && fault->kind == FakeFault::Kind::Status) {
        reply.status = fault->status;
        reply.headers = fault->headers;
        return reply;
    }
    QByteArray etag = file.etag.toLatin1();
    if (fault && fault->kind == FakeFault::Kind::Etag)
        etag = QByteArray(64, 'a');
    reply.status = 302;
    reply.headers = "X-Repo-Commit: " + commit.toLatin1() + "\r\nX-Linked-Etag: \"" + etag
        + "\"\r\nX-Linked-Size: " + QByteArray::number(file.announced)
        + "\r\nLocation: http://127.0.0.1:" + QByteArray::number(cdnPort) + "/cdn/"
        + QUrl::toPercentEncoding(it->first, "/") + "?X-Amz-Signature=verysecret&Expires=1\r\n";
    reply.body = "Found. Redirecting";
    return reply;
}

FakeHubServer::State::Reply FakeHubServer::State::content(const FakeRequest &request,
                                                          const File &file,
                                                          const QByteArray &headers)
{
    Reply reply;
    reply.headers = headers;
    const qint64 size = file.content.size();
    bool isRange = request.range.startsWith("bytes=");
    qint64 first = 0;
    qint64 end = size;
    if (isRange) {
        const qsizetype dash = request.range.indexOf('-');
        first = request.range.sliced(6, dash - 6).toLongLong();
        bool bounded = false;
        const qint64 last = request.range.sliced(dash + 1).toLongLong(&bounded);
        if (bounded)
            end = std::min(last + 1, size);
    }
    const auto fault = takeFault(request, first, end);
    const auto kind = [&fault](FakeFault::Kind wanted) { return fault && fault->kind == wanted; };
    if (kind(FakeFault::Kind::Status)) {
        reply.status = fault->status;
        reply.headers += fault->headers;
        return reply;
    }
    if (kind(FakeFault::Kind::FullReply) || noRanges) {
        first = 0;
        end = size;
        isRange = false;
    }
    if (first > 0 && first >= size) {
        reply.status = 416;
        reply.headers += "Content-Range: bytes */" + QByteArray::number(size) + "\r\n";
        return reply;
    }
    QByteArray etag = request.cdn ? QByteArray(64, 'c') : file.etag.toLatin1();
    if (kind(FakeFault::Kind::Etag))
        etag = QByteArray(40, 'a');
    reply.headers += "ETag: \"" + etag + "\"\r\n";
    reply.body = file.content.sliced(first, end - first);
    reply.first = first;
    reply.fault = fault;
    if (kind(FakeFault::Kind::Corrupt) || kind(FakeFault::Kind::CorruptFirst)) {
        char &byte = reply.body[kind(FakeFault::Kind::Corrupt) ? fault->at - first : 0];
        byte = static_cast<char>(byte ^ 0x10);
    }
    if (kind(FakeFault::Kind::Length))
        reply.body.chop(1);
    if (isRange) {
        const qint64 shown = kind(FakeFault::Kind::WrongRange) ? first + 1 : first;
        reply.status = 206;
        reply.headers += "Content-Range: bytes " + QByteArray::number(shown) + '-'
            + QByteArray::number(end - 1) + '/' + QByteArray::number(size) + "\r\n";
    }
    return reply;
}

} // namespace hubdesk
