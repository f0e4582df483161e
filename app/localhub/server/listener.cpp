// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/listener.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

std::expected<Listener, QString> listenOn(const QHostAddress &address, quint16 port)
{
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const auto failed = [&](int code) {
        const QString reason = code == EADDRINUSE ? u"the port is taken"_s
                                                  : QString::fromLocal8Bit(std::strerror(code));
        return std::unexpected(
            u"Cannot listen on %1 port %2: %3."_s.arg(address.toString()).arg(port).arg(reason));
    };
    const int socket = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return failed(errno);
    const int on = 1;
    (void)::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    sockaddr_storage storage{};
    socklen_t length = 0;
    if (v6) {
        sockaddr_in6 in{};
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&in.sin6_addr, &bytes, sizeof(bytes));
        std::memcpy(&storage, &in, sizeof(in));
        length = sizeof(in);
    } else {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(port);
        in.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&storage, &in, sizeof(in));
        length = sizeof(in);
    }
    auto *generic = reinterpret_cast<sockaddr *>(&storage);
    if (::bind(socket, generic, length) != 0 || ::listen(socket, SOMAXCONN) != 0) {
        const int code = errno;
        ::close(socket);
        return failed(code);
    }
    length = sizeof(storage);
    (void)::getsockname(socket, generic, &length);
    in_port_t bound = 0;
    std::memcpy(&bound,
                reinterpret_cast<const char *>(&storage)
                    + (v6 ? offsetof(sockaddr_in6, sin6_port) : offsetof(sockaddr_in, sin_port)),
                sizeof(bound));
    return Listener{.socket = socket, .port = ntohs(bound)};
}

} // namespace hubdesk::localhub
