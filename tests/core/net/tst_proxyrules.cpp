// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/proxyrules.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class ProxyRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bypass_data()
    {
        QTest::addColumn<QString>("none");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("direct");
        const auto row = [](const char *name, const QString &none, const QString &url,
                            bool direct) { QTest::newRow(name) << none << url << direct; };
        row("nothing", {}, u"http://a.example/"_s, false);
        row("everything", u"*"_s, u"http://a.example/"_s, true);
        row("everything in a list", u"b, *"_s, u"https://a.example/"_s, true);
        row("host", u"a.example"_s, u"http://a.example/"_s, true);
        row("below it", u"example"_s, u"http://a.example/"_s, true);
        row("with a dot", u".example"_s, u"http://a.example/"_s, true);
        row("with a star", u"*.example"_s, u"http://a.example/"_s, true);
        row("itself with a dot", u".a.example"_s, u"http://a.example/"_s, true);
        row("not a part", u"ample"_s, u"http://a.example/"_s, false);
        row("not above it", u"b.a.example"_s, u"http://a.example/"_s, false);
        row("case", u"A.Example"_s, u"http://a.eXample/"_s, true);
        row("root", u"a.example."_s, u"http://a.example/"_s, true);
        row("umlaut", u"hübe.example"_s, u"http://hübe.example/"_s, true);
        row("spaces", u" x.example   a.example "_s, u"http://a.example/"_s, true);
        row("its port", u"a.example:8080"_s, u"http://a.example:8080/"_s, true);
        row("another port", u"a.example:8080"_s, u"http://a.example/"_s, false);
        row("port of http", u"a.example:80"_s, u"http://a.example/"_s, true);
        row("port of https", u"a.example:443"_s, u"https://a.example/"_s, true);
        row("loopback", u"localhost,127.0.0.1"_s, u"http://127.0.0.1:4711/"_s, true);
        row("address is no suffix", u"0.0.1"_s, u"http://127.0.0.1/"_s, false);
        row("network", u"10.0.0.0/8"_s, u"http://10.1.2.3/"_s, true);
        row("outside", u"10.0.0.0/8"_s, u"http://11.1.2.3/"_s, false);
        row("network and name", u"10.0.0.0/8"_s, u"http://a.example/"_s, false);
        row("six", u"::1"_s, u"http://[::1]:80/"_s, true);
        row("six in brackets", u"[::1]:81"_s, u"http://[::1]:81/"_s, true);
        row("six, another port", u"[::1]:81"_s, u"http://[::1]/"_s, false);
    }
    void bypass()
    {
        QFETCH(QString, none);
        QFETCH(QString, url);
        QFETCH(bool, direct);
        QCOMPARE(isProxyBypassed(none, QUrl(url)), direct);
    }

    void parsing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("login");
        const int http = QNetworkProxy::HttpProxy;
        const int socks = QNetworkProxy::Socks5Proxy;
        QTest::newRow("bare") << u"p.example:3128"_s << http << u"p.example:3128"_s << u":"_s;
        QTest::newRow("address") << u"127.0.0.1:1"_s << http << u"127.0.0.1:1"_s << u":"_s;
        QTest::newRow("http") << u"http://p.example"_s << http << u"p.example:80"_s << u":"_s;
        QTest::newRow("login") << u"http://me:p%40ss@p:8"_s << http << u"p:8"_s << u"me:p@ss"_s;
        QTest::newRow("https") << u"https://me:pass@p:8"_s << http << u"p:8"_s << u":"_s;
        QTest::newRow("socks5") << u"socks5://p"_s << socks << u"p:1080"_s << u":"_s;
        QTest::newRow("socks5h") << u"socks5h://u:v@p:9"_s << socks << u"p:9"_s << u"u:v"_s;
        QTest::newRow("capitals") << u"SOCKS5://p:9"_s << socks << u"p:9"_s << u":"_s;
        QTest::newRow("unknown") << u"ftp://p:9"_s << http << u"proxy.invalid:1"_s << u":"_s;
        QTest::newRow("rubbish") << u"http://"_s << http << u"proxy.invalid:1"_s << u":"_s;
    }
    void parsing()
    {
        QFETCH(QString, text);
        QFETCH(int, type);
        const QNetworkProxy proxy = parsedProxy(text);
        QCOMPARE(int(proxy.type()), type);
        QTEST(u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port()), "place");
        QTEST(proxy.user() + u':' + proxy.password(), "login");
    }

    void problemsNameNoPassword()
    {
        QVERIFY(proxyProblem({}).isEmpty());
        QVERIFY(proxyProblem(u"http://me:pass@p:8"_s).isEmpty());
        QVERIFY(proxyProblem(u"https://p:8"_s).isEmpty());
        for (const QString &text : {u"https://me:pass@p:8"_s, u"ftp://me:pass@p"_s}) {
            const QString problem = proxyProblem(text);
            QVERIFY(!problem.isEmpty());
            QVERIFY(!problem.contains("pass@"_L1) && !problem.contains("me:"_L1));
        }
    }

    void whoLooksUpNames()
    {
        constexpr auto lookup = QNetworkProxy::HostNameLookupCapability;
        QVERIFY(!(parsedProxy(u"socks5://p:1"_s).capabilities() & lookup));
        QVERIFY(parsedProxy(u"socks5h://p:1"_s).capabilities() & lookup);
    }

    void choosing()
    {
        const QUrl http(u"http://a.example"_s);
        const QUrl https(u"https://a.example"_s);
        const auto host = [](const ProxyVariables &variables, const QUrl &url) {
            const auto proxy = proxyFor(variables, url);
            return !proxy                                 ? u"system"_s
                : proxy->type() == QNetworkProxy::NoProxy ? u"direct"_s
                                                          : proxy->hostName();
        };
        QCOMPARE(host({}, http), u"system"_s);
        // http, https, all, none, script
        QCOMPARE(host({{}, {}, {}, u"*"_s, {}}, http), u"direct"_s);
        QCOMPARE(host({{}, {}, {}, u"b.example"_s, {}}, http), u"system"_s);
        QCOMPARE(host({u"h"_s, {}, {}, {}, {}}, http), u"h"_s);
        QCOMPARE(host({u"h"_s, {}, {}, {}, {}}, https), u"direct"_s);
        QCOMPARE(host({u"h"_s, u"s"_s, u"x"_s, {}, {}}, https), u"s"_s);
        QCOMPARE(host({{}, u"s"_s, u"socks5://x"_s, {}, {}}, http), u"x"_s);
        QCOMPARE(host({{}, {}, u"x"_s, {}, {}}, https), u"x"_s);
        QCOMPARE(host({{}, {}, u"x"_s, u"example"_s, {}}, https), u"direct"_s);
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::ProxyRulesTest)
#include "tst_proxyrules.moc"
