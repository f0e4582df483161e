// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/filelock.h"
#include "core/transfer/partialfile.h"
#include "core/transfer/transferengine.h"
#include "tests/core/transfer/enginefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum hubdesk::TransferState;
using Kind = hubdesk::FakeFault::Kind;

namespace {

constexpr qint64 kSize = 8'000'000;
constexpr qint64 kStallAt = 5'000'000;

} // namespace

//! Pause, continue, cancel, remove, restart of the program, other programs on the same cache.
class TransferOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pausesAndContinues();
    void pausesBeforeItStarts();
    void carriesOutManyOrdersInTheirOrder();
    void staysWithItsAccount();
    void cancelRemovesThePartialFile();
    void cancelsWhatIsPaused();
    void cancelsInTheFolderItBeganIn();
    void removesOnlyWhatEnded();
    void continuesAfterARestart();
    void keepsOrdersOfTheLastMoment();
    void restoresEveryState();
    void keepsBrokenJournalFilesAside();
    void stopsInTime();
    void waitsForAnotherProgram();
    void twoEnginesFetchOnce();
    void sharesOneBlobBetweenTransfers();
    void limitsFilesAtOnce();
    void continuesAfterAKill();
    void neverGivesAnIdTwice();

private:
    //! A transfer that has kStallAt bytes on the disk and gets no more.
    TransferId startStalled(TransferEngine &engine);
    [[nodiscard]] QString partial() const;

    std::unique_ptr<EngineFixture> f;
    QByteArray m_content = FakeHubServer::content(kSize);
};

void TransferOrdersTest::init()
{
    f = std::make_unique<EngineFixture>();
    f->hub.addFile(u"model.bin"_s, m_content, true);
}

QString TransferOrdersTest::partial() const
{
    return PartialFile::path(f->layout(), f->repo(), f->hub.etag(u"model.bin"_s));
}

TransferId TransferOrdersTest::startStalled(TransferEngine &engine)
{
    FakeFault stall;
    stall.match = "model.bin";
    stall.kind = Kind::Stall;
    stall.at = kStallAt;
    stall.cdn = true;
    f->hub.addFault(stall);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    [this] { QTRY_COMPARE(QFileInfo(partial()).size(), kStallAt); }();
    return id;
}

void TransferOrdersTest::pausesAndContinues()
{
    TransferEngine engine(f->config);
    const TransferId id = startStalled(engine);
    QTRY_COMPARE(engine.transfer(id)->doneBytes, kStallAt);
    QCOMPARE(stateOf(engine, id), Running);
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    QVERIFY(engine.isIdle());
    QCOMPARE(engine.transfer(id)->doneBytes, kStallAt);
    QCOMPARE(QFileInfo(partial()).size(), kStallAt);
    FileLock lock;
    const auto locked = lock.tryLock(f->layout().lock(f->repo(), f->hub.etag(u"model.bin"_s)));
    QVERIFY(locked && *locked == FileLock::State::Acquired);
    lock.unlock();

    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(engine.transfer(id)->fetchedBytes, kSize);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

void TransferOrdersTest::pausesBeforeItStarts()
{
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    QCOMPARE(f->hub.contentBytes(), 0);
    engine.pauseAll();
    engine.resumeAll();
    // Continue again while it is still stopping.
    engine.pause(id);
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
}

//! A thousand at a time are not done in one moment; what is ordered meanwhile comes after them.
void TransferOrdersTest::carriesOutManyOrdersInTheirOrder()
{
    TransferEngine engine(f->config);
    TransferOptions later;
    later.startAt = QDateTime::currentDateTimeUtc().addDays(1);
    std::vector<TransferId> ids;
    for (int i = 0; i < 300; ++i)
        ids.push_back(engine.addDownload(f->request(), later));
    const auto count = [&](TransferState state) {
        return std::ranges::count_if(ids,
                                     [&](TransferId id) { return stateOf(engine, id) == state; });
    };
    engine.pauseAll();
    QVERIFY(count(Paused) > 0);
    QVERIFY(count(Paused) < 300);
    engine.resume(ids.back());
    QTRY_COMPARE(count(Paused), 299);
    QCOMPARE(stateOf(engine, ids.back()), TransferState::Queued);
    engine.resumeAll();
    engine.pauseAll();
    for (const TransferId id : ids)
        engine.cancel(id);
    QTRY_COMPARE(count(TransferState::Canceled), 300);
    // The program may end before all of them had their turn.
    engine.retryFailed();
    QSignalSpy stopped(&engine, &TransferEngine::stopped);
    for (const TransferId id : ids)
        engine.retry(id);
    engine.stop();
    QCOMPARE(count(TransferState::Queued), 300);
    QTRY_COMPARE(stopped.size(), 1);
}

void TransferOrdersTest::staysWithItsAccount()
{
    f->config.accountId = u"one"_s;
    f->config.client.token = u"hf_one"_s;
    const ClientConfig one = f->config.client;
    TransferId id = 0;
    EngineConfig switched = f->config;
    switched.accountId = u"two"_s;
    switched.client.token = u"hf_two"_s;
    switched.client.endpoint = QUrl(u"http://127.0.0.1:9"_s); // another Hub, and not there
    {
        TransferEngine engine(f->config);
        id = startStalled(engine);
        engine.pause(id);
        QTRY_COMPARE(stateOf(engine, id), Paused);
        // Signed out: it stays with its Hub, where no other token goes.
        f->hub.clearRequests();
        engine.setConfig(switched);
        engine.resume(id);
        QTRY_COMPARE(stateOf(engine, id), Finished);
        QVERIFY(!f->hub.requests().empty());
        QVERIFY(std::ranges::none_of(f->hub.requests(), &FakeRequest::authorization));
        QCOMPARE(engine.transfer(id)->accountId, u"one"_s);
    }
    f->hub.clearRequests();
    switched.others[u"one"_s] = one;
    f->config.journalFolder.clear();
    TransferEngine engine(f->config);
    id = engine.addDownload(f->request({u"model.bin"_s}));
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    engine.setConfig(switched);
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(std::ranges::any_of(f->hub.requests(), &FakeRequest::authorization));
}

void TransferOrdersTest::cancelRemovesThePartialFile()
{
    TransferEngine engine(f->config);
    const TransferId id = startStalled(engine);
    engine.cancel(id);
    QTRY_COMPARE(stateOf(engine, id), Canceled);
    QCOMPARE(f->blobs(), QStringList{});
    QCOMPARE(engine.transfer(id)->doneBytes, 0);
    QCOMPARE(engine.transfer(id)->files.at(0).state, Canceled);
    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferOrdersTest::cancelsWhatIsPaused()
{
    TransferEngine engine(f->config);
    const TransferId id = startStalled(engine);
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    engine.cancel(id);
    QTRY_COMPARE(stateOf(engine, id), Canceled);
    QCOMPARE(f->blobs(), QStringList{});
}

void TransferOrdersTest::cancelsInTheFolderItBeganIn()
{
    TransferEngine engine(f->config);
    const TransferId id = startStalled(engine);
    EngineConfig changed = f->config;
    changed.cache = f->folder.filePath(u"elsewhere"_s);
    engine.setConfig(changed);
    engine.cancel(id);
    QTRY_COMPARE(stateOf(engine, id), Canceled);
    QCOMPARE(f->blobs(), QStringList{});
}

void TransferOrdersTest::removesOnlyWhatEnded()
{
    TransferEngine engine(f->config);
    QSignalSpy removed(&engine, &TransferEngine::transferRemoved);
    const TransferId id = startStalled(engine);
    engine.remove(id);
    QVERIFY(engine.transfer(id));
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    engine.remove(id);
    QVERIFY(engine.transfer(id));
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    engine.removeFinished();
    QVERIFY(!engine.transfer(id));
    QCOMPARE(removed.size(), 1);
    QTRY_COMPARE(QDir(f->config.journalFolder).entryList(QDir::Files).size(), 0);
}

void TransferOrdersTest::continuesAfterARestart()
{
    TransferId id = 0;
    {
        TransferEngine engine(f->config);
        id = startStalled(engine);
        engine.stop();
        QSignalSpy stopped(&engine, &TransferEngine::stopped);
        QTRY_COMPARE(stopped.size(), 1);
    }
    QCOMPARE(QFileInfo(partial()).size(), kStallAt);
    TransferEngine engine(f->config);
    QSignalSpy states(&engine, &TransferEngine::transferStateChanged);
    std::optional<TransferState> atFirst;
    connect(&engine, &TransferEngine::transferAdded, this,
            [&](TransferId added) { atFirst = stateOf(engine, added); });
    QVERIFY(engine.transfers().empty()); // nothing is read before the event loop
    QVERIFY(restore(engine));
    QCOMPARE(engine.transfers(), std::vector<TransferId>{id});
    QCOMPARE(atFirst, Queued);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

void TransferOrdersTest::keepsOrdersOfTheLastMoment()
{
    TransferId id = 0;
    {
        TransferEngine engine(f->config);
        id = startStalled(engine);
        engine.pause(id);
    }
    {
        TransferEngine engine(f->config);
        QVERIFY(restore(engine));
        QCOMPARE(stateOf(engine, id), Paused);
        engine.cancel(id);
    }
    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    QCOMPARE(stateOf(engine, id), Canceled);
}

void TransferOrdersTest::restoresEveryState()
{
    TransferId paused = 0;
    TransferId finished = 0;
    TransferId failed = 0;
    {
        TransferEngine engine(f->config);
        finished = engine.addDownload(f->request());
        QTRY_COMPARE(stateOf(engine, finished), Finished);
        failed = engine.addDownload(f->request({u"missing.txt"_s}));
        QTRY_COMPARE(stateOf(engine, failed), Failed);
        paused = engine.addDownload(f->request());
        engine.pause(paused);
        QTRY_COMPARE(stateOf(engine, paused), Paused);
    }
    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    QCOMPARE(engine.transfers(), (std::vector<TransferId>{finished, failed, paused}));
    QCOMPARE(stateOf(engine, finished), Finished);
    QVERIFY(engine.transfer(finished)->finishedAt.isValid());
    QCOMPARE(engine.transfer(finished)->filesDone, 1);
    QCOMPARE(stateOf(engine, failed), Failed);
    QVERIFY(errorOf(engine, failed).isEntryNotFound());
    QCOMPARE(stateOf(engine, paused), Paused);
    QVERIFY(engine.isIdle());
}

void TransferOrdersTest::keepsBrokenJournalFilesAside()
{
    const QDir journal(f->config.journalFolder);
    QVERIFY(journal.mkpath(u"."_s));
    QFile broken(journal.filePath(u"12.json"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    QVERIFY(broken.write("{\"version\": 1, \"id\"") > 0);
    broken.close();
    QFile newer(journal.filePath(u"13.json"_s));
    QVERIFY(newer.open(QIODevice::WriteOnly));
    QVERIFY(newer.write("{\"version\": 99, \"id\": 13, \"state\": \"queued\"}") > 0);
    newer.close();
    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    QCOMPARE(engine.transfers().size(), 0u);
    QCOMPARE(journal.entryList(QDir::Files, QDir::Name),
             (QStringList{u"12.json.broken"_s, u"13.json.broken"_s}));
}

void TransferOrdersTest::stopsInTime()
{
    TransferEngine engine(f->config);
    const TransferId id = startStalled(engine);
    QSignalSpy stopped(&engine, &TransferEngine::stopped);
    QElapsedTimer clock;
    clock.start();
    engine.stop();
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(clock.elapsed() < 3000);
    QCOMPARE(stateOf(engine, id), Queued);
    QFile journal(f->config.journalFolder + u'/' + QString::number(id) + u".json"_s);
    QVERIFY(journal.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(journal.readAll()).object();
    QCOMPARE(object.value("state"_L1).toString(), u"queued"_s);
    // Nothing starts any more.
    const TransferId late = engine.addDownload(f->request());
    QCoreApplication::processEvents();
    QCOMPARE(stateOf(engine, late), Queued);
}

void TransferOrdersTest::waitsForAnotherProgram()
{
    FileLock other;
    const auto locked = other.tryLock(f->layout().lock(f->repo(), f->hub.etag(u"model.bin"_s)));
    QVERIFY(locked && *locked == FileLock::State::Acquired);
    f->hub.addFile(u"small.txt"_s, "small");
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(engine.transfer(id)->waitReason.contains("another program"_L1));
    // Looking at the lock again is nothing to announce: no flicker.
    QSignalSpy states(&engine, &TransferEngine::transferStateChanged);
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(clock.elapsed() > 900);
    QCOMPARE(states.size(), 0);
    QCOMPARE(stateOf(engine, id), Queued);
    QCOMPARE(f->cached(u"small.txt"_s), "small");
    QCOMPARE(f->hub.count("model.bin"), 0);

    // The other program has brought the blob meanwhile.
    QVERIFY(QDir().mkpath(f->layout().blobsFolder(f->repo())));
    QFile blob(f->layout().blob(f->repo(), f->hub.etag(u"model.bin"_s)));
    QVERIFY(blob.open(QIODevice::WriteOnly));
    QVERIFY(blob.write(m_content) == kSize);
    blob.close();
    other.unlock();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.count("model.bin"), 0);
}

void TransferOrdersTest::twoEnginesFetchOnce()
{
    EngineConfig other = f->config;
    other.journalFolder.clear();
    TransferEngine first(f->config);
    TransferEngine second(other);
    const TransferId a = first.addDownload(f->request());
    const TransferId b = second.addDownload(f->request());
    QTRY_COMPARE(stateOf(first, a), Finished);
    QTRY_COMPARE(stateOf(second, b), Finished);
    QCOMPARE(f->hub.contentBytes(), kSize);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferOrdersTest::sharesOneBlobBetweenTransfers()
{
    TransferEngine engine(f->config);
    const TransferId a = startStalled(engine);
    const TransferId b = engine.addDownload(f->request());
    QTRY_VERIFY(engine.transfer(b)->waitReason.contains("another download"_L1));
    // Cancel of one keeps what the other needs.
    engine.cancel(a);
    QTRY_COMPARE(stateOf(engine, a), Canceled);
    QTRY_COMPARE(stateOf(engine, b), Finished);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

void TransferOrdersTest::limitsFilesAtOnce()
{
    f->config.parallelFiles = 1;
    for (int i = 0; i < 3; ++i) {
        f->hub.addFile(u"part-%1.bin"_s.arg(i), FakeHubServer::content(2'000'000, 10 + i), true);
        FakeFault stall;
        stall.match = u"part-%1.bin"_s.arg(i).toUtf8();
        stall.kind = Kind::Stall;
        stall.at = 1'000'000;
        stall.cdn = true;
        f->hub.addFault(stall);
    }
    f->config.client.downloadTimeout = 300ms;
    TransferEngine engine(f->config);
    int most = 0;
    const TransferId id = engine.addDownload(f->request());
    connect(&engine, &TransferEngine::transfersChanged, this, [&] {
        const Transfer transfer = *engine.transfer(id);
        most = std::max(
            most,
            static_cast<int>(std::ranges::count(transfer.files, Running, &TransferFile::state)));
    });
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(most, 1);
}

void TransferOrdersTest::continuesAfterAKill()
{
    FakeFault stall;
    stall.match = "model.bin";
    stall.kind = Kind::Stall;
    stall.at = kStallAt;
    stall.cdn = true;
    f->hub.addFault(stall);
    QProcess helper;
    helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    helper.start(QCoreApplication::applicationDirPath() + u"/transferhelper"_s,
                 {f->hub.endpoint().toString(), f->config.cache.root(), f->config.journalFolder,
                  QLatin1StringView(FakeHubServer::kRepo)});
    QVERIFY(helper.waitForStarted());
    QTRY_COMPARE(QFileInfo(partial()).size(), kStallAt);
    QCOMPARE(::kill(static_cast<pid_t>(helper.processId()), SIGKILL), 0);
    QVERIFY(helper.waitForFinished());
    QVERIFY(!f->isInSnapshot(u"model.bin"_s));

    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    QCOMPARE(engine.transfers().size(), 1u);
    const TransferId id = engine.transfers().front();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

void TransferOrdersTest::neverGivesAnIdTwice()
{
    TransferId first = 0;
    DownloadRequest wrong = f->request();
    wrong.repo.id = u"a//b"_s;
    {
        TransferEngine engine(f->config);
        first = engine.addDownload(wrong);
        QVERIFY(engine.addDownload(wrong) > first);
        for (const TransferId id : engine.transfers())
            engine.remove(id);
    }
    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    QVERIFY(engine.transfers().empty());
    QVERIFY(engine.addDownload(wrong) > first + 1);
}

QTEST_GUILESS_MAIN(TransferOrdersTest)
#include "tst_transferorders.moc"
