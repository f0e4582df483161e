// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/systemservices.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hubdesk {

//! systemd-logind as far as we need it: gives out descriptors and notices when they are closed.
class FakeLogind : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList calls;
    bool isSlow = false; //!< Answers when answer() is called.

    ~FakeLogind() override { closeAll(); }

    //! How many of those given out are still open elsewhere.
    [[nodiscard]] int held() const
    {
        int count = 0;
        for (const int end : m_readEnds) {
            pollfd state{end, POLLIN, 0};
            ::poll(&state, 1, 0);
            count += (state.revents & POLLHUP) == 0 ? 1 : 0;
        }
        return count;
    }
    void answer()
    {
        for (const QDBusMessage &call : std::exchange(m_waiting, {}))
            m_bus.send(call.createReply(QVariant::fromValue(makeDescriptor())));
    }

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming): the name on the bus
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why,
                                    const QString &mode)
    {
        calls << QStringList{what, who, why, mode}.join(u'|');
        if (isSlow) {
            m_bus = connection();
            setDelayedReply(true);
            m_waiting << message();
            return {};
        }
        return makeDescriptor();
    }

Q_SIGNALS:
    // NOLINTNEXTLINE(readability-identifier-naming)
    void PrepareForSleep(bool start);

private:
    QDBusUnixFileDescriptor makeDescriptor()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return {};
        m_readEnds << ends[0];
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(ends[1]);
        return given;
    }
    void closeAll()
    {
        for (const int end : m_readEnds)
            ::close(end);
    }

    QList<int> m_readEnds;
    QList<QDBusMessage> m_waiting;
    QDBusConnection m_bus{u"none"_s};
};

class FakePowerManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")

public:
    QStringList calls;
    uint cookies = 40;

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming)
    uint Inhibit(const QString &who, const QString &why)
    {
        calls << u"inhibit "_s + who + u'|' + why;
        return ++cookies;
    }
    // NOLINTNEXTLINE(readability-identifier-naming)
    void UnInhibit(uint cookie) { calls << u"give back %1"_s.arg(cookie); }
};

//! Our side of logind and the power manager, on a bus of the test's own.
class SystemServicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_daemon.start(u"dbus-daemon"_s,
                       {u"--session"_s, u"--nofork"_s, u"--print-address"_s,
                        u"--address=unix:dir="_s + m_folder.path()});
        QVERIFY(m_daemon.waitForStarted());
        QTRY_VERIFY(m_daemon.canReadLine());
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    void init()
    {
        m_logind = std::make_unique<FakeLogind>();
        m_power = std::make_unique<FakePowerManager>();
        QDBusConnection services = bus(u"services"_s);
        QVERIFY(services.registerObject(u"/org/freedesktop/login1"_s, m_logind.get(),
                                        QDBusConnection::ExportAllSlots
                                            | QDBusConnection::ExportAllSignals));
        QVERIFY(services.registerObject(u"/org/freedesktop/PowerManagement/Inhibit"_s,
                                        m_power.get(), QDBusConnection::ExportAllSlots));
        QVERIFY(services.registerService(u"org.freedesktop.login1"_s));
        QVERIFY(services.registerService(u"org.freedesktop.PowerManagement"_s));
        QVERIFY(services.registerService(u"org.freedesktop.NetworkManager"_s));
        m_manager = std::make_unique<SystemServices>();
    }
    void cleanup()
    {
        m_manager.reset();
        QDBusConnection::disconnectFromBus(u"services"_s);
        QDBusConnection::disconnectFromBus(u"client"_s);
    }

    void blocksAndReleases()
    {
        m_manager->setBuses(bus(u"client"_s), bus(u"client"_s));
        QVERIFY(m_logind->calls.isEmpty());
        m_manager->block(u"Because"_s);
        QTRY_COMPARE(m_logind->held(), 1);
        QCOMPARE(m_logind->calls, QStringList{u"idle|Hubdesk|Because|block"_s});
        QTRY_COMPARE(m_power->calls, QStringList{u"inhibit Hubdesk|Because"_s});
        // The answers have been taken in when a later call of ours was answered.
        settle();
        m_manager->release();
        QTRY_COMPARE(m_logind->held(), 0);
        QTRY_COMPARE(m_power->calls.last(), u"give back 41"_s);
        // And again.
        m_manager->block(u"Still"_s);
        QTRY_COMPARE(m_logind->held(), 1);
        settle();
        m_manager.reset();
        QTRY_COMPARE(m_logind->held(), 0);
        QTRY_COMPARE(m_power->calls.last(), u"give back 42"_s);
    }

    void doesNotKeepAnAnswerThatComesTooLate()
    {
        m_logind->isSlow = true;
        m_manager->setBuses(bus(u"client"_s), bus(u"client"_s));
        m_manager->block(u"Because"_s);
        QTRY_COMPARE(m_logind->calls.size(), 1);
        m_manager->release();
        m_manager->block(u"Again"_s);
        QTRY_COMPARE(m_logind->calls.size(), 2);
        m_logind->answer();
        QTRY_COMPARE(m_logind->held(), 1); // of two that were given out
        m_manager->release();
        QTRY_COMPARE(m_logind->held(), 0);
    }

    void asksWhenTheBusComesLater()
    {
        m_manager->block(u"Because"_s);
        m_manager->setBuses(bus(u"client"_s), bus(u"client"_s));
        QTRY_COMPARE(m_logind->held(), 1);
    }

    void tellsWhenTheComputerIsBack()
    {
        m_manager->setBuses(bus(u"client"_s), bus(u"client"_s));
        settle();
        QSignalSpy woke(m_manager.get(), &SystemServices::wokeUp);
        Q_EMIT m_logind->PrepareForSleep(true);
        settle();
        QCOMPARE(woke.size(), 0);
        Q_EMIT m_logind->PrepareForSleep(false);
        QTRY_COMPARE(woke.size(), 1);
    }

    void tellsWhenTheNetworkIsAnother()
    {
        m_manager->setBuses(bus(u"client"_s), bus(u"client"_s));
        settle();
        QSignalSpy changed(m_manager.get(), &SystemServices::networkChanged);
        const QString manager = u"org.freedesktop.NetworkManager"_s;
        const auto path = [](const QString &text) {
            return QVariant::fromValue(QDBusObjectPath(text));
        };
        sendNetwork(manager, {{u"PrimaryConnection"_s, path(u"/"_s)}}); // gone
        sendNetwork(manager, {{u"State"_s, 70U}});
        sendNetwork(u"org.other"_s, {{u"PrimaryConnection"_s, path(u"/some/1"_s)}});
        settle();
        QCOMPARE(changed.size(), 0);
        sendNetwork(manager, {{u"PrimaryConnection"_s, path(u"/some/2"_s)}});
        QTRY_COMPARE(changed.size(), 1);
    }

    void livesWithoutABus()
    {
        const QDBusConnection none(u"no such bus"_s);
        m_manager->setBuses(none, none);
        m_manager->block(u"Because"_s);
        m_manager->release();
        m_manager->block(u"Because"_s);
    }

    void livesWithoutTheServices()
    {
        QDBusConnection::disconnectFromBus(u"services"_s);
        m_manager->setBuses(bus(u"client"_s), bus(u"client"_s));
        m_manager->block(u"Because"_s);
        settle();
        m_manager->release();
        QVERIFY(m_logind->calls.isEmpty());
    }

private:
    QDBusConnection bus(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }
    void sendNetwork(const QString &interface, const QVariantMap &properties) const
    {
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/NetworkManager"_s,
                                                         u"org.freedesktop.DBus.Properties"_s,
                                                         u"PropertiesChanged"_s);
        signal << interface << properties << QStringList();
        QVERIFY(bus(u"services"_s).send(signal));
    }
    //! What was sent to the services before is answered, and what they sent has arrived: messages
    //! between two connections keep their order.
    void settle()
    {
        const QDBusMessage ping = QDBusMessage::createMethodCall(
            u"org.freedesktop.login1"_s, u"/"_s, u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
        const QDBusPendingCallWatcher watcher(bus(u"client"_s).asyncCall(ping));
        QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
        QVERIFY(finished.wait());
    }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<FakeLogind> m_logind;
    std::unique_ptr<FakePowerManager> m_power;
    std::unique_ptr<SystemServices> m_manager;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::SystemServicesTest)
#include "tst_systemservices.moc"
