// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/localhub.h"
#include "tests/app/localhub/rawclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

namespace {

constexpr auto kLogin = "tester:secret";
const QByteArray kRightLogin = "Basic " + QByteArray(kLogin).toBase64();

// Reads until `count` bytes are there or the other side closes.
QByteArray readFrom(QTcpSocket &socket, qsizetype count)
{
    QByteArray received = socket.readAll();
    while (received.size() < count && socket.waitForReadyRead())
        received += socket.readAll();
    return received;
}

// One reply of a connection that stays open: status and body.
std::pair<int, QByteArray> readReply(QTcpSocket &socket)
{
    QByteArray received = socket.readAll();
    while (!received.contains("\r\n\r\n") && socket.waitForReadyRead())
        received += socket.readAll();
    const qsizetype end = received.indexOf("\r\n\r\n") + 4;
    const QByteArray head = received.first(end).toLower();
    const qsizetype at = head.indexOf("content-length:") + 15;
    const qsizetype length = head.sliced(at, head.indexOf('\r', at) - at).trimmed().toLongLong();
    QByteArray body = received.sliced(end);
    if (body.size() < length)
        body += readFrom(socket, length - body.size());
    return {head.split(' ').value(1).toInt(), body};
}

} // namespace

class LocalHubProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void requestsAreForwarded();
    void bodiesAreForwarded();
    void expectContinue();
    void headHasNoBody();
    void largeFiles();
    void connectionIsKept();
    void connectionIsClosedOnDemand();
    void loginIsAskedFor();
    void otherPlacesAreRefused_data();
    void otherPlacesAreRefused();
    void brokenReplies();
    void endlessHeadIsGivenUp();
    void tunnel();
    void tunnelNeedsTheLoginToo();
    void tunnelTellsWhatItsHeadShowed();
    void throughTheNetworkClassesOfQt();
    void withoutLogin();
    void stopsWithOpenConnections();

private:
    QJsonArray proxyLog();
    QByteArray absolute(const QByteArray &target) const;
    RawReply throughProxy(RawRequest request, const QByteArray &login = kRightLogin) const;
    void connectTo(QTcpSocket &socket) const;

    QTemporaryDir m_folder;
    std::unique_ptr<LocalHub> m_hub;
    std::unique_ptr<RawClient> m_client;
    std::unique_ptr<RawClient> m_proxy;
};

void LocalHubProxyTest::initTestCase()
{
    auto hub = LocalHub::start({.folder = m_folder.path(),
                                .proxyAddress = QHostAddress(QHostAddress::LocalHost),
                                .proxyLogin = kLogin});
    QVERIFY2(hub.has_value(), hub ? "" : qPrintable(hub.error()));
    m_hub = *std::move(hub);
    m_client = std::make_unique<RawClient>(m_hub->endpoint());
    m_proxy = std::make_unique<RawClient>(m_hub->proxy());
}

void LocalHubProxyTest::init()
{
    m_client->remove("/_localhub/faults");
    m_client->remove("/_localhub/requests");
}

QJsonArray LocalHubProxyTest::proxyLog()
{
    QJsonArray found;
    for (const QJsonValue &entry : m_client->get("/_localhub/requests").json().array()) {
        if (entry[u"port"].toString() == "proxy"_L1)
            found.append(entry);
    }
    return found;
}

QByteArray LocalHubProxyTest::absolute(const QByteArray &target) const
{
    return m_hub->endpoint().toLatin1() + target;
}

RawReply LocalHubProxyTest::throughProxy(RawRequest request, const QByteArray &login) const
{
    if (!login.isEmpty())
        request.headers.emplaceBack("Proxy-Authorization", login);
    return m_proxy->send(request);
}

void LocalHubProxyTest::connectTo(QTcpSocket &socket) const
{
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(QUrl(m_hub->proxy()).port()));
    QVERIFY(socket.waitForConnected());
}

void LocalHubProxyTest::requestsAreForwarded()
{
    const QByteArray url = absolute("/api/models?limit=2");
    const RawReply reply =
        throughProxy({.target = url, .token = "hf_demo_read", .headers = {{"Range", "bytes=0-"}}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, m_client->get("/api/models?limit=2", "hf_demo_read").body);
    // The Hub believes to be where the request line says, not where the client connected to.
    QVERIFY(reply.header("link").startsWith('<' + m_hub->endpoint().toLatin1() + '/'));
    const QJsonArray log = proxyLog();
    QCOMPARE(log.size(), 1);
    QCOMPARE(log[0][u"method"].toString(), u"GET"_s);
    QCOMPARE(log[0][u"path"].toString().toLatin1(), url);
    QCOMPARE(log[0][u"status"].toInt(), 200);
    QCOMPARE(log[0][u"bytes"].toInteger(), reply.body.size());
    QCOMPARE(log[0][u"range"].toString(), u"bytes=0-"_s);
    QVERIFY(log[0][u"authorization"].toBool());
    QVERIFY(log[0][u"proxy_authorization"].toBool());
    const QJsonArray all = m_client->get("/_localhub/requests").json().array();
    for (const QJsonValue &entry : all) {
        // The login is for the proxy alone.
        QVERIFY(entry[u"port"].toString() == "proxy"_L1
                || !entry.toObject().contains(u"proxy_authorization"));
    }
}

void LocalHubProxyTest::bodiesAreForwarded()
{
    const QByteArray body = R"({"content":"---\na: [\n---\n"})" + QByteArray(200'000, ' ');
    const RawReply reply = throughProxy({.method = "POST",
                                         .target = absolute("/api/validate-yaml"),
                                         .headers = {{"Content-Type", "application/json"}},
                                         .body = body});
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json()[u"errors"].toArray().size(), 1);
    QVERIFY(!proxyLog()[0][u"authorization"].toBool(true));
}

void LocalHubProxyTest::expectContinue()
{
    QTcpSocket socket;
    connectTo(socket);
    socket.write("POST " + absolute("/api/validate-yaml")
                 + " HTTP/1.1\r\nProxy-Authorization: " + kRightLogin
                 + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                   "Expect: 100-continue\r\n\r\n");
    const QByteArray interim = "HTTP/1.1 100 Continue\r\n\r\n";
    QCOMPARE(readFrom(socket, interim.size()), interim);
    socket.write("{}");
    QCOMPARE(readReply(socket).first, 200);
}

void LocalHubProxyTest::headHasNoBody()
{
    const RawReply reply = throughProxy({.method = "HEAD", .target = absolute("/api/models")});
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.header("content-length").toLongLong() > 0);
    QCOMPARE(proxyLog()[0][u"bytes"].toInteger(), 0);
}

void LocalHubProxyTest::largeFiles()
{
    const QByteArray link =
        m_client->head("/demo/evolving-classifier/resolve/main/model.safetensors")
            .header("location");
    const RawReply reply = throughProxy({.target = link});
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.complete);
    QVERIFY(reply.body.size() > 100'000);
    QCOMPARE(reply.body, RawClient(m_hub->cdn()).get(targetOf(link)).body);
    QCOMPARE(proxyLog()[0][u"bytes"].toInteger(), reply.body.size());
}

void LocalHubProxyTest::connectionIsKept()
{
    QTcpSocket socket;
    connectTo(socket);
    const QByteArray request = "GET " + absolute("/api/models?limit=1") + " HTTP/1.1\r\n";
    for (int i = 0; i < 2; ++i) {
        // Being asked for the login does not end the connection either.
        socket.write(request + "\r\n");
        QCOMPARE(readReply(socket).first, 407);
        socket.write(request + "Proxy-Authorization: " + kRightLogin + "\r\n\r\n");
        const auto [status, body] = readReply(socket);
        QCOMPARE(status, 200);
        QVERIFY(body.startsWith('[') && body.endsWith(']'));
    }
    QCOMPARE(proxyLog().size(), 4);
}

void LocalHubProxyTest::connectionIsClosedOnDemand()
{
    QTcpSocket socket;
    connectTo(socket);
    socket.write("GET " + absolute("/api/models?limit=1") + " HTTP/1.1\r\nProxy-Authorization: "
                 + kRightLogin + "\r\nConnection: close\r\n\r\n");
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead()) { }
    const QByteArray reply = socket.readAll();
    QVERIFY(reply.startsWith("HTTP/1.1 200 "));
    QVERIFY(reply.endsWith(']'));
    QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void LocalHubProxyTest::loginIsAskedFor()
{
    for (const QByteArray &login :
         {""_ba, "Basic " + "tester:wrong"_ba.toBase64(), "Bearer hf_demo_read"_ba}) {
        m_client->remove("/_localhub/requests");
        const RawReply reply = throughProxy(
            {.method = "POST", .target = absolute("/api/validate-yaml"), .body = "{}"}, login);
        QCOMPARE(reply.status, 407);
        QVERIFY(reply.header("proxy-authenticate").startsWith("Basic realm="));
        const QJsonArray all = m_client->get("/_localhub/requests").json().array();
        QCOMPARE(all.size(), 1); // nothing went on to the Hub
        QCOMPARE(all[0][u"proxy_authorization"].toBool(), !login.isEmpty());
        QCOMPARE(all[0][u"status"].toInt(), 407);
    }
}

void LocalHubProxyTest::otherPlacesAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("other machine") << "GET"_ba << "http://192.0.2.1/"_ba << 403;
    QTest::newRow("by name") << "GET"_ba << "http://hub.example:80/"_ba << 403;
    QTest::newRow("tunnel to another machine") << "CONNECT"_ba << "192.0.2.1:443"_ba << 403;
    QTest::newRow("tunnel by name") << "CONNECT"_ba << "hub.example:443"_ba << 403;
    QTest::newRow("any address") << "GET"_ba << "http://0.0.0.0:80/"_ba << 403;
    QTest::newRow("no port") << "CONNECT"_ba << "127.0.0.1:none"_ba << 403;
    QTest::newRow("nobody listens") << "GET"_ba << "http://127.0.0.1:1/"_ba << 502;
    QTest::newRow("nobody listens, tunnel") << "CONNECT"_ba << "localhost:1"_ba << 502;
    QTest::newRow("https without tunnel") << "GET"_ba << "https://127.0.0.1/"_ba << 400;
    QTest::newRow("not a proxy's request") << "GET"_ba << "/api/models"_ba << 400;
}

void LocalHubProxyTest::otherPlacesAreRefused()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    const RawReply reply = throughProxy({.method = method, .target = target});
    QTEST(reply.status, "status");
    QVERIFY(!reply.body.isEmpty());
    const QJsonArray log = proxyLog();
    QCOMPARE(log.size(), 1);
    QTEST(log[0][u"status"].toInt(), "status");
}

void LocalHubProxyTest::brokenReplies()
{
    const QByteArray location =
        m_client->head("/demo/evolving-classifier/resolve/main/config.json").header("location");
    QCOMPARE(m_client->post("/_localhub/faults", R"({"kind":"cut","at":10})").status, 200);
    m_client->remove("/_localhub/requests");
    const RawReply reply = throughProxy({.target = absolute(location)});
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.complete);
    QCOMPARE(reply.body.size(), 10);
    QCOMPARE(proxyLog()[0][u"bytes"].toInteger(), 10);
}

void LocalHubProxyTest::endlessHeadIsGivenUp()
{
    QTcpSocket socket;
    connectTo(socket);
    socket.write("GET " + absolute("/") + " HTTP/1.1\r\nX: " + QByteArray(100'000, 'x'));
    QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected());
}

void LocalHubProxyTest::tunnel()
{
    QTcpSocket socket;
    connectTo(socket);
    const QByteArray authority = m_hub->endpoint().toLatin1().sliced(7);
    const QByteArray established = "HTTP/1.1 200 Connection established\r\n\r\n";
    socket.write("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority
                 + "\r\nProxy-Authorization: " + kRightLogin + "\r\n\r\n");
    QCOMPARE(readFrom(socket, established.size()), established);
    for (int i = 0; i < 2; ++i) {
        socket.write("GET /api/whoami-v2 HTTP/1.1\r\nHost: " + authority
                     + "\r\nAuthorization: Bearer hf_demo_read\r\n\r\n");
        const auto [status, body] = readReply(socket);
        QCOMPARE(status, 200);
        QCOMPARE(QJsonDocument::fromJson(body)[u"name"].toString(), u"demo"_s);
    }
    const QJsonArray log = proxyLog();
    QCOMPARE(log.size(), 1);
    QCOMPARE(log[0][u"method"].toString(), u"CONNECT"_s);
    QCOMPARE(log[0][u"path"].toString().toLatin1(), authority);
    QCOMPARE(log[0][u"status"].toInt(), 200);
    QVERIFY(!log[0][u"authorization"].toBool(true));
    QVERIFY(log[0][u"proxy_authorization"].toBool());
}

void LocalHubProxyTest::tunnelNeedsTheLoginToo()
{
    const RawReply reply =
        throughProxy({.method = "CONNECT", .target = m_hub->endpoint().toLatin1().sliced(7)}, {});
    QCOMPARE(reply.status, 407);
    QVERIFY(reply.headers.contains("proxy-authenticate"));
}

void LocalHubProxyTest::tunnelTellsWhatItsHeadShowed()
{
    // A client that shows the token to the proxy is found out.
    QTcpSocket socket;
    connectTo(socket);
    socket.write("CONNECT " + m_hub->endpoint().toLatin1().sliced(7)
                 + " HTTP/1.1\r\nAuthorization: Bearer hf_demo_read\r\nProxy-Authorization: "
                 + kRightLogin + "\r\n\r\n");
    QVERIFY(readFrom(socket, 12).startsWith("HTTP/1.1 200"));
    QVERIFY(proxyLog()[0][u"authorization"].toBool());
}

void LocalHubProxyTest::throughTheNetworkClassesOfQt()
{
    QNetworkAccessManager manager;
    const QUrl proxy(m_hub->proxy());
    manager.setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host(),
                                   static_cast<quint16>(proxy.port()), u"tester"_s, u"secret"_s));
    for (int i = 0; i < 2; ++i) {
        QNetworkRequest request(QUrl(m_hub->endpoint() + u"/api/whoami-v2"_s));
        request.setRawHeader("Authorization", "Bearer hf_demo_read");
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(QJsonDocument::fromJson(reply->readAll())[u"name"].toString(), u"demo"_s);
    }
    QVERIFY(proxyLog().size() >= 2);
}

void LocalHubProxyTest::withoutLogin()
{
    const QTemporaryDir folder;
    const auto hub = LocalHub::start({.folder = folder.path(),
                                      .seedDemo = false,
                                      .proxyAddress = QHostAddress(QHostAddress::LocalHost)});
    QVERIFY(hub.has_value());
    const RawClient proxy((*hub)->proxy());
    // Any Hub of this machine, not only its own.
    const RawReply reply = proxy.get(absolute("/api/models?limit=1"));
    QCOMPARE(reply.status, 200);
    const QJsonArray log = RawClient((*hub)->endpoint()).get("/_localhub/requests").json().array();
    QCOMPARE(log.size(), 1);
    QVERIFY(!log[0][u"proxy_authorization"].toBool(true));
}

void LocalHubProxyTest::stopsWithOpenConnections()
{
    const QTemporaryDir folder;
    auto hub = LocalHub::start({.folder = folder.path(),
                                .seedDemo = false,
                                .proxyAddress = QHostAddress(QHostAddress::LocalHost)});
    QVERIFY(hub.has_value());
    const auto port = static_cast<quint16>(QUrl((*hub)->proxy()).port());
    QTcpSocket idle;
    idle.connectToHost(u"127.0.0.1"_s, port);
    QVERIFY(idle.waitForConnected());
    QTcpSocket tunnel;
    tunnel.connectToHost(u"127.0.0.1"_s, port);
    QVERIFY(tunnel.waitForConnected());
    tunnel.write("CONNECT " + (*hub)->endpoint().toLatin1().sliced(7) + " HTTP/1.1\r\n\r\n");
    QVERIFY(readFrom(tunnel, 12).startsWith("HTTP/1.1 200"));
    hub->reset();
    QVERIFY(idle.waitForDisconnected());
    QVERIFY(tunnel.state() == QAbstractSocket::UnconnectedState || tunnel.waitForDisconnected());
}

QTEST_GUILESS_MAIN(LocalHubProxyTest)
#include "tst_localhubproxy.moc"
