// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/proxylogin.h"
#include "core/net/proxyrules.h"
#include "core/net/proxysettings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class ProxySettingsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;

    void set(const QString &mode, const QString &host = u"proxy.test"_s, const QString &user = {})
    {
        m_settings->setValue(SettingKey::ProxyMode, mode);
        m_settings->setValue(SettingKey::ProxyHost, host);
        m_settings->setValue(SettingKey::ProxyPort, 3128);
        m_settings->setValue(SettingKey::ProxyUser, user);
    }
    QNetworkProxy proxy(const QString &url, const QString &password = {}) const
    {
        const ProxyVariables environment{
            .http = u"http://env.test:1"_s, .https = {}, .all = {}, .none = {}, .script = {}};
        return proxyFor(proxiesInForce(*m_settings, environment, password), QUrl(url))
            .value_or(QNetworkProxy(QNetworkProxy::DefaultProxy));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"s.ini"_s));
    }

    void systemFollowsTheEnvironment()
    {
        QCOMPARE(proxy(u"http://hub.test"_s).hostName(), u"env.test"_s);
        QCOMPARE(proxy(u"https://hub.test"_s).type(), QNetworkProxy::NoProxy);
    }

    void noneIsDirect()
    {
        set(u"none"_s);
        QCOMPARE(proxy(u"http://hub.test"_s).type(), QNetworkProxy::NoProxy);
        QCOMPARE(proxy(u"https://hub.test"_s).type(), QNetworkProxy::NoProxy);
    }

    void manual_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QNetworkProxy::ProxyType>("type");
        QTest::newRow("http") << u"http"_s << QNetworkProxy::HttpProxy;
        QTest::newRow("socks5") << u"socks5"_s << QNetworkProxy::Socks5Proxy;
    }
    void manual()
    {
        QFETCH(QString, mode);
        QFETCH(QNetworkProxy::ProxyType, type);
        set(mode, u"proxy.test"_s, u"me@work"_s);
        m_settings->setValue(SettingKey::ProxyExceptions, u"localhost, 10.0.0.0/8, .inside.test"_s);
        for (const QString &url : {u"http://hub.test"_s, u"https://hub.test:8443/x"_s}) {
            const QNetworkProxy found = proxy(url, u"p:w/%41 @ü"_s);
            QCOMPARE(found.type(), type);
            QCOMPARE(found.hostName(), u"proxy.test"_s);
            QCOMPARE(found.port(), 3128);
            QCOMPARE(found.user(), u"me@work"_s);
            QCOMPARE(found.password(), u"p:w/%41 @ü"_s);
            // Names of the world do not leave this machine past the proxy.
            QVERIFY(found.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability));
        }
        for (const QString &url :
             {u"http://localhost:1"_s, u"https://10.1.2.3"_s, u"https://a.inside.test"_s})
            QCOMPARE(proxy(url).type(), QNetworkProxy::NoProxy);
        set(mode);
        QVERIFY(proxy(u"http://hub.test"_s, u"unused"_s).password().isEmpty());
    }

    void loopbackIsDirectByStandard()
    {
        set(u"http"_s);
        for (const QString &url :
             {u"http://127.0.0.1:80"_s, u"http://[::1]:80"_s, u"http://localhost"_s})
            QCOMPARE(proxy(url).type(), QNetworkProxy::NoProxy);
    }

    void whatIsNotNamedDoesNotWork_data()
    {
        QTest::addColumn<QString>("mode");
        for (const QString &mode : {u"http"_s, u"socks5"_s, u"pac"_s})
            QTest::newRow(qPrintable(mode)) << mode;
    }
    void whatIsNotNamedDoesNotWork()
    {
        QFETCH(QString, mode);
        set(mode, QString());
        QCOMPARE(proxy(u"https://hub.test"_s).hostName(), u"proxy.invalid"_s);
    }

    void judgesInput()
    {
        QVERIFY(proxyHostProblem({}).isEmpty());
        QVERIFY(proxyHostProblem(u"proxy.test"_s).isEmpty());
        QVERIFY(proxyHostProblem(u"10.0.0.1"_s).isEmpty());
        QVERIFY(proxyHostProblem(u"::1"_s).isEmpty());
        QVERIFY(!proxyHostProblem(u"http://proxy.test"_s).isEmpty());
        QVERIFY(!proxyHostProblem(u"proxy.test:80"_s).isEmpty());
        QVERIFY(!proxyHostProblem(u"me@proxy.test"_s).isEmpty());
        QVERIFY(pacSourceProblem({}).isEmpty());
        QVERIFY(pacSourceProblem(u"/etc/proxy.pac"_s).isEmpty());
        QVERIFY(pacSourceProblem(u"file:///etc/proxy.pac"_s).isEmpty());
        QVERIFY(pacSourceProblem(u"http://wpad/proxy.pac"_s).isEmpty());
        QVERIFY(!pacSourceProblem(u"proxy.pac"_s).isEmpty());
        QVERIFY(!pacSourceProblem(u"ftp://wpad/proxy.pac"_s).isEmpty());
        QVERIFY(!pacSourceProblem(u"http://me:pw@wpad/proxy.pac"_s).isEmpty());
    }

    void passwordIsAskedForOnce()
    {
        ProxyLogin login(m_settings.get());
        QSignalSpy missing(&login, &ProxyLogin::missing);
        QSignalSpy changed(&login, &ProxyLogin::changed);
        login.ask();
        QCOMPARE(missing.size(), 0); // nobody needs one
        set(u"http"_s, u"proxy.test"_s, u"me"_s);
        QVERIFY(login.isNeeded());
        login.ask();
        login.ask();
        QCOMPARE(missing.size(), 1);
        changed.clear();
        login.setPassword(u"sesame"_s);
        login.setPassword(u"sesame"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(login.password(), u"sesame"_s);
        m_settings->setValue(SettingKey::ProxyUser, u"other"_s);
        QVERIFY(login.password().isEmpty()); // is never sent to somebody else
        m_settings->setValue(SettingKey::ProxyUser, u"me"_s);
        QCOMPARE(login.password(), u"sesame"_s);
        m_settings->setValue(SettingKey::ProxyHost, u"evil.test"_s);
        QVERIFY(login.password().isEmpty());
        m_settings->setValue(SettingKey::ProxyMode, u"none"_s);
        QVERIFY(!login.isNeeded());
        m_settings->sync();
        QFile file(m_folder->filePath(u"s.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("sesame"));
    }

    void vaultKeepsIt()
    {
        QHash<QString, QString> kept;
        std::function<void(QString)> waiting;
        const ProxyLogin::Vault vault{
            .store = [&kept](const QString &key, const QString &secret) { kept[key] = secret; },
            .read = [&waiting](const QString &,
                               std::function<void(QString)> answered) { waiting = answered; },
            .remove = [&kept](const QString &key) { kept.remove(key); }};
        set(u"socks5"_s, u"proxy.test"_s, u"me"_s);
        {
            ProxyLogin login(m_settings.get());
            login.setVault(vault);
            login.setPassword(u"sesame"_s);
            QCOMPARE(kept.size(), 1);
            QVERIFY(!kept.keys().first().contains(u"sesame"_s));
        }
        ProxyLogin login(m_settings.get());
        login.setVault(vault);
        QSignalSpy changed(&login, &ProxyLogin::changed);
        QSignalSpy missing(&login, &ProxyLogin::missing);
        login.ask();
        QVERIFY(waiting);
        waiting(kept.values().first());
        QCOMPARE(login.password(), u"sesame"_s);
        QCOMPARE(changed.size(), 1);
        login.setPassword({});
        QVERIFY(kept.isEmpty());
        set(u"http"_s, u"proxy.test"_s, u"me"_s);
        login.ask();
        waiting({});
        QCOMPARE(missing.size(), 1);
    }

    //! Switched, imported, undone: not only at the start.
    void vaultIsReadForAnotherProxy()
    {
        QStringList read;
        ProxyLogin login(m_settings.get());
        login.setVault(
            {.store = {},
             .read =
                 [&read](const QString &key, const std::function<void(QString)> &answered) {
                     read << key;
                     answered(key.contains(u"me@kept.test"_s) ? u"sesame"_s : QString());
                 },
             .remove = {}});
        QSignalSpy changed(&login, &ProxyLogin::changed);
        QSignalSpy missing(&login, &ProxyLogin::missing);
        set(u"http"_s, u"kept.test"_s, u"me"_s);
        QTRY_COMPARE(login.password(), u"sesame"_s);
        QCOMPARE(read, QStringList{login.key()}); // nothing of what was between the settings
        QVERIFY(changed.size() > 1);
        set(u"http"_s, u"new.test"_s, u"me"_s);
        QTRY_COMPARE(read.size(), 2);
        QVERIFY(login.password().isEmpty());
        set(u"http"_s, u"kept.test"_s, u"me"_s); // known
        set(u"none"_s, u"kept.test"_s, u"me"_s); // needs none
        set(u"http"_s, u"new.test"_s, u"me"_s); // read already
        QCoreApplication::processEvents();
        QCOMPARE(read.size(), 2);
        QCOMPARE(missing.size(), 0); // whoever changes settings sees what is missing
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::ProxySettingsTest)
#include "tst_proxysettings.moc"
