// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/filelock.h"
#include "core/cache/verifiedmarks.h"
#include "core/transfer/partialfile.h"
#include "core/transfer/transferengine.h"
#include "tests/core/transfer/enginefixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum hubdesk::TransferState;
using Kind = hubdesk::FakeFault::Kind;

namespace {

FakeFault fault(const QByteArray &match, Kind kind, qint64 at = 0, int times = 1)
{
    FakeFault made;
    made.match = match;
    made.kind = kind;
    made.at = at;
    made.times = times;
    return made;
}

FakeFault status(const QByteArray &match, int code, const QByteArray &headers = {}, int times = 1)
{
    FakeFault made = fault(match, Kind::Status, 1'000'000'000, times);
    made.status = code;
    made.headers = headers;
    return made;
}

//! As with the cdn, where the bytes of LFS files are.
FakeFault onCdn(FakeFault made)
{
    made.cdn = true;
    return made;
}

} // namespace

//! Many small files: they go the short way into the cache, and what goes wrong with one of them
//! goes wrong as with any other file.
class SmallFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsThousands();
    void mendsTrouble_data();
    void mendsTrouble();
    void failsAsOtherFilesDo_data();
    void failsAsOtherFilesDo();
    void doesNotHammer();
    void goesOnBesideOneThatKeepsFailing();
    void waitsForAnotherProgram();
    void stopsInTheMiddle();
    void keepsWhatHasArrived();
    void survivesAKill();
    void twoEnginesFetchNothingTwice();
    void survivesAFullDisk();
    void findsAFullDiskBesideOtherTrouble();
    void keepsToTheConnections();
    void keepsToTheLimit();
    void fetchesOneAtATime();
    void holdsUpNoOtherTransfer();
    void opensNewConnections();
    void marksWhatWasProved();

private:
    [[nodiscard]] static QString name(int i)
    {
        return u"data/%1/file-%2.json"_s.arg(i % 7).arg(i, 5, 10, QLatin1Char('0'));
    }
    [[nodiscard]] static QByteArray contentOf(int i)
    {
        return "content of file " + QByteArray::number(i);
    }
    void addFiles(int count);
    //! Nothing but finished files, and nobody holds a lock.
    void checkIsTidy(bool withPartials = false);
    void checkAll(int count);

    std::unique_ptr<EngineFixture> f;
};

void SmallFilesTest::init()
{
    f = std::make_unique<EngineFixture>();
}

void SmallFilesTest::addFiles(int count)
{
    for (int i = 0; i < count; ++i)
        f->hub.addFile(name(i), contentOf(i), i % 3 == 0);
}

void SmallFilesTest::checkIsTidy(bool withPartials)
{
    const QStringList blobs = f->blobs();
    for (const QString &blob : blobs) {
        if (withPartials && blob.endsWith(".incomplete"_L1))
            continue;
        QVERIFY2(blob.size() == 40 || blob.size() == 64, qPrintable(blob));
    }
    const QDir locks(QFileInfo(f->layout().lock(f->repo(), u"x"_s)).path());
    const QStringList names = locks.entryList(QDir::Files);
    for (const QString &lockName : names) {
        FileLock lock;
        const auto locked = lock.tryLock(locks.filePath(lockName));
        QVERIFY2(locked && *locked == FileLock::State::Acquired, qPrintable(lockName));
    }
}

void SmallFilesTest::checkAll(int count)
{
    for (int i = 0; i < count; ++i) {
        const QString path = name(i);
        QCOMPARE(f->cached(path), contentOf(i));
        const QFileInfo pointer(f->layout().pointer(f->repo(), f->hub.commit(), path));
        QVERIFY2(pointer.isSymLink(), qPrintable(path));
        QCOMPARE(QFileInfo(pointer.symLinkTarget()).fileName(), f->hub.etag(path));
    }
    checkIsTidy();
}

void SmallFilesTest::bringsThousands()
{
    constexpr int kFiles = 3000;
    addFiles(kFiles);
    f->hub.addFile(u"empty.txt"_s, {});
    f->hub.addFile(u"same/a.txt"_s, "the same");
    f->hub.addFile(u"same/b.txt"_s, "the same");
    f->hub.addFile(u"mebi.bin"_s, FakeHubServer::content(1024 * 1024), true);
    qint64 bytes = 8 + 1024 * 1024;
    for (int i = 0; i < kFiles; ++i)
        bytes += contentOf(i).size();
    TransferEngine engine(f->config);
    QSignalSpy states(&engine, &TransferEngine::transferStateChanged);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 60'000);
    const Transfer transfer = *engine.transfer(id);
    QCOMPARE(transfer.filesDone, kFiles + 4);
    QCOMPARE(transfer.fetchedBytes, bytes);
    QCOMPARE(transfer.doneBytes, bytes + 8);
    QVERIFY(transfer.connections.empty());
    QCOMPARE(f->hub.count("/resolve/"), kFiles + 2); // nothing for the empty file
    QVERIFY2(states.size() <= 4, qPrintable(QString::number(states.size())));
    checkAll(kFiles);
    QVERIFY(f->isInSnapshot(u"empty.txt"_s));
    QCOMPARE(f->cached(u"same/a.txt"_s), "the same");
    QCOMPARE(f->cached(u"same/b.txt"_s), "the same");

    // Links that are gone are made again without a request.
    QVERIFY(QDir(f->layout().snapshot(f->repo(), f->hub.commit())).removeRecursively());
    f->hub.clearRequests();
    const TransferId again = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, again), Finished, 60'000);
    QCOMPARE(f->hub.count("/resolve/"), 0);
    checkAll(kFiles);
}

void SmallFilesTest::mendsTrouble_data()
{
    QTest::addColumn<QList<FakeFault>>("faults");
    const auto row = [](const char *title, const QList<FakeFault> &faults) {
        QTest::newRow(title) << faults;
    };
    row("500", {status("file-00010", 500), status("file-00050", 500)});
    row("503 of the storage", {onCdn(status("file-00030", 503, {}, 2))});
    row("expired link", {onCdn(status("file-00030", 403))});
    row("429", {status("file-00011", 429, "Retry-After: 0\r\n", 2)});
    row("cut", {fault("file-00010", Kind::Cut, 5), fault("file-00011", Kind::Cut, 0)});
    row("reset", {fault("file-00010", Kind::Reset, 0)});
    row("short", {fault("file-00010", Kind::Length), onCdn(fault("file-00060", Kind::Length))});
    row("stall", {fault("file-00010", Kind::Stall, 3), fault("file-00020", Kind::Stall, 0)});
    row("other etag", {fault("file-00010", Kind::Etag)});
    row("other linked etag", {fault("file-00030", Kind::Etag)});
    row("wrong bytes",
        {fault("file-00010", Kind::Corrupt, 2), fault("file-00011", Kind::Corrupt, 2),
         onCdn(fault("file-00090", Kind::Corrupt, 2))});
}

void SmallFilesTest::mendsTrouble()
{
    QFETCH(QList<FakeFault>, faults);
    constexpr int kFiles = 300;
    addFiles(kFiles);
    f->config.client.downloadTimeout = 400ms;
    for (const FakeFault &each : faults)
        f->hub.addFault(each);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(engine.transfer(id)->filesDone, kFiles);
    QVERIFY(engine.transfer(id)->waitReason.isEmpty());
    // The others are not fetched twice for it.
    QVERIFY2(f->hub.count("/resolve/") <= kFiles + 8,
             qPrintable(QString::number(f->hub.count("/resolve/"))));
    checkAll(kFiles);
}

void SmallFilesTest::failsAsOtherFilesDo_data()
{
    QTest::addColumn<FakeFault>("trouble");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("not found") << status("file-00010", 404, "X-Error-Code: EntryNotFound\r\n", 0)
                               << ErrorKind::NotFound;
    QTest::newRow("gated") << status("file-00010", 403, "X-Error-Code: GatedRepo\r\n", 0)
                           << ErrorKind::Gated;
    QTest::newRow("wrong bytes") << fault("file-00010", Kind::Corrupt, 2, 0)
                                 << ErrorKind::Integrity;
    QTest::newRow("keeps changing")
        << fault("file-00010", Kind::Etag, 0, 0) << ErrorKind::Integrity;
}

void SmallFilesTest::failsAsOtherFilesDo()
{
    QFETCH(FakeFault, trouble);
    QFETCH(ErrorKind, kind);
    constexpr int kFiles = 200;
    addFiles(kFiles);
    f->hub.addFault(trouble);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, kind);
    QVERIFY(errorOf(engine, id).message.contains(name(10)));
    QVERIFY(!f->isInSnapshot(name(10)));
    QVERIFY(!f->blobs().contains(f->hub.etag(name(10))));
    checkIsTidy(true);

    f->hub.clearFaults();
    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    checkAll(kFiles);
}

void SmallFilesTest::doesNotHammer()
{
    addFiles(500);
    f->hub.addFault(status("/resolve/", 429, "Retry-After: 30\r\n", 0));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(engine.transfer(id)->waitReason.contains("31 s"_L1));
    QCOMPARE(stateOf(engine, id), Running);
    // Those that were under way, and one that found out how long to wait.
    const int asked = f->hub.count("/resolve/");
    QVERIFY2(asked <= f->config.tuning.connections + 1, qPrintable(QString::number(asked)));
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    QCOMPARE(f->hub.count("/resolve/"), asked);
    checkIsTidy(true);

    f->hub.clearFaults();
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    checkAll(500);
}

void SmallFilesTest::goesOnBesideOneThatKeepsFailing()
{
    constexpr int kFiles = 300;
    addFiles(kFiles);
    f->hub.addFault(status("file-00010", 500, {}, 0));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(engine.transfer(id)->filesDone, kFiles - 1);
    QTRY_VERIFY(!engine.transfer(id)->waitReason.isEmpty());
    QCOMPARE(stateOf(engine, id), Running);
    f->hub.clearFaults();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    checkAll(kFiles);
}

void SmallFilesTest::waitsForAnotherProgram()
{
    constexpr int kFiles = 100;
    addFiles(kFiles);
    FileLock other;
    const auto locked = other.tryLock(f->layout().lock(f->repo(), f->hub.etag(name(10))));
    QVERIFY(locked && *locked == FileLock::State::Acquired);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(engine.transfer(id)->waitReason.contains("another program"_L1));
    QTRY_COMPARE(engine.transfer(id)->filesDone, kFiles - 1);
    QCOMPARE(stateOf(engine, id), Queued);
    QCOMPARE(f->hub.count("file-00010"), 0);
    other.unlock();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    checkAll(kFiles);
}

void SmallFilesTest::stopsInTheMiddle()
{
    constexpr int kFiles = 400;
    addFiles(kFiles);
    // One does not come, so it is in the middle for sure.
    f->hub.addFault(fault("file-00200", Kind::Stall, 2));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(f->hub.count("file-00200") > 0 && engine.transfer(id)->filesDone > 100);
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    QVERIFY(engine.transfer(id)->filesDone < kFiles);
    checkIsTidy();
    const int asked = f->hub.count("/resolve/");

    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    checkAll(kFiles);
    // Only what was on its way is asked for again.
    QVERIFY2(f->hub.count("/resolve/") <= kFiles + f->config.tuning.connections,
             qPrintable(u"%1 and %2"_s.arg(asked).arg(f->hub.count("/resolve/") - asked)));

    const TransferId second = engine.addDownload(f->request());
    engine.cancel(second);
    QTRY_VERIFY(isEnded(stateOf(engine, second)));
    checkIsTidy();
}

void SmallFilesTest::keepsWhatHasArrived()
{
    const QByteArray content = FakeHubServer::content(1'000'000);
    f->hub.addFile(u"a.bin"_s, content, true);
    f->hub.addFault(onCdn(fault("a.bin", Kind::Stall, 700'000)));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(engine.transfer(id)->doneBytes, 700'000);
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    QCOMPARE(engine.transfer(id)->doneBytes, 700'000);
    checkIsTidy(true);
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"a.bin"_s), content);
    QCOMPARE(engine.transfer(id)->fetchedBytes, content.size());
    QCOMPARE(f->blobs(), QStringList{f->hub.etag(u"a.bin"_s)});
}

void SmallFilesTest::survivesAKill()
{
    constexpr int kFiles = 400;
    addFiles(kFiles);
    f->hub.addFault(fault("file-00200", Kind::Stall, 2));
    QProcess helper;
    helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    helper.start(QCoreApplication::applicationDirPath() + u"/transferhelper"_s,
                 {f->hub.endpoint().toString(), f->config.cache.root(), f->config.journalFolder,
                  QLatin1StringView(FakeHubServer::kRepo)});
    QVERIFY(helper.waitForStarted());
    QTRY_VERIFY(f->hub.count("file-00200") > 0);
    QCOMPARE(::kill(static_cast<pid_t>(helper.processId()), SIGKILL), 0);
    QVERIFY(helper.waitForFinished());
    checkIsTidy(true);
    // A name stands for content that is whole.
    for (int i = 0; i < kFiles; ++i) {
        if (f->isInSnapshot(name(i)))
            QCOMPARE(f->cached(name(i)), contentOf(i));
    }

    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    const TransferId id = engine.transfers().front();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    checkAll(kFiles);
}

void SmallFilesTest::twoEnginesFetchNothingTwice()
{
    constexpr int kFiles = 600;
    addFiles(kFiles);
    EngineConfig other = f->config;
    other.journalFolder.clear();
    TransferEngine first(f->config);
    TransferEngine second(other);
    const TransferId a = first.addDownload(f->request());
    const TransferId b = second.addDownload(f->request());
    const TransferId c = second.addDownload(f->request());
    QTRY_COMPARE(stateOf(first, a), Finished);
    QTRY_COMPARE(stateOf(second, b), Finished);
    QTRY_COMPARE(stateOf(second, c), Finished);
    QCOMPARE(f->hub.count("/resolve/"), kFiles);
    checkAll(kFiles);
}

void SmallFilesTest::survivesAFullDisk()
{
    addFiles(40);
    const QByteArray content = FakeHubServer::content(900'000);
    f->hub.addFile(u"large.bin"_s, content);
    // A limit on file sizes breaks a write in the middle of a file as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 500'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto restored = qScopeGuard([&] { setrlimit(RLIMIT_FSIZE, &before); });
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::File);
    QVERIFY(errorOf(engine, id).message.contains("large.bin"_L1));
    QVERIFY(!f->isInSnapshot(u"large.bin"_s));
    QVERIFY(!f->blobs().contains(f->hub.etag(u"large.bin"_s)));
    checkIsTidy(true);

    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"large.bin"_s), content);
    checkAll(40);
}

void SmallFilesTest::findsAFullDiskBesideOtherTrouble()
{
    addFiles(40);
    f->hub.addFile(u"large.bin"_s, FakeHubServer::content(900'000));
    f->hub.addFault(status("file-00010", 500, {}, 0)); // waited for without an end
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 500'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto restored = qScopeGuard([&] { setrlimit(RLIMIT_FSIZE, &before); });
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::File);
    QVERIFY(errorOf(engine, id).message.contains("large.bin"_L1));
}

void SmallFilesTest::keepsToTheConnections()
{
    addFiles(60);
    const QByteArray large = FakeHubServer::content(20'000'000);
    f->hub.addFile(u"a-large.bin"_s, large, true);
    f->hub.addFault(fault("file-", Kind::Stall, 2, 0));
    f->hub.setPause(50); // the large one takes a while
    f->config.tuning.connections = 4;
    f->config.tuning.firstConnections = 4;
    f->config.tuning.segmentsAbove = 1'000'000;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    size_t most = 0;
    connect(&engine, &TransferEngine::transfersChanged, this,
            [&] { most = std::max(most, engine.transfer(id)->connections.size()); });
    QTRY_VERIFY(f->hub.count("file-") > 0 && f->hub.contentBytes() > 4'000'000);
    f->hub.clearFaults();
    f->hub.setPause(0);
    engine.networkChanged();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    // And one that the small ones have in any case.
    QVERIFY2(most >= 4 && most <= 5, qPrintable(QString::number(most)));
    QCOMPARE(f->cached(u"a-large.bin"_s), large);
    checkAll(60);
}

void SmallFilesTest::keepsToTheLimit()
{
    constexpr qint64 kRate = 300'000; // bytes/s
    constexpr int kFiles = 100;
    constexpr qint64 kSize = 9'000; // bytes
    for (int i = 0; i < kFiles; ++i)
        f->hub.addFile(name(i), FakeHubServer::content(kSize, static_cast<quint32>(i)));
    f->config.downloadLimit = kRate;
    TransferEngine engine(f->config);
    QElapsedTimer clock;
    connect(&engine, &TransferEngine::transferStateChanged, this,
            [&](TransferId, TransferState state) {
                if (state == Running && !clock.isValid())
                    clock.start();
            });
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    const double seconds = static_cast<double>(kFiles * kSize) / kRate;
    QVERIFY2(static_cast<double>(clock.elapsed()) >= 950 * seconds,
             qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(engine.transfer(id)->filesDone, kFiles);
}

void SmallFilesTest::fetchesOneAtATime()
{
    constexpr int kFiles = 60;
    addFiles(kFiles);
    f->config.parallelFiles = 1;
    f->config.client.downloadTimeout = 300ms;
    for (const QByteArray each : {"file-00010", "file-00020", "file-00040"})
        f->hub.addFault(fault(each, Kind::Stall, 2));
    TransferEngine engine(f->config);
    qsizetype most = 0;
    const TransferId id = engine.addDownload(f->request());
    connect(&engine, &TransferEngine::transfersChanged, this, [&] {
        const Transfer transfer = *engine.transfer(id);
        most = std::max<qsizetype>(
            most, std::ranges::count(transfer.files, Running, &TransferFile::state));
        most = std::max(most, static_cast<qsizetype>(transfer.connections.size()));
    });
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(most, 1);
    checkAll(kFiles);
}

void SmallFilesTest::holdsUpNoOtherTransfer()
{
    constexpr int kFiles = 500;
    f->config.parallelFiles = 2;
    QStringList names;
    for (int i = 0; i < kFiles; ++i) {
        names << name(i);
        f->hub.addFile(name(i), FakeHubServer::content(5'000, static_cast<quint32>(i)));
    }
    const QByteArray large = FakeHubServer::content(1'500'000);
    f->hub.addFile(u"large.bin"_s, large, true);
    TransferEngine engine(f->config);
    const TransferId many = engine.addDownload(f->request(names));
    engine.setRateLimit(many, 500'000); // keeps all the slots that it may have for five seconds
    QTRY_VERIFY(engine.transfer(many)->connections.size() > 2);
    const TransferId one = engine.addDownload(f->request({u"large.bin"_s}));
    QTRY_COMPARE(stateOf(engine, one), Finished);
    QVERIFY(engine.transfer(many)->filesDone < kFiles);
    engine.setRateLimit(many, 0);
    QTRY_COMPARE(stateOf(engine, many), Finished);
}

void SmallFilesTest::opensNewConnections()
{
    addFiles(10);
    for (int i = 0; i < 10; ++i) {
        FakeFault stall = fault(name(i).toUtf8(), Kind::Stall, 3);
        stall.cdn = i % 3 == 0;
        f->hub.addFault(stall);
    }
    TransferEngine engine(f->config); // would wait for ten seconds
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(engine.transfer(id)->connections.size(), 10u);
    QElapsedTimer clock;
    clock.start();
    engine.networkChanged();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
    checkAll(10);
}

void SmallFilesTest::marksWhatWasProved()
{
    addFiles(100);
    f->config.marksFolder = f->folder.filePath(u"marks"_s);
    {
        TransferEngine engine(f->config);
        const TransferId id = engine.addDownload(f->request());
        QTRY_COMPARE(stateOf(engine, id), Finished);
    }
    VerifiedMarks marks(f->config.marksFolder);
    for (int i = 0; i < 100; ++i) {
        const QString etag = f->hub.etag(name(i));
        const auto mark = marks.lookup(f->layout().blob(f->repo(), etag));
        QVERIFY2(mark && mark->etag == etag, qPrintable(name(i)));
    }
}

QTEST_GUILESS_MAIN(SmallFilesTest)
#include "tst_smallfiles.moc"
