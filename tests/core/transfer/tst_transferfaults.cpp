// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/categories.h"
#include "core/transfer/partialfile.h"
#include "core/transfer/rangejournal.h"
#include "core/transfer/transferengine.h"
#include "tests/core/transfer/enginefixture.h"

#include <QFile>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum hubdesk::TransferState;
using Kind = hubdesk::FakeFault::Kind;

namespace {

constexpr qint64 kSize = 3'000'000;

FakeFault fault(Kind kind, qint64 at = 0, int times = 1)
{
    FakeFault made;
    made.match = "model.bin";
    made.kind = kind;
    made.at = at;
    made.times = times;
    made.cdn = true;
    return made;
}

FakeFault status(int code, const QByteArray &headers = {}, int times = 1, bool cdn = false)
{
    FakeFault made = fault(Kind::Status, 1'000'000'000, times);
    made.status = code;
    made.headers = headers;
    made.cdn = cdn;
    return made;
}

} // namespace

//! What networks, servers and disks do, each at an exact byte.
class TransferFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mendsBreaks_data();
    void mendsBreaks();
    void givesUpOnARowOfFailures();
    void waitsForRateLimit();
    void waitsForRateLimitWhilePlanning();
    void neverPublishesAFlippedByte();
    void neverPublishesAFlippedByteOfASmallFile();
    void fetchesAFlippedByteAgain();
    void refetchesAWrongBeginningOnce();
    void takesOverPartialFiles_data();
    void takesOverPartialFiles();
    void keepsATakeoverThroughAKill_data();
    void keepsATakeoverThroughAKill();
    void dropsATooLongPartialFile();
    void plansAgainWhenTheContentChanged();
    void failsWhenTheContentKeepsChanging();
    void failsOnRefusal_data();
    void failsOnRefusal();
    void keepsFinishedFilesOnError();
    void survivesAFullDisk();
    void refusesWhatDoesNotFit();
    void waitsForRoom();
    void tellsNobodyTheToken();

private:
    std::unique_ptr<EngineFixture> f;
    QByteArray m_content = FakeHubServer::content(kSize);
};

void TransferFaultsTest::init()
{
    f = std::make_unique<EngineFixture>();
    f->hub.addFile(u"model.bin"_s, m_content, true);
}

void TransferFaultsTest::mendsBreaks_data()
{
    QTest::addColumn<FakeFault>("trouble");
    QTest::addColumn<qint64>("refetched"); // at most, in bytes
    QTest::newRow("cut") << fault(Kind::Cut, 1'500'000) << qint64(0);
    QTest::newRow("cut at once") << fault(Kind::Cut, 0) << qint64(0);
    QTest::newRow("cut before the last byte") << fault(Kind::Cut, kSize - 1) << qint64(0);
    QTest::newRow("reset") << fault(Kind::Reset, 1'500'000) << qint64(1'500'000);
    QTest::newRow("stall") << fault(Kind::Stall, 1'500'000) << qint64(0);
    QTest::newRow("stall before the first byte") << fault(Kind::Stall, 0) << qint64(0);
    QTest::newRow("length") << fault(Kind::Length, 0) << kSize;
    QTest::newRow("500") << status(500) << qint64(0);
    QTest::newRow("503 of the storage") << status(503, {}, 2, true) << qint64(0);
    QTest::newRow("expired link") << status(403, {}, 1, true) << qint64(0);
    QTest::newRow("expired link twice") << status(403, {}, 2, true) << qint64(0);
    QTest::newRow("408") << status(408) << qint64(0);
}

void TransferFaultsTest::mendsBreaks()
{
    QFETCH(FakeFault, trouble);
    QFETCH(qint64, refetched);
    f->config.client.downloadTimeout = 400ms;
    f->hub.addFault(trouble);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    const qint64 fetched = engine.transfer(id)->fetchedBytes;
    QVERIFY2(fetched <= kSize + refetched, qPrintable(QString::number(fetched)));
    QCOMPARE(f->blobs(), QStringList{f->hub.etag(u"model.bin"_s)});
}

void TransferFaultsTest::givesUpOnARowOfFailures()
{
    f->hub.addFault(status(500, {}, 0));
    f->config.client.retryDelay = 1ms;
    f->config.tuning.retries = 5;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::Server);
    QVERIFY(errorOf(engine, id).message.contains("model.bin"_L1));
    QCOMPARE(errorOf(engine, id).requestId, u"fake-1"_s);
    QCOMPARE(f->hub.count("/resolve/"), 6); // once and five retries
    QVERIFY(!f->isInSnapshot(u"model.bin"_s));

    f->hub.clearFaults();
    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(!engine.transfer(id)->error);
}

void TransferFaultsTest::waitsForRateLimit()
{
    f->hub.addFault(status(429, "Retry-After: 1\r\n"));
    TransferEngine engine(f->config);
    QElapsedTimer clock;
    clock.start();
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_VERIFY(engine.transfer(id)->waitReason.contains("2 s"_L1));
    QCOMPARE(stateOf(engine, id), Running);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(clock.elapsed() >= 1500); // one second more than told, by a coarse timer
    QVERIFY(engine.transfer(id)->waitReason.isEmpty());
}

void TransferFaultsTest::waitsForRateLimitWhilePlanning()
{
    FakeFault limit = status(429, "Retry-After: 40\r\n", 1);
    limit.match = "/revision/";
    f->hub.addFault(limit);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
    QTRY_VERIFY(engine.transfer(id)->waitReason.contains("41 s"_L1));
    QCOMPARE(stateOf(engine, id), Preparing);
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
}

void TransferFaultsTest::neverPublishesAFlippedByte()
{
    f->hub.addFault(fault(Kind::Corrupt, 2'000'000, 0));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    f->hub.clearFaults();
    const Error error = errorOf(engine, id);
    QCOMPARE(error.kind, ErrorKind::Integrity);
    QVERIFY(error.message.contains("model.bin"_L1));
    QVERIFY(error.message.contains(f->hub.etag(u"model.bin"_s)));
    QVERIFY(!error.requestId.isEmpty());
    QVERIFY(!f->isInSnapshot(u"model.bin"_s));
    QCOMPARE(f->blobs(), QStringList{});
    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferFaultsTest::fetchesAFlippedByteAgain()
{
    f->hub.addFault(fault(Kind::Corrupt, 2'000'000));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), 2 * kSize); // one byte of a small file: all of it
}

void TransferFaultsTest::neverPublishesAFlippedByteOfASmallFile()
{
    f->hub.addFile(u"config.json"_s, "{\"a\": 1}");
    FakeFault flipped = fault(Kind::Corrupt, 3, 0);
    flipped.match = "config.json";
    flipped.cdn = false;
    f->hub.addFault(flipped);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request({u"config.json"_s}));
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::Integrity);
    QVERIFY(!f->isInSnapshot(u"config.json"_s));
}

void TransferFaultsTest::refetchesAWrongBeginningOnce()
{
    const QString partial = PartialFile::path(f->layout(), f->repo(), f->hub.etag(u"model.bin"_s));
    QVERIFY(QDir().mkpath(f->layout().blobsFolder(f->repo())));
    QFile file(partial);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QByteArray(1'000'000, 'x')) == 1'000'000);
    file.close();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize - 1'000'000 + kSize);
}

void TransferFaultsTest::takesOverPartialFiles_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<qint64>("size");
    QTest::newRow("official, v0") << u".incomplete"_s << qint64(1'200'000);
    QTest::newRow("official, main") << u".0123abcd.incomplete"_s << qint64(1'200'000);
    QTest::newRow("complete") << u".incomplete"_s << kSize;
    QTest::newRow("empty") << u".incomplete"_s << qint64(0);
}

void TransferFaultsTest::takesOverPartialFiles()
{
    QFETCH(QString, suffix);
    QFETCH(qint64, size);
    QVERIFY(QDir().mkpath(f->layout().blobsFolder(f->repo())));
    QFile file(f->layout().blob(f->repo(), f->hub.etag(u"model.bin"_s)) + suffix);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(m_content.left(size)) == size);
    file.close();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize - size);
    QCOMPARE(engine.transfer(id)->fetchedBytes, kSize - size);
    QCOMPARE(f->blobs(), QStringList{f->hub.etag(u"model.bin"_s)});
}

void TransferFaultsTest::keepsATakeoverThroughAKill_data()
{
    QTest::addColumn<QString>("left"); // name behind the etag; empty: ours
    QTest::addColumn<bool>("staleJournal"); // of ours, with another content
    QTest::addColumn<bool>("halfNote"); // the journal was being made
    QTest::addColumn<bool>("ours"); // a shorter one of ours beside it
    const QString theirs = u".incomplete"_s;
    QTest::newRow("nothing done") << theirs << false << false << false;
    QTest::newRow("a journal without its file") << theirs << true << false << false;
    QTest::newRow("ours is shorter") << theirs << false << false << true;
    QTest::newRow("renamed") << QString() << false << false << false;
    QTest::newRow("renamed and being noted") << QString() << false << true << false;
}

//! Whatever instant a takeover is cut off at: the bytes are there and nobody vouches for them.
void TransferFaultsTest::keepsATakeoverThroughAKill()
{
    QFETCH(QString, left);
    QFETCH(bool, staleJournal);
    QFETCH(bool, halfNote);
    QFETCH(bool, ours);
    const QString etag = f->hub.etag(u"model.bin"_s);
    const QString own = PartialFile::path(f->layout(), f->repo(), etag);
    const QString journal = RangeJournal::path(own);
    QVERIFY(QDir().mkpath(f->layout().blobsFolder(f->repo())));
    const auto write = [](const QString &path, const QByteArray &content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    QVERIFY(write(left.isEmpty() ? own : f->layout().blob(f->repo(), etag) + left,
                  m_content.left(2'000'000)));
    if (ours)
        QVERIFY(write(own, m_content.left(1'000'000)));
    if (staleJournal) {
        RangeJournal stale;
        QVERIFY(stale.open(journal, etag, kSize, kSize));
        QVERIFY(stale.append({{0, kSize}, 1, true}));
    }
    if (halfNote)
        QVERIFY(write(journal + u".new"_s, "half"));
    const std::vector<RangeJournal::Block> expected{{{0, 2'000'000}, 0, false}};
    for (int i = 0; i < 3; ++i) { // as if killed right behind each open()
        PartialFile partial;
        QVERIFY(partial.open(f->layout(), f->repo(), etag, kSize, true));
        QCOMPARE(partial.path(), own);
        QVERIFY(partial.found() == expected);
        QVERIFY(!QFileInfo::exists(journal + u".new"_s));
    }
    f->config.tuning.segmentsAbove = 1'000'000;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize - 2'000'000);
    QCOMPARE(f->blobs(), QStringList{etag});
}

void TransferFaultsTest::dropsATooLongPartialFile()
{
    QVERIFY(QDir().mkpath(f->layout().blobsFolder(f->repo())));
    QFile file(PartialFile::path(f->layout(), f->repo(), f->hub.etag(u"model.bin"_s)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(m_content + "more") > kSize);
    file.close();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferFaultsTest::plansAgainWhenTheContentChanged()
{
    FakeFault changed = fault(Kind::Etag);
    changed.cdn = false;
    f->hub.addFault(changed);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.count("/tree/"), 2);
}

void TransferFaultsTest::failsWhenTheContentKeepsChanging()
{
    FakeFault changed = fault(Kind::Etag, 0, 0);
    changed.cdn = false;
    f->hub.addFault(changed);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QVERIFY(errorOf(engine, id).message.contains("model.bin"_L1));
    QCOMPARE(f->hub.contentBytes(), 0);
}

void TransferFaultsTest::failsOnRefusal_data()
{
    QTest::addColumn<FakeFault>("trouble");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("gated") << status(403, "X-Error-Code: GatedRepo\r\n", 0) << ErrorKind::Gated;
    QTest::newRow("forbidden") << status(403, {}, 0) << ErrorKind::Forbidden;
    QTest::newRow("not found") << status(404, "X-Error-Code: EntryNotFound\r\n", 0)
                               << ErrorKind::NotFound;
    QTest::newRow("storage refuses for ever") << status(403, {}, 0, true) << ErrorKind::Forbidden;
}

void TransferFaultsTest::failsOnRefusal()
{
    QFETCH(FakeFault, trouble);
    QFETCH(ErrorKind, kind);
    f->hub.addFault(trouble);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, kind);
    QVERIFY(errorOf(engine, id).message.contains("model.bin"_L1));
    QVERIFY(f->hub.count("/resolve/") <= 4);
    QVERIFY(!f->isInSnapshot(u"model.bin"_s));
}

void TransferFaultsTest::keepsFinishedFilesOnError()
{
    f->hub.addFile(u"a.txt"_s, "a");
    f->config.parallelFiles = 1;
    f->hub.addFault(status(404, "X-Error-Code: EntryNotFound\r\n", 0));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(f->cached(u"a.txt"_s), "a");
    QCOMPARE(engine.transfer(id)->filesDone, 1);
    QCOMPARE(engine.transfer(id)->files.at(0).state, Finished);
    QCOMPARE(engine.transfer(id)->files.at(1).state, Failed);
}

void TransferFaultsTest::survivesAFullDisk()
{
    // A limit on file sizes breaks a write in the middle of a file as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 1'000'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::File);
    QVERIFY(errorOf(engine, id).message.contains("model.bin"_L1));
    const QString partial = PartialFile::path(f->layout(), f->repo(), f->hub.etag(u"model.bin"_s));
    QCOMPARE(QFileInfo(partial).size(), 1'000'000);
    QVERIFY(!f->isInSnapshot(u"model.bin"_s));

    f->hub.clearRequests();
    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize - 1'000'000);
}

void TransferFaultsTest::refusesWhatDoesNotFit()
{
    f->hub.setAnnouncedSize(u"model.bin"_s, qint64(1) << 60);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::File);
    QVERIFY2(errorOf(engine, id).message.contains("missing"_L1),
             qPrintable(errorOf(engine, id).message));
    QCOMPARE(f->hub.count("/resolve/"), 0);
}

void TransferFaultsTest::waitsForRoom()
{
    f->hub.setAnnouncedSize(u"model.bin"_s, qint64(1) << 60);
    f->config.waitForSpace = true;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(engine.transfer(id)->waitsForSpace);
    QCOMPARE(stateOf(engine, id), Queued);
    QVERIFY(engine.transfer(id)->waitReason.contains("missing"_L1));
    // The others would only fill what is made free for the first.
    f->hub.addFile(u"small.txt"_s, "small");
    const TransferId other = engine.addDownload(f->request({u"small.txt"_s}));
    QTRY_VERIFY(!engine.transfer(other)->waitReason.isEmpty());
    QCOMPARE(stateOf(engine, other), Queued);

    f->hub.setAnnouncedSize(u"model.bin"_s, kSize); // as if there were room
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(!engine.transfer(id)->waitsForSpace);
    QTRY_COMPARE(stateOf(engine, other), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

static QStringList loggedLines;
static QtMessageHandler previousHandler = nullptr;

void TransferFaultsTest::tellsNobodyTheToken()
{
    loggedLines.clear();
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    static std::mutex mutex;
    previousHandler =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            const std::scoped_lock lock(mutex);
            loggedLines << text;
        });
    f->hub.addFault(fault(Kind::Cut, 1'000'000));
    f->hub.addFault(status(403, {}, 0, true));
    QString shown;
    {
        TransferEngine engine(f->config);
        const TransferId id = engine.addDownload(f->request());
        QTRY_COMPARE(stateOf(engine, id), Failed);
        shown = errorOf(engine, id).message + errorOf(engine, id).detail;
    }
    qInstallMessageHandler(previousHandler);
    QLoggingCategory::setFilterRules({});
    QDir journal(f->config.journalFolder);
    for (const QString &name : journal.entryList(QDir::Files)) {
        QFile file(journal.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        shown += QString::fromUtf8(file.readAll());
    }
    shown += loggedLines.join(u'\n');
    QVERIFY(shown.contains(u"tester/model"_s));
    QVERIFY(!shown.contains(QLatin1StringView(FakeHubServer::kToken)));
    QVERIFY(!shown.contains("verysecret"_L1));
}

QTEST_GUILESS_MAIN(TransferFaultsTest)
#include "tst_transferfaults.moc"
