// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/freedesktopnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString service()
{
    return u"org.freedesktop.Notifications"_s;
}

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service(), u"/org/freedesktop/Notifications"_s, service(),
                                          method);
}

} // namespace

FreedesktopNotifier::FreedesktopNotifier(QDBusConnection bus, QObject *parent)
    : QObject(parent),
      m_bus(std::move(bus))
{
    if (!m_bus.isConnected())
        return;
    const auto listen = [this](const QString &signal, const char *slot) {
        m_bus.connect(service(), u"/org/freedesktop/Notifications"_s, service(), signal, this,
                      slot);
    };
    listen(u"ActionInvoked"_s, SLOT(invoked(uint, QString)));
    listen(u"NotificationClosed"_s, SLOT(closed(uint, uint)));
    listen(u"ActivationToken"_s, SLOT(takeToken(uint, QString)));
}

void FreedesktopNotifier::show(const DesktopNotification &notification,
                               std::function<void()> activated)
{
    if (!m_bus.isConnected())
        return;
    m_activated = std::move(activated);
    const uint turn = ++m_turn;
    // Whether text is markup differs from service to service; without one this is all that happens.
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, turn, notification](QDBusPendingCallWatcher *finished) {
                finished->deleteLater();
                const QDBusPendingReply<QStringList> reply = *finished;
                if (!reply.isError() && turn == m_turn)
                    send(notification, reply.value().contains("body-markup"_L1));
            });
}

void FreedesktopNotifier::send(const DesktopNotification &notification, bool withMarkup)
{
    constexpr int kServiceDecides = -1; // ms until it goes
    const QVariantMap hints{
        {u"desktop-entry"_s, u"org.hubdesk.Hubdesk"_s},
        {u"category"_s, notification.isTrouble ? u"transfer.error"_s : u"transfer.complete"_s},
        {u"suppress-sound"_s, true},
    };
    QDBusMessage message = call(u"Notify"_s);
    message << u"Hubdesk"_s << m_id << u"org.hubdesk.Hubdesk"_s << notification.title
            << (withMarkup ? notification.text.toHtmlEscaped() : notification.text)
            << QStringList{u"default"_s, tr("Show")} << hints << kServiceDecides;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *finished) {
                finished->deleteLater();
                const QDBusPendingReply<uint> reply = *finished;
                if (!reply.isError())
                    m_id = reply.value();
            });
}

void FreedesktopNotifier::invoked(uint id, const QString &action)
{
    if (id != m_id || m_id == 0 || action != "default"_L1 || !m_activated)
        return;
    const auto activated = std::exchange(m_activated, nullptr);
    activated();
}

void FreedesktopNotifier::closed(uint id, uint)
{
    if (id == m_id)
        m_id = 0;
}

void FreedesktopNotifier::takeToken(uint id, const QString &token)
{
    // Wayland lets a window come to the front only with what the click was worth.
    if (id == m_id && m_id != 0)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

} // namespace hubdesk
