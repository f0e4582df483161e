// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/requestlog.h"
#include "app/localhub/server/wire.h"

#include <QElapsedTimer>

#include <memory>

namespace hubdesk::localhub {

//! One client of the proxy: request after request, or one tunnel. For one thread.
class ProxyConnection
{
public:
    //! Takes over `socket`. `login` is "user:password", or empty when none is asked for.
    ProxyConnection(int socket, int stop, const QByteArray &login, RequestLog &log);

    //! Serves until the client goes away or the proxy stops.
    void run();

private:
    // What is known of the request that is served.
    struct Call
    {
        MessageHead head;
        QByteArray method;
        QByteArray target;
        qint64 bodySize = 0; //!< bytes of it that are still to come
        bool closes = false; //!< the client wants the connection to end behind the reply
        RequestLog::Entry entry;
        QElapsedTimer clock;
    };

    bool serve(Call &call);
    bool forward(Call &call);
    bool relayReply(Call &call, Wire &upstream);
    void tunnel(Call &call);
    void pump(Wire &upstream);
    bool refuse(Call &call, int status, const QByteArray &reason, const QByteArray &more = {});
    void note(Call &call);
    std::unique_ptr<Wire> connectTo(const QByteArray &authority, quint16 standardPort,
                                    int &refusal) const;

    Wire m_client;
    const int m_stop;
    const QByteArray m_login;
    RequestLog &m_log;
};

} // namespace hubdesk::localhub
