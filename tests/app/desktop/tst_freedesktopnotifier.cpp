// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/freedesktopnotifier.h"

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! A desktop that remembers what it was told.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList capabilities{u"body"_s, u"actions"_s};
    QStringList titles;
    QStringList texts;
    QStringList actions;
    QList<uint> replaced;
    QVariantMap hints;

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() { return capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &, uint replaces, const QString &, const QString &title,
                             const QString &text, const QStringList &offered,
                             const QVariantMap &with, int)
    {
        replaced.append(replaces);
        titles.append(title);
        texts.append(text);
        actions = offered;
        hints = with;
        return replaces == 0 ? ++m_lastId : replaces;
    }

Q_SIGNALS:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);

private:
    uint m_lastId = 0;
};

class TestFreedesktopNotifier : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QString m_address;
    std::unique_ptr<FakeDesktop> m_desktop;

    QDBusConnection connection(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile config(m_folder.filePath(u"bus.conf"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8()
                     + "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                       "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/>"
                       "<allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_bus.start(u"dbus-daemon"_s,
                    {u"--nofork"_s, u"--print-address"_s, u"--config-file"_s, config.fileName()});
        QVERIFY2(m_bus.waitForStarted(), "dbus-daemon is needed");
        QTRY_VERIFY(m_bus.canReadLine());
        m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
        QVERIFY(connection(u"client"_s).isConnected());
    }
    void cleanupTestCase()
    {
        for (const QString &name : {u"client"_s, u"desktop"_s})
            QDBusConnection::disconnectFromBus(name);
        m_bus.terminate();
        QVERIFY(m_bus.waitForFinished());
    }
    void init()
    {
        m_desktop = std::make_unique<FakeDesktop>();
        QDBusConnection bus = connection(u"desktop"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, m_desktop.get(),
                                   QDBusConnection::ExportScriptableContents));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    }
    void cleanup()
    {
        QDBusConnection bus = connection(u"desktop"_s);
        bus.unregisterService(u"org.freedesktop.Notifications"_s);
        bus.unregisterObject(u"/org/freedesktop/Notifications"_s);
    }

    void showsOneAndReplacesIt()
    {
        FreedesktopNotifier notifier(connection(u"client"_s));
        notifier.show({u"2 downloads finished"_s, u"a <b> & c"_s, false}, [] { });
        QTRY_COMPARE(m_desktop->titles, QStringList{u"2 downloads finished"_s});
        QCOMPARE(m_desktop->texts.constFirst(), u"a <b> & c"_s);
        QCOMPARE(m_desktop->hints.value(u"suppress-sound"_s).toBool(), true);
        QVERIFY(!m_desktop->hints.contains(u"sound-name"_s));
        QCOMPARE(m_desktop->hints.value(u"category"_s).toString(), u"transfer.complete"_s);
        // The id of the first one must have arrived before the second can replace it.
        QTRY_VERIFY([&] {
            notifier.show({u"1 download failed"_s, {}, true}, [] { });
            return m_desktop->replaced.last() == 1;
        }());
        QTRY_COMPARE(m_desktop->hints.value(u"category"_s).toString(), u"transfer.error"_s);
    }

    void escapesWhereTextIsMarkup()
    {
        m_desktop->capabilities.append(u"body-markup"_s);
        FreedesktopNotifier notifier(connection(u"client"_s));
        notifier.show({u"title"_s, u"a <b> & c"_s, false}, [] { });
        QTRY_COMPARE(m_desktop->texts.value(0), u"a &lt;b&gt; &amp; c"_s);
    }

    void clickRunsTheActionOnce()
    {
        int clicks = 0;
        FreedesktopNotifier notifier(connection(u"client"_s));
        notifier.show({u"title"_s, {}, false}, [&clicks] { ++clicks; });
        QTRY_COMPARE(m_desktop->titles.size(), 1);
        QCOMPARE(m_desktop->actions.value(0), u"default"_s);
        Q_EMIT
        m_desktop->ActionInvoked(99, u"default"_s); // somebody else's
        QTRY_VERIFY([&] {
            Q_EMIT
            m_desktop->ActionInvoked(1, u"default"_s);
            return clicks == 1;
        }());
        Q_EMIT
        m_desktop->ActionInvoked(1, u"default"_s);
        // A later message arrives behind the click.
        notifier.show({u"next"_s, {}, false}, [] { });
        QTRY_COMPARE(m_desktop->titles.size(), 2);
        QCOMPARE(clicks, 1);
    }

    void closedOnesAreNotReplaced()
    {
        FreedesktopNotifier notifier(connection(u"client"_s));
        notifier.show({u"title"_s, {}, false}, [] { });
        QTRY_COMPARE(m_desktop->titles.size(), 1);
        QTRY_VERIFY([&] {
            Q_EMIT
            m_desktop->NotificationClosed(1, 2);
            notifier.show({u"next"_s, {}, false}, [] { });
            return m_desktop->titles.size() > 1 && m_desktop->replaced.last() == 0;
        }());
    }

    void withoutAServiceNothingHappens()
    {
        cleanup();
        FreedesktopNotifier notifier(connection(u"client"_s));
        notifier.show({u"title"_s, {}, false}, [] { });
        init();
        notifier.show({u"again"_s, {}, false}, [] { });
        QTRY_COMPARE(m_desktop->titles, QStringList{u"again"_s});
    }

    void withoutABusNothingHappens()
    {
        FreedesktopNotifier notifier(QDBusConnection(u"no such connection"_s));
        notifier.show({u"title"_s, {}, false}, [] { QFAIL("nobody clicked"); });
    }
};

QTEST_GUILESS_MAIN(TestFreedesktopNotifier)
#include "tst_freedesktopnotifier.moc"
