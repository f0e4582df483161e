// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedproxy.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace hubdesk {

ScriptedProxy::ScriptedProxy()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        ++connections;
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_data.remove(socket);
            socket->deleteLater();
        });
    });
}

ClientConfig ScriptedProxy::through(ClientConfig config) const
{
    config.proxies.all = u"http://127.0.0.1:%1"_s.arg(serverPort());
    return config;
}

QByteArray ScriptedProxy::reply(int status, const QByteArray &body,
                                const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status)
        + " -\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n" + body;
}

void ScriptedProxy::read(QTcpSocket *socket)
{
    QByteArray &data = m_data[socket];
    data += socket->readAll();
    for (qsizetype end = 0; (end = data.indexOf("\r\n\r\n")) >= 0;) {
        const QByteArray head = data.first(end + 2);
        data.remove(0, end + 4);
        heads << head;
        QByteArray text = answer ? answer(head) : reply(200);
        const bool closes = text.isEmpty() || text.endsWith(kThenClose);
        if (text.endsWith(kThenClose))
            text.chop(kThenClose.size());
        socket->write(text);
        if (closes)
            return socket->disconnectFromHost();
    }
}

} // namespace hubdesk
