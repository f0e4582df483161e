// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/pacscript.h"
#include "app/desktop/session.h"
#include "core/hub/users.h"
#include "core/net/errormapping.h"
#include "core/net/httppool.h"
#include "core/net/httpstream.h"
#include "core/net/hubclient.h"
#include "core/net/proxyrules.h"
#include "core/transfer/networksession.h"
#include "tests/support/handmadescript.h"
#include "tests/support/scriptedproxy.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>

#include <tuple>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Serves a PAC file without an end, or \a script once it has one.
class SlowServer : public QTcpServer
{
public:
    explicit SlowServer(bool drips)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, drips] {
            ++connections;
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, drips, socket] {
                socket->readAll();
                if (!script.isEmpty())
                    return answer(socket, ScriptedProxy::reply(200, script));
                if (!drips)
                    return;
                socket->write("HTTP/1.1 200 -\r\nConnection: close\r\n\r\n");
                auto *timer = new QTimer(socket);
                connect(timer, &QTimer::timeout, socket, [socket] { socket->write(" "); });
                timer->start(std::chrono::milliseconds(20));
            });
        });
    }
    QString address() const { return u"http://127.0.0.1:%1/proxy.pac"_s.arg(serverPort()); }

    QByteArray script;
    int connections = 0;

private:
    static void answer(QTcpSocket *socket, const QByteArray &reply)
    {
        socket->write(reply);
        socket->disconnectFromHost();
    }
};

} // namespace

class PacScriptTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString file(const QByteArray &script)
    {
        QFile out(m_folder.filePath(u"%1.pac"_s.arg(++m_files)));
        if (out.open(QIODevice::WriteOnly))
            out.write(script);
        return out.fileName();
    }
    QString function(const QByteArray &body)
    {
        return file("function FindProxyForURL(url, host) {" + body + "}");
    }
    static Result<QNetworkProxy> asked(PacScript *script, const QString &url)
    {
        auto future = script->find(QUrl(url));
        // The answer comes from another thread.
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
            return failure(ErrorKind::Timeout, u"no answer"_s);
        return future.result();
    }

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("expected"); // empty: is not understood
        QTest::newRow("direct") << u"DIRECT"_s << u"direct"_s;
        QTest::newRow("nothing") << u" "_s << u"direct"_s;
        QTest::newRow("http") << u"PROXY a.test:8080"_s << u"http a.test:8080"_s;
        QTest::newRow("modern") << u"http a.test:80; DIRECT"_s << u"http a.test:80, direct"_s;
        QTest::newRow("socks") << u"SOCKS5  a.test:1080 ;DIRECT"_s
                               << u"socks a.test:1080, direct"_s;
        QTest::newRow("socks without port") << u"SOCKS a.test"_s << u"socks a.test:1080"_s;
        QTest::newRow("first that is known")
            << u"QUIC a.test:1;PROXY b.test:2"_s << u"http b.test:2"_s;
        QTest::newRow("address") << u"PROXY [::1]:8080"_s << u"http ::1:8080"_s;
        QTest::newRow("nonsense") << u"nonsense"_s << QString();
        QTest::newRow("no host") << u"PROXY"_s << QString();
        QTest::newRow("direct to somewhere") << u"DIRECT a.test"_s << QString();
        QTest::newRow("a login") << u"PROXY me:pw@a.test:1"_s << QString();
    }
    void answers()
    {
        QFETCH(QString, answer);
        QStringList texts;
        for (const QNetworkProxy &proxy : proxiesFromScript(answer)) {
            const QString kind = proxy.type() == QNetworkProxy::HttpProxy ? u"http"_s : u"socks"_s;
            texts.append(proxy.type() == QNetworkProxy::NoProxy
                             ? u"direct"_s
                             : u"%1 %2:%3"_s.arg(kind, proxy.hostName()).arg(proxy.port()));
        }
        QTEST(texts.join(u", "_s), "expected");
    }

    void functions_data()
    {
        QTest::addColumn<QByteArray>("expression");
        const auto add = [](const char *expression) {
            QTest::newRow(expression) << QByteArray(expression);
        };
        add("isPlainHostName('www')");
        add("!isPlainHostName('www.test')");
        add("dnsDomainIs('a.hub.test', '.HUB.test')");
        add("!dnsDomainIs('hub.test', '.example')");
        add("localHostOrDomainIs('www', 'www.test')");
        add("!localHostOrDomainIs('home.test', 'www.test')");
        add("isInNet('10.1.2.3', '10.1.0.0', '255.255.0.0')");
        add("!isInNet('10.2.2.3', '10.1.0.0', '255.255.0.0')");
        add("dnsResolve('127.0.0.1') == '127.0.0.1'");
        add("isResolvable('localhost')");
        add("myIpAddress().split('.').length == 4");
        add("dnsDomainLevels('a.b.c') == 2");
        add("convert_addr('104.16.41.2') == 1745889538");
        add("shExpMatch('http://a.test/x', '*/x')");
        add("shExpMatch('a.test', '?.te*')");
        add("!shExpMatch('axtest', 'a.test')");
        add("shExpMatch('a(b)+$', 'a(b)+$')");
        add("weekdayRange('SUN', 'SAT')");
        add("weekdayRange(['SUN','MON','TUE','WED','THU','FRI','SAT'][new Date().getUTCDay()], "
            "'GMT')");
        add("!weekdayRange('XXX')");
        add("dateRange(1, 31) && dateRange('JAN', 'DEC', 'GMT') && dateRange(2000, 2999)");
        add("!dateRange(1999)");
        add("dateRange(1, 'JAN', 2000, 31, 'DEC', 2999)");
        add("!dateRange(1, 'JAN', 2000, 31, 'DEC', 2001)");
        add("dateRange(new Date().getDate()) && dateRange('JUL', 'JUN')");
        add("timeRange(0, 23) && timeRange(0, 0, 23, 59) && timeRange(0, 0, 0, 23, 59, 59)");
        add("timeRange(new Date().getUTCHours(), 'GMT') || new Date().getUTCMinutes() == 0");
        add("!timeRange()");
        add("alert('x') === undefined");
        add("url == 'https://host.test:1/' && host == 'host.test'"); // no path, no query
    }
    void functions()
    {
        QFETCH(QByteArray, expression);
        PacScript script(
            function("return (" + expression + ") ? 'PROXY yes.test:1' : 'PROXY no.test:1';"));
        const auto proxy = asked(&script, u"https://me:pw@host.test:1/secret?token=x"_s);
        QVERIFY2(proxy, qPrintable(proxy ? QString() : proxy.error().detail));
        QCOMPARE(proxy->hostName(), u"yes.test"_s);
    }

    //! "PROXY in the office; DIRECT", and the user is not in the office.
    void goesOnWithTheNextProxy_data()
    {
        QTest::addColumn<bool>("isStream");
        QTest::newRow("API call") << false;
        QTest::newRow("download") << true;
    }
    void goesOnWithTheNextProxy()
    {
        QFETCH(bool, isStream);
        ScriptedProxy hub; // reached directly, and as a proxy
        hub.answer = [](const QByteArray &) {
            return ScriptedProxy::reply(200, R"({"type":"user","name":"demo"})");
        };
        ScriptedProxy gone;
        const int refused = gone.serverPort();
        gone.close();
        const QByteArray port = QByteArray::number(hub.serverPort());
        auto script = std::make_shared<PacScript>(
            function("return 'PROXY 127.0.0.1:" + QByteArray::number(refused)
                     + "; PROXY proxy.invalid:1; PROXY 127.0.0.1:" + port + "; DIRECT';"));
        ClientConfig config;
        config.endpoint = QUrl(u"http://hub.test"_s);
        config.userAgent = "test";
        config.proxies.script = script;
        NetworkSession session(config);
        if (isStream) {
            HttpStream stream(session.bulk(), config);
            QSignalSpy ended(&stream, &HttpStream::finished);
            stream.start(session.client()->url("/a/b/resolve/main/f"));
            QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
            QVERIFY(!ended.first().first().value<std::optional<Error>>());
        } else {
            std::optional<bool> isAnswered;
            auto call = session.client()->send(WhoAmIRequest{});
            call.then(this, [&](const Result<Identity> &who) { isAnswered = who.has_value(); });
            QTRY_VERIFY_WITH_TIMEOUT(isAnswered, 20'000);
            QVERIFY(*isAnswered);
        }
        QCOMPARE(hub.heads.size(), 1);
        QVERIFY(hub.heads[0].startsWith("GET http://hub.test/"));
        QCOMPARE(script->known(config.endpoint)->port(), hub.serverPort());
        // What is bad for one host is bad for all; the last one stays, reached or not.
        QVERIFY(script->giveUpOn(config.endpoint));
        QCOMPARE(script->known(config.endpoint)->type(), QNetworkProxy::NoProxy);
        QVERIFY(!script->giveUpOn(config.endpoint));
    }

    void remembersEachOrigin()
    {
        PacScript script(
            function("return 'PROXY ' + host + ':' + (url.startsWith('https') ? 2 : 1);"));
        const QUrl one(u"http://one.test/a"_s);
        QVERIFY(script.mustAsk(one));
        QVERIFY(!script.known(one));
        QCOMPARE(asked(&script, one.toString())->port(), 1);
        QVERIFY(!script.mustAsk(QUrl(u"http://one.test/b?c"_s)));
        QCOMPARE(script.known(one)->hostName(), u"one.test"_s);
        QVERIFY(script.mustAsk(QUrl(u"https://one.test/a"_s)));
        ProxyVariables proxies;
        proxies.none = u"direct.test"_s;
        proxies.script = std::shared_ptr<ProxyScript>(&script, [](ProxyScript *) { });
        QVERIFY(!mustAskScript(proxies, QUrl(u"http://direct.test"_s)));
        QVERIFY(mustAskScript(proxies, QUrl(u"http://two.test"_s)));
        QCOMPARE(proxyFor(proxies, QUrl(u"http://direct.test"_s))->type(), QNetworkProxy::NoProxy);
        QCOMPARE(proxyFor(proxies, one)->hostName(), u"one.test"_s);
        // Nothing goes past a script that was not asked.
        QCOMPARE(proxyFor(proxies, QUrl(u"http://two.test"_s))->hostName(), u"proxy.invalid"_s);
    }

    void troubles_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("no JavaScript") << QByteArray("<html>");
        QTest::newRow("no function") << QByteArray("var x = 1;");
        QTest::newRow("throws") << QByteArray("function FindProxyForURL() { throw 1; }");
        QTest::newRow("throws at once") << QByteArray("throw 1;");
        QTest::newRow("a number") << QByteArray("function FindProxyForURL() { return 7; }");
        QTest::newRow("nonsense") << QByteArray("function FindProxyForURL() { return 'x'; }");
        QTest::newRow("never ends") << QByteArray("function FindProxyForURL() { for (;;) ; }");
        QTest::newRow("never ends at once") << QByteArray("for (;;) ;");
        QTest::newRow("too large") << QByteArray(1'100'000, ' ');
    }
    void troubles()
    {
        QFETCH(QByteArray, script);
        PacScript pac(file(script), std::chrono::milliseconds(200));
        const auto proxy = asked(&pac, u"http://a.test"_s);
        QVERIFY(!proxy);
        QCOMPARE(proxy.error().code, QString(kProxyScript));
        QVERIFY(proxy.error().message.startsWith(u"The PAC file"_s));
        QVERIFY(!pac.known(QUrl(u"http://a.test"_s)));
    }

    void cannotBeRead()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString address = u"http://127.0.0.1:%1/proxy.pac"_s.arg(closed.serverPort());
        closed.close();
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        for (const QString &source :
             {m_folder.filePath(u"missing.pac"_s), address,
              u"http://127.0.0.1:%1/proxy.pac"_s.arg(silent.serverPort())}) {
            PacScript pac(source, std::chrono::milliseconds(300));
            const auto proxy = asked(&pac, u"http://a.test"_s);
            QVERIFY(!proxy);
            QCOMPARE(proxy.error().message, u"The PAC file could not be read."_s);
        }
    }

    //! A server that takes the question and says nothing, or a byte now and then.
    void unreachable_data()
    {
        QTest::addColumn<bool>("drips");
        QTest::newRow("silent") << false;
        QTest::newRow("drips") << true;
    }
    void unreachable()
    {
        QFETCH(bool, drips);
        SlowServer server(drips);
        const QList<QString> hosts{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
        PacScript pac(server.address(), std::chrono::milliseconds(500));
        QList<QFuture<Result<QNetworkProxy>>> answers;
        for (const QString &host : hosts)
            answers << pac.find(QUrl(u"http://%1.test"_s.arg(host)));
        for (const auto &answer : answers) {
            QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 20'000);
            QVERIFY(!answer.result());
            QCOMPARE(answer.result().error().message, u"The PAC file could not be read."_s);
        }
        QCOMPARE(server.connections, 1); // one of them asked for all
        server.script = "function FindProxyForURL() { return 'DIRECT'; }";
        QTRY_VERIFY_WITH_TIMEOUT(asked(&pac, u"http://a.test"_s), 20'000); // is read again
    }

    void endsWhileReading_data() { unreachable_data(); }
    void endsWhileReading()
    {
        QFETCH(bool, drips);
        SlowServer server(drips);
        auto pac = std::make_unique<PacScript>(server.address(), std::chrono::seconds(30));
        const auto one = pac->find(QUrl(u"http://a.test"_s));
        const auto two = pac->find(QUrl(u"http://b.test"_s));
        QTRY_COMPARE(server.connections, 1);
        QElapsedTimer clock;
        clock.start();
        pac.reset();
        QVERIFY2(clock.elapsed() < 3'000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(one.isFinished() && !one.result());
        QVERIFY(two.isFinished() && !two.result());
    }

    void questionsDoNotWaitForEachOther()
    {
        PacScript pac(function("if (host == 'slow.test') for (;;) ; return 'DIRECT';"),
                      std::chrono::milliseconds(300));
        QVERIFY(asked(&pac, u"http://a.test"_s));
        QList<QFuture<Result<QNetworkProxy>>> answers;
        QElapsedTimer clock;
        clock.start();
        for (int port = 1; port <= 40; ++port)
            answers << pac.find(QUrl(u"http://slow.test:%1"_s.arg(port)));
        for (const auto &answer : answers)
            QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished() && !answer.result(), 20'000);
        QVERIFY(clock.elapsed() < 8'000); // not 40 times as long
    }

    void keepsTheAddressToItself()
    {
        ScriptedProxy web;
        web.answer = [](const QByteArray &) { return ScriptedProxy::reply(404); };
        PacScript pac(u"http://127.0.0.1:%1/proxy.pac?key=secret"_s.arg(web.serverPort()));
        const auto proxy = asked(&pac, u"http://a.test"_s);
        QVERIFY(!proxy);
        QCOMPARE(proxy.error().detail, u"status 404"_s);
        QVERIFY(web.heads.at(0).contains("key=secret"));
    }

    void readsOnlyFiles()
    {
        const QString pipe = m_folder.filePath(u"pipe.pac"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        PacScript pac(pipe);
        QVERIFY(!asked(&pac, u"http://a.test"_s));
    }

    void endsInTheMiddle()
    {
        QElapsedTimer clock;
        clock.start();
        {
            PacScript pac(function("for (;;) ;"), std::chrono::minutes(10));
            std::ignore = pac.find(QUrl(u"http://a.test"_s));
        }
        QVERIFY(clock.elapsed() < 10'000);
    }

    //! API calls and file contents, by the settings, through the proxy that the script names.
    void bothWaysObey()
    {
        ScriptedProxy proxy;
        proxy.answer = [](const QByteArray &) {
            return ScriptedProxy::reply(200, R"({"type":"user","name":"demo"})");
        };
        QVERIFY(proxy.isListening());
        QTcpServer web; // the script comes from here, without a proxy
        QVERIFY(web.listen(QHostAddress::LocalHost));
        const QByteArray script = "function FindProxyForURL(u, h) { return 'PROXY 127.0.0.1:"
            + QByteArray::number(proxy.serverPort()) + "'; }";
        connect(&web, &QTcpServer::newConnection, &web, [&web, script] {
            QTcpSocket *socket = web.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, script] {
                socket->write(ScriptedProxy::reply(200, script));
                socket->disconnectFromHost();
            });
        });
        Settings settings(m_folder.filePath(u"s.ini"_s));
        const Environment environment{QProcessEnvironment()};
        Session session(&environment, &settings, QUrl(u"http://hub.test"_s), {});
        session.setProxyScripts(
            [](const QString &source) { return std::make_shared<PacScript>(source); });
        settings.setValue(SettingKey::PacSource,
                          u"http://127.0.0.1:%1/proxy.pac"_s.arg(web.serverPort()));
        settings.setValue(SettingKey::ProxyMode, u"pac"_s);
        ClientConfig config = session.clientConfig();
        QVERIFY(config.proxies.script);
        QCOMPARE(session.clientConfig().proxies, config.proxies); // no new script each time
        config.token = u"hf_x"_s;
        HubClient client(config);
        QString name;
        auto call = client.send(WhoAmIRequest{});
        call.then(this, [&name](const Result<Identity> &identity) {
            name = identity ? identity->name : identity.error().message;
        });
        QTRY_COMPARE(name, u"demo"_s);
        HttpPool pool(config.proxies);
        HttpStream stream(&pool, config);
        QSignalSpy ended(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://other.test/a/model/resolve/main/x"_s)); // not asked yet
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended[0][0].value<std::optional<Error>>());
        QVERIFY(stream.read(1000).contains("demo"));
        QCOMPARE(proxy.heads.size(), 2);
        QVERIFY(proxy.heads[0].startsWith("GET http://hub.test/"));
        QVERIFY(proxy.heads[1].startsWith("GET http://other.test/"));
    }

    //! To a host that the script was not asked for.
    void bothWaysFollowRedirects()
    {
        ScriptedProxy proxy;
        proxy.answer = [](const QByteArray &head) {
            if (head.startsWith("GET http://cdn.test/"))
                return ScriptedProxy::reply(200, R"({"type":"user","name":"demo"})");
            return ScriptedProxy::reply(302, "moved", {{"Location", "http://cdn.test/x"}});
        };
        ClientConfig config;
        config.endpoint = QUrl(u"http://hub.test"_s);
        config.proxies.script = std::make_shared<PacScript>(
            function("return 'PROXY 127.0.0.1:" + QByteArray::number(proxy.serverPort()) + "';"));
        HttpPool pool(config.proxies);
        HttpStream stream(&pool, config);
        QSignalSpy ended(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://hub.test/x"_s));
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended[0][0].value<std::optional<Error>>());
        QVERIFY(stream.read(1000).contains("demo"));
        config.proxies.script = std::make_shared<PacScript>(
            function("return 'PROXY 127.0.0.1:" + QByteArray::number(proxy.serverPort()) + "';"));
        HubClient client(config);
        QString name;
        auto call = client.send(WhoAmIRequest{});
        call.then(this, [&name](const Result<Identity> &identity) {
            name = identity ? identity->name : identity.error().message;
        });
        QTRY_COMPARE(name, u"demo"_s);
        QCOMPARE(proxy.heads.size(), 4);
    }

    void bothWaysSayWhatIsWrong()
    {
        ClientConfig config;
        config.endpoint = QUrl(u"http://127.0.0.1:9"_s);
        config.retryDelay = std::chrono::milliseconds(1);
        config.proxies.script = std::make_shared<PacScript>(m_folder.filePath(u"none.pac"_s));
        HubClient client(config);
        QString code;
        auto call = client.send(WhoAmIRequest{});
        call.then(this, [&code](const Result<Identity> &identity) {
            code = identity ? QString() : identity.error().code;
        });
        QTRY_COMPARE(code, QString(kProxyScript));
        HttpPool pool(config.proxies);
        HttpStream stream(&pool, config);
        QSignalSpy ended(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://127.0.0.1:9/x"_s));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].value<std::optional<Error>>()->code, QString(kProxyScript));
    }

    void nobodyHearsAfterAbort()
    {
        ScriptedProxy proxy;
        const auto script = std::make_shared<HandMadeScript>();
        ClientConfig config;
        config.endpoint = QUrl(u"http://hub.test"_s);
        config.proxies.script = script;
        HttpPool pool(config.proxies);
        HttpStream stream(&pool, config);
        QSignalSpy ended(&stream, &HttpStream::finished);
        stream.start(QUrl(u"http://hub.test/x"_s));
        QCOMPARE(script->asked, QList<QString>{u"hub.test"_s});
        stream.abort();
        HttpStream other(&pool, config);
        QSignalSpy otherEnded(&other, &HttpStream::finished);
        other.start(QUrl(u"http://hub.test/y"_s));
        script->answer(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()));
        QTRY_COMPARE(otherEnded.size(), 1); // who asked later
        QCOMPARE(ended.size(), 0);
        QCOMPARE(proxy.heads.size(), 1);
        QVERIFY(proxy.heads[0].startsWith("GET http://hub.test/y"));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::PacScriptTest)
#include "tst_pacscript.moc"
