// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/dryrun.h"
#include "tests/core/transfer/enginefixture.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hubdesk;
using enum hubdesk::TransferState;
using Kind = hubdesk::FakeFault::Kind;

namespace {

FakeFault trouble(const QByteArray &match, Kind kind, int times, int status = 0,
                  const QByteArray &headers = {})
{
    FakeFault made;
    made.match = match;
    made.kind = kind;
    made.times = times;
    made.status = status;
    made.headers = headers;
    return made;
}

//! A port that nobody listens on.
QUrl closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

} // namespace

//! What the planner does when the Hub does not answer, or says no.
class DownloadPlanningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void waitsForWhatMayPass_data();
    void waitsForWhatMayPass();
    void saysWhyItWaits_data();
    void saysWhyItWaits();
    void givesUpAfterTheRetries();
    void countsAnAnswerAsProgress();
    void endsAtOnceForAnswers_data();
    void endsAtOnceForAnswers();
    void asksAgainOnAnotherNetwork_data();
    void asksAgainOnAnotherNetwork();
    void findsOutWhoMayRead_data();
    void findsOutWhoMayRead();
    void stopsAtOnce_data();
    void stopsAtOnce();
    void servesNamedFilesFromTheCache();
    void takesNoPartForTheWhole();
    void aScriptGetsWhatTheCacheHas();
    void aForcedDownloadWaitsToo();
    void aDryRunGivesUp();

private:
    std::unique_ptr<EngineFixture> f;
};

void DownloadPlanningTest::init()
{
    f = std::make_unique<EngineFixture>();
    f->config.journalFolder.clear();
    f->config.client.retryDelay = 1ms;
    f->hub.setPageSize(1);
    f->hub.addFile(u"a.txt"_s, "a");
    f->hub.addFile(u"b.txt"_s, "b");
}

void DownloadPlanningTest::waitsForWhatMayPass_data()
{
    QTest::addColumn<FakeFault>("fault");
    QTest::addColumn<QStringList>("files");
    const QStringList none;
    const QStringList both{u"a.txt"_s, u"b.txt"_s};
    // More than any call would ask for by itself.
    QTest::newRow("commit 503") << trouble("/revision/", Kind::Status, 8, 503) << none;
    QTest::newRow("commit 500") << trouble("/revision/", Kind::Status, 8, 500) << none;
    QTest::newRow("commit reset") << trouble("/revision/", Kind::Reset, 8) << none;
    QTest::newRow("commit cut") << trouble("/revision/", Kind::Cut, 8) << none;
    QTest::newRow("tree 502") << trouble("/tree/", Kind::Status, 8, 502) << none;
    QTest::newRow("tree reset") << trouble("/tree/", Kind::Reset, 8) << none;
    QTest::newRow("second page") << trouble("cursor=1", Kind::Status, 8, 504) << none;
    QTest::newRow("second page reset") << trouble("cursor=1", Kind::Reset, 8) << none;
    QTest::newRow("paths 500") << trouble("/paths-info/", Kind::Status, 8, 500) << both;
    QTest::newRow("paths reset") << trouble("/paths-info/", Kind::Reset, 8) << both;
    QTest::newRow("429") << trouble("/tree/", Kind::Status, 12, 429) << none;
}

void DownloadPlanningTest::waitsForWhatMayPass()
{
    QFETCH(FakeFault, fault);
    QFETCH(QStringList, files);
    f->hub.addFault(fault);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request(files));
    QTRY_VERIFY_WITH_TIMEOUT(isEnded(stateOf(engine, id)), 20s);
    QVERIFY2(stateOf(engine, id) == Finished, qPrintable(errorOf(engine, id).message));
    QCOMPARE(engine.transfer(id)->filesTotal, 2);
    QVERIFY(!engine.transfer(id)->fromCache);
    QVERIFY(engine.transfer(id)->waitReason.isEmpty());
    QCOMPARE(f->cached(u"a.txt"_s), "a");
    QCOMPARE(f->cached(u"b.txt"_s), "b");
    // Each failure is one request, and what was answered before it is not asked for again.
    QCOMPARE(f->hub.count(fault.match),
             fault.times + (fault.match == "/tree/" && fault.times > 0 ? 2 : 1));
}

void DownloadPlanningTest::saysWhyItWaits_data()
{
    QTest::addColumn<QUrl>("endpoint"); // empty: the fake Hub
    QTest::addColumn<FakeFault>("fault");
    QTest::addColumn<QString>("words");
    const FakeFault none = trouble("no such path", Kind::Status, 1);
    QTest::newRow("refused") << closedPort() << none
                             << u"refuses the connection. Trying again in"_s;
    QTest::newRow("name") << QUrl(u"http://hub.invalid"_s) << none << u"Trying again in"_s;
    QTest::newRow("503") << QUrl() << trouble("/revision/", Kind::Status, 0, 503)
                         << u"Trying again in 60 s"_s;
    QTest::newRow("503 with time")
        << QUrl() << trouble("/revision/", Kind::Status, 0, 503, "Retry-After: 70\r\n")
        << u"Trying again in 71 s"_s;
    QTest::newRow("429") << QUrl() << trouble("/tree/", Kind::Status, 0, 429, "Retry-After: 80\r\n")
                         << u"The Hub asks to wait 81 s"_s;
    QTest::newRow("429, window") << QUrl()
                                 << trouble("/tree/", Kind::Status, 0, 429,
                                            "RateLimit: \"api\";r=0;t=90\r\n")
                                 << u"The Hub asks to wait 91 s"_s;
}

void DownloadPlanningTest::saysWhyItWaits()
{
    QFETCH(QUrl, endpoint);
    QFETCH(FakeFault, fault);
    QFETCH(QString, words);
    f->hub.addFault(fault);
    f->config.client.retryDelay = 60s;
    if (!endpoint.isEmpty())
        f->config.client.endpoint = endpoint;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY2_WITH_TIMEOUT(engine.transfer(id)->waitReason.contains(words),
                              qPrintable(engine.transfer(id)->waitReason), 20s);
    QCOMPARE(stateOf(engine, id), Preparing);
}

void DownloadPlanningTest::givesUpAfterTheRetries()
{
    f->config.tuning.retries = 5;
    f->hub.addFault(trouble("/revision/", Kind::Status, 0, 503));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::Server);
    QCOMPARE(f->hub.count("/revision/"), 6); // once and five retries

    f->config.client.endpoint = closedPort();
    engine.setConfig(f->config);
    const TransferId refused = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, refused), Failed);
    QVERIFY2(errorOf(engine, refused).message.contains("refuses the connection"_L1),
             qPrintable(errorOf(engine, refused).message));
}

void DownloadPlanningTest::countsAnAnswerAsProgress()
{
    f->config.tuning.retries = 5;
    f->hub.addFault(trouble("/revision/", Kind::Status, 4, 503));
    f->hub.addFault(trouble("cursor=1", Kind::Status, 4, 503));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
}

void DownloadPlanningTest::endsAtOnceForAnswers_data()
{
    QTest::addColumn<FakeFault>("fault");
    QTest::addColumn<ErrorKind>("kind");
    const auto no = [](int status, const QByteArray &code = {}) {
        return trouble("/revision/", Kind::Status, 0, status,
                       code.isEmpty() ? QByteArray() : "X-Error-Code: " + code + "\r\n");
    };
    QTest::newRow("token") << trouble("/revision/", Kind::Status, 0, 401,
                                      "X-Error-Message: Invalid credentials in Authorization "
                                      "header\r\n")
                           << ErrorKind::Unauthorized;
    QTest::newRow("403") << no(403) << ErrorKind::Forbidden;
    QTest::newRow("gated") << no(403, "GatedRepo") << ErrorKind::Gated;
    QTest::newRow("repo") << no(404, "RepoNotFound") << ErrorKind::NotFound;
    QTest::newRow("revision") << no(404, "RevisionNotFound") << ErrorKind::NotFound;
    QTest::newRow("not implemented") << no(501) << ErrorKind::Server;
}

void DownloadPlanningTest::endsAtOnceForAnswers()
{
    QFETCH(FakeFault, fault);
    QFETCH(ErrorKind, kind);
    f->hub.addFault(fault);
    f->config.client.retryDelay = 60s;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, kind);
    QCOMPARE(f->hub.requests().size(), 1u);
}

void DownloadPlanningTest::asksAgainOnAnotherNetwork_data()
{
    QTest::addColumn<FakeFault>("fault");
    QTest::addColumn<bool>("waits");
    QTest::newRow("waits after an error") << trouble("/revision/", Kind::Status, 1, 503) << true;
    QTest::newRow("waits in the listing") << trouble("cursor=1", Kind::Reset, 1) << true;
    QTest::newRow("no answer") << trouble("/revision/", Kind::Stall, 1) << false;
    QTest::newRow("no answer in the listing") << trouble("cursor=1", Kind::Stall, 1) << false;
}

void DownloadPlanningTest::asksAgainOnAnotherNetwork()
{
    QFETCH(FakeFault, fault);
    QFETCH(bool, waits);
    f->hub.addFault(fault);
    f->config.client.retryDelay = 60s;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(f->hub.count(fault.match), 1);
    if (waits)
        QTRY_VERIFY(!engine.transfer(id)->waitReason.isEmpty());
    engine.networkChanged();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(engine.transfer(id)->filesTotal, 2);
    QVERIFY(engine.transfer(id)->waitReason.isEmpty());
}

void DownloadPlanningTest::findsOutWhoMayRead_data()
{
    QTest::addColumn<FakeFault>("fault");
    QTest::addColumn<std::chrono::milliseconds>("delay");
    QTest::addColumn<bool>("reconnects");
    QTest::addColumn<bool>("asksMirror");
    QTest::addColumn<int>("asked");
    const auto row = [](int times, int status, const QByteArray &headers = {}) {
        return trouble("expand=private", Kind::Status, times, status, headers);
    };
    QTest::newRow("503") << row(5, 503) << 1ms << false << true << 6;
    QTest::newRow("429") << row(2, 429, "Retry-After: 0\r\n") << 1ms << false << true << 3;
    QTest::newRow("reset") << trouble("expand=private", Kind::Reset, 5) << 1ms << false << true
                           << 6;
    QTest::newRow("503 for good") << row(0, 503) << 1ms << false << false << 6;
    QTest::newRow("not allowed") << row(0, 401) << 60000ms << false << false << 1;
    QTest::newRow("another network") << row(1, 503) << 60000ms << true << true << 2;
    QTest::newRow("another network, no answer")
        << trouble("expand=private", Kind::Stall, 1) << 60000ms << true << true << 2;
}

void DownloadPlanningTest::findsOutWhoMayRead()
{
    QFETCH(FakeFault, fault);
    QFETCH(std::chrono::milliseconds, delay);
    QFETCH(bool, reconnects);
    QFETCH(bool, asksMirror);
    QFETCH(int, asked);
    FakeHubServer mirror;
    const QByteArray content = FakeHubServer::content(3'000'000);
    f->hub.addFile(u"large.bin"_s, content, true);
    mirror.addFile(u"large.bin"_s, content, true);
    f->config.tuning.mirrors = {mirror.endpoint()};
    f->config.tuning.segmentsAbove = 1'000'000;
    f->config.tuning.firstConnections = 4;
    f->config.client.retryDelay = delay;
    f->hub.setPause(20); // the mirror has the time to be asked
    f->hub.addFault(fault);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request({u"large.bin"_s}));
    if (reconnects) {
        QTRY_COMPARE(f->hub.count(fault.match), 1);
        if (fault.kind == Kind::Status)
            QTRY_VERIFY(engine.transfer(id)->waitReason.contains("Trying again in"_L1));
        engine.networkChanged();
    }
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"large.bin"_s), content);
    QCOMPARE(f->hub.count(fault.match), asked);
    QCOMPARE(mirror.count("/resolve/") > 0, asksMirror);
}

void DownloadPlanningTest::stopsAtOnce_data()
{
    asksAgainOnAnotherNetwork_data();
}

void DownloadPlanningTest::stopsAtOnce()
{
    QFETCH(FakeFault, fault);
    QFETCH(bool, waits);
    f->hub.addFault(fault);
    f->config.client.retryDelay = 60s;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(f->hub.count(fault.match), 1);
    if (waits)
        QTRY_VERIFY(!engine.transfer(id)->waitReason.isEmpty());
    engine.pause(id);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Paused, 3s);
    QVERIFY(engine.transfer(id)->waitReason.isEmpty());
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
}

void DownloadPlanningTest::servesNamedFilesFromTheCache()
{
    {
        TransferEngine engine(f->config);
        const TransferId id = engine.addDownload(f->request({u"a.txt"_s}));
        QTRY_COMPARE(stateOf(engine, id), Finished);
    }
    f->hub.addFault(trouble("/revision/", Kind::Status, 0, 503));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request({u"a.txt"_s}));
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(engine.transfer(id)->fromCache);
    // What the cache does not have is worth any wait.
    const TransferId other = engine.addDownload(f->request({u"b.txt"_s}));
    QTRY_VERIFY(f->hub.count("/revision/") > 12);
    QCOMPARE(stateOf(engine, other), Preparing);
    f->hub.clearFaults();
    QTRY_COMPARE(stateOf(engine, other), Finished);
}

void DownloadPlanningTest::takesNoPartForTheWhole()
{
    {
        TransferEngine engine(f->config);
        const TransferId id = engine.addDownload(f->request({u"a.txt"_s}));
        QTRY_COMPARE(stateOf(engine, id), Finished);
    }
    f->hub.clearRequests();
    f->hub.addFault(trouble("/revision/", Kind::Status, 0, 503));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(f->hub.count("/revision/") > 6);
    QCOMPARE(stateOf(engine, id), Preparing);
    f->hub.clearFaults();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(!engine.transfer(id)->fromCache);
    QCOMPARE(f->cached(u"b.txt"_s), "b");
}

void DownloadPlanningTest::aScriptGetsWhatTheCacheHas()
{
    {
        TransferEngine engine(f->config);
        const TransferId id = engine.addDownload(f->request());
        QTRY_COMPARE(stateOf(engine, id), Finished);
    }
    f->hub.clearRequests();
    f->config.tuning.retries = 5;
    f->hub.addFault(trouble("/revision/", Kind::Status, 0, 503));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(engine.transfer(id)->fromCache);
    QCOMPARE(f->hub.count("/revision/"), 4); // as often as any other call
}

void DownloadPlanningTest::aForcedDownloadWaitsToo()
{
    f->hub.addFault(trouble("/revision/", Kind::Status, 8, 503));
    DownloadRequest request = f->request({u"a.txt"_s});
    request.force = true;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(!engine.transfer(id)->fromCache);
}

void DownloadPlanningTest::aDryRunGivesUp()
{
    f->hub.addFault(trouble("/revision/", Kind::Status, 0, 503));
    DryRun run(f->request(), f->config.client, f->config.cache.root());
    QStringList reasons;
    connect(&run, &DryRun::waiting, this, [&](const QString &reason) { reasons << reason; });
    std::optional<Error> error;
    connect(&run, &DryRun::finished, this,
            [&](const Result<DryRunPlan> &plan) { error = plan ? Error{} : plan.error(); });
    run.start();
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Server);
    QCOMPARE(f->hub.count("/revision/"), 6);
    QVERIFY(reasons.first().contains("Trying again in"_L1));
}

QTEST_GUILESS_MAIN(DownloadPlanningTest)
#include "tst_downloadplanning.moc"
