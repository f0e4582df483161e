// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/dryrun.h"
#include "core/transfer/partialfile.h"
#include "tests/core/transfer/enginefixture.h"

#include <QFile>
#include <QProcess>
#include <QSet>

#include <signal.h>

#include <chrono>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum TransferState;
using Kind = FakeFault::Kind;

namespace {

constexpr qint64 kMiB = 1024 * 1024;
constexpr qint64 kSize = 40 * kMiB + 12'345; // five segments of the first kind and a bit
constexpr qint64 kSmall = 1'300'000; // bytes: over one connection, but not for SmallFiles

//! Of every request, until it is cleared.
FakeFault always(Kind kind, bool cdn = true)
{
    FakeFault made;
    made.match = "model.bin";
    made.kind = kind;
    made.at = kSize;
    made.times = 0;
    made.cdn = cdn;
    return made;
}

FakeFault status(int code, const QByteArray &headers = {}, int times = 0)
{
    FakeFault made = always(Kind::Status, false);
    made.match = "/resolve/";
    made.status = code;
    made.headers = headers;
    made.times = times;
    return made;
}

} // namespace

//! One file from the endpoint and from mirrors, which may be down, slow, poor or false.
class TransferMirrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fetchesFromAll();
    void works_data();
    void works();
    void asksAWorkingMirrorOnly();
    void finishesWithoutTheEndpoint();
    void finishesASmallFileWithoutTheEndpoint();
    void waitsForTheEndpoint();
    void dropsALiar();
    void dropsTheLiarOfTwo_data();
    void dropsTheLiarOfTwo();
    void doesNotBlameTheDisk();
    void dropsALiarInASmallFile();
    void mendsWhatTheEndpointDamaged();
    void findsALieOfAnEarlierRun();
    void leavesOutAMirrorThatTurnsOutFalse();
    void doesNotWaitForASlowMirror();
    void keepsTheToken();
    void asksNoMirrorForASecret_data();
    void asksNoMirrorForASecret();
    void asksNobodyOffline();
    void goesOnAfterAKill();
    void dryRunNamesThem();

private:
    [[nodiscard]] bool noteOf(const QSignalSpy &notes, const FakeHubServer &mirror) const
    {
        return notes.size() == 1
            && notes.first().at(1).toString().contains(mirror.endpoint().toString())
            && notes.first().at(1).toString().contains("model.bin"_L1);
    }
    [[nodiscard]] static QSet<QString> hostsOf(const TransferEngine &engine, TransferId id)
    {
        QSet<QString> hosts;
        const auto transfer = engine.transfer(id);
        for (const TransferConnection &each : transfer->connections)
            hosts.insert(each.host);
        return hosts;
    }
    //! So slow that everybody gets a part.
    void slowDown(int milliseconds = 2)
    {
        for (FakeHubServer *each : {&f->hub, m_one.get(), m_two.get()})
            each->setPause(milliseconds);
    }

    std::unique_ptr<FakeHubServer> m_one;
    std::unique_ptr<FakeHubServer> m_two;
    std::unique_ptr<EngineFixture> f;
    const QByteArray m_content = FakeHubServer::content(kSize);
};

void TransferMirrorsTest::init()
{
    f = std::make_unique<EngineFixture>();
    m_one = std::make_unique<FakeHubServer>();
    m_two = std::make_unique<FakeHubServer>();
    f->config.tuning.segmentsAbove = kMiB;
    f->config.tuning.firstConnections = 4;
    f->config.tuning.leastShare = kSize; // nobody takes over anything: figures are exact
    f->config.tuning.mirrors = {m_one->endpoint()};
    f->config.client.retryDelay = 20ms;
    for (FakeHubServer *each : {&f->hub, m_one.get(), m_two.get()})
        each->addFile(u"model.bin"_s, m_content, true);
}

void TransferMirrorsTest::fetchesFromAll()
{
    slowDown();
    f->config.tuning.mirrors.push_back(m_two->endpoint());
    TransferEngine engine(f->config);
    const QSignalSpy notes(&engine, &TransferEngine::transferNoted);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes() + m_one->contentBytes() + m_two->contentBytes(), kSize);
    for (const FakeHubServer *each : {&f->hub, m_one.get(), m_two.get()}) {
        QVERIFY2(each->contentBytes() >= 4 * kMiB,
                 qPrintable(QString::number(each->contentBytes())));
        QCOMPARE(each->count("/resolve/" + f->hub.commit().toLatin1()), 1); // links are kept
    }
    for (const FakeHubServer *each : {m_one.get(), m_two.get()}) {
        QCOMPARE(each->count("/api/"), 0); // what the file is, only the endpoint is asked
        for (const FakeRequest &request : each->requests())
            QVERIFY(!request.authorization);
    }
    QVERIFY(notes.isEmpty());
}

void TransferMirrorsTest::works_data()
{
    // What the mirror does, how much of the file comes from it at most, and how often it is asked.
    QTest::addColumn<FakeFault>("trouble");
    QTest::addColumn<bool>("mayBringBytes");
    QTest::addColumn<int>("asked");
    QTest::newRow("404") << status(404, "X-Error-Code: EntryNotFound\r\n") << false << 1;
    QTest::newRow("410") << status(410) << false << 1;
    QTest::newRow("401") << status(401) << false << 1;
    QTest::newRow("403") << status(403) << false << 1;
    QTest::newRow("500") << status(500) << false << 100;
    QTest::newRow("503") << status(503) << false << 100;
    QTest::newRow("429") << status(429) << false << 100;
    QTest::newRow("busy for a while") << status(503, {}, 2) << true << 100;
    QTest::newRow("other content") << always(Kind::Etag, false) << false << 1;
    QTest::newRow("another range") << always(Kind::WrongRange) << false << 1;
    QTest::newRow("no ranges") << always(Kind::FullReply) << false << 1;
    FakeFault silent = always(Kind::Stall);
    silent.at = 0;
    QTest::newRow("silent") << silent << true << 100;
    FakeFault cut = always(Kind::Cut);
    cut.at = 12 * kMiB;
    QTest::newRow("cut") << cut << true << 100;
    FakeFault expired = always(Kind::Status);
    expired.status = 403;
    QTest::newRow("links that never work") << expired << false << 4;
}

void TransferMirrorsTest::works()
{
    QFETCH(FakeFault, trouble);
    QFETCH(bool, mayBringBytes);
    QFETCH(int, asked);
    f->config.client.downloadTimeout = 400ms;
    slowDown();
    m_one->addFault(trouble);
    TransferEngine engine(f->config);
    const QSignalSpy notes(&engine, &TransferEngine::transferNoted);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_one->count("/resolve/") >= 1);
    QVERIFY2(m_one->count("/resolve/") <= asked,
             qPrintable(QString::number(m_one->count("/resolve/"))));
    // Nothing is fetched twice, and nobody who is only poor is called a liar.
    QCOMPARE(engine.transfer(id)->fetchedBytes, kSize);
    if (!mayBringBytes)
        QVERIFY(f->hub.contentBytes() >= kSize); // more: what was sent to a connection given up
    QVERIFY(notes.isEmpty());
}

void TransferMirrorsTest::asksAWorkingMirrorOnly()
{
    // Wrong size, nobody there, and one that works.
    m_one->setAnnouncedSize(u"model.bin"_s, kSize + 1);
    slowDown();
    f->config.tuning.mirrors = {m_one->endpoint(), QUrl(u"http://127.0.0.1:9"_s),
                                m_two->endpoint()};
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(m_one->contentBytes(), 0);
    QVERIFY(m_two->contentBytes() >= 4 * kMiB);
    QCOMPARE(f->hub.contentBytes() + m_two->contentBytes(), kSize);
}

void TransferMirrorsTest::finishesWithoutTheEndpoint()
{
    slowDown(4);
    f->config.client.downloadTimeout = 400ms;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(f->hub.contentBytes() > 2 * kMiB && m_one->contentBytes() > 2 * kMiB);
    f->hub.setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_one->contentBytes() > kSize / 2);
}

void TransferMirrorsTest::finishesASmallFileWithoutTheEndpoint()
{
    const QByteArray small = FakeHubServer::content(kSmall, 7);
    f->config.tuning.segmentsAbove = kSize;
    f->hub.addFile(u"model.bin"_s, small, true);
    m_one->addFile(u"model.bin"_s, small, true);
    FakeFault half = always(Kind::Cut);
    half.at = kSmall / 2;
    f->hub.addFault(half);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), small);
    QVERIFY(m_one->contentBytes() > 0 && m_one->contentBytes() <= kSmall);
}

void TransferMirrorsTest::waitsForTheEndpoint()
{
    f->config.client.retryDelay = 300ms;
    f->hub.addFault(status(503, {}, 1));
    m_one->addFault(status(503));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    // Nobody works: said in the endpoint's name.
    QTRY_VERIFY(engine.transfer(id)->waitReason.contains("127.0.0.1"_L1)
                || engine.transfer(id)->waitReason.contains("1 s"_L1));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

void TransferMirrorsTest::dropsALiar()
{
    slowDown();
    const QByteArray second = FakeHubServer::content(kSize, 2);
    for (FakeHubServer *each : {&f->hub, m_one.get()})
        each->addFile(u"second.bin"_s, second, true);
    m_one->addFault(always(Kind::CorruptFirst));
    TransferEngine engine(f->config);
    const QSignalSpy notes(&engine, &TransferEngine::transferNoted);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_one->contentBytes() >= 4 * kMiB);
    QCOMPARE(f->hub.contentBytes(), kSize); // only what came from the mirror came twice
    QCOMPARE(engine.transfer(id)->fetchedBytes, kSize + m_one->contentBytes());
    QVERIFY(noteOf(notes, *m_one));

    // Not asked again, by no download.
    m_one->clearRequests();
    const TransferId next = engine.addDownload(f->request({u"second.bin"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, next), Finished, 20'000);
    QCOMPARE(f->cached(u"second.bin"_s), second);
    QVERIFY(m_one->requests().empty());
    QCOMPARE(notes.size(), 1);
}

void TransferMirrorsTest::dropsTheLiarOfTwo_data()
{
    QTest::addColumn<bool>("first");
    QTest::newRow("the first lies") << true;
    QTest::newRow("the second lies") << false;
}

void TransferMirrorsTest::dropsTheLiarOfTwo()
{
    QFETCH(bool, first);
    slowDown();
    f->config.tuning.mirrors.push_back(m_two->endpoint());
    FakeHubServer &liar = first ? *m_one : *m_two;
    FakeHubServer &honest = first ? *m_two : *m_one;
    liar.addFault(always(Kind::CorruptFirst));
    TransferEngine engine(f->config);
    const QSignalSpy notes(&engine, &TransferEngine::transferNoted);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(liar.contentBytes() > 0 && honest.contentBytes() > 0);
    QVERIFY(noteOf(notes, liar));
    // The honest one goes on to be used.
    honest.clearRequests();
    liar.clearRequests();
    DownloadRequest again = f->request();
    again.force = true;
    const TransferId next = engine.addDownload(again);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, next), Finished, 20'000);
    QVERIFY(honest.contentBytes() > 0);
    QVERIFY(liar.requests().empty());
}

void TransferMirrorsTest::doesNotBlameTheDisk()
{
    // The endpoint's part is damaged on the way, the mirror's is right.
    slowDown();
    FakeFault flipped = always(Kind::CorruptFirst);
    flipped.times = 1;
    f->hub.addFault(flipped);
    TransferEngine engine(f->config);
    const QSignalSpy notes(&engine, &TransferEngine::transferNoted);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_one->contentBytes() > 0);
    QVERIFY(notes.isEmpty());
}

void TransferMirrorsTest::dropsALiarInASmallFile()
{
    const QByteArray small = FakeHubServer::content(kSmall, 7);
    f->config.tuning.segmentsAbove = kSize;
    f->hub.addFile(u"model.bin"_s, small, true);
    m_one->addFile(u"model.bin"_s, small, true);
    f->hub.addFault(status(503, {}, 1));
    m_one->addFault(always(Kind::CorruptFirst));
    TransferEngine engine(f->config);
    const QSignalSpy notes(&engine, &TransferEngine::transferNoted);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), small);
    QCOMPARE(m_one->contentBytes(), kSmall);
    QCOMPARE(f->hub.contentBytes(), kSmall);
    QVERIFY(noteOf(notes, *m_one));
}

void TransferMirrorsTest::mendsWhatTheEndpointDamaged()
{
    // Both sent a wrong byte; only the mirror is dropped, and all comes right.
    slowDown();
    FakeFault flipped = always(Kind::CorruptFirst);
    flipped.times = 1;
    f->hub.addFault(flipped);
    m_one->addFault(flipped);
    TransferEngine engine(f->config);
    const QSignalSpy notes(&engine, &TransferEngine::transferNoted);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(noteOf(notes, *m_one));
}

void TransferMirrorsTest::findsALieOfAnEarlierRun()
{
    slowDown(4);
    m_one->addFault(always(Kind::CorruptFirst));
    {
        TransferEngine engine(f->config);
        const TransferId id = engine.addDownload(f->request());
        QTRY_VERIFY(m_one->contentBytes() > 2 * kMiB);
        engine.pause(id);
        QTRY_COMPARE(stateOf(engine, id), Paused);
    }
    // Nobody remembers by now who sent which bytes, and the mirror is not in force any more.
    f->config.tuning.mirrors.clear();
    slowDown(0);
    m_one->clearRequests();
    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    const TransferId id = engine.transfers().front();
    engine.resume(id);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_one->requests().empty());
}

void TransferMirrorsTest::leavesOutAMirrorThatTurnsOutFalse()
{
    // While a large file comes from it, another one shows that it lies.
    f->config.tuning.connections = 16;
    const QByteArray second = FakeHubServer::content(9 * kMiB, 2);
    for (FakeHubServer *each : {&f->hub, m_one.get()})
        each->addFile(u"second.bin"_s, second, true);
    FakeFault lie = always(Kind::CorruptFirst);
    lie.match = "second.bin";
    m_one->addFault(lie);
    // The large one hangs, wherever a connection begins, long before its end.
    f->config.tuning.connectionsPerFile = 4;
    FakeFault stall = always(Kind::Stall);
    for (stall.at = kMiB; stall.at < kSize; stall.at += 4 * kMiB) {
        for (FakeHubServer *each : {&f->hub, m_one.get()})
            each->addFault(stall);
    }
    TransferEngine engine(f->config);
    const QSignalSpy notes(&engine, &TransferEngine::transferNoted);
    const TransferId large = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_COMPARE(hostsOf(engine, large).size(), 2);
    const TransferId small = engine.addDownload(f->request({u"second.bin"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, small), Finished, 30'000);
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.first().first().value<TransferId>(), small);
    QCOMPARE(stateOf(engine, large), Running);
    // Hosts are those of the storage behind each: two of four connections change over.
    QTRY_COMPARE(engine.transfer(large)->connections.size(), 4u);
    QTRY_COMPARE(hostsOf(engine, large).size(), 1);
    f->hub.clearFaults();
    engine.networkChanged();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, large), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferMirrorsTest::doesNotWaitForASlowMirror()
{
    // 64 KiB a second: its segment alone would take two minutes.
    m_one->setPause(1000);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 15'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_one->contentBytes() > 0);
}

void TransferMirrorsTest::keepsTheToken()
{
    // The mirror sends everybody on to the endpoint: whoever comes that way has no token.
    const QByteArray there = f->hub.endpoint().toEncoded() + '/' + FakeHubServer::kRepo
        + "/resolve/" + f->hub.commit().toLatin1() + "/model.bin";
    m_one->addFault(status(302, "Location: " + there + "\r\n"));
    slowDown();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_one->count("/resolve/") > 0);
    for (const FakeRequest &request : m_one->requests())
        QVERIFY(!request.authorization);
    int with = 0;
    int without = 0;
    for (const FakeRequest &request : f->hub.requests()) {
        QVERIFY(!request.cdn || !request.authorization);
        if (request.path.contains("/resolve/"))
            ++(request.authorization ? with : without);
    }
    QVERIFY(with > 0); // the download's own
    QCOMPARE(without, m_one->count("/resolve/")); // and those that the mirror caused
}

void TransferMirrorsTest::asksNoMirrorForASecret_data()
{
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<QString>("gated");
    QTest::addColumn<bool>("hidden");
    QTest::newRow("private") << true << QString() << false;
    QTest::newRow("gated") << false << u"auto"_s << false;
    QTest::newRow("gated by hand") << false << u"manual"_s << false;
    QTest::newRow("not known") << false << QString() << true;
}

void TransferMirrorsTest::asksNoMirrorForASecret()
{
    QFETCH(bool, isPrivate);
    QFETCH(QString, gated);
    QFETCH(bool, hidden);
    f->hub.setAccess(isPrivate, gated);
    if (hidden) {
        FakeFault unknown = status(401, "X-Error-Code: RepoNotFound\r\n");
        unknown.match = "expand=private";
        f->hub.addFault(unknown);
    }
    slowDown();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_one->requests().empty());
    QCOMPARE(f->hub.count("expand=private"), 1);
    for (const FakeRequest &request : f->hub.requests())
        QVERIFY(!request.path.contains("expand=private") || !request.authorization);
}

void TransferMirrorsTest::asksNobodyOffline()
{
    f->config.client.offline = true;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QVERIFY(m_one->requests().empty());
    QVERIFY(f->hub.requests().empty());
}

void TransferMirrorsTest::goesOnAfterAKill()
{
    slowDown(4);
    QProcess helper;
    helper.setProcessChannelMode(QProcess::ForwardedChannels);
    helper.start(QCoreApplication::applicationDirPath() + u"/transferhelper"_s,
                 {f->hub.endpoint().toString(), f->config.cache.root(), f->config.journalFolder,
                  QLatin1StringView(FakeHubServer::kRepo), m_one->endpoint().toString()});
    QVERIFY(helper.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_one->contentBytes() > 4 * kMiB && f->hub.contentBytes() > 4 * kMiB,
                             20'000);
    QCOMPARE(::kill(static_cast<pid_t>(helper.processId()), SIGKILL), 0);
    QVERIFY(helper.waitForFinished());
    QVERIFY(!f->isInSnapshot(u"model.bin"_s));
    for (FakeHubServer *each : {&f->hub, m_one.get()})
        each->clearRequests();

    // Another mirror is in force by now.
    f->config.tuning.mirrors = {m_two->endpoint()};
    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    QCOMPARE(engine.transfers().size(), 1u);
    const TransferId id = engine.transfers().front();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(m_two->contentBytes() > 0);
    QVERIFY(m_one->requests().empty());
    QVERIFY(f->hub.contentBytes() + m_two->contentBytes() < kSize - 4 * kMiB);
}

void TransferMirrorsTest::dryRunNamesThem()
{
    const auto look = [this] {
        DryRun run(f->request(), f->config.client, f->config.cache.root());
        run.setMirrors(f->config.tuning.mirrors);
        DryRunPlan plan;
        QSignalSpy finished(&run, &DryRun::finished);
        connect(&run, &DryRun::finished, this, [&plan](const Result<DryRunPlan> &result) {
            plan = result.value_or(DryRunPlan());
        });
        run.start();
        return finished.wait() ? plan : DryRunPlan();
    };
    QCOMPARE(look().mirrors, f->config.tuning.mirrors);
    QVERIFY(m_one->requests().empty());
    f->hub.setAccess(true);
    const DryRunPlan plan = look();
    QCOMPARE(plan.files.size(), 1u);
    QVERIFY(plan.mirrors.empty());
}

QTEST_GUILESS_MAIN(TransferMirrorsTest)
#include "tst_transfermirrors.moc"
