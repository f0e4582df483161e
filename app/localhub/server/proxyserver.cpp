// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/proxyserver.h"

#include "app/localhub/server/listener.h"
#include "app/localhub/server/proxyconnection.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

ProxyServer::ProxyServer(RequestLog &log, QByteArray login)
    : m_log(log),
      m_login(std::move(login))
{ }

ProxyServer::~ProxyServer()
{
    stop();
}

std::expected<quint16, QString> ProxyServer::start(const QHostAddress &address, quint16 port)
{
    const auto listener = listenOn(address, port);
    if (!listener)
        return std::unexpected(listener.error());
    m_listener = listener->socket;
    m_stop = ::eventfd(0, EFD_CLOEXEC);
    m_thread = std::thread([this] { acceptLoop(); });
    return listener->port;
}

void ProxyServer::stop()
{
    if (!m_thread.joinable())
        return;
    const quint64 one = 1;
    (void)!::write(m_stop, &one, sizeof(one));
    m_thread.join();
    ::close(m_listener);
    ::close(m_stop);
}

void ProxyServer::acceptLoop()
{
    while (true) {
        std::array<pollfd, 2> watched{pollfd{.fd = m_listener, .events = POLLIN, .revents = 0},
                                      pollfd{.fd = m_stop, .events = POLLIN, .revents = 0}};
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            break;
        if (watched[1].revents != 0)
            break;
        if (watched[0].revents == 0)
            continue;
        m_workers.remove_if([](Worker &worker) {
            if (worker.done)
                worker.thread.join();
            return worker.done.load();
        });
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0)
            serve(socket);
    }
    for (Worker &worker : m_workers)
        worker.thread.join();
    m_workers.clear();
}

void ProxyServer::serve(int socket)
{
    Worker &worker = m_workers.emplace_back();
    worker.thread = std::thread([this, socket, &worker] {
        ProxyConnection(socket, m_stop, m_login, m_log).run();
        worker.done = true;
    });
}

} // namespace hubdesk::localhub
