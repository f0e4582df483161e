// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferengine.h"
#include "tests/core/transfer/enginefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using enum hubdesk::TransferState;

//! Downloads that go as they should, and the orders of the user.
class TransferEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void downloadsOneFile();
    void downloadsASnapshot();
    void downloadsLfsWithoutTokenOnTheSecondPort();
    void fetchesNothingTwice();
    void servesACacheThatCannotBeWritten();
    void fetchesSameContentOnce();
    void makesEmptyFilesWithoutRequest();
    void filtersByPatterns();
    void walksAllPagesOfTheTree();
    void fetchesManySmallFiles();
    void forcesASecondFetch();
    void worksWithoutLinks();
    void refusesWrongRequests();
    void remembersMissingFiles();
    void failsForMissingRevision();
    void fallsBackToTheCache();
    void summarizesWithoutFiles();
    void announcesProgressRarely();
};

void TransferEngineTest::downloadsOneFile()
{
    EngineFixture f;
    const QByteArray content = FakeHubServer::content(100'000);
    f.hub.addFile(u"config.json"_s, content);
    f.hub.addFile(u"other.json"_s, "other");
    TransferEngine engine(f.config);
    QSignalSpy added(&engine, &TransferEngine::transferAdded);
    QSignalSpy states(&engine, &TransferEngine::transferStateChanged);
    QSignalSpy cache(&engine, &TransferEngine::cacheChanged);

    const TransferId id = engine.addDownload(f.request({u"config.json"_s}));
    QCOMPARE(added.size(), 1);
    QVERIFY(!engine.isIdle());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f.cached(u"config.json"_s), content);
    QVERIFY(!f.isInSnapshot(u"other.json"_s));

    const Transfer transfer = *engine.transfer(id);
    QCOMPARE(transfer.commit, f.hub.commit());
    QCOMPARE(transfer.totalBytes, content.size());
    QCOMPARE(transfer.doneBytes, content.size());
    QCOMPARE(transfer.fetchedBytes, content.size());
    QCOMPARE(transfer.filesDone, 1);
    QCOMPARE(transfer.resultPath, f.layout().pointer(f.repo(), f.hub.commit(), u"config.json"_s));
    QVERIFY(transfer.finishedAt.isValid());
    QVERIFY(!transfer.error);
    QVERIFY(engine.isIdle());
    QCOMPARE(cache.size(), 1);
    QCOMPARE(states.last().at(1).value<TransferState>(), Finished);

    QFile ref(f.layout().ref(f.repo(), u"main"_s));
    QVERIFY(ref.open(QIODevice::ReadOnly));
    QCOMPARE(ref.readAll(), f.hub.commit().toLatin1());
    QCOMPARE(f.blobs(), QStringList{f.hub.etag(u"config.json"_s)});
    const QFileInfo pointer(transfer.resultPath);
    QVERIFY(pointer.isSymLink());
    QCOMPARE(QFileInfo(pointer.symLinkTarget()).fileName(), f.hub.etag(u"config.json"_s));
}

void TransferEngineTest::downloadsASnapshot()
{
    EngineFixture f;
    f.hub.addFile(u"README.md"_s, "# hello");
    f.hub.addFile(u"a/b/deep.txt"_s, "deep");
    f.hub.addFile(u"odd \u6a21\u578b 🤗.bin"_s, "odd");
    f.hub.addFile(u"model.safetensors"_s, FakeHubServer::content(3'000'000), true);
    TransferEngine engine(f.config);
    const TransferId id = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f.cached(u"README.md"_s), "# hello");
    QCOMPARE(f.cached(u"a/b/deep.txt"_s), "deep");
    QCOMPARE(f.cached(u"odd \u6a21\u578b 🤗.bin"_s), "odd");
    QCOMPARE(f.cached(u"model.safetensors"_s), FakeHubServer::content(3'000'000));
    QCOMPARE(engine.transfer(id)->resultPath, f.layout().snapshot(f.repo(), f.hub.commit()));
    QCOMPARE(engine.transfer(id)->filesTotal, 4);
    // One listing, no question per file.
    QCOMPARE(f.hub.count("/api/"), 2);
    QCOMPARE(f.hub.count("/resolve/"), 4);
    QVERIFY(QDir(f.config.cache.root()).entryList({u"CACHEDIR.TAG"_s}).isEmpty());
}

void TransferEngineTest::downloadsLfsWithoutTokenOnTheSecondPort()
{
    EngineFixture f;
    const QByteArray content = FakeHubServer::content(2'000'000);
    f.hub.addFile(u"model.bin"_s, content, true);
    TransferEngine engine(f.config);
    const TransferId id = engine.addDownload(f.request({u"model.bin"_s}));
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f.cached(u"model.bin"_s), content);
    int onCdn = 0;
    for (const FakeRequest &request : f.hub.requests()) {
        QCOMPARE(request.authorization, !request.cdn);
        onCdn += request.cdn ? 1 : 0;
    }
    QCOMPARE(onCdn, 1);
}

void TransferEngineTest::fetchesNothingTwice()
{
    EngineFixture f;
    f.hub.addFile(u"a.txt"_s, "a");
    f.hub.addFile(u"b.bin"_s, FakeHubServer::content(10'000), true);
    TransferEngine engine(f.config);
    const TransferId first = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, first), Finished);
    f.hub.clearRequests();

    const TransferId second = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, second), Finished);
    QCOMPARE(f.hub.count("/resolve/"), 0);
    QCOMPARE(engine.transfer(second)->fetchedBytes, 0);
    QCOMPARE(engine.transfer(second)->doneBytes, engine.transfer(second)->totalBytes);
    QVERIFY(engine.transfer(second)->files.front().wasCached);

    // A commit cannot change: not even a question.
    f.hub.clearRequests();
    DownloadRequest byCommit = f.request({u"a.txt"_s});
    byCommit.revision = f.hub.commit();
    const TransferId third = engine.addDownload(byCommit);
    QTRY_COMPARE(stateOf(engine, third), Finished);
    QCOMPARE(f.hub.requests().size(), 0u);

    // The link is gone, the blob is not.
    QVERIFY(QFile::remove(f.layout().pointer(f.repo(), f.hub.commit(), u"a.txt"_s)));
    const TransferId fourth = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, fourth), Finished);
    QCOMPARE(f.cached(u"a.txt"_s), "a");
    QCOMPARE(f.hub.count("/resolve/"), 0);
}

void TransferEngineTest::servesACacheThatCannotBeWritten()
{
    EngineFixture f;
    f.hub.addFile(u"config.json"_s, "{}");
    TransferEngine engine(f.config);
    const TransferId first = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, first), Finished);
    // Permissions do not stop root: a folder in the place of the ref does.
    const QString ref = f.layout().ref(f.repo(), u"main"_s);
    QVERIFY(QFile::remove(ref));
    QVERIFY(QDir().mkpath(ref + u"/x"_s));
    const TransferId second = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, second), Finished);

    // Without all the files the ref matters.
    f.hub.addFile(u"new.json"_s, "{}{}");
    const TransferId third = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, third), Failed);
    QCOMPARE(errorOf(engine, third).kind, ErrorKind::File);
}

void TransferEngineTest::fetchesSameContentOnce()
{
    EngineFixture f;
    const QByteArray content = FakeHubServer::content(50'000);
    f.hub.addFile(u"one.bin"_s, content);
    f.hub.addFile(u"sub/two.bin"_s, content);
    TransferEngine engine(f.config);
    const TransferId id = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f.hub.count("/resolve/"), 1);
    QCOMPARE(f.cached(u"one.bin"_s), content);
    QCOMPARE(f.cached(u"sub/two.bin"_s), content);
    QCOMPARE(engine.transfer(id)->doneBytes, 2 * content.size());
}

void TransferEngineTest::makesEmptyFilesWithoutRequest()
{
    EngineFixture f;
    f.hub.addFile(u"__init__.py"_s, "");
    TransferEngine engine(f.config);
    const TransferId id = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(f.isInSnapshot(u"__init__.py"_s));
    QCOMPARE(f.hub.count("/resolve/"), 0);
    QCOMPARE(f.blobs(), QStringList{u"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"_s});
}

void TransferEngineTest::filtersByPatterns()
{
    EngineFixture f;
    for (const QString &name : {u"a.json"_s, u"b.bin"_s, u"onnx/c.json"_s, u"onnx/d.txt"_s})
        f.hub.addFile(name, name.toUtf8());
    TransferEngine engine(f.config);
    DownloadRequest request = f.request();
    request.allow = QStringList{u"*.json"_s, u"*.txt"_s};
    request.ignore = {u"onnx/c*"_s};
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(f.isInSnapshot(u"a.json"_s));
    QVERIFY(f.isInSnapshot(u"onnx/d.txt"_s));
    QVERIFY(!f.isInSnapshot(u"b.bin"_s));
    QVERIFY(!f.isInSnapshot(u"onnx/c.json"_s));

    request.allow = QStringList{};
    const TransferId none = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, none), Finished);
    QCOMPARE(engine.transfer(none)->filesTotal, 0);
}

void TransferEngineTest::walksAllPagesOfTheTree()
{
    EngineFixture f;
    f.hub.setPageSize(7);
    for (int i = 0; i < 30; ++i)
        f.hub.addFile(u"file-%1.txt"_s.arg(i), QByteArray::number(i));
    TransferEngine engine(f.config);
    const TransferId id = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(engine.transfer(id)->filesDone, 30);
    QCOMPARE(f.hub.count("/tree/"), 5);
}

void TransferEngineTest::fetchesManySmallFiles()
{
    EngineFixture f;
    constexpr int kFiles = 2000;
    for (int i = 0; i < kFiles; ++i)
        f.hub.addFile(u"data/part-%1/file-%2.txt"_s.arg(i % 20).arg(i),
                      "content of " + QByteArray::number(i));
    TransferEngine engine(f.config);
    QSignalSpy states(&engine, &TransferEngine::transferStateChanged);
    const TransferId id = engine.addDownload(f.request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 60'000);
    QCOMPARE(engine.transfer(id)->filesDone, kFiles);
    QCOMPARE(f.hub.count("/resolve/"), kFiles);
    QCOMPARE(f.hub.count("/api/"), 3);
    QCOMPARE(f.cached(u"data/part-7/file-1987.txt"_s), "content of 1987");
    QVERIFY2(states.size() < 20, qPrintable(QString::number(states.size())));
}

void TransferEngineTest::forcesASecondFetch()
{
    EngineFixture f;
    const QByteArray content = FakeHubServer::content(20'000);
    f.hub.addFile(u"a.bin"_s, content);
    TransferEngine engine(f.config);
    const TransferId first = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, first), Finished);
    // Damage from outside that a size does not show.
    QFile blob(f.layout().blob(f.repo(), f.hub.etag(u"a.bin"_s)));
    QVERIFY(blob.open(QIODevice::ReadWrite));
    QVERIFY(blob.write("damaged") == 7);
    blob.close();

    DownloadRequest request = f.request();
    request.force = true;
    const TransferId second = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, second), Finished);
    QCOMPARE(f.cached(u"a.bin"_s), content);
    QCOMPARE(engine.transfer(second)->fetchedBytes, content.size());
}

void TransferEngineTest::worksWithoutLinks()
{
    EngineFixture f;
    f.config.symlinksDisabled = true;
    f.hub.addFile(u"a.txt"_s, "same");
    f.hub.addFile(u"b/c.txt"_s, "same");
    TransferEngine engine(f.config);
    const TransferId id = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f.cached(u"a.txt"_s), "same");
    QCOMPARE(f.cached(u"b/c.txt"_s), "same");
    QVERIFY(!QFileInfo(f.layout().pointer(f.repo(), f.hub.commit(), u"a.txt"_s)).isSymLink());
    QCOMPARE(f.blobs(), QStringList{});
}

void TransferEngineTest::refusesWrongRequests()
{
    EngineFixture f;
    TransferEngine engine(f.config);
    QSignalSpy states(&engine, &TransferEngine::transferStateChanged);
    DownloadRequest request = f.request();
    request.repo.id = u"not//a repo"_s;
    const TransferId id = engine.addDownload(request);
    QCOMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::Invalid);
    QTRY_COMPARE(states.size(), 1);
    const TransferId path = engine.addDownload(f.request({u"../../etc/passwd"_s}));
    QCOMPARE(stateOf(engine, path), Failed);
    QCOMPARE(f.hub.requests().size(), 0u);
    engine.remove(id);
    QVERIFY(!engine.transfer(id));
}

void TransferEngineTest::remembersMissingFiles()
{
    EngineFixture f;
    f.hub.addFile(u"there.txt"_s, "there");
    TransferEngine engine(f.config);
    const TransferId id = engine.addDownload(f.request({u"there.txt"_s, u"sub/gone.txt"_s}));
    QTRY_COMPARE(stateOf(engine, id), Failed);
    const Error error = errorOf(engine, id);
    QVERIFY(error.isEntryNotFound());
    QVERIFY2(error.message.contains("sub/gone.txt"_L1), qPrintable(error.message));
    QVERIFY(QFileInfo::exists(f.layout().noExist(f.repo(), f.hub.commit(), u"sub/gone.txt"_s)));
    QVERIFY(QFileInfo::exists(f.layout().snapshot(f.repo(), f.hub.commit())));
}

void TransferEngineTest::failsForMissingRevision()
{
    EngineFixture f;
    TransferEngine engine(f.config);
    DownloadRequest request = f.request();
    request.revision = u"nowhere"_s;
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QVERIFY(errorOf(engine, id).isRevisionNotFound());
    QVERIFY(!QFileInfo::exists(f.layout().repoFolder(f.repo())));
}

void TransferEngineTest::fallsBackToTheCache()
{
    EngineFixture f;
    f.hub.addFile(u"a.txt"_s, "a");
    {
        TransferEngine engine(f.config);
        const TransferId id = engine.addDownload(f.request());
        QTRY_COMPARE(stateOf(engine, id), Finished);
    }
    f.hub.clearRequests();
    f.config.client.offline = true;
    f.config.journalFolder.clear();
    TransferEngine engine(f.config);
    const TransferId all = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, all), Finished);
    QVERIFY(engine.transfer(all)->fromCache);
    QCOMPARE(engine.transfer(all)->files.size(), 1u);
    const TransferId one = engine.addDownload(f.request({u"a.txt"_s}));
    QTRY_COMPARE(stateOf(engine, one), Finished);
    const TransferId other = engine.addDownload(f.request({u"b.txt"_s}));
    QTRY_COMPARE(stateOf(engine, other), Failed);
    QCOMPARE(errorOf(engine, other).kind, ErrorKind::Offline);
    QCOMPARE(f.hub.requests().size(), 0u);
}

void TransferEngineTest::summarizesWithoutFiles()
{
    EngineFixture f;
    f.hub.addFile(u"a.txt"_s, "a");
    f.hub.addFile(u"b.bin"_s, FakeHubServer::content(3'000'000));
    FakeFault stall;
    stall.match = "b.bin";
    stall.kind = FakeFault::Kind::Stall;
    stall.at = 1'000'000;
    f.hub.addFault(stall);
    TransferEngine engine(f.config);
    const TransferId id = engine.addDownload(f.request());
    // The last bytes before the silence too.
    QTRY_COMPARE(engine.summary(id)->doneBytes, 1'000'001);
    QCOMPARE(engine.summary(id)->filesDone, 1);
    QCOMPARE(engine.summary(id)->filesTotal, 2);
    QVERIFY(engine.summary(id)->files.empty());
    QCOMPARE(engine.transfer(id)->files.at(1).received, 1'000'000);
    engine.networkChanged();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(engine.summary(id)->doneBytes, 3'000'001);
    QCOMPARE(engine.summary(id)->filesDone, 2);
    QVERIFY(!engine.summary(id + 1));
}

void TransferEngineTest::announcesProgressRarely()
{
    EngineFixture f;
    f.hub.addFile(u"a.bin"_s, FakeHubServer::content(64'000'000), true);
    f.hub.addFile(u"b.bin"_s, FakeHubServer::content(64'000'000, 2), true);
    TransferEngine engine(f.config);
    std::vector<qint64> times;
    QElapsedTimer clock;
    clock.start();
    connect(&engine, &TransferEngine::transfersChanged, this,
            [&] { times.push_back(clock.elapsed()); });
    engine.addDownload(f.request({u"a.bin"_s}));
    engine.addDownload(f.request({u"b.bin"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(engine.isIdle(), 30'000);
    for (size_t i = 10; i < times.size(); ++i)
        QVERIFY(times[i] - times[i - 10] >= 1000);
}

QTEST_GUILESS_MAIN(TransferEngineTest)
#include "tst_transferengine.moc"
