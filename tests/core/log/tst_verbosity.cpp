// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/verbosity.h"

#include "core/hub/users.h"
#include "core/log/categories.h"
#include "core/net/httppool.h"
#include "core/net/httpstream.h"
#include "core/net/hubclient.h"
#include "core/net/networkmanager.h"
#include "tests/support/fakehubserver.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

// Of no known shape, so that only silence helps, not redaction.
constexpr auto kOddToken = "zz9-plural-z-alpha";

std::mutex mutex;
QStringList captured;

void capture(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    const std::scoped_lock lock(mutex);
    captured << QLatin1StringView(context.category) + u": "_s + text;
}

//! The messages of one scope, as they were before redaction.
class Capture
{
public:
    Capture()
        : m_before(qInstallMessageHandler(capture))
    {
        captured.clear();
    }
    ~Capture() { qInstallMessageHandler(m_before); }
    Q_DISABLE_COPY_MOVE(Capture)

    static QString text()
    {
        const std::scoped_lock lock(mutex);
        return captured.join(u'\n');
    }

private:
    QtMessageHandler m_before;
};

} // namespace

class VerbosityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLoggingCategory::setFilterRules({}); }

    void names()
    {
        QCOMPARE(verbosityFromName(u"debug"_s), Verbosity::Debug);
        QCOMPARE(verbosityFromName(u"Info"_s), Verbosity::Info);
        QCOMPARE(verbosityFromName(u"warning"_s), Verbosity::Warning);
        QCOMPARE(verbosityFromName(u"ERROR"_s), Verbosity::Error);
        QCOMPARE(verbosityFromName(u"critical"_s), Verbosity::Critical);
        QVERIFY(!verbosityFromName(u"loud"_s));
        QVERIFY(!verbosityFromName({}));
    }

    void levels_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("debug");
        QTest::addColumn<QString>("shown"); // of debug, info, warning, critical
        QTest::newRow("debug") << u"debug"_s << false << u"diwc"_s;
        QTest::newRow("info") << u"info"_s << false << u"iwc"_s;
        QTest::newRow("warning") << u"warning"_s << false << u"wc"_s;
        QTest::newRow("error") << u"error"_s << false << u"c"_s;
        QTest::newRow("critical") << u"critical"_s << false << QString();
        QTest::newRow("unset") << QString() << false << u"wc"_s;
        QTest::newRow("unknown") << u"loud"_s << false << u"wc"_s;
        QTest::newRow("debugging wins") << u"critical"_s << true << u"diwc"_s;
    }
    void levels()
    {
        QFETCH(QString, name);
        QFETCH(bool, debug);
        QFETCH(QString, shown);
        {
            const Capture messages;
            applyVerbosity(name, debug, Verbosity::Warning);
            QCOMPARE(Capture::text().contains("HF_HUB_VERBOSITY"_L1), name == "loud"_L1);
        }
        for (const QLoggingCategory *category : {&lcHub(), &lcHttp(), &lcCache(), &lcTransfer()}) {
            QCOMPARE(category->isDebugEnabled(), shown.contains(u'd'));
            QCOMPARE(category->isInfoEnabled(), shown.contains(u'i'));
            QCOMPARE(category->isWarningEnabled(), shown.contains(u'w'));
            QCOMPARE(category->isCriticalEnabled(), shown.contains(u'c'));
        }
        QCOMPARE(lcCurl().isDebugEnabled(), debug);
    }

    void aProgramMayKeepItsDefaults()
    {
        applyVerbosity({}, false, Verbosity::Info);
        QVERIFY(lcHub().isInfoEnabled());
        QVERIFY(!lcHttp().isDebugEnabled());
    }

    void inFull()
    {
        applyVerbosity({}, false, Verbosity::Info, {u"app.cache"_s});
        QVERIFY(lcCache().isDebugEnabled());
        QVERIFY(!lcHub().isDebugEnabled());
        QVERIFY(!lcHttp().isDebugEnabled());
        applyVerbosity({}, false, Verbosity::Error, {u"app.hub.http"_s});
        QVERIFY(lcHttp().isDebugEnabled());
        QVERIFY(!lcCache().isWarningEnabled());
        applyVerbosity({}, false, Verbosity::Info); // as before
        QVERIFY(lcCache().isInfoEnabled());
        QVERIFY(!lcCache().isDebugEnabled());
        QVERIFY(logCategoryNames().contains(u"app.hub.curl"_s));
    }

    void noTokenAtAnyLevel_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("debug");
        for (const char *name : {"critical", "error", "warning", "info", "debug"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
        QTest::newRow("HF_DEBUG") << QString() << true;
    }
    //! An API call and a download over a redirect, against a server that is really there.
    void noTokenAtAnyLevel()
    {
        QFETCH(QString, name);
        QFETCH(bool, debug);
        FakeHubServer server;
        server.addFile(u"big.bin"_s, QByteArray(1000, 'x'), true);
        FakeFault fault;
        fault.match = "/api/whoami-v2"; // a failure has something to tell, too
        server.addFault(fault);
        applyVerbosity(name, debug, Verbosity::Warning);
        ClientConfig config;
        config.endpoint = server.endpoint();
        config.token = QString::fromLatin1(kOddToken);
        config.retryDelay = std::chrono::milliseconds(1);
        config.proxies.none = u"*"_s;
        const Capture messages;
        HubClient client(config);
        bool answered = false;
        auto call = client.send(WhoAmIRequest{});
        call.then(this, [&answered](const Result<Identity> &) { answered = true; });
        QTRY_VERIFY(answered);
        HttpPool pool(config.proxies);
        HttpStream stream(&pool, config);
        QSignalSpy ended(&stream, &HttpStream::finished);
        stream.start(client.url("/tester/model/resolve/main/big.bin"));
        QTRY_COMPARE(ended.size(), 1);
        const QString all = Capture::text();
        QVERIFY2(!all.contains(QLatin1StringView(kOddToken)), qPrintable(all));
        QCOMPARE(all.contains("app.hub.http: GET http://"_L1), debug || name == "debug"_L1);
        QCOMPARE(all.contains("app.hub.curl: curl -X GET "_L1), debug);
        QCOMPARE(all.contains("authorization: <TOKEN>"_L1), debug);
        QVERIFY(server.requests().size() > 2);
        QVERIFY(std::ranges::any_of(server.requests(), &FakeRequest::authorization));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::VerbosityTest)
#include "tst_verbosity.moc"
