// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <expected>
#include <memory>

namespace hubdesk::localhub {

struct LocalHubOptions
{
    QString folder = {};
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0; //!< 0: any free one
    bool seedDemo = true;
    QByteArray tlsCertificate = {}; //!< PEM; with the key it makes both addresses https
    QByteArray tlsKey = {};
    qint64 latencyMs = 0;
    qint64 throttle = 0; //!< bytes a second over all connections, 0: no limit
    qint64 throttleConnection = 0; //!< bytes a second of each connection, 0: no limit
    //! Where it is an HTTP proxy towards this machine too, a loopback address; nothing: it is none.
    QHostAddress proxyAddress = {};
    quint16 proxyPort = 0; //!< 0: any free one
    QByteArray proxyLogin =
        {}; //!< "user:password" that the proxy asks for, empty: it asks for none
};

//! A small real Hub on this machine: serves from its own threads until it is stopped or destroyed.
//! A QCoreApplication must exist, as SQLite is reached through a plug-in.
class LocalHub
{
public:
    //! Opens the folder (seeding an empty one, which takes seconds), and listens. On failure one
    //! sentence for the user.
    static std::expected<std::unique_ptr<LocalHub>, QString> start(const LocalHubOptions &options);
    ~LocalHub();
    Q_DISABLE_COPY_MOVE(LocalHub)

    [[nodiscard]] QString endpoint() const { return m_endpoint; }
    [[nodiscard]] QString cdn() const { return m_cdn; }
    //! Empty when it is no proxy.
    [[nodiscard]] QString proxy() const { return m_proxy; }
    void stop();

private:
    struct Parts;
    LocalHub();

    std::unique_ptr<Parts> m_parts;
    QString m_endpoint;
    QString m_cdn;
    QString m_proxy;
};

} // namespace hubdesk::localhub
