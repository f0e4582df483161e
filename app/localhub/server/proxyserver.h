// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/requestlog.h"

#include <QHostAddress>

#include <atomic>
#include <expected>
#include <list>
#include <thread>

namespace hubdesk::localhub {

//! A forward HTTP proxy for tests: on a loopback address, towards loopback addresses only. What it
//! saw is in the log, as entries of the port "proxy". A thread for each client.
class ProxyServer
{
public:
    //! `login`: "user:password", or empty when the proxy asks for none.
    ProxyServer(RequestLog &log, QByteArray login);
    ~ProxyServer();
    Q_DISABLE_COPY_MOVE(ProxyServer)

    //! Listens; port 0 takes a free one. Returns the port or a sentence. To be called once.
    std::expected<quint16, QString> start(const QHostAddress &address, quint16 port);
    //! Ends every connection.
    void stop();

private:
    struct Worker
    {
        std::atomic<bool> done = false;
        std::thread thread;
    };

    void acceptLoop();
    void serve(int socket);

    RequestLog &m_log;
    const QByteArray m_login;
    int m_listener = -1;
    int m_stop = -1; //!< an eventfd that is readable from stop() on
    std::thread m_thread;
    std::list<Worker> m_workers; //!< of the accepting thread
};

} // namespace hubdesk::localhub
