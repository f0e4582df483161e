// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/proxyconnection.h"

#include <QHostAddress>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kBlock = 64 * 1024;
constexpr qint64 kUntilClosed = -1;
constexpr int kForbidden = 403;
constexpr int kBadGateway = 502;
constexpr quint16 kHttpPort = 80;
constexpr quint16 kHttpsPort = 443;

// What belongs to one connection and is not passed on.
void removeHopHeaders(MessageHead &head)
{
    for (const char *name : {"Connection", "Proxy-Connection", "Keep-Alive", "TE", "Upgrade",
                             "Proxy-Authorization", "Proxy-Authenticate", "Expect"})
        head.remove(name);
}

int connectedSocket(const QHostAddress &address, quint16 port)
{
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const int socket = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in6 in6{};
    sockaddr_in in4{};
    if (v6) {
        in6.sin6_family = AF_INET6;
        in6.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&in6.sin6_addr, &bytes, sizeof(bytes));
    } else {
        in4.sin_family = AF_INET;
        in4.sin_port = htons(port);
        in4.sin_addr.s_addr = htonl(address.toIPv4Address());
    }
    // The types of the socket interface overlap by design.
    const auto *target =
        v6 ? reinterpret_cast<const sockaddr *>(&in6) : reinterpret_cast<const sockaddr *>(&in4);
    if (socket >= 0 && ::connect(socket, target, v6 ? sizeof(in6) : sizeof(in4)) == 0)
        return socket;
    if (socket >= 0)
        ::close(socket);
    return -1;
}

// How much of a body follows a reply's head.
qint64 replySize(const MessageHead &head, int status, const QByteArray &method)
{
    if (method == "HEAD" || status == 204 || status == 304)
        return 0;
    const QByteArray length = head.header("Content-Length");
    return length.isEmpty() ? kUntilClosed : length.toLongLong();
}

} // namespace

ProxyConnection::ProxyConnection(int socket, int stop, const QByteArray &login, RequestLog &log)
    : m_client(socket, stop),
      m_stop(stop),
      m_login(login),
      m_log(log)
{ }

void ProxyConnection::run()
{
    bool goOn = true;
    while (goOn) {
        auto head = m_client.readHead();
        if (!head)
            return;
        Call call;
        call.clock.start();
        call.head = *std::move(head);
        const QByteArrayList words = call.head.firstLine.split(' ');
        call.method = words.value(0);
        call.target = words.value(1);
        call.bodySize = std::max<qint64>(call.head.header("Content-Length").toLongLong(), 0);
        call.entry = {.method = call.method,
                      .path = call.target,
                      .range = call.head.header("Range"),
                      .port = Port::Proxy,
                      .authorization = !call.head.header("Authorization").isEmpty(),
                      .proxyAuthorization = !call.head.header("Proxy-Authorization").isEmpty()};
        call.closes = words.value(2) == "HTTP/1.0"
            || call.head.header("Connection").compare("close", Qt::CaseInsensitive) == 0
            || call.head.header("Proxy-Connection").compare("close", Qt::CaseInsensitive) == 0;
        goOn = serve(call) && !call.closes;
    }
}

bool ProxyConnection::serve(Call &call)
{
    const QByteArray wanted = "Basic " + m_login.toBase64();
    if (!m_login.isEmpty() && call.head.header("Proxy-Authorization") != wanted) {
        return refuse(call, 407, "Proxy Authentication Required",
                      "Proxy-Authenticate: Basic realm=\"hubdesk-localhub\"\r\n");
    }
    if (call.method == "CONNECT") {
        tunnel(call);
        return false;
    }
    if (!call.target.startsWith("http://"))
        return refuse(call, 400, "Bad Request");
    if (!call.head.header("Transfer-Encoding").isEmpty()) {
        refuse(call, 411, "Length Required");
        return false;
    }
    return forward(call);
}

void ProxyConnection::note(Call &call)
{
    call.entry.ms = call.clock.elapsed();
    m_log.add(call.entry);
}

bool ProxyConnection::refuse(Call &call, int status, const QByteArray &reason,
                             const QByteArray &more)
{
    if (call.method != "CONNECT" && !m_client.skip(call.bodySize))
        return false;
    const QByteArray body = call.method == "HEAD" ? QByteArray() : reason + '\n';
    call.entry.status = status;
    call.entry.bytes = body.size();
    note(call);
    return m_client.write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reason + "\r\n" + more
                          + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: "
                          + QByteArray::number(reason.size() + 1) + "\r\n\r\n" + body);
}

std::unique_ptr<Wire> ProxyConnection::connectTo(const QByteArray &authority, quint16 standardPort,
                                                 int &refusal) const
{
    QString host = QString::fromLatin1(authority);
    quint16 port = standardPort;
    const qsizetype colon = host.lastIndexOf(u':');
    if (colon > host.lastIndexOf(u']')) {
        port = host.sliced(colon + 1).toUShort();
        host.truncate(colon);
    }
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    const QHostAddress address(
        host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 ? u"127.0.0.1"_s : host);
    refusal = address.isLoopback() && port != 0 ? kBadGateway : kForbidden;
    const int socket = refusal == kForbidden ? -1 : connectedSocket(address, port);
    return socket < 0 ? nullptr : std::make_unique<Wire>(socket, m_stop);
}

bool ProxyConnection::forward(Call &call)
{
    const QByteArray rest = call.target.sliced(qstrlen("http://"));
    const qsizetype slash = rest.indexOf('/');
    const QByteArray authority = slash < 0 ? rest : rest.first(slash);
    int refusal = 0;
    const auto upstream = connectTo(authority, kHttpPort, refusal);
    if (!upstream)
        return refuse(call, refusal, refusal == kForbidden ? "Forbidden" : "Bad Gateway");
    const bool expects = !call.head.header("Expect").isEmpty();
    MessageHead head = call.head;
    removeHopHeaders(head);
    head.firstLine =
        call.method + ' ' + (slash < 0 ? QByteArray("/") : rest.sliced(slash)) + " HTTP/1.1";
    head.headers.emplaceBack("Connection", "close");
    // What the request line says counts, whatever the client thinks of the host.
    head.remove("Host");
    head.headers.emplaceBack("Host", authority);
    (void)upstream->write(head.bytes());
    if (expects)
        (void)m_client.write("HTTP/1.1 100 Continue\r\n\r\n");
    while (call.bodySize > 0) {
        const QByteArray bytes = m_client.read(std::min(call.bodySize, kBlock));
        if (bytes.isEmpty()) {
            note(call);
            return false;
        }
        call.bodySize -= bytes.size();
        // Whoever takes no more of it has said why, or the reply is missing below.
        (void)upstream->write(bytes);
    }
    return relayReply(call, *upstream);
}

bool ProxyConnection::relayReply(Call &call, Wire &upstream)
{
    auto head = upstream.readHead();
    while (head && head->firstLine.split(' ').value(1).startsWith('1'))
        head = upstream.readHead();
    if (!head)
        return refuse(call, kBadGateway, "Bad Gateway");
    call.entry.status = head->firstLine.split(' ').value(1).toInt();
    const qint64 size = replySize(*head, call.entry.status, call.method);
    removeHopHeaders(*head);
    if (size == kUntilClosed || call.closes)
        head->headers.emplaceBack("Connection", "close");
    // Before the last bytes leave, so that a client which has them finds the entry.
    if (size == 0)
        note(call);
    if (!m_client.write(head->bytes()))
        return false;
    while (size == kUntilClosed || call.entry.bytes < size) {
        const qint64 wanted = size == kUntilClosed ? kBlock : size - call.entry.bytes;
        const QByteArray bytes = upstream.read(std::min(wanted, kBlock), &m_client);
        call.entry.bytes += bytes.size();
        if (bytes.isEmpty() || call.entry.bytes == size)
            note(call);
        if (bytes.isEmpty())
            return false;
        if (!m_client.write(bytes)) {
            if (call.entry.bytes != size)
                note(call);
            return false;
        }
    }
    return true;
}

void ProxyConnection::tunnel(Call &call)
{
    int refusal = 0;
    const auto upstream = connectTo(call.target, kHttpsPort, refusal);
    if (!upstream) {
        refuse(call, refusal, refusal == kForbidden ? "Forbidden" : "Bad Gateway");
        return;
    }
    // The answer to CONNECT ends here; what goes through the tunnel is nobody's business.
    call.entry.status = 200;
    note(call);
    if (m_client.write("HTTP/1.1 200 Connection established\r\n\r\n"))
        pump(*upstream);
}

void ProxyConnection::pump(Wire &upstream)
{
    struct Way
    {
        Wire *from;
        Wire *to;
        bool open = true;
    };
    std::array<Way, 2> ways{Way{&m_client, &upstream}, Way{&upstream, &m_client}};
    const auto pass = [](Way &way) {
        const QByteArray bytes = way.from->read(kBlock);
        if (!bytes.isEmpty() && way.to->write(bytes))
            return;
        way.open = false;
        (void)::shutdown(way.to->socket(), SHUT_WR);
    };
    while (ways[0].open || ways[1].open) {
        std::array<pollfd, 3> watched{
            pollfd{
                .fd = ways[0].open ? ways[0].from->socket() : -1, .events = POLLIN, .revents = 0},
            pollfd{
                .fd = ways[1].open ? ways[1].from->socket() : -1, .events = POLLIN, .revents = 0},
            pollfd{.fd = m_stop, .events = POLLIN, .revents = 0}};
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            return;
        if (watched[2].revents != 0)
            return;
        for (size_t i = 0; i < ways.size(); ++i) {
            if (watched[i].revents != 0)
                pass(ways[i]);
        }
    }
}

} // namespace hubdesk::localhub
