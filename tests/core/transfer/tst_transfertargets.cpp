// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/verifiedmarks.h"
#include "tests/core/transfer/enginefixture.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using enum TransferState;

//! Where the engine puts files besides the cache, and what it notes about them.
class TransferTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folderGetsFilesAndNoCache();
    void folderTakesWhatTheCacheHas();
    void folderWithSegments();
    void cancelRemovesPartialOfAFolder();
    void archiveHasEverything();
    void archiveOfABrokenDownloadIsNotThere();
    void marksWhatWasProved();

private:
    std::unique_ptr<EngineFixture> f;
    QString m_folder;
    const QByteArray m_large = FakeHubServer::content(20 * 1024 * 1024, 5);
};

void TransferTargetsTest::init()
{
    f = std::make_unique<EngineFixture>();
    m_folder = f->folder.filePath(u"folder"_s);
    f->hub.addFile(u"config.json"_s, "{}");
    f->hub.addFile(u"sub/model.bin"_s, m_large, true);
}

void TransferTargetsTest::folderGetsFilesAndNoCache()
{
    TransferEngine engine(f->config);
    DownloadRequest request = f->request();
    request.localFolder = m_folder;
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(contentOf(m_folder + u"/config.json"_s), "{}");
    QCOMPARE(contentOf(m_folder + u"/sub/model.bin"_s), m_large);
    QCOMPARE(engine.transfer(id)->resultPath, m_folder);
    QCOMPARE(f->blobs(), QStringList{});
    QVERIFY(contentOf(m_folder + u"/.cache/huggingface/download/config.json.metadata"_s)
                .startsWith(f->hub.commit().toLatin1()));
    const auto partials = QDir(m_folder + u"/.cache/huggingface/download/sub"_s)
                              .entryList({u"*.incomplete"_s, u"*.ranges"_s});
    QCOMPARE(partials, QStringList{});
    // Once more: nothing is fetched.
    f->hub.clearRequests();
    const TransferId again = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, again), Finished);
    QCOMPARE(f->hub.contentBytes(), 0);
}

void TransferTargetsTest::folderTakesWhatTheCacheHas()
{
    TransferEngine engine(f->config);
    const TransferId cached = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, cached), Finished);
    f->hub.clearRequests();
    DownloadRequest request = f->request();
    request.localFolder = m_folder;
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(contentOf(m_folder + u"/sub/model.bin"_s), m_large);
    QCOMPARE(f->hub.contentBytes(), 0);
}

void TransferTargetsTest::folderWithSegments()
{
    f->config.tuning.segmentsAbove = 1024 * 1024;
    f->config.tuning.firstConnections = 3;
    // Another repo of the cache has it too: the folder must get it all the same.
    const RepoId other{RepoType::Model, u"somebody/else"_s};
    QVERIFY(QDir().mkpath(f->layout().blobsFolder(other)));
    QFile blob(f->layout().blob(other, f->hub.etag(u"sub/model.bin"_s)));
    QVERIFY(blob.open(QIODevice::WriteOnly));
    QVERIFY(blob.write(m_large) == m_large.size());
    blob.close();
    TransferEngine engine(f->config);
    DownloadRequest request = f->request({u"sub/model.bin"_s});
    request.localFolder = m_folder;
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(contentOf(m_folder + u"/sub/model.bin"_s), m_large);
}

void TransferTargetsTest::cancelRemovesPartialOfAFolder()
{
    FakeFault stall;
    stall.match = "model.bin";
    stall.kind = FakeFault::Kind::Stall;
    stall.at = 2'000'000;
    stall.cdn = true;
    f->hub.addFault(stall);
    TransferEngine engine(f->config);
    DownloadRequest request = f->request({u"sub/model.bin"_s});
    request.localFolder = m_folder;
    const TransferId id = engine.addDownload(request);
    const auto partials = [this] {
        return QDir(m_folder + u"/.cache/huggingface/download/sub"_s)
            .entryList({u"*.incomplete"_s, u"*.ranges"_s});
    };
    QTRY_VERIFY(!partials().isEmpty() && engine.transfer(id)->doneBytes > 0);
    engine.cancel(id);
    QTRY_COMPARE(stateOf(engine, id), Canceled);
    QCOMPARE(partials(), QStringList{});
}

void TransferTargetsTest::archiveHasEverything()
{
    TransferEngine engine(f->config);
    DownloadRequest request = f->request();
    request.archive = f->folder.filePath(u"out.zip"_s);
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(engine.transfer(id)->resultPath, request.archive);
    // Python is an independent witness.
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import sys, zipfile, hashlib\n"
                  "z = zipfile.ZipFile(sys.argv[1])\n"
                  "print(z.testzip(), *sorted(z.namelist()),"
                  " hashlib.sha256(z.read('sub/model.bin')).hexdigest())"_s,
                  request.archive});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardOutput().trimmed(),
             "None config.json sub/model.bin " + f->hub.etag(u"sub/model.bin"_s).toLatin1());

    // What is cached already is packed as well.
    request.archive = f->folder.filePath(u"again.tar.zst"_s);
    const TransferId again = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, again), Finished);
    QVERIFY(QFileInfo(request.archive).size() > 0);
}

void TransferTargetsTest::archiveOfABrokenDownloadIsNotThere()
{
    FakeFault refused;
    refused.match = "/resolve/";
    refused.status = 403;
    refused.times = 0;
    f->hub.addFault(refused);
    TransferEngine engine(f->config);
    DownloadRequest request = f->request();
    request.archive = f->folder.filePath(u"out.zip"_s);
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(QDir(f->folder.path()).entryList({u"*out.zip*"_s}, QDir::Files | QDir::Hidden),
             QStringList{});

    // A place where nothing can be written.
    f->hub.clearFaults();
    request.archive = f->folder.filePath(u"hub/models--tester--model/refs/main/out.zip"_s);
    const TransferId nowhere = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, nowhere), Failed);
    QCOMPARE(errorOf(engine, nowhere).kind, ErrorKind::File);
}

void TransferTargetsTest::marksWhatWasProved()
{
    f->config.marksFolder = f->folder.filePath(u"marks"_s);
    const QString blob = f->layout().blob(f->repo(), f->hub.etag(u"sub/model.bin"_s));
    {
        TransferEngine engine(f->config);
        const TransferId id = engine.addDownload(f->request());
        QTRY_COMPARE(stateOf(engine, id), Finished);
        QVERIFY(engine.transfer(id)->verifiedAt.isValid());
        const TransferId cached = engine.addDownload(f->request());
        QTRY_COMPARE(stateOf(engine, cached), Finished);
        QVERIFY(
            !engine.transfer(cached)->verifiedAt.isValid()); // it only looked at names and sizes
    }
    VerifiedMarks marks(f->config.marksFolder);
    const auto mark = marks.lookup(blob);
    QVERIFY(mark);
    QCOMPARE(mark->etag, f->hub.etag(u"sub/model.bin"_s));
}

QTEST_GUILESS_MAIN(TransferTargetsTest)

#include "tst_transfertargets.moc"
