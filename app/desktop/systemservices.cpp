// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/systemservices.h"

#include "core/log/categories.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kLoginService = "org.freedesktop.login1"_L1;
constexpr auto kLoginPath = "/org/freedesktop/login1"_L1;
constexpr auto kLoginInterface = "org.freedesktop.login1.Manager"_L1;
// KDE, Xfce, MATE and others; they put the computer to sleep by themselves and do not ask logind
// whether somebody minds. Not the screen saver's interface: the screen may go dark.
constexpr auto kPowerService = "org.freedesktop.PowerManagement"_L1;
constexpr auto kPowerPath = "/org/freedesktop/PowerManagement/Inhibit"_L1;
constexpr auto kPowerInterface = "org.freedesktop.PowerManagement.Inhibit"_L1;
constexpr auto kNetworkService = "org.freedesktop.NetworkManager"_L1;
constexpr auto kNetworkPath = "/org/freedesktop/NetworkManager"_L1;
constexpr auto kName = "Hubdesk"_L1;

QDBusMessage powerCall(const QString &method)
{
    auto call = QDBusMessage::createMethodCall(kPowerService, kPowerPath, kPowerInterface, method);
    call.setAutoStartService(false); // nothing is started only to be told not to sleep
    return call;
}

} // namespace

SystemServices::SystemServices(QObject *parent)
    : QObject(parent)
{ }

SystemServices::~SystemServices()
{
    if (m_isBlocking)
        SystemServices::release();
}

void SystemServices::connectToBuses()
{
    // Saying hello to a bus waits for its answer.
    QtConcurrent::run([] {
        return std::pair(
            QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"hubdesk-system"_s),
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"hubdesk-session"_s));
    }).then(this, [this](const std::pair<QDBusConnection, QDBusConnection> &buses) {
        setBuses(buses.first, buses.second);
    });
}

void SystemServices::setBuses(const QDBusConnection &system, const QDBusConnection &session)
{
    m_system = system;
    m_session = session;
    if (system.isConnected()) {
        m_system->connect(kLoginService, kLoginPath, kLoginInterface, u"PrepareForSleep"_s, this,
                          SLOT(onPrepareForSleep(bool)));
        m_system->connect(kNetworkService, kNetworkPath, u"org.freedesktop.DBus.Properties"_s,
                          u"PropertiesChanged"_s, this,
                          SLOT(onNetworkProperties(QString, QVariantMap)));
    }
    if (m_isBlocking) {
        askLogind();
        askPowerManager();
    }
}

void SystemServices::block(const QString &reason)
{
    m_reason = reason;
    m_isBlocking = true;
    ++m_turn;
    askLogind();
    askPowerManager();
}

void SystemServices::release()
{
    m_isBlocking = false;
    m_descriptor = {};
    if (const auto cookie = std::exchange(m_cookie, std::nullopt))
        giveBackCookie(*cookie);
}

void SystemServices::askLogind()
{
    if (!m_system || !m_system->isConnected())
        return;
    auto call =
        QDBusMessage::createMethodCall(kLoginService, kLoginPath, kLoginInterface, u"Inhibit"_s);
    // "idle" only: the user's own "suspend" and a closed lid are obeyed.
    call << u"idle"_s << QString(kName) << m_reason << u"block"_s;
    auto *watcher = new QDBusPendingCallWatcher(m_system->asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, turn = m_turn] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (reply.isError())
            qCInfo(lcTransfer).noquote()
                << "logind does not keep the computer awake:" << reply.error().message();
        else if (m_isBlocking && turn == m_turn)
            m_descriptor = reply.value(); // else it closes here, which is what release() wanted
    });
}

void SystemServices::askPowerManager()
{
    if (!m_session || !m_session->isConnected())
        return;
    auto call = powerCall(u"Inhibit"_s);
    call << QString(kName) << m_reason;
    auto *watcher = new QDBusPendingCallWatcher(m_session->asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, turn = m_turn] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            return; // most desktops leave it to logind
        if (m_isBlocking && turn == m_turn)
            m_cookie = reply.value();
        else
            giveBackCookie(reply.value());
    });
}

void SystemServices::giveBackCookie(uint cookie)
{
    auto call = powerCall(u"UnInhibit"_s);
    call << cookie;
    m_session->asyncCall(call);
}

void SystemServices::onPrepareForSleep(bool isAboutToSleep)
{
    qCInfo(lcTransfer) << (isAboutToSleep ? "the computer goes to sleep" : "the computer is back");
    if (!isAboutToSleep)
        Q_EMIT wokeUp();
}

void SystemServices::onNetworkProperties(const QString &interface, const QVariantMap &changed)
{
    // An object path, "/" while there is no network at all.
    const auto primary = changed.constFind(u"PrimaryConnection"_s);
    if (interface != kNetworkService || primary == changed.cend()
        || primary->value<QDBusObjectPath>().path() == "/"_L1)
        return;
    qCInfo(lcTransfer) << "the network is another";
    Q_EMIT networkChanged();
}

} // namespace hubdesk
