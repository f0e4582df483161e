// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/sleepinhibitor.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QVariantMap>

#include <optional>

class QDBusPendingCallWatcher;

namespace hubdesk {

//! What the window asks of the system and hears from it over D-Bus: systemd-logind and the
//! desktop's power manager keep an idle computer awake, logind says when it is back from sleep,
//! NetworkManager when the way to the network is another. All calls are asynchronous; where there
//! are no such services (another system, no bus) nothing happens. GUI thread.
class SystemServices final : public QObject, public SleepInhibitor
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemServices)

public:
    explicit SystemServices(QObject *parent = nullptr);
    ~SystemServices() override;

    //! Connects to the two buses without waiting for them.
    void connectToBuses();
    //! \a system has logind and NetworkManager, \a session the power manager; may be the same, or
    //! not connected.
    void setBuses(const QDBusConnection &system, const QDBusConnection &session);

    void block(const QString &reason) override;
    void release() override;

Q_SIGNALS:
    //! The computer slept and is back.
    void wokeUp();
    //! Another connection leads to the network: old ones may hang.
    void networkChanged();

private Q_SLOTS: // D-Bus connects by name
    void onPrepareForSleep(bool isAboutToSleep);
    void onNetworkProperties(const QString &interface, const QVariantMap &changed);

private:
    void askLogind();
    void askPowerManager();
    void giveBackCookie(uint cookie);

    std::optional<QDBusConnection> m_system;
    std::optional<QDBusConnection> m_session;
    QString m_reason;
    bool m_isBlocking = false;
    quint64 m_turn = 0; // of block(): late answers of an earlier one are told apart by it
    QDBusUnixFileDescriptor m_descriptor; // logind blocks as long as it is open
    std::optional<uint> m_cookie; // the power manager's
};

} // namespace hubdesk
