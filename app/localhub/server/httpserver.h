// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/pipeline.h"
#include "app/localhub/server/requestlog.h"
#include "app/localhub/server/tokenbucket.h"

#include <QHostAddress>

#include <atomic>
#include <expected>
#include <memory>

struct MHD_Daemon;

namespace hubdesk::localhub {

//! How the two servers behave as a whole.
struct ServerLimits
{
    qint64 throttle = 0; //!< bytes a second over all connections, 0: no limit
    qint64 throttleConnection = 0; //!< bytes a second of each connection, 0: no limit
    QByteArray tlsCertificate; //!< PEM; with the key it makes the server https
    QByteArray tlsKey;
};

//! One listening address: a thread for each connection, bodies streamed, everything logged.
class HttpServer
{
public:
    HttpServer(Port port, Pipeline &pipeline, RequestLog &log, TokenBucket &throttle,
               ServerLimits limits);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    //! Listens; port 0 takes a free one. Returns the port or a sentence.
    std::expected<quint16, QString> start(const QHostAddress &address, quint16 port);
    //! Ends every connection, waiting replies included.
    void stop();

private:
    friend struct HttpCallbacks;

    Port m_port;
    Pipeline &m_pipeline;
    RequestLog &m_log;
    TokenBucket &m_throttle;
    ServerLimits m_limits;
    std::atomic<bool> m_stopping = false;
    MHD_Daemon *m_daemon = nullptr;
};

} // namespace hubdesk::localhub
