// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httppool.h"
#include "core/net/httpstream.h"
#include "core/net/truststore.h"
#include "tests/support/fakehubserver.h"
#include "tests/support/scriptedproxy.h"

#include <QSignalSpy>
#include <QTest>

#include <openssl/x509_vfy.h>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

namespace {

ClientConfig hubConfig()
{
    ClientConfig config;
    config.endpoint = QUrl(u"http://hub.example:8080"_s);
    config.token = u"hf_secretsecret"_s;
    config.userAgent = "test/1";
    return config;
}

//! Of this thread, where nearly everything that waits has a look now and then.
std::chrono::nanoseconds processorTime()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::optional<Error> errorOf(const QSignalSpy &finished)
{
    return finished.first().first().value<std::optional<Error>>();
}

} // namespace

//! What goes over the wire, and what a stream makes of what comes back.
class HttpStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_proxy = std::make_unique<ScriptedProxy>();
        m_config = m_proxy->through(hubConfig());
        m_pool = std::make_unique<HttpPool>(m_config.proxies);
    }
    void cleanup()
    {
        m_pool.reset();
        m_proxy.reset();
    }

    void asksForARange()
    {
        m_proxy->answer = [](const QByteArray &) {
            return ScriptedProxy::reply(206, "56789", {{"Content-Range", "bytes 5-9/20"}});
        };
        HttpStream stream(m_pool.get(), m_config);
        QSignalSpy answered(&stream, &HttpStream::headersReceived);
        QSignalSpy finished(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://hub.example:8080/a%2Fb/../c?x=1#part"_s), 5, 10);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!errorOf(finished));
        const QByteArray head = m_proxy->heads.first();
        QVERIFY2(head.startsWith("GET http://hub.example:8080/a%2Fb/../c?x=1 HTTP/1.1\r\n"),
                 head.constData());
        QVERIFY(head.contains("range: bytes=5-9\r\n"));
        QVERIFY(head.contains("accept-encoding: identity\r\n"));
        QVERIFY(head.contains("user-agent: test/1\r\n"));
        QVERIFY(head.contains("authorization: Bearer hf_secretsecret\r\n"));
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().toInt(), 206);
        const auto headers = answered.first().at(1).value<QHttpHeaders>();
        QCOMPARE(headers.value("content-range"), "bytes 5-9/20");
        QCOMPARE(stream.bytesAvailable(), 5);
        QCOMPARE(stream.read(2), "56");
        QCOMPARE(stream.read(100), "789");
        QCOMPARE(stream.bytesAvailable(), 0);
    }

    void tokenOfADownloadDoesNotComeBack()
    {
        m_proxy->answer = [this](const QByteArray &) {
            switch (m_proxy->heads.size()) {
            case 1:
                return ScriptedProxy::reply(302, {}, {{"Location", "http://other.example/a"}});
            case 2:
                return ScriptedProxy::reply(302, {}, {{"Location", "http://hub.example:8080/b"}});
            default:
                return ScriptedProxy::reply(200, "done");
            }
        };
        HttpStream stream(m_pool.get(), m_config);
        QSignalSpy finished(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://hub.example:8080/x"_s));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!errorOf(finished));
        QCOMPARE(m_proxy->heads.size(), 3);
        QVERIFY(m_proxy->heads.at(0).toLower().contains("authorization:"));
        QVERIFY(m_proxy->heads.at(2).startsWith("GET http://hub.example:8080/b "));
        for (int i : {1, 2})
            QVERIFY(!m_proxy->heads.at(i).toLower().contains("authorization"));
    }

    void badRedirects_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a file") << QByteArray("file:///etc/passwd");
        QTest::newRow("in circles") << QByteArray("/x");
    }
    void badRedirects()
    {
        QFETCH(QByteArray, location);
        m_proxy->answer = [&](const QByteArray &) {
            return location.isEmpty() ? ScriptedProxy::reply(302)
                                      : ScriptedProxy::reply(302, {}, {{"Location", location}});
        };
        HttpStream stream(m_pool.get(), m_config);
        QSignalSpy finished(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://hub.example:8080/x"_s));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(errorOf(finished)->kind, ErrorKind::Protocol);
    }

    //! Whoever hears a signal may end the stream at once.
    void endsInsideItsSignals_data()
    {
        QTest::addColumn<QByteArray>("when");
        QTest::newRow("redirect") << QByteArray("redirected");
        QTest::newRow("headers") << QByteArray("headers");
        QTest::newRow("body") << QByteArray("body");
        QTest::newRow("end") << QByteArray("end");
    }
    void endsInsideItsSignals()
    {
        QFETCH(QByteArray, when);
        FakeHubServer server;
        server.addFile(u"big.bin"_s, FakeHubServer::content(8'000'000), true);
        ClientConfig config = hubConfig();
        config.endpoint = server.endpoint();
        HttpPool pool({});
        auto stream = std::make_unique<HttpStream>(&pool, config);
        bool done = false;
        const auto drop = [&](const char *name) {
            if (when != name)
                return;
            stream.reset();
            done = true;
        };
        connect(stream.get(), &HttpStream::redirected, this, [&] { drop("redirected"); });
        connect(stream.get(), &HttpStream::headersReceived, this, [&] { drop("headers"); });
        connect(stream.get(), &HttpStream::readyRead, this, [&] {
            if (when == "end")
                (void)stream->read(HttpStream::kReadBuffer);
            drop("body");
        });
        connect(stream.get(), &HttpStream::finished, this, [&] { drop("end"); });
        stream->start(QUrl(server.endpoint().toString() + u"/tester/model/resolve/main/big.bin"_s));
        QTRY_VERIFY(done);
    }

    //! A reader that does not read slows the server down instead of filling the memory, is not
    //! taken for a silent server, and gets everything when it goes on.
    void slowReader()
    {
        constexpr qint64 kSize = 40'000'000;
        const QByteArray content = FakeHubServer::content(kSize);
        FakeHubServer server;
        server.addFile(u"big.bin"_s, content, true);
        ClientConfig config = hubConfig();
        config.endpoint = server.endpoint();
        HttpPool pool({});
        HttpStream stream(&pool, config);
        stream.setReadBuffer(500'000);
        stream.setTimeouts({5s, 5s, 300ms});
        QSignalSpy finished(&stream, &HttpStream::finished);
        stream.start(QUrl(server.endpoint().toString() + u"/tester/model/resolve/main/big.bin"_s));
        QTRY_VERIFY(stream.bytesAvailable() >= 500'000);
        QElapsedTimer clock;
        clock.start();
        const std::chrono::nanoseconds before = processorTime();
        QTRY_VERIFY(clock.elapsed() > 900);
        QVERIFY2(processorTime() - before < 200ms, "waits without turning in circles");
        QVERIFY(stream.bytesAvailable() < 1'000'000);
        QCOMPARE(finished.size(), 0);
        QByteArray all;
        while (finished.isEmpty() || stream.bytesAvailable() > 0) {
            all += stream.read(700'000);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            QVERIFY(clock.elapsed() < 60'000);
        }
        QVERIFY(!errorOf(finished));
        QCOMPARE(all.size(), kSize);
        QVERIFY(all == content);
    }

    void errorsHaveAKind_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("closed at once") << QByteArray() << ErrorKind::Network;
        const QByteArray begun = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc";
        QTest::newRow("silent in the middle") << begun << ErrorKind::Timeout;
        QTest::newRow("too short")
            << begun + ScriptedProxy::kThenClose.toByteArray() << ErrorKind::Network;
        QTest::newRow("pieces without an end")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
                + ScriptedProxy::kThenClose.toByteArray()
            << ErrorKind::Network;
        QTest::newRow("login of a proxy")
            << ScriptedProxy::reply(407, {}, {{"Proxy-Authenticate", "Basic realm=\"x\""}})
            << ErrorKind::Network;
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.9\r\n\r\n")
                                  << ErrorKind::Protocol;
        QTest::newRow("error page") << ScriptedProxy::reply(503, "later") << ErrorKind::Server;
        QTest::newRow("endless error page")
            << ScriptedProxy::reply(404, QByteArray(500'000, 'x')) << ErrorKind::NotFound;
        QTest::newRow("1xx first") << "HTTP/1.1 103 Early Hints\r\nX-A: 1\r\n\r\n"
                + ScriptedProxy::reply(401, {}, {{"X-Error-Code", "GatedRepo"}})
                                   << ErrorKind::Gated;
    }
    void errorsHaveAKind()
    {
        QFETCH(QByteArray, raw);
        QFETCH(ErrorKind, kind);
        m_proxy->answer = [&](const QByteArray &) { return raw; };
        HttpStream stream(m_pool.get(), m_config);
        stream.setTimeouts({5s, 5s, 200ms});
        stream.setReadBuffer(50'000); // less than the endless page
        QSignalSpy finished(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://hub.example:8080/x"_s));
        QTRY_COMPARE(finished.size(), 1);
        const auto error = errorOf(finished);
        QVERIFY(error);
        QVERIFY2(error->kind == kind, qPrintable(error->message + error->detail));
        QVERIFY(!error->message.isEmpty());
    }

    void proxyWithLogin_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("works");
        QTest::newRow("right") << u"p%C3%A4ss:w%2Ford"_s << true;
        QTest::newRow("wrong") << u"guess"_s << false;
    }
    void proxyWithLogin()
    {
        QFETCH(QString, password);
        QFETCH(bool, works);
        const QByteArray login = "Basic " + QByteArray("me:päss:w/ord").toBase64();
        m_proxy->answer = [&](const QByteArray &head) {
            return head.contains("roxy-Authorization: " + login + "\r\n")
                ? ScriptedProxy::reply(200, "let in")
                : ScriptedProxy::reply(407, "who is it?",
                                       {{"Proxy-Authenticate", "Basic realm=\"x\""}});
        };
        m_config.proxies.all.replace(u"http://"_s, u"http://me:"_s + password + u'@');
        HttpPool pool(m_config.proxies);
        HttpStream stream(&pool, m_config);
        QSignalSpy answered(&stream, &HttpStream::headersReceived);
        QSignalSpy finished(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://hub.example:8080/x"_s));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(!errorOf(finished), works);
        QCOMPARE(answered.size(), works ? 1 : 0);
        if (works) {
            QCOMPARE(stream.read(100), "let in");
        } else {
            QCOMPARE(errorOf(finished)->kind, ErrorKind::Network);
            QVERIFY(errorOf(finished)->message.contains("proxy"_L1));
        }
    }

    void nobodyThere()
    {
        auto gone = std::make_unique<ScriptedProxy>();
        ClientConfig config = hubConfig();
        config.endpoint = QUrl(u"http://127.0.0.1:%1"_s.arg(gone->serverPort()));
        gone.reset();
        config.proxies.none = u"*"_s;
        HttpPool pool(config.proxies);
        HttpStream stream(&pool, config);
        QSignalSpy finished(&stream, &HttpStream::finished);
        stream.start(config.endpoint);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(errorOf(finished)->kind, ErrorKind::Network);
    }

    //! One connection for many requests, until they are forgotten.
    void connectionsAreUsedAgain()
    {
        const auto ask = [&] {
            HttpStream stream(m_pool.get(), m_config);
            QSignalSpy finished(&stream, &HttpStream::finished);
            stream.start(QUrl(u"http://hub.example:8080/x"_s));
            QTRY_COMPARE(finished.size(), 1);
            QVERIFY(!errorOf(finished));
        };
        for (int i = 0; i < 5; ++i)
            ask();
        QCOMPARE(m_proxy->connections, 1);
        HttpStream waiting(m_pool.get(), m_config);
        QSignalSpy finished(&waiting, &HttpStream::finished);
        waiting.start(QUrl(u"http://hub.example:8080/y"_s));
        m_pool->forgetConnections();
        ask();
        QCOMPARE(m_proxy->connections, 2);
        QTRY_COMPARE(finished.size(), 1); // what is under way goes on
        QVERIFY(!errorOf(finished));
    }

    void offlineOpensNoSocket()
    {
        m_config.offline = true;
        HttpStream stream(m_pool.get(), m_config);
        QSignalSpy finished(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://hub.example:8080/x"_s));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(errorOf(finished)->kind, ErrorKind::Offline);
        QCOMPARE(m_proxy->connections, 0);
    }

    void trustIsSharedAndFollowsTheConfiguration()
    {
        TrustStore trust;
        const QSslConfiguration system = QSslConfiguration::defaultConfiguration();
        X509_STORE *first = trust.of(system);
        QVERIFY(first);
        QCOMPARE(trust.of(system), first);
        X509_STORE_up_ref(first); // as a connection does, so that its address is not used again
        QSslConfiguration one = system;
        const auto all = QSslConfiguration::systemCaCertificates();
        if (all.size() < 2)
            QFAIL("this system trusts nobody");
        one.setCaCertificates({all.first()});
        X509_STORE *second = trust.of(one);
        QVERIFY(second != first);
        QCOMPARE(sk_X509_OBJECT_num(X509_STORE_get0_objects(second)), 1);
        QVERIFY(sk_X509_OBJECT_num(X509_STORE_get0_objects(first)) > 1);
        X509_STORE_free(first);
    }

private:
    std::unique_ptr<ScriptedProxy> m_proxy;
    ClientConfig m_config;
    std::unique_ptr<HttpPool> m_pool;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::HttpStreamTest)
#include "tst_httpstream.moc"
