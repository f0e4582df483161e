// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/sleepinhibitor.h"
#include "tests/core/transfer/queuefixture.h"

using namespace hubdesk;
using namespace Qt::StringLiterals;
using enum hubdesk::TransferState;

namespace {

class FakeInhibitor final : public SleepInhibitor
{
public:
    int blocks = 0;
    int releases = 0;
    QString reason;

    void block(const QString &why) override
    {
        ++blocks;
        reason = why;
    }
    void release() override { ++releases; }
    [[nodiscard]] bool isBlocking() const { return blocks > releases; }
};

} // namespace

//! What the clock decides: hours for transfers, start times, limits by the hour, when to keep
//! awake.
class TransferScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhyEachWaits();
    void stopsAtTheEndOfAWindow();
    void startsAtATime();
    void takesBackWhatIsToStartLater();
    void changesLimitsByTheClock();
    void keepsTheComputerAwake();

private:
    std::unique_ptr<QueueFixture> f;
};

void TransferScheduleTest::init()
{
    f = std::make_unique<QueueFixture>();
}

void TransferScheduleTest::saysWhyEachWaits()
{
    f->config.maxActive = 1;
    f->hub.addFile(u"model.bin"_s, FakeHubServer::content(QueueFixture::kSize), true);
    f->stall(u"model.bin"_s);
    TransferEngine engine(f->config, &f->clock);
    const TransferId running = engine.addDownload(f->request({u"model.bin"_s}));
    const TransferIds ids = f->addFiles(engine, 2);
    TransferOptions later;
    later.startAt = at(23, 11, 30);
    const TransferId timed = engine.addDownload(f->request({u"f0"_s}), later);
    later.startAt = at(23, 8); // past
    const TransferId past = engine.addDownload(f->request({u"f1"_s}), later);
    QTRY_COMPARE(waitReasonOf(engine, past),
                 u"Outside the hours for transfers: goes on at 10:00"_s);
    QCOMPARE(waitReasonOf(engine, ids[1]), u"Outside the hours for transfers: goes on at 10:00"_s);
    // What comes last counts.
    QCOMPARE(waitReasonOf(engine, timed), u"Starts at 11:30"_s);
    QSignalSpy changes(&engine, &TransferEngine::transfersChanged);
    f->clock.set(at(23, 10));
    QTRY_COMPARE(stateOf(engine, running), Running);
    QTRY_COMPARE(waitReasonOf(engine, ids[1]), u"Waiting for other downloads"_s);
    QCOMPARE(waitReasonOf(engine, running), QString());
    QCOMPARE(waitReasonOf(engine, timed), u"Starts at 11:30"_s);
    QTRY_VERIFY(!changes.isEmpty());
    f->clock.set(at(23, 11, 30));
    QTRY_COMPARE(waitReasonOf(engine, timed), u"Waiting for other downloads"_s);
    engine.pause(timed);
    QCOMPARE(waitReasonOf(engine, timed), QString());
}

void TransferScheduleTest::stopsAtTheEndOfAWindow()
{
    const QByteArray content = FakeHubServer::content(QueueFixture::kSize);
    f->hub.addFile(u"model.bin"_s, content, true);
    f->stall(u"model.bin"_s);
    TransferEngine engine(f->config, &f->clock);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    f->clock.set(at(23, 11));
    QTRY_COMPARE(engine.transfer(id)->doneBytes, QueueFixture::kStallAt);
    f->clock.set(at(23, 11, 59));
    QCOMPARE(stateOf(engine, id), Running);
    f->clock.set(at(23, 12));
    QTRY_COMPARE(stateOf(engine, id), Queued);
    QTRY_COMPARE(waitReasonOf(engine, id),
                 u"Outside the hours for transfers: goes on at 10:00 on Tuesday"_s);
    QCOMPARE(f->hub.contentBytes(), QueueFixture::kStallAt);
    QVERIFY(!engine.isIdle());
    // By itself, and nothing is fetched twice.
    f->clock.set(at(24, 10));
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), content);
    QCOMPARE(f->hub.contentBytes(), QueueFixture::kSize);
}

void TransferScheduleTest::startsAtATime()
{
    f->config.windows = {};
    TransferEngine engine(f->config, &f->clock);
    const TransferIds ids = f->addFiles(engine, 2);
    engine.setStartAt(ids[0], at(24, 3));
    QTRY_COMPARE(stateOf(engine, ids[1]), Finished);
    QCOMPARE(stateOf(engine, ids[0]), Queued);
    QCOMPARE(waitReasonOf(engine, ids[0]), u"Starts at 03:00 on Tuesday"_s);
    f->clock.set(at(24, 2, 59));
    f->clock.set(at(24, 3));
    QTRY_COMPARE(stateOf(engine, ids[0]), Finished);
    // At once after all.
    const TransferId other = engine.addDownload(f->request({u"f1"_s}), {.startAt = at(29, 3)});
    QTRY_VERIFY(waitReasonOf(engine, other).contains(u"Sunday"_s));
    engine.setStartAt(other, {});
    QTRY_COMPARE(stateOf(engine, other), Finished);
}

void TransferScheduleTest::takesBackWhatIsToStartLater()
{
    f->config.windows = {};
    f->hub.addFile(u"model.bin"_s, FakeHubServer::content(QueueFixture::kSize), true);
    f->stall(u"model.bin"_s);
    TransferEngine engine(f->config, &f->clock);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_COMPARE(engine.transfer(id)->doneBytes, QueueFixture::kStallAt);
    engine.setStartAt(id, at(23, 22));
    QTRY_COMPARE(stateOf(engine, id), Queued);
    QTRY_COMPARE(waitReasonOf(engine, id), u"Starts at 22:00"_s);
    f->clock.set(at(23, 22));
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->hub.contentBytes(), QueueFixture::kSize);
}

void TransferScheduleTest::changesLimitsByTheClock()
{
    f->config.downloadLimit = 1'000'000;
    f->config.downloadLimits = WeeklySchedule::parse(u"mon 10:00-11:00=5000").value();
    f->config.uploadLimits = WeeklySchedule::parse(u"mon 11:00-12:00=7").value();
    TransferEngine engine(f->config, &f->clock);
    const TransferId id = f->addFiles(engine, 1).front();
    QTRY_VERIFY(!waitReasonOf(engine, id).isEmpty());
    QCOMPARE(engine.downloadLimit(), 1'000'000);
    f->clock.set(at(23, 10));
    QTRY_COMPARE(engine.downloadLimit(), 5000);
    QCOMPARE(engine.uploadLimit(), 0);
    engine.setRateLimit(id, 1000);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    f->clock.set(at(23, 11));
    QTRY_COMPARE(engine.downloadLimit(), 1'000'000);
    QCOMPARE(engine.uploadLimit(), 7);
    EngineConfig config = f->config;
    config.downloadLimit = 0;
    engine.setConfig(config);
    QTRY_COMPARE(engine.downloadLimit(), 0);
}

void TransferScheduleTest::keepsTheComputerAwake()
{
    FakeInhibitor inhibitor;
    f->hub.addFile(u"model.bin"_s, FakeHubServer::content(QueueFixture::kSize), true);
    f->stall(u"model.bin"_s);
    {
        TransferEngine engine(f->config, &f->clock);
        engine.setSleepInhibitor(&inhibitor);
        const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
        QTRY_VERIFY(!waitReasonOf(engine, id).isEmpty());
        QCOMPARE(inhibitor.blocks, 0); // waiting is no reason
        f->clock.set(at(23, 10));
        QTRY_COMPARE(engine.transfer(id)->doneBytes, QueueFixture::kStallAt);
        QVERIFY(inhibitor.isBlocking());
        QVERIFY(!inhibitor.reason.isEmpty());
        f->clock.set(at(23, 12));
        QTRY_COMPARE(stateOf(engine, id), Queued);
        QTRY_VERIFY(!inhibitor.isBlocking());
        f->clock.set(at(24, 10));
        QTRY_COMPARE(stateOf(engine, id), Finished);
        QTRY_VERIFY(!inhibitor.isBlocking());
        QCOMPARE(inhibitor.blocks, 2);

        f->hub.addFile(u"other.bin"_s, FakeHubServer::content(QueueFixture::kSize, 3), true);
        f->stall(u"other.bin"_s);
        engine.addDownload(f->request({u"other.bin"_s}));
        QTRY_VERIFY(inhibitor.isBlocking());
    }
    QVERIFY(!inhibitor.isBlocking());
    QCOMPARE(inhibitor.blocks, 3);
}

QTEST_GUILESS_MAIN(TransferScheduleTest)
#include "tst_transferschedule.moc"
