// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/environmentconfig.h"
#include "core/hub/users.h"
#include "core/net/errormapping.h"
#include "core/net/httpstream.h"
#include "core/net/proxysettings.h"
#include "core/transfer/networksession.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Answers every HTTP request with an empty JSON object; first plays a SOCKS 5 proxy when asked in
//! that language. Keeps what it was asked.
class LoopbackServer final : public QTcpServer
{
public:
    LoopbackServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            // The next one may be made at the same address.
            connect(socket, &QObject::destroyed, this, [this, socket] {
                m_data.remove(socket);
                m_greeted.remove(socket);
            });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QString place() const { return u"127.0.0.1:%1"_s.arg(serverPort()); }

    QList<QByteArray> requestLines;
    QByteArray login; //!< `user:password` that is asked for; empty: none.
    QList<QByteArray> socksTargets; //!< `name` or four bytes of an address, as asked for.

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &data = m_data[socket];
        data += socket->readAll();
        if (data.startsWith('\x01') && m_greeted.contains(socket)) {
            readLogin(socket, data);
            return;
        }
        if (data.startsWith('\x05') && readSocks(socket, data))
            return;
        if (!data.contains("\r\n\r\n"))
            return;
        if (!login.isEmpty() && !m_greeted.contains(socket)
            && !data.contains("Basic " + login.toBase64())) {
            data.clear();
            socket->write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"gate\"\r\n"
                          "Content-Length: 0\r\n\r\n");
            return;
        }
        requestLines << data.first(data.indexOf("\r\n"));
        data.clear();
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                      "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
        socket->disconnectFromHost();
    }

    //! RFC 1929: version, length and user, length and password.
    void readLogin(QTcpSocket *socket, QByteArray &data)
    {
        const qsizetype user = data.at(1);
        const QByteArray given = data.mid(2, user) + ':' + data.mid(3 + user, data.at(2 + user));
        const char answer[] = {1, static_cast<char>(given == login ? 0 : 1)};
        data.clear();
        socket->write(answer, sizeof answer);
    }

    //! True as long as the two are still greeting each other.
    bool readSocks(QTcpSocket *socket, QByteArray &data)
    {
        const char method[] = {5, static_cast<char>(login.isEmpty() ? 0 : 2)};
        constexpr char connected[] = {5, 0, 0, 1, 127, 0, 0, 1, 0, 1};
        if (!m_greeted.contains(socket)) {
            m_greeted.insert(socket);
            data.clear();
            socket->write(method, sizeof method);
        } else if (data.size() > 4) {
            const bool byName = data.at(3) == 3;
            socksTargets << (byName ? data.mid(5, data.at(4)) : data.mid(4, 4).toHex());
            data.clear();
            socket->write(connected, sizeof connected);
        }
        return true;
    }

    QHash<QTcpSocket *, QByteArray> m_data;
    QSet<QTcpSocket *> m_greeted;
};

ClientConfig configWith(const QMap<QString, QString> &variables, const QString &endpoint)
{
    QProcessEnvironment process;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        process.insert(it.key(), it.value());
    process.insert(u"HF_ENDPOINT"_s, endpoint);
    process.insert(u"HF_TOKEN_PATH"_s, u"/nonexistent/token"_s);
    return clientConfigFrom(Environment(process));
}

} // namespace

//! Requests really go where the variables say, from the environment to the socket.
class ProxyTrafficTest : public QObject
{
    Q_OBJECT

private:
    //! One API call and one bulk download, as the transfer thread makes them.
    void askBoth(const ClientConfig &config)
    {
        NetworkSession session(config);
        bool answered = false;
        auto call = session.client()->send(WhoAmIRequest{});
        call.then(this, [&answered](const Result<Identity> &) { answered = true; });
        QTRY_VERIFY(answered);
        HttpStream stream(session.bulk(), config);
        QSignalSpy ended(&stream, &HttpStream::finished);
        stream.start(session.client()->url("/a/b/resolve/main/f"));
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended.first().first().value<std::optional<Error>>());
    }

private Q_SLOTS:
    void init()
    {
        m_proxy = std::make_unique<LoopbackServer>();
        m_hub = std::make_unique<LoopbackServer>();
    }

    void allGoesThroughTheProxy_data()
    {
        QTest::addColumn<QString>("variable");
        for (const char *name : {"ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void allGoesThroughTheProxy()
    {
        QFETCH(QString, variable);
        askBoth(configWith({{variable, "http://"_L1 + m_proxy->place()}}, u"http://hub.example"_s));
        QCOMPARE(m_proxy->requestLines,
                 QList<QByteArray>({"GET http://hub.example/api/whoami-v2 HTTP/1.1",
                                    "GET http://hub.example/a/b/resolve/main/f HTTP/1.1"}));
    }

    void socksWithNames()
    {
        askBoth(configWith({{u"ALL_PROXY"_s, "socks5h://"_L1 + m_proxy->place()}},
                           u"http://h.example"_s));
        QCOMPARE(m_proxy->socksTargets, QList<QByteArray>({"h.example", "h.example"}));
        QCOMPARE(m_proxy->requestLines.size(), 2);
    }

    void socksWithAddresses()
    {
        // A name that this machine knows without asking anybody.
        askBoth(configWith({{u"ALL_PROXY"_s, "socks5://"_L1 + m_proxy->place()}},
                           u"http://localhost:9"_s));
        QCOMPARE(m_proxy->socksTargets.size(), 2);
        QVERIFY(!m_proxy->socksTargets.contains("localhost"));
        QCOMPARE(m_proxy->requestLines.size(), 2);
    }

    void loginOfTheSettings_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("http") << u"http"_s;
        QTest::newRow("socks5") << u"socks5"_s;
    }
    void loginOfTheSettings()
    {
        QFETCH(QString, mode);
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        settings.setValue(SettingKey::ProxyMode, mode);
        settings.setValue(SettingKey::ProxyHost, u"127.0.0.1"_s);
        settings.setValue(SettingKey::ProxyPort, m_proxy->serverPort());
        settings.setValue(SettingKey::ProxyUser, u"me@work"_s);
        m_proxy->login = "me@work:p:w/%41";
        // The environment has another proxy, which does not count now.
        ClientConfig config =
            configWith({{u"ALL_PROXY"_s, "http://"_L1 + m_hub->place()}}, u"http://hub.example"_s);
        config.proxies = proxiesInForce(settings, config.proxies, u"p:w/%41"_s);
        askBoth(config);
        QCOMPARE(m_proxy->requestLines.size(), 2);
        QVERIFY(m_hub->requestLines.isEmpty());
        config.proxies = proxiesInForce(settings, config.proxies, u"wrong"_s);
        HubClient client(config);
        QString code;
        auto call = client.send(WhoAmIRequest{});
        call.then(this, [&code](const Result<Identity> &identity) {
            code = identity ? QString() : identity.error().code;
        });
        QTRY_COMPARE_WITH_TIMEOUT(code, QString(kProxyLogin), 60'000);
        QCOMPARE(m_proxy->requestLines.size(), 2);
    }

    void loopbackStaysDirect()
    {
        askBoth(configWith({{u"ALL_PROXY"_s, "http://"_L1 + m_proxy->place()},
                            {u"NO_PROXY"_s, u"localhost,127.0.0.1"_s}},
                           "http://"_L1 + m_hub->place()));
        QVERIFY(m_proxy->requestLines.isEmpty());
        QCOMPARE(
            m_hub->requestLines,
            QList<QByteArray>({"GET /api/whoami-v2 HTTP/1.1", "GET /a/b/resolve/main/f HTTP/1.1"}));
    }

    void newProxiesApplyToAnOldClient()
    {
        HubClient client(configWith({{u"NO_PROXY"_s, u"*"_s}}, u"http://hub.example"_s));
        client.setConfig(configWith({{u"ALL_PROXY"_s, "http://"_L1 + m_proxy->place()}},
                                    u"http://hub.example"_s));
        auto call = client.send(WhoAmIRequest{});
        call.then(this, [](const Result<Identity> &) { });
        QTRY_COMPARE(m_proxy->requestLines.size(), 1);
    }

private:
    std::unique_ptr<LoopbackServer> m_proxy;
    std::unique_ptr<LoopbackServer> m_hub;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::ProxyTrafficTest)
#include "tst_proxytraffic.moc"
