// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settingscontroller.h"
#include "core/net/errormapping.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/scriptedproxy.h"
#include "tests/support/tlsfront.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! Every hop on the way to a Hub fails once, for real where that is possible.
class TestEndpointTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Environment m_environment{QProcessEnvironment()};
    std::unique_ptr<Settings> m_settings;
    ClientConfig m_config;

    EndpointReport tried(const QString &endpoint, QNetworkAccessManager *network = nullptr)
    {
        SettingsController controller(
            m_settings.get(), &m_environment, [this] { return m_config; }, network);
        QSignalSpy tested(&controller, &SettingsController::endpointTested);
        controller.testEndpoint(endpoint, {});
        if (tested.isEmpty() && !tested.wait(20'000))
            return {};
        return tested[0][0].value<EndpointReport>();
    }
    EndpointReport answered(int status, const QByteArray &body, const QString &token = {})
    {
        FakeNetwork network;
        network.setResponder([&](FakeReply *reply) { reply->finishWith(status, body); });
        m_config.endpoint = QUrl(u"https://hub.test"_s);
        m_config.token = token;
        return tried(u"https://hub.test"_s, &network);
    }
    //! A port of this machine where nobody listens.
    static QString closedPort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost)
            ? u"http://127.0.0.1:%1"_s.arg(server.serverPort())
            : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath(u"s.ini"_s));
        m_config = {};
        m_config.userAgent = "test";
        m_config.proxies.none = u"*"_s;
        m_config.metadataTimeout = std::chrono::milliseconds(400);
    }

    void address()
    {
        const auto report = tried(u"hub.test"_s);
        QCOMPARE(report.hop, EndpointHop::Address);
        QVERIFY(report.text.contains(u"https://"_s));
    }

    void nameLookup()
    {
        FakeNetwork network;
        network.setResponder(
            [](FakeReply *reply) { reply->breakOff(QNetworkReply::HostNotFoundError); });
        const auto report = tried(u"https://nowhere.test"_s, &network);
        QCOMPARE(report.hop, EndpointHop::NameLookup);
        QVERIFY(report.text.contains(u"nowhere.test"_s));
        QVERIFY(!report.advice.isEmpty());
        QCOMPARE(network.count(), 1); // who presses a button wants no retries
    }

    void connection() { QCOMPARE(tried(closedPort()).hop, EndpointHop::Connection); }

    void proxyConnection()
    {
        m_config.proxies.none.clear();
        m_config.proxies.all = closedPort();
        QCOMPARE(tried(u"http://hub.test"_s).hop, EndpointHop::ProxyConnection);
        m_config.proxies.all.replace(u"http:"_s, u"socks5h:"_s);
        QCOMPARE(tried(u"http://hub.test"_s).hop, EndpointHop::ProxyConnection);
    }

    void proxyLogin()
    {
        ScriptedProxy proxy;
        proxy.answer = [](const QByteArray &) {
            return ScriptedProxy::reply(407, "no",
                                        {{"Proxy-Authenticate", "Basic realm=\"gate\""}});
        };
        m_config.proxies.none.clear();
        m_config = proxy.through(m_config);
        QCOMPARE(tried(u"http://hub.test"_s).hop, EndpointHop::ProxyLogin);
    }

    void certificate()
    {
        QVERIFY(TlsFront::makeCertificate(m_folder.path(), u"self"_s));
        TlsFront front(QUrl(u"http://127.0.0.1:9"_s));
        const auto read = [this](const QString &name) {
            QFile file(m_folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        front.setCertificate(read(u"self.pem"_s), read(u"self.key"_s));
        const auto report = tried(front.endpoint().toString());
        QCOMPARE(report.hop, EndpointHop::Certificate);
        QVERIFY(report.advice.contains(u"certificate"_s));
    }

    void certificateFile()
    {
        m_config.caFile = m_folder.filePath(u"missing.pem"_s);
        QCOMPARE(tried(u"https://127.0.0.1:9"_s).hop, EndpointHop::Certificate);
    }

    void silence()
    {
        QTcpServer server; // takes connections and says nothing
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto report = tried(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        QCOMPARE(report.hop, EndpointHop::Http);
        QCOMPARE(report.error.kind, ErrorKind::Timeout);
    }

    void silentProxy()
    {
        FakeNetwork network;
        network.setResponder(
            [](FakeReply *reply) { reply->breakOff(QNetworkReply::TimeoutError); });
        m_config.proxies.none.clear();
        m_config.proxies.all = closedPort();
        QCOMPARE(tried(u"http://hub.test"_s, &network).hop, EndpointHop::ProxyConnection);
    }

    void desktopProxy()
    {
        FakeNetwork network;
        network.setResponder(
            [](FakeReply *reply) { reply->breakOff(QNetworkReply::TimeoutError); });
        m_config.proxies.none.clear();
        qputenv("http_proxy", closedPort().toLatin1());
        const auto report = tried(u"http://hub.test"_s, &network);
        qunsetenv("http_proxy");
        QCOMPARE(report.hop, EndpointHop::ProxyConnection);
    }

    void offline()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        m_config.offline = true;
        const auto report = tried(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        QVERIFY(!report.reached);
        QCOMPARE(report.error.kind, ErrorKind::Offline);
        QCOMPARE(report.text, report.error.message);
        QVERIFY(report.text.contains(u"Offline"_s));
        QVERIFY(!server.waitForNewConnection(0));
    }

    void replies_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("token");
        QTest::addColumn<EndpointHop>("hop");
        QTest::newRow("web page") << 200 << QByteArray("<html>") << QString()
                                  << EndpointHop::NotAHub;
        QTest::newRow("other JSON") << 200 << QByteArray("{}") << QString() << EndpointHop::NotAHub;
        QTest::newRow("not there") << 404 << QByteArray() << QString() << EndpointHop::NotAHub;
        QTest::newRow("broken") << 503 << QByteArray() << QString() << EndpointHop::Http;
        QTest::newRow("busy") << 429 << QByteArray() << QString() << EndpointHop::Http;
        QTest::newRow("bad token")
            << 401 << QByteArray(R"({"error":"no"})") << u"hf_x"_s << EndpointHop::Token;
        QTest::newRow("weak token")
            << 403 << QByteArray(R"({"error":"no"})") << u"hf_x"_s << EndpointHop::Token;
        QTest::newRow("good") << 200 << QByteArray("[]") << QString() << EndpointHop::None;
    }
    void replies()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, token);
        const auto report = answered(status, body, token);
        QTEST(report.hop, "hop");
        QCOMPARE(report.reached, report.hop == EndpointHop::None);
        QVERIFY(!report.text.isEmpty());
        QCOMPARE(report.advice.isEmpty(), report.reached);
    }

    void revokedToken()
    {
        FakeNetwork network;
        network.setResponder([](FakeReply *reply) {
            if (reply->target().contains("whoami"))
                reply->finishWith(401,
                                  R"({"error":"Invalid credentials in Authorization header"})");
            else
                reply->finishWith(200, "[]");
        });
        m_config.endpoint = QUrl(u"https://hub.test"_s);
        m_config.token = u"hf_old"_s;
        QCOMPARE(tried(u"https://hub.test"_s, &network).hop, EndpointHop::Token);
    }

    void everyHopSaysWhatToDo()
    {
        Error error;
        error.message = u"It is broken."_s;
        for (int hop = int(EndpointHop::NameLookup); hop <= int(EndpointHop::Token); ++hop) {
            const auto report = failedReport(static_cast<EndpointHop>(hop), error, u"hub.test"_s);
            QVERIFY(!hopName(report.hop).isEmpty());
            QVERIFY(report.text.endsWith(u'.') && !report.text.contains(u"%1"_s));
            QVERIFY(report.advice.endsWith(u'.'));
        }
    }
};

QTEST_GUILESS_MAIN(TestEndpointTest)
#include "tst_endpointtest.moc"
