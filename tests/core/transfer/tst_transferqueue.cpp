// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/partialfile.h"
#include "core/transfer/sleepinhibitor.h"
#include "core/transfer/transferengine.h"
#include "tests/core/transfer/enginefixture.h"
#include "tests/support/fakewallclock.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using enum hubdesk::TransferState;
using Kind = hubdesk::FakeFault::Kind;

namespace QTest {
template <> char *toString(const TransferState &state)
{
    return qstrdup(qPrintable(transferStateName(state)));
}
} // namespace QTest

namespace {

using Ids = std::vector<TransferId>;

constexpr qint64 kSize = 8'000'000;
constexpr qint64 kStallAt = 5'000'000;

//! 2026-11-23 is a Monday; transfers may run from 10:00 to 12:00.
QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), QTimeZone("Europe/Berlin"));
}

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

//! Who goes when: order, priority, hours, start times, the maximum, and that all of it is kept.
class TransferQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsInTheUsersOrder();
    void startsTheSmallestFirst();
    void saysWhyEachWaits();
    void stopsAtTheEndOfAWindow();
    void startsAtATime();
    void takesBackWhatIsToStartLater();
    void keepsToTheMaximum();
    void keepsItselfOverRestarts();
    void putsRestoredOnesFirst();
    void pausesResumesAndRetriesAll();
    void changesLimitsByTheClock();
    void keepsTheComputerAwake();
    void survivesNetworkChanges();
    void isNotHeldUpByAHungDisk();
    void handlesTenThousand();

private:
    [[nodiscard]] QString reason(const TransferEngine &engine, TransferId id) const
    {
        return engine.transfer(id)->waitReason;
    }
    void stall(const QString &path);
    //! \a count transfers of a file each: f0, f1, ...
    Ids addFiles(TransferEngine &engine, int count);

    std::unique_ptr<EngineFixture> f;
    std::unique_ptr<FakeWallClock> m_clock;
};

void TransferQueueTest::init()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    f = std::make_unique<EngineFixture>();
    f->config.windows = WeeklySchedule::parse(u"mon-sun 10:00-12:00").value();
    m_clock = std::make_unique<FakeWallClock>(at(23, 9));
}

void TransferQueueTest::stall(const QString &path)
{
    FakeFault fault;
    fault.match = path.toUtf8();
    fault.kind = Kind::Stall;
    fault.at = kStallAt;
    fault.cdn = true;
    f->hub.addFault(fault);
}

Ids TransferQueueTest::addFiles(TransferEngine &engine, int count)
{
    Ids ids;
    for (int i = 0; i < count; ++i) {
        const QString name = u"f%1"_s.arg(i);
        f->hub.addFile(name, name.toUtf8());
        ids.push_back(engine.addDownload(f->request({name})));
    }
    return ids;
}

void TransferQueueTest::startsInTheUsersOrder()
{
    f->config.maxActive = 1;
    TransferEngine engine(f->config, m_clock.get());
    Ids starts;
    connect(&engine, &TransferEngine::transferStateChanged, this,
            [&](TransferId id, TransferState state) {
                if (state == Preparing)
                    starts.push_back(id);
            });
    QSignalSpy moved(&engine, &TransferEngine::orderChanged);
    const Ids ids = addFiles(engine, 6);
    engine.move({ids[4], ids[5]}, ids[1]);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(engine.transfers(), (Ids{ids[0], ids[4], ids[5], ids[1], ids[2], ids[3]}));
    engine.move({ids[4]}, ids[5]); // where it is
    QCOMPARE(moved.size(), 1);
    engine.setPriority(ids[2], TransferPriority::High);
    engine.setPriority(ids[0], TransferPriority::Low);
    QTRY_VERIFY(!reason(engine, ids[3]).isEmpty());
    QVERIFY(starts.empty());
    m_clock->set(at(23, 10));
    QTRY_COMPARE(starts.size(), 6u);
    QCOMPARE(starts, (Ids{ids[2], ids[4], ids[5], ids[1], ids[3], ids[0]}));
    for (const TransferId id : ids)
        QTRY_COMPARE(stateOf(engine, id), Finished);
}

void TransferQueueTest::startsTheSmallestFirst()
{
    f->config.maxActive = 1;
    f->config.smallestFirst = true;
    TransferEngine engine(f->config, m_clock.get());
    Ids starts;
    connect(&engine, &TransferEngine::transferStateChanged, this,
            [&](TransferId id, TransferState state) {
                if (state == Preparing)
                    starts.push_back(id);
            });
    Ids ids;
    for (const qint64 size : {0, 300, 100, 200}) {
        f->hub.addFile(u"s%1"_s.arg(size), "x");
        TransferOptions options;
        options.expectedBytes = size;
        ids.push_back(engine.addDownload(f->request({u"s%1"_s.arg(size)}), options));
    }
    QTRY_VERIFY(!reason(engine, ids[3]).isEmpty());
    m_clock->set(at(23, 10));
    QTRY_COMPARE(starts, (Ids{ids[2], ids[3], ids[1], ids[0]}));
}

void TransferQueueTest::saysWhyEachWaits()
{
    f->config.maxActive = 1;
    f->hub.addFile(u"model.bin"_s, FakeHubServer::content(kSize), true);
    stall(u"model.bin"_s);
    TransferEngine engine(f->config, m_clock.get());
    const TransferId running = engine.addDownload(f->request({u"model.bin"_s}));
    const Ids ids = addFiles(engine, 2);
    TransferOptions later;
    later.startAt = at(23, 11, 30);
    const TransferId timed = engine.addDownload(f->request({u"f0"_s}), later);
    later.startAt = at(23, 8); // past
    const TransferId past = engine.addDownload(f->request({u"f1"_s}), later);
    QTRY_COMPARE(reason(engine, past), u"Outside the hours for transfers: goes on at 10:00"_s);
    QCOMPARE(reason(engine, ids[1]), u"Outside the hours for transfers: goes on at 10:00"_s);
    // What comes last counts.
    QCOMPARE(reason(engine, timed), u"Starts at 11:30"_s);
    QSignalSpy changes(&engine, &TransferEngine::transfersChanged);
    m_clock->set(at(23, 10));
    QTRY_COMPARE(stateOf(engine, running), Running);
    QTRY_COMPARE(reason(engine, ids[1]), u"Waiting for other downloads"_s);
    QCOMPARE(reason(engine, running), QString());
    QCOMPARE(reason(engine, timed), u"Starts at 11:30"_s);
    QTRY_VERIFY(!changes.isEmpty());
    m_clock->set(at(23, 11, 30));
    QTRY_COMPARE(reason(engine, timed), u"Waiting for other downloads"_s);
    engine.pause(timed);
    QCOMPARE(reason(engine, timed), QString());
}

void TransferQueueTest::stopsAtTheEndOfAWindow()
{
    const QByteArray content = FakeHubServer::content(kSize);
    f->hub.addFile(u"model.bin"_s, content, true);
    stall(u"model.bin"_s);
    TransferEngine engine(f->config, m_clock.get());
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    m_clock->set(at(23, 11));
    QTRY_COMPARE(engine.transfer(id)->doneBytes, kStallAt);
    m_clock->set(at(23, 11, 59));
    QCOMPARE(stateOf(engine, id), Running);
    m_clock->set(at(23, 12));
    QTRY_COMPARE(stateOf(engine, id), Queued);
    QTRY_COMPARE(reason(engine, id),
                 u"Outside the hours for transfers: goes on at 10:00 on Tuesday"_s);
    QCOMPARE(f->hub.contentBytes(), kStallAt);
    QVERIFY(!engine.isIdle());
    // By itself, and nothing is fetched twice.
    m_clock->set(at(24, 10));
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), content);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

void TransferQueueTest::startsAtATime()
{
    f->config.windows = {};
    TransferEngine engine(f->config, m_clock.get());
    const Ids ids = addFiles(engine, 2);
    engine.setStartAt(ids[0], at(24, 3));
    QTRY_COMPARE(stateOf(engine, ids[1]), Finished);
    QCOMPARE(stateOf(engine, ids[0]), Queued);
    QCOMPARE(reason(engine, ids[0]), u"Starts at 03:00 on Tuesday"_s);
    m_clock->set(at(24, 2, 59));
    m_clock->set(at(24, 3));
    QTRY_COMPARE(stateOf(engine, ids[0]), Finished);
    // At once after all.
    const TransferId other = engine.addDownload(f->request({u"f1"_s}), {.startAt = at(29, 3)});
    QTRY_VERIFY(reason(engine, other).contains(u"Sunday"_s));
    engine.setStartAt(other, {});
    QTRY_COMPARE(stateOf(engine, other), Finished);
}

void TransferQueueTest::takesBackWhatIsToStartLater()
{
    f->config.windows = {};
    f->hub.addFile(u"model.bin"_s, FakeHubServer::content(kSize), true);
    stall(u"model.bin"_s);
    TransferEngine engine(f->config, m_clock.get());
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_COMPARE(engine.transfer(id)->doneBytes, kStallAt);
    engine.setStartAt(id, at(23, 22));
    QTRY_COMPARE(stateOf(engine, id), Queued);
    QTRY_COMPARE(reason(engine, id), u"Starts at 22:00"_s);
    m_clock->set(at(23, 22));
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

void TransferQueueTest::keepsToTheMaximum()
{
    f->config.windows = {};
    f->config.maxActive = 2;
    for (int i = 0; i < 4; ++i) {
        f->hub.addFile(u"m%1.bin"_s.arg(i), FakeHubServer::content(kSize, 5 + i), true);
        stall(u"m%1.bin"_s.arg(i));
    }
    TransferEngine engine(f->config, m_clock.get());
    Ids ids;
    for (int i = 0; i < 4; ++i)
        ids.push_back(engine.addDownload(f->request({u"m%1.bin"_s.arg(i)})));
    QTRY_COMPARE(stateOf(engine, ids[1]), Running);
    QCOMPARE(stateOf(engine, ids[2]), Queued);
    QCOMPARE(reason(engine, ids[2]), u"Waiting for other downloads"_s);
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
    Ids expected;
    Ids ids;
    const QString copy = f->folder.filePath(u"copy"_s);
    {
        TransferEngine engine(f->config, m_clock.get());
        ids = addFiles(engine, 5);
        engine.setPriority(ids[1], TransferPriority::High);
        engine.setStartAt(ids[2], at(25, 1));
        engine.setRateLimit(ids[3], 123'456);
        engine.pause(ids[4]);
        engine.move({ids[4]}, ids[0]);
        engine.move({ids[0]}, 0);
        expected = engine.transfers();
        QCOMPARE(expected, (Ids{ids[4], ids[1], ids[2], ids[3], ids[0]}));
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
        TransferEngine engine(config, m_clock.get());
        QSignalSpy added(&engine, &TransferEngine::transferAdded);
        QVERIFY(restore(engine));
        QCOMPARE(added.size(), 5);
        QCOMPARE(engine.transfers(), expected);
        QCOMPARE(engine.transfer(ids[1])->priority, TransferPriority::High);
        QCOMPARE(engine.transfer(ids[2])->startAt, at(25, 1));
        QCOMPARE(engine.transfer(ids[3])->rateLimit, 123'456);
        QCOMPARE(stateOf(engine, ids[4]), Paused);
        QTRY_COMPARE(reason(engine, ids[2]), u"Starts at 01:00 on Wednesday"_s);
        QTRY_COMPARE(reason(engine, ids[0]),
                     u"Outside the hours for transfers: goes on at 10:00"_s);
    }
}

void TransferQueueTest::putsRestoredOnesFirst()
{
    Ids old;
    {
        TransferEngine engine(f->config, m_clock.get());
        old = addFiles(engine, 450);
        QTRY_VERIFY_WITH_TIMEOUT(!reason(engine, old.back()).isEmpty(), 60'000);
    }
    TransferEngine engine(f->config, m_clock.get());
    QSignalSpy moved(&engine, &TransferEngine::orderChanged);
    QSignalSpy restored(&engine, &TransferEngine::restored);
    engine.restore();
    const TransferId fresh = engine.addDownload(f->request({u"f0"_s}));
    QCOMPARE(engine.transfers(), Ids{fresh});
    QVERIFY(restored.wait());
    QCOMPARE(moved.size(), 1);
    Ids expected = old;
    expected.push_back(fresh);
    QCOMPARE(engine.transfers(), expected);
}

void TransferQueueTest::pausesResumesAndRetriesAll()
{
    f->config.windows = {};
    TransferEngine engine(f->config, m_clock.get());
    const TransferId missing = engine.addDownload(f->request({u"late.txt"_s}));
    QTRY_COMPARE(stateOf(engine, missing), Failed);
    const Ids ids = addFiles(engine, 3);
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

void TransferQueueTest::changesLimitsByTheClock()
{
    f->config.downloadLimit = 1'000'000;
    f->config.downloadLimits = WeeklySchedule::parse(u"mon 10:00-11:00=5000").value();
    f->config.uploadLimits = WeeklySchedule::parse(u"mon 11:00-12:00=7").value();
    TransferEngine engine(f->config, m_clock.get());
    const TransferId id = addFiles(engine, 1).front();
    QTRY_VERIFY(!reason(engine, id).isEmpty());
    QCOMPARE(engine.downloadLimit(), 1'000'000);
    m_clock->set(at(23, 10));
    QTRY_COMPARE(engine.downloadLimit(), 5000);
    QCOMPARE(engine.uploadLimit(), 0);
    engine.setRateLimit(id, 1000);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    m_clock->set(at(23, 11));
    QTRY_COMPARE(engine.downloadLimit(), 1'000'000);
    QCOMPARE(engine.uploadLimit(), 7);
    EngineConfig config = f->config;
    config.downloadLimit = 0;
    engine.setConfig(config);
    QTRY_COMPARE(engine.downloadLimit(), 0);
}

void TransferQueueTest::keepsTheComputerAwake()
{
    FakeInhibitor inhibitor;
    f->hub.addFile(u"model.bin"_s, FakeHubServer::content(kSize), true);
    stall(u"model.bin"_s);
    {
        TransferEngine engine(f->config, m_clock.get());
        engine.setSleepInhibitor(&inhibitor);
        const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
        QTRY_VERIFY(!reason(engine, id).isEmpty());
        QCOMPARE(inhibitor.blocks, 0); // waiting is no reason
        m_clock->set(at(23, 10));
        QTRY_COMPARE(engine.transfer(id)->doneBytes, kStallAt);
        QVERIFY(inhibitor.isBlocking());
        QVERIFY(!inhibitor.reason.isEmpty());
        m_clock->set(at(23, 12));
        QTRY_COMPARE(stateOf(engine, id), Queued);
        QTRY_VERIFY(!inhibitor.isBlocking());
        m_clock->set(at(24, 10));
        QTRY_COMPARE(stateOf(engine, id), Finished);
        QTRY_VERIFY(!inhibitor.isBlocking());
        QCOMPARE(inhibitor.blocks, 2);

        f->hub.addFile(u"other.bin"_s, FakeHubServer::content(kSize, 3), true);
        stall(u"other.bin"_s);
        engine.addDownload(f->request({u"other.bin"_s}));
        QTRY_VERIFY(inhibitor.isBlocking());
    }
    QVERIFY(!inhibitor.isBlocking());
    QCOMPARE(inhibitor.blocks, 3);
}

void TransferQueueTest::survivesNetworkChanges()
{
    f->config.windows = {};
    f->hub.addFile(u"model.bin"_s, FakeHubServer::content(kSize), true);
    TransferEngine engine(f->config, m_clock.get());
    engine.wokeUp(); // nothing is there yet
    stall(u"model.bin"_s);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_COMPARE(engine.transfer(id)->doneBytes, kStallAt);
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
        TransferEngine engine(f->config, m_clock.get());
        engine.restore();
        addFiles(engine, 3);
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
    TransferEngine engine(f->config, m_clock.get());
    QElapsedTimer clock;
    const auto lap = [&clock](const char *what) {
        qInfo("%s: %lld ms", what, static_cast<long long>(clock.restart()));
    };
    clock.start();
    f->hub.addFile(u"f0"_s, "f0");
    Ids ids;
    for (int i = 0; i < kCount; ++i)
        ids.push_back(engine.addDownload(f->request({u"f0"_s})));
    lap("add");
    const auto allWaitFor = [&](const QString &text) {
        return std::ranges::all_of(
            ids, [&](TransferId id) { return reason(engine, id).contains(text); });
    };
    QTRY_VERIFY(reason(engine, ids.back()).contains(u"goes on"_s));
    lap("explain");
    QVERIFY(allWaitFor(u"goes on at 10:00"_s));
    engine.move({ids.back()}, ids.front());
    std::ranges::rotate(ids, ids.end() - 1);
    QCOMPARE(engine.transfers(), ids);
    engine.pauseAll();
    lap("pause all");
    QVERIFY(engine.isIdle());
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
    Ids starts;
    connect(&engine, &TransferEngine::transferStateChanged, this,
            [&](TransferId id, TransferState state) {
                if (state == Preparing)
                    starts.push_back(id);
            });
    m_clock->set(at(23, 11));
    for (size_t i = 0; i < 20; ++i)
        QTRY_COMPARE(stateOf(engine, ids[i]), Finished);
    QCOMPARE(starts, Ids(ids.begin(), ids.begin() + 20));
    for (size_t i = 20; i < ids.size(); ++i)
        QCOMPARE(stateOf(engine, ids[i]), Canceled);
    engine.removeFinished();
    QCOMPARE(engine.transfers(), Ids(ids.begin() + 20, ids.end()));
}

QTEST_GUILESS_MAIN(TransferQueueTest)
#include "tst_transferqueue.moc"
