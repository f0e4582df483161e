// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/transfer/enginefixture.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using enum TransferState;

//! A cache of several folders: which one a download goes to, and what it takes from the others.
class TransferPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyTypeGoesToItsFolder();
    void fetchesNothingThatIsElsewhere_data();
    void fetchesNothingThatIsElsewhere();
    void copiesFromAnotherDisk();
    void takesNothingDamaged();
    void servesFromElsewhereWithoutAHub();
    void folderTakesFromElsewhere();
    void staysInItsFolder();
    void staysInItsFolderOverARestart();
    void cancelsWhereItBeganAndRetriesWhereItBelongs();
    void leavesAFolderThatCannotBeUsed();
    void goesWhereItIsTold();

private:
    [[nodiscard]] QString at(const QString &name) const { return f->folder.filePath(name); }
    [[nodiscard]] QByteArray cached(const QString &root, const QString &path,
                                    RepoType type = RepoType::Model) const
    {
        return contentOf(CacheLayout(root).pointer({type, f->repo().id}, f->hub.commit(), path));
    }
    //! Downloads all of it into \a root, with an engine of its own.
    void fill(const QString &root) const
    {
        EngineConfig config = f->config;
        config.cache = root;
        config.journalFolder.clear();
        TransferEngine engine(config);
        const TransferId id = engine.addDownload(f->request());
        QTRY_COMPARE(stateOf(engine, id), Finished);
        f->hub.clearRequests();
    }
    //! The large file stops in its middle.
    TransferId startStalled(TransferEngine &engine) const
    {
        f->hub.clearFaults();
        FakeFault stall;
        stall.match = "model.bin";
        stall.kind = FakeFault::Kind::Stall;
        stall.at = 3'000'000;
        stall.cdn = true;
        f->hub.addFault(stall);
        const TransferId id = engine.addDownload(f->request({u"model.bin"_s}));
        const bool isStalled =
            QTest::qWaitFor([&] { return engine.transfer(id)->doneBytes >= 1'000'000; });
        return isStalled ? id : 0;
    }

    std::unique_ptr<EngineFixture> f;
    const QByteArray m_large = FakeHubServer::content(6'000'000, 5);
};

void TransferPlacesTest::init()
{
    f = std::make_unique<EngineFixture>();
    f->hub.addFile(u"config.json"_s, "{}");
    f->hub.addFile(u"model.bin"_s, m_large, true);
    f->config.cache.setFolder(RepoType::Model, at(u"models"_s));
}

void TransferPlacesTest::everyTypeGoesToItsFolder()
{
    f->config.cache.setFolder(RepoType::Dataset, at(u"datasets"_s));
    TransferEngine engine(f->config);
    const TransferId model = engine.addDownload(f->request());
    DownloadRequest request = f->request();
    request.repo.type = RepoType::Dataset;
    const TransferId dataset = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, model), Finished);
    QTRY_COMPARE(stateOf(engine, dataset), Finished);
    QCOMPARE(cached(at(u"models"_s), u"model.bin"_s), m_large);
    QCOMPARE(cached(at(u"datasets"_s), u"model.bin"_s, RepoType::Dataset), m_large);
    QCOMPARE(QDir(at(u"models"_s)).entryList({u"datasets--*"_s}), QStringList());
    QCOMPARE(QDir(at(u"datasets"_s)).entryList({u"models--*"_s}), QStringList());
    QVERIFY(!QFileInfo::exists(f->config.cache.root()));
    QCOMPARE(engine.transfer(model)->cacheRoot, at(u"models"_s));
    QVERIFY(engine.transfer(dataset)->resultPath.startsWith(at(u"datasets"_s)));
}

void TransferPlacesTest::fetchesNothingThatIsElsewhere_data()
{
    QTest::addColumn<bool>("asDataset");
    QTest::newRow("the same repo") << false;
    QTest::newRow("another repo") << true;
}

void TransferPlacesTest::fetchesNothingThatIsElsewhere()
{
    QFETCH(bool, asDataset);
    fill(f->config.cache.root()); // as it was before models had a folder
    if (asDataset) {
        const QString old = f->layout().repoFolder(f->repo());
        QVERIFY(QFile::rename(old, QString(old).replace(u"models--"_s, u"datasets--"_s)));
    }
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(cached(at(u"models"_s), u"model.bin"_s), m_large);
    QCOMPARE(cached(at(u"models"_s), u"config.json"_s), "{}");
    // Of another repo only what is large is worth a look.
    QCOMPARE(f->hub.fetchedPaths().size(), asDataset ? 1 : 0);
    QCOMPARE(f->hub.contentBytes(), asDataset ? 2 : 0);
    if (!asDataset) // it stays where it is
        QCOMPARE(cached(f->config.cache.root(), u"model.bin"_s), m_large);
}

void TransferPlacesTest::copiesFromAnotherDisk()
{
    // The one that is surely another disk, where there is one.
    const QString memory = u"/dev/shm"_s;
    const QTemporaryDir other((QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
                              + "/hubdesk-XXXXXX"_L1);
    QVERIFY(other.isValid());
    fill(f->config.cache.root());
    f->config.cache.setFolder(RepoType::Model, other.path());
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(cached(other.path(), u"model.bin"_s), m_large);
    QCOMPARE(f->hub.contentBytes(), 0);
    const QDir blobs(CacheLayout(other.path()).blobsFolder(f->repo()));
    QCOMPARE(blobs.entryList(QDir::Files | QDir::Hidden).size(), 2); // nothing is left beside them
}

void TransferPlacesTest::takesNothingDamaged()
{
    fill(f->config.cache.root());
    QFile blob(f->layout().blob(f->repo(), f->hub.etag(u"model.bin"_s)));
    QVERIFY(blob.open(QIODevice::ReadWrite));
    QVERIFY(blob.write("damaged") == 7);
    blob.close();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(cached(at(u"models"_s), u"model.bin"_s), m_large);
    QCOMPARE(f->hub.contentBytes(), m_large.size());
}

void TransferPlacesTest::servesFromElsewhereWithoutAHub()
{
    fill(f->config.cache.root());
    EngineConfig config = f->config;
    config.client.offline = true;
    TransferEngine engine(config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(engine.transfer(id)->fromCache);
    QVERIFY(engine.transfer(id)->resultPath.startsWith(f->config.cache.root()));
}

void TransferPlacesTest::folderTakesFromElsewhere()
{
    fill(f->config.cache.root());
    TransferEngine engine(f->config);
    DownloadRequest request = f->request();
    request.localFolder = at(u"folder"_s);
    const TransferId id = engine.addDownload(request);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(contentOf(at(u"folder/model.bin"_s)), m_large);
    QCOMPARE(f->hub.contentBytes(), 0);
}

void TransferPlacesTest::staysInItsFolder()
{
    TransferEngine engine(f->config);
    const TransferId id = startStalled(engine);
    QVERIFY(id);
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    EngineConfig changed = f->config;
    changed.cache.setFolder(RepoType::Model, at(u"new"_s));
    engine.setConfig(changed);
    f->hub.clearFaults();
    f->hub.clearRequests();
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(cached(at(u"models"_s), u"model.bin"_s), m_large);
    QVERIFY(f->hub.contentBytes() < m_large.size()); // it went on
    QVERIFY(!QFileInfo::exists(at(u"new"_s)));
}

void TransferPlacesTest::staysInItsFolderOverARestart()
{
    {
        TransferEngine engine(f->config);
        const TransferId id = startStalled(engine);
        QVERIFY(id);
        engine.pause(id);
        QTRY_COMPARE(stateOf(engine, id), Paused);
    }
    f->hub.clearFaults();
    f->config.cache.setFolder(RepoType::Model, at(u"new"_s));
    TransferEngine engine(f->config);
    QVERIFY(restore(engine));
    QCOMPARE(engine.transfers().size(), 1U);
    const TransferId id = engine.transfers().front();
    QCOMPARE(engine.transfer(id)->cacheRoot, at(u"models"_s));
    engine.resume(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(cached(at(u"models"_s), u"model.bin"_s), m_large);
    QVERIFY(!QFileInfo::exists(at(u"new"_s)));
}

void TransferPlacesTest::cancelsWhereItBeganAndRetriesWhereItBelongs()
{
    TransferEngine engine(f->config);
    const TransferId id = startStalled(engine);
    QVERIFY(id);
    const QDir blobs(CacheLayout(at(u"models"_s)).blobsFolder(f->repo()));
    QVERIFY(!blobs.entryList(QDir::Files | QDir::Hidden).isEmpty());
    EngineConfig changed = f->config;
    changed.cache.setFolder(RepoType::Model, at(u"new"_s));
    engine.setConfig(changed);
    engine.cancel(id);
    QTRY_COMPARE(stateOf(engine, id), Canceled);
    QCOMPARE(blobs.entryList(QDir::Files | QDir::Hidden), QStringList());
    f->hub.clearFaults();
    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(cached(at(u"new"_s), u"model.bin"_s), m_large);
}

void TransferPlacesTest::leavesAFolderThatCannotBeUsed()
{
    QFile file(at(u"models"_s)); // where a folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::File);
    EngineConfig changed = f->config;
    changed.cache.setFolder(RepoType::Model, at(u"new"_s));
    engine.setConfig(changed);
    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(cached(at(u"new"_s), u"model.bin"_s), m_large);
}

void TransferPlacesTest::goesWhereItIsTold()
{
    TransferEngine engine(f->config);
    TransferOptions options;
    options.cacheRoot = f->config.cache.root();
    const TransferId id = engine.addDownload(f->request(), options);
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(cached(f->config.cache.root(), u"model.bin"_s), m_large);
    QVERIFY(!QFileInfo::exists(at(u"models"_s)));
}

QTEST_GUILESS_MAIN(TransferPlacesTest)

#include "tst_transferplaces.moc"
