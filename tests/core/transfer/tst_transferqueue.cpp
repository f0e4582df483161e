// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/transfer/queuefixture.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QScopeGuard>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using enum hubdesk::TransferState;

//! Who goes when: order, priority, the maximum, and that all of it is kept.
class TransferQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsInTheUsersOrder();
    void startsTheSmallestFirst();
    void keepsToTheMaximum();
    void keepsItselfOverRestarts();
    void putsRestoredOnesFirst();
    void pausesResumesAndRetriesAll();
    void survivesNetworkChanges();
    void isNotHeldUpByAHungDisk();
    void handlesTenThousand();

private:
    std::unique_ptr<QueueFixture> f;
};

void TransferQueueTest::init()
{
    f = std::make_unique<QueueFixture>();
}

void TransferQueueTest::startsInTheUsersOrder()
{
    f->config.maxActive = 1;
    TransferEngine engine(f->config, &f->clock);
    TransferIds starts;
    connect(&engine, &TransferEngine::transferStateChanged, this,
            [&](TransferId id, TransferState state) {
                if (state == Preparing)
                    starts.push_back(id);
            });
    QSignalSpy moved(&engine, &TransferEngine::orderChanged);
    const TransferIds ids = f->addFiles(engine, 6);
    engine.move({ids[4], ids[5]}, ids[1]);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(engine.transfers(), (TransferIds{ids[0], ids[4], ids[5], ids[1], ids[2], ids[3]}));
    engine.move({ids[4]}, ids[5]); // where it is
    QCOMPARE(moved.size(), 1);
    engine.setPriority(ids[2], TransferPriority::High);
    engine.setPriority(ids[0], TransferPriority::Low);
    QTRY_VERIFY(!waitReasonOf(engine, ids[3]).isEmpty());
    QVERIFY(starts.empty());
    f->clock.set(at(23, 10));
    QTRY_COMPARE(starts.size(), 6u);
    QCOMPARE(starts, (TransferIds{ids[2], ids[4], ids[5], ids[1], ids[3], ids[0]}));
    for (const TransferId id : ids)
        QTRY_COMPARE(stateOf(engine, id), Finished);
}

void TransferQueueTest::startsTheSmallestFirst()
{
    f->config.maxActive = 1;
    f->config.smallestFirst = true;
    TransferEngine engine(f->config, &f->clock);
    TransferIds starts;
    connect(&engine, &TransferEngine::transferStateChanged, this,
            [&](TransferId id, TransferState state) {
                if (state == Preparing)
                    starts.push_back(id);
            });
    TransferIds ids;
    for (const qint64 size : {0, 300, 100, 200}) {
        f->hub.addFile(u"s%1"_s.arg(size), "x");
        TransferOptions options;
        options.expectedBytes = size;
        ids.push_back(engine.addDownload(f->request({u"s%1"_s.arg(size)}), options));
    }
    QTRY_VERIFY(!waitReasonOf(engine, ids[3]).isEmpty());
    f->clock.set(at(23, 10));
    QTRY_COMPARE(starts, (TransferIds{ids[2], ids[3], ids[1], ids[0]}));
}

void TransferQueueTest::keepsToTheMaximum()
{
    f->config.windows = {};
    f->config.maxActive = 2;
    for (int i = 0; i < 4; ++i) {
        f->hub.addFile(u"m%1.bin"_s.arg(i), FakeHubServer::content(QueueFixture::kSize, 5 + i),
                       true);
        f->stall(u"m%1.bin"_s.arg(i));
    }
    TransferEngine engine(f->config, &f->clock);
    TransferIds ids;
    for (int i = 0; i < 4; ++i)
        ids.push_back(engine.addDownload(f->request({u"m%1.bin"_s.arg(i)})));
    QTRY_COMPARE(stateOf(engine, ids[1]), Running);
    QCOMPARE(stateOf(engine, ids[2]), Queued);
    QCOMPARE(waitReasonOf(engine, ids[2]), u"Waiting for other downloads"_s);
    EngineConfig more = f->config;
    more.maxActive = 3;
    engine.setConfig(more);
    QTRY_COMPARE(stateOf(engine, ids[2]), Running);
    QCOMPARE(stateOf(engine, ids[3]), Queued);
    engine.pause(ids[0]);
    QTRY_COMPARE(stateOf(engine, ids[3]), Running);
}

void TransferQueueTest::keepsItselfOverRestarts()
{
    TransferIds expected;
    TransferIds ids;
    const QString copy = f->folder.filePath(u"copy"_s);
    {
        TransferEngine engine(f->config, &f->clock);
        ids = f->addFiles(engine, 5);
        engine.setPriority(ids[1], TransferPriority::High);
        engine.setStartAt(ids[2], at(25, 1));
        engine.setRateLimit(ids[3], 123'456);
        engine.pause(ids[4]);
        engine.move({ids[4]}, ids[0]);
        engine.move({ids[0]}, 0);
        expected = engine.transfers();
        QCOMPARE(expected, (TransferIds{ids[4], ids[1], ids[2], ids[3], ids[0]}));
        // What a kill leaves: whatever is on the disk when the last order has reached it.
        QVERIFY(QDir().mkpath(copy));
        const auto orderOnDisk = [this] {
            QFile file(f->config.journalFolder + u"/queue.order"_s);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QByteArray last = "[";
        for (const TransferId id : expected)
            last += (last.size() > 1 ? "," : "") + QByteArray::number(id);
        QTRY_COMPARE(orderOnDisk(), last + "]");
        const QDir journal(f->config.journalFolder);
        for (const QString &name : journal.entryList(QDir::Files))
            QVERIFY(QFile::copy(journal.filePath(name), copy + u'/' + name));
    }
    for (const QString &folder : {f->config.journalFolder, copy}) {
        EngineConfig config = f->config;
        config.journalFolder = folder;
        TransferEngine engine(config, &f->clock);
        QSignalSpy added(&engine, &TransferEngine::transferAdded);
        QVERIFY(restore(engine));
        QCOMPARE(added.size(), 5);
        QCOMPARE(engine.transfers(), expected);
        QCOMPARE(engine.transfer(ids[1])->priority, TransferPriority::High);
        QCOMPARE(engine.transfer(ids[2])->startAt, at(25, 1));
        QCOMPARE(engine.transfer(ids[3])->rateLimit, 123'456);
        QCOMPARE(stateOf(engine, ids[4]), Paused);
        QTRY_COMPARE(waitReasonOf(engine, ids[2]), u"Starts at 01:00 on Wednesday"_s);
        QTRY_COMPARE(waitReasonOf(engine, ids[0]),
                     u"Outside the hours for transfers: goes on at 10:00"_s);
    }
}

void TransferQueueTest::putsRestoredOnesFirst()
{
    TransferIds old;
    {
        TransferEngine engine(f->config, &f->clock);
        old = f->addFiles(engine, 450);
        QTRY_VERIFY_WITH_TIMEOUT(!waitReasonOf(engine, old.back()).isEmpty(), 60'000);
    }
    TransferEngine engine(f->config, &f->clock);
    QSignalSpy moved(&engine, &TransferEngine::orderChanged);
    QSignalSpy restored(&engine, &TransferEngine::restored);
    engine.restore();
    const TransferId fresh = engine.addDownload(f->request({u"f0"_s}));
    QCOMPARE(engine.transfers(), TransferIds{fresh});
    QVERIFY(restored.wait());
    QCOMPARE(moved.size(), 1);
    TransferIds expected = old;
    expected.push_back(fresh);
    QCOMPARE(engine.transfers(), expected);
}

void TransferQueueTest::pausesResumesAndRetriesAll()
{
    f->config.windows = {};
    TransferEngine engine(f->config, &f->clock);
    const TransferId missing = engine.addDownload(f->request({u"late.txt"_s}));
    QTRY_COMPARE(stateOf(engine, missing), Failed);
    const TransferIds ids = f->addFiles(engine, 3);
    engine.pauseAll();
    for (const TransferId id : ids)
        QTRY_COMPARE(stateOf(engine, id), Paused);
    QVERIFY(engine.isIdle());
    engine.resumeAll();
    for (const TransferId id : ids)
        QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(stateOf(engine, missing), Failed);
    engine.cancel(missing);
    QCOMPARE(stateOf(engine, missing), Canceled);
    engine.retryFailed(); // not what was canceled
    QCOMPARE(stateOf(engine, missing), Canceled);
    engine.retry(missing);
    QTRY_COMPARE(stateOf(engine, missing), Failed);
    f->hub.addFile(u"late.txt"_s, "late");
    engine.retryFailed();
    QTRY_COMPARE(stateOf(engine, missing), Finished);
}

void TransferQueueTest::survivesNetworkChanges()
{
    f->config.windows = {};
    f->hub.addFile(u"model.bin"_s, FakeHubServer::content(QueueFixture::kSize), true);
    TransferEngine engine(f->config, &f->clock);
    engine.wokeUp(); // nothing is there yet
    f->stall(u"model.bin"_s);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_COMPARE(engine.transfer(id)->doneBytes, QueueFixture::kStallAt);
    engine.networkChanged();
    engine.wokeUp();
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
}

void TransferQueueTest::isNotHeldUpByAHungDisk()
{
    // Reading a pipe to which nobody writes takes as long as a disk that is gone.
    const QDir journal(f->config.journalFolder);
    QVERIFY(journal.mkpath(u"."_s));
    const QByteArray pipe = QFile::encodeName(journal.filePath(u"queue.order"_s));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    QElapsedTimer clock;
    clock.start();
    {
        TransferEngine engine(f->config, &f->clock);
        engine.restore();
        f->addFiles(engine, 3);
        QVERIFY(clock.elapsed() < 1000);
        clock.restart();
    }
    QVERIFY(clock.elapsed() >= 2900); // it was given its time
    QVERIFY(clock.elapsed() < 4000);
    // The thread that was left behind finds everything that it needs when the disk is back.
    const int writer = ::open(pipe.constData(), O_WRONLY | O_CLOEXEC);
    QVERIFY(writer >= 0);
    ::close(writer);
}

void TransferQueueTest::handlesTenThousand()
{
    constexpr int kCount = 10'000;
    QLoggingCategory::setFilterRules(u"app.transfer.info=false"_s); // a line for each step
    const auto noRules = qScopeGuard([] { QLoggingCategory::setFilterRules({}); });
    f->config.journalFolder.clear();
    f->config.maxActive = 2;
    TransferEngine engine(f->config, &f->clock);
    QElapsedTimer clock;
    const auto lap = [&clock](const char *what) {
        qInfo("%s: %lld ms", what, static_cast<long long>(clock.restart()));
    };
    clock.start();
    f->hub.addFile(u"f0"_s, "f0");
    TransferIds ids;
    for (int i = 0; i < kCount; ++i)
        ids.push_back(engine.addDownload(f->request({u"f0"_s})));
    lap("add");
    const auto allWaitFor = [&](const QString &text) {
        return std::ranges::all_of(
            ids, [&](TransferId id) { return waitReasonOf(engine, id).contains(text); });
    };
    QTRY_VERIFY(waitReasonOf(engine, ids.back()).contains(u"goes on"_s));
    lap("explain");
    QVERIFY(allWaitFor(u"goes on at 10:00"_s));
    engine.move({ids.back()}, ids.front());
    std::ranges::rotate(ids, ids.end() - 1);
    QCOMPARE(engine.transfers(), ids);
    engine.pauseAll();
    lap("pause all");
    QTRY_VERIFY(engine.isIdle());
    engine.resumeAll();
    lap("resume all");
    // Another hour is another reason, for all of them.
    EngineConfig config = f->config;
    config.windows = WeeklySchedule::parse(u"mon 11:00-12:00").value();
    engine.setConfig(config);
    clock.start();
    QTRY_VERIFY(allWaitFor(u"goes on at 11:00"_s));
    lap("explain again");
    for (size_t i = 20; i < ids.size(); ++i)
        engine.cancel(ids[i]);
    lap("cancel");
    TransferIds starts;
    connect(&engine, &TransferEngine::transferStateChanged, this,
            [&](TransferId id, TransferState state) {
                if (state == Preparing)
                    starts.push_back(id);
            });
    f->clock.set(at(23, 11));
    for (size_t i = 0; i < 20; ++i)
        QTRY_COMPARE(stateOf(engine, ids[i]), Finished);
    QCOMPARE(starts, TransferIds(ids.begin(), ids.begin() + 20));
    for (size_t i = 20; i < ids.size(); ++i)
        QCOMPARE(stateOf(engine, ids[i]), Canceled);
    engine.removeFinished();
    QCOMPARE(engine.transfers(), TransferIds(ids.begin() + 20, ids.end()));
}

QTEST_GUILESS_MAIN(TransferQueueTest)
#include "tst_transferqueue.moc"
