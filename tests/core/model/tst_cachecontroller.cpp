// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachecontroller.h"
#include "tests/support/samplecache.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using State = CacheController::State;

class TestCacheController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scans()
    {
        CacheController controller(
            [] { return u"/data/hub"_s; },
            [](const QString &root, const std::atomic_bool *) -> Result<CacheScan> {
                CacheScan scan = sampleScan();
                scan.root = root;
                scan.warnings = {u"Repo path is not a directory: /data/hub/x"_s};
                return scan;
            });
        QCOMPARE(controller.state(), State::Idle);
        controller.rescan();
        QCOMPARE(controller.state(), State::Scanning);
        QTRY_COMPARE(controller.state(), State::Ready);
        QCOMPARE(controller.model()->rowCount(), 4);
        QCOMPARE(controller.totalSize(), sampleScan().size);
        QCOMPARE(controller.warnings().constFirst(),
                 u"A file that does not belong into the cache: /data/hub/x"_s);
    }

    void newestWinsAndOlderIsAborted()
    {
        auto gate = std::make_shared<QSemaphore>();
        auto runs = std::make_shared<std::atomic_int>(0);
        auto aborted = std::make_shared<std::atomic_bool>(false);
        CacheController controller(
            [] { return u"/data/hub"_s; },
            [gate, runs, aborted](const QString &,
                                  const std::atomic_bool *abort) -> Result<CacheScan> {
                const int run = ++*runs;
                if (run == 1) {
                    gate->acquire();
                    aborted->store(abort->load());
                    return CacheScan{};
                }
                return sampleScan();
            });
        controller.rescan();
        QTRY_COMPARE(runs->load(), 1);
        controller.rescan();
        gate->release();
        QTRY_COMPARE(controller.state(), State::Ready);
        QTRY_VERIFY(aborted->load());
        QCOMPARE(controller.model()->rowCount(), 4);
    }

    void goneWhileScanning()
    {
        auto gate = std::make_shared<QSemaphore>();
        auto done = std::make_shared<std::atomic_bool>(false);
        {
            CacheController controller(
                [] { return u"/data/hub"_s; },
                [gate, done](const QString &, const std::atomic_bool *abort) -> Result<CacheScan> {
                    gate->acquire();
                    done->store(abort->load());
                    return sampleScan();
                });
            controller.rescan();
        }
        gate->release();
        QTRY_VERIFY(done->load());
    }

    void aCacheThatIsNotMadeYetIsEmpty_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("its folder is there") << u"hub"_s;
        QTest::newRow("HF_HOME is not there either") << u"hf/hub"_s;
        QTest::newRow("nor what HF_HOME is in") << u"new/place/hf/hub"_s;
    }
    void aCacheThatIsNotMadeYetIsEmpty()
    {
        QFETCH(QString, place);
        const QTemporaryDir folder;
        CacheController controller([&] { return folder.filePath(place); });
        controller.rescan();
        QTRY_COMPARE(controller.state(), State::Ready);
        QCOMPARE(controller.totalSize(), 0);
        QVERIFY(QDir(folder.path()).isEmpty()); // a look makes nothing
    }

    void aPlaceThatIsGoneIsNotEmpty_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("drive") << u"/mnt/hubdesk no such drive/hub"_s;
        QTest::newRow("drive of a user") << u"/media/hubdesk nobody/drive/hf/hub"_s;
        QTest::newRow("below a file") << QString();
    }
    void aPlaceThatIsGoneIsNotEmpty()
    {
        QFETCH(QString, place);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        CacheController gone(
            [&] { return place.isEmpty() ? folder.filePath(u"file/hub"_s) : place; });
        gone.rescan();
        QTRY_COMPARE(gone.state(), State::Failed);
        QCOMPARE(gone.error()->kind, ErrorKind::NotFound);
    }

    void failsAndRecovers()
    {
        auto broken = std::make_shared<std::atomic_bool>(true);
        CacheController controller(
            [] { return u"/data/hub"_s; },
            [broken](const QString &, const std::atomic_bool *) -> Result<CacheScan> {
                if (broken->load())
                    return failure(ErrorKind::NotFound, u"No such folder."_s);
                return sampleScan();
            });
        controller.rescan();
        QTRY_COMPARE(controller.state(), State::Failed);
        QCOMPARE(controller.error()->kind, ErrorKind::NotFound);
        broken->store(false);
        controller.rescan();
        QTRY_COMPARE(controller.state(), State::Ready);
        QVERIFY(!controller.error());
    }

    void scansAllFolders()
    {
        // A repo is in two of them, and one of them is named twice, by a link.
        const QTemporaryDir folder;
        const QString common = folder.filePath(u"hub"_s);
        const QString models = folder.filePath(u"models"_s);
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QDir().mkpath(common) && QDir().mkpath(models) && QFile::link(common, link));
        CachePlaces places(common);
        places.setFolder(RepoType::Model, models);
        places.setFolder(RepoType::Dataset, link);
        const RepoId twice{RepoType::Model, u"a/twice"_s};
        const auto scanner = [models](const QString &root,
                                      const std::atomic_bool *) -> Result<CacheScan> {
            CacheScan scan;
            scan.root = root;
            const auto add = [&scan](RepoType type, const QString &id, qint64 size) {
                CachedRepo repo = sampleCachedRepo(type, id, size);
                repo.path = scan.root + u'/' + repo.repo.cacheFolder();
                scan.size += repo.size;
                scan.repos.push_back(repo);
            };
            add(RepoType::Model, u"a/twice"_s, 100'000);
            if (root == models)
                add(RepoType::Dataset, u"a/stray"_s, 20'000);
            else
                add(RepoType::Dataset, u"a/data"_s, 10'000);
            scan.warnings = {u"Repo path is not a directory: %1/x"_s.arg(root)};
            return scan;
        };
        CacheController controller([&] { return places; }, scanner);
        controller.rescan();
        QTRY_COMPARE(controller.state(), State::Ready);
        CacheModel *model = controller.model();
        QCOMPARE(model->rowCount(), 4);
        QCOMPARE(controller.totalSize(), 230'000);
        QCOMPARE(controller.warnings().size(), 2);
        QVERIFY(controller.warnings().at(1).endsWith(models + "/x"_L1));
        // The copy that downloads add to comes first.
        const int row = model->rowOf(twice);
        QCOMPARE(model->at(row).path, models + "/models--a--twice"_L1);
        QCOMPARE(model->at(row + 1).path, common + "/models--a--twice"_L1);
        QCOMPARE(controller.rootOf(model->at(row + 1)), common);
        const auto subtitle = [model](int at) {
            return model->index(at, 0).data(CacheModel::SubtitleRole).toString();
        };
        QVERIFY(subtitle(row).endsWith(models));
        QVERIFY(subtitle(row + 1).endsWith(common));

        // The folder of a row is only told where there are several.
        places = CachePlaces(common);
        controller.rescan();
        QTRY_COMPARE(model->rowCount(), 2);
        QVERIFY(!subtitle(0).contains(common));
        QCOMPARE(controller.totalSize(), 110'000);
    }

    void oneFolderCannotBeRead()
    {
        CachePlaces places(u"/data/hub"_s);
        places.setFolder(RepoType::Model, u"/drive/models"_s);
        auto broken = std::make_shared<std::atomic_int>(1);
        CacheController controller(
            [places] { return places; },
            [broken](const QString &root, const std::atomic_bool *) -> Result<CacheScan> {
                if (*broken == 2 || (*broken == 1 && root == "/drive/models"_L1))
                    return failure(ErrorKind::NotFound, u"No %1."_s.arg(root));
                return sampleScan();
            });
        controller.rescan();
        QTRY_COMPARE(controller.state(), State::Ready);
        QCOMPARE(controller.model()->rowCount(), 4);
        QCOMPARE(
            controller.warnings(),
            QStringList{u"The folder /drive/models cannot be looked into: No /drive/models."_s});
        *broken = 2;
        controller.rescan();
        QTRY_COMPARE(controller.state(), State::Failed);
        QCOMPARE(controller.error()->message, u"No /data/hub."_s);
    }

    void manyChangesMakeOneScan()
    {
        auto runs = std::make_shared<std::atomic_int>(0);
        CacheController controller(
            [] { return u"/data/hub"_s; },
            [runs](const QString &, const std::atomic_bool *) -> Result<CacheScan> {
                ++*runs;
                return sampleScan();
            });
        for (int i = 0; i < 50; ++i)
            controller.rescanSoon();
        QCOMPARE(runs->load(), 0);
        QTRY_COMPARE(controller.state(), State::Ready);
        QCOMPARE(runs->load(), 1);
    }

    void warningsInPlainWords_data()
    {
        QTest::addColumn<QString>("official");
        QTest::addColumn<QString>("plain");
        QTest::newRow("type")
            << u"Repo type must be `dataset`, `model` or `space`, found `x` (/h/x--y)."_s
            << u"A folder of a kind that Hubdesk does not know: /h/x--y"_s;
        QTest::newRow("blob") << u"Blob missing (broken symlink): /h/b"_s
                              << u"The content of a file is missing: /h/b"_s;
        QTest::newRow("ref")
            << u"Reference(s) refer to missing commit hashes: {'abc': {'main'}} (/h/models--a--b)."_s
            << u"A branch or tag names a revision that is not there: /h/models--a--b"_s;
        QTest::newRow("unknown") << u"Something else"_s << u"Something else"_s;
    }
    void warningsInPlainWords()
    {
        QFETCH(QString, official);
        QTEST(plainCacheWarning(official), "plain");
    }
};

QTEST_GUILESS_MAIN(TestCacheController)
#include "tst_cachecontroller.moc"
