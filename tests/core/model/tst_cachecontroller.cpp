// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachecontroller.h"
#include "tests/support/samplecache.h"

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
