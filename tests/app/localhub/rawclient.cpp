// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/localhub/rawclient.h"

#include "app/localhub/store/sha256.h"

#include <QSslSocket>
#include <QUrl>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

namespace hubdesk::localhub {

namespace {

void parseHead(RawReply &reply, const QByteArray &head)
{
    const QByteArrayList lines = head.split('\n');
    reply.status = lines.value(0).split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            reply.headers.insert(line.first(colon).trimmed().toLower(),
                                 line.sliced(colon + 1).trimmed());
    }
}

QByteArray requestBytes(const RawRequest &request, const QUrl &url)
{
    QByteArray bytes = request.method + ' ' + request.target
        + " HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\n";
    if (!request.token.isEmpty())
        bytes += "Authorization: Bearer " + request.token + "\r\n";
    for (const auto &[name, value] : request.headers)
        bytes += name + ": " + value + "\r\n";
    if (!request.body.isEmpty() || request.method == "POST")
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return bytes + "\r\n" + request.body;
}

bool open(QSslSocket &socket, const QUrl &url)
{
    const auto port = static_cast<quint16>(url.port());
    if (url.scheme() == QLatin1StringView("https")) {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(url.host(), port);
        return socket.waitForEncrypted();
    }
    socket.connectToHost(url.host(), port);
    return socket.waitForConnected();
}

} // namespace

RawReply RawClient::send(const RawRequest &request) const
{
    RawReply reply;
    const QUrl url(m_endpoint);
    QSslSocket socket;
    if (!open(socket, url))
        return reply;
    socket.write(requestBytes(request, url));
    QByteArray received;
    qsizetype bodyAt = -1;
    qint64 announced = -1;
    while (true) {
        received += socket.readAll();
        if (bodyAt < 0 && (bodyAt = received.indexOf("\r\n\r\n")) >= 0) {
            parseHead(reply, received.first(bodyAt));
            bodyAt += 4;
            announced = reply.header("content-length").toLongLong();
            if (request.method == "HEAD" || reply.status == 304)
                announced = 0;
        }
        if (bodyAt >= 0 && received.size() - bodyAt >= announced) {
            reply.complete = true;
            break;
        }
        if (!socket.waitForReadyRead(request.patienceMs)) {
            received += socket.readAll();
            reply.closed = socket.state() != QAbstractSocket::ConnectedState;
            break;
        }
    }
    if (bodyAt >= 0)
        reply.body = received.sliced(bodyAt);
    return reply;
}

RawReply RawClient::get(const QByteArray &target, const QByteArray &token,
                        const QByteArray &range) const
{
    RawRequest request{.target = target, .token = token};
    if (!range.isEmpty())
        request.headers.emplaceBack("Range", range);
    return send(request);
}

RawReply RawClient::head(const QByteArray &target, const QByteArray &token) const
{
    return send({.method = "HEAD", .target = target, .token = token});
}

RawReply RawClient::post(const QByteArray &target, const QByteArray &body,
                         const QByteArray &type) const
{
    return send(
        {.method = "POST", .target = target, .headers = {{"Content-Type", type}}, .body = body});
}

RawReply RawClient::remove(const QByteArray &target) const
{
    return send({.method = "DELETE", .target = target});
}

QByteArray streamedSha256(const QString &endpoint, const QByteArray &target)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(QUrl(endpoint).port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const QByteArray request =
        "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    if (::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0
        || ::send(socket, request.constData(), static_cast<size_t>(request.size()), 0) < 0) {
        ::close(socket);
        return {};
    }
    Sha256 hash;
    QByteArray head;
    bool inBody = false;
    std::vector<char> buffer(1024 * 1024);
    ssize_t count = 0;
    while ((count = ::recv(socket, buffer.data(), buffer.size(), 0)) > 0) {
        const QByteArrayView bytes(buffer.data(), count);
        if (inBody) {
            hash.add(bytes);
            continue;
        }
        head += bytes;
        const qsizetype end = head.indexOf("\r\n\r\n");
        inBody = end >= 0;
        if (inBody)
            hash.add(QByteArrayView(head).sliced(end + 4));
    }
    ::close(socket);
    return hash.hex();
}

QByteArray targetOf(const QByteArray &url)
{
    const qsizetype scheme = url.indexOf("://");
    return scheme < 0 ? url : url.sliced(url.indexOf('/', scheme + 3));
}

} // namespace hubdesk::localhub
