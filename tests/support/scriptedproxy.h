// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/clientconfig.h"

#include <QHash>
#include <QTcpServer>

#include <functional>

class QTcpSocket;

namespace hubdesk {

//! An HTTP proxy that answers for every host of the world as it is told: for tests of what is sent
//! where. Lives on the test's thread.
class ScriptedProxy final : public QTcpServer
{
    Q_OBJECT

public:
    ScriptedProxy();

    //! \a config, with everything going through this.
    [[nodiscard]] ClientConfig through(ClientConfig config) const;

    //! A reply as it goes over the wire.
    [[nodiscard]] static QByteArray
    reply(int status, const QByteArray &body = {},
          const QList<std::pair<QByteArray, QByteArray>> &headers = {});

    //! Called with the head of each request; gives the raw reply. Empty: the connection is closed;
    //! with kThenClose at its end: closed behind it.
    static constexpr QByteArrayView kThenClose = "\n--close--";
    std::function<QByteArray(const QByteArray &head)> answer;
    QList<QByteArray> heads; //!< Of all requests so far.
    int connections = 0;

private:
    void read(QTcpSocket *socket);

    QHash<QTcpSocket *, QByteArray> m_data;
};

} // namespace hubdesk
