// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/desktopnotifier.h"

#include <QDBusConnection>
#include <QObject>
#include <QStringList>

namespace hubdesk {

//! Messages through org.freedesktop.Notifications. Never waits for the bus; without a bus or a
//! service on it nothing is shown.
class FreedesktopNotifier final : public QObject, public DesktopNotifier
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FreedesktopNotifier)

public:
    explicit FreedesktopNotifier(QDBusConnection bus, QObject *parent = nullptr);

    void show(const DesktopNotification &notification, std::function<void()> activated) override;

private Q_SLOTS:
    void invoked(uint id, const QString &action);
    void closed(uint id, uint reason);
    void takeToken(uint id, const QString &token);

private:
    void send(const DesktopNotification &notification, bool withMarkup);

    QDBusConnection m_bus;
    std::function<void()> m_activated;
    uint m_id = 0; //!< of the message that is shown; 0: none
    uint m_turn = 0; //!< counts show(): late answers belong to older ones
};

} // namespace hubdesk
