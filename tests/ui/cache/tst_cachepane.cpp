// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachecontroller.h"
#include "core/model/cacherevisionmodel.h"
#include "core/model/updatecontroller.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/faketransferqueue.h"
#include "tests/support/samplecache.h"
#include "tests/support/uifixture.h"
#include "ui/panes/cache/cachepane.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSplitter>
#include <QTreeView>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestCachePane : public QObject
{
    Q_OBJECT

private:
    //! What the next scan answers; shared with the worker.
    struct Disk
    {
        std::mutex mutex;
        Result<CacheScan> answer;
        QSemaphore gate;
        std::atomic_bool gated = false;
    };
    std::unique_ptr<UiFixture> m_ui;
    std::shared_ptr<Disk> m_disk;
    CachePlaces m_places;
    std::unique_ptr<CacheController> m_controller;
    FakeNetwork m_network; // nobody is asked here
    std::unique_ptr<HubClient> m_client;
    std::unique_ptr<FakeTransferQueue> m_queue;
    std::unique_ptr<UpdateController> m_updates;
    std::unique_ptr<CachePane> m_pane;

    void answer(Result<CacheScan> scan)
    {
        const std::lock_guard lock(m_disk->mutex);
        m_disk->answer = std::move(scan);
    }
    QTreeView *list() const { return m_pane->findChild<QTreeView *>(u"cacheList"_s); }
    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(m_pane.get(), name);
    }
    void showPane() { QVERIFY(showActive(m_pane.get())); }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_disk = std::make_shared<Disk>();
        m_places = CachePlaces(u"/data/hub"_s);
        m_controller = std::make_unique<CacheController>(
            [this] { return m_places; },
            [disk = m_disk](const QString &root, const std::atomic_bool *) -> Result<CacheScan> {
                if (root == "/big/data"_L1) {
                    CacheScan scan;
                    scan.root = root;
                    scan.repos = {sampleCachedRepo(RepoType::Dataset, u"openfields/big"_s, 50'000)};
                    scan.repos[0].path.replace(u"/data/hub"_s, root);
                    scan.size = 50'000;
                    return scan;
                }
                if (disk->gated)
                    disk->gate.acquire();
                const std::lock_guard lock(disk->mutex);
                return disk->answer;
            });
        m_client = std::make_unique<HubClient>(ClientConfig{}, &m_network);
        m_queue = std::make_unique<FakeTransferQueue>();
        m_updates = std::make_unique<UpdateController>(m_client.get(), &m_ui->settings,
                                                       m_controller.get(), m_queue.get());
        m_pane = std::make_unique<CachePane>(m_ui->context(), m_controller.get(), m_updates.get());
        m_pane->resize(1100, 700);
    }
    void cleanup()
    {
        m_disk->gate.release(10);
        m_pane.reset();
        m_updates.reset();
        m_queue.reset();
        m_client.reset();
        m_controller.reset();
        m_ui.reset();
    }

    void loadingThenReady()
    {
        answer(sampleScan());
        m_disk->gated = true;
        showPane();
        QTRY_VERIFY(seen<QWidget>(u"stateLoading"_s));
        m_disk->gate.release();
        QTRY_VERIFY(list()->isVisible());
        QCOMPARE(list()->model()->rowCount(), 4);
        QCOMPARE(seen<QLabel>(u"paneFacts"_s)->text(), u"4 repos, 17.2 GB in /data/hub"_s);
        // The largest comes first.
        QCOMPARE(list()->model()->index(0, 0).data().toString(),
                 u"aurora-labs/aurora-7b-instruct"_s);
    }

    void severalFolders()
    {
        answer(sampleScan());
        m_places.setFolder(RepoType::Dataset, u"/big/data"_s);
        showPane();
        QTRY_COMPARE(list()->model()->rowCount(), 5);
        QCOMPARE(seen<QLabel>(u"paneFacts"_s)->text(), u"5 repos, 17.2 GB in 2 folders"_s);
        auto *openCache = m_pane->findChild<QAction *>(u"openCache"_s);
        QVERIFY(m_pane->select({RepoType::Dataset, u"openfields/big"_s}));
        QCOMPARE(list()->currentIndex().data(CacheModel::SubtitleRole).toString(),
                 u"Dataset · main · /big/data"_s);
        QCOMPARE(seen<QLabel>(u"cachePath"_s)->text(), u"/big/data/datasets--openfields--big"_s);
        openCache->trigger();
        QVERIFY(m_pane->select({RepoType::Space, u"demo/playground"_s}));
        openCache->trigger();
        QCOMPARE(m_ui->prompter.openedUrls,
                 (QList<QUrl>{QUrl::fromLocalFile(u"/big/data"_s),
                              QUrl::fromLocalFile(u"/data/hub"_s)}));
    }

    void emptyLeadsToBrowse()
    {
        showPane();
        QTRY_VERIFY(seen<QPushButton>(u"stateAction"_s));
        QCOMPARE(seen<QLabel>(u"stateText"_s)->text(), u"Nothing downloaded yet"_s);
        QSignalSpy opened(m_pane.get(), &Pane::openRequested);
        auto *button = seen<QPushButton>(u"stateAction"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened[1][0].toString(), u"browse"_s);
    }

    void errorWithRetry()
    {
        answer(failure(ErrorKind::NotFound, u"The cache folder /data/hub does not exist."_s));
        showPane();
        QTRY_VERIFY(seen<QPushButton>(u"stateRetry"_s));
        QVERIFY(seen<QLabel>(u"stateText"_s)->text().contains(u"/data/hub"_s));
        answer(failure(ErrorKind::File, u"The cache folder cannot be read."_s));
        QTest::keyClick(seen<QPushButton>(u"stateRetry"_s), Qt::Key_Return);
        QTRY_VERIFY(seen<QLabel>(u"stateText"_s)
                    && seen<QLabel>(u"stateText"_s)->text().contains(u"cannot be read"_s));
        answer(sampleScan());
        QTest::mouseClick(seen<QPushButton>(u"stateRetry"_s), Qt::LeftButton);
        QTRY_VERIFY(list()->isVisible());
    }

    void detailsByMouseAndKeyboard()
    {
        answer(sampleScan());
        showPane();
        QTRY_VERIFY(list()->isVisible());
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(list()->model()->index(0, 0)).center());
        QCOMPARE(seen<QLabel>(u"cacheTitle"_s)->text(), u"aurora-labs/aurora-7b-instruct"_s);
        auto *revisions = seen<QTreeView>(u"cacheRevisions"_s);
        QCOMPARE(revisions->model()->rowCount(), 2);
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(seen<QLabel>(u"cacheTitle"_s)->text(), u"openfields/harvest-images"_s);
        QCOMPARE(seen<QLabel>(u"cacheFacts"_s)->text(), u"2.3 GB · 2 files · 1 revision"_s);
        QVERIFY(revisions->isExpanded(revisions->model()->index(0, 0)));
        // The names of the files have the room while there is little of it.
        QVERIFY(revisions->isColumnHidden(CacheRevisionModel::ChangedColumn));
        m_pane->resize(2000, 700);
        QSplitter *splitter = m_pane->findChild<QSplitter *>();
        splitter->setSizes({800, 1000});
        QTRY_VERIFY(!revisions->isColumnHidden(CacheRevisionModel::ChangedColumn));
        QTest::keyClick(list(), Qt::Key_Return); // deeper
        QCOMPARE(QApplication::focusWidget(), revisions);
    }

    void pathsAndFolders()
    {
        answer(sampleScan());
        showPane();
        QTRY_VERIFY(list()->isVisible());
        const RepoId repo{RepoType::Dataset, u"openfields/harvest-images"_s};
        QVERIFY(m_pane->select(repo));
        QTest::mouseClick(seen<QPushButton>(u"detailsopenFolder"_s), Qt::LeftButton);
        QCOMPARE(m_ui->prompter.openedUrls.value(0),
                 QUrl::fromLocalFile(u"/data/hub/datasets--openfields--harvest-images"_s));
        auto *revisions = seen<QTreeView>(u"cacheRevisions"_s);
        revisions->setFocus();
        revisions->setCurrentIndex(
            revisions->model()->index(1, 0, revisions->model()->index(0, 0)));
        QTest::keyClick(revisions, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_ui->prompter.copiedTexts.value(0).endsWith(u"/weights/model.safetensors"_s));
        QTest::keyClick(revisions, Qt::Key_Return);
        QVERIFY(m_ui->prompter.openedUrls.value(1).path().endsWith(u"/weights"_s));
        QSignalSpy opened(m_pane.get(), &Pane::openRequested);
        QTest::keyClick(list(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(opened.value(0).value(1).toString(), repo.uri());
    }

    void filtersAndSorts()
    {
        answer(sampleScan());
        showPane();
        QTRY_VERIFY(list()->isVisible());
        QTest::mouseClick(seen<QPushButton>(u"chip%1"_s.arg(int(RepoType::Space))), Qt::LeftButton);
        QCOMPARE(list()->model()->rowCount(), 1);
        m_pane->focusSearch();
        QTest::keyClicks(QApplication::focusWidget(), u"nothing like it"_s);
        QTest::mouseClick(seen<QPushButton>(u"stateAction"_s), Qt::LeftButton);
        QCOMPARE(list()->model()->rowCount(), 4);
        list()->sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(list()->model()->index(1, 0).data().toString(), u"demo/playground"_s);
        // The order is remembered.
        CachePane again(m_ui->context(), m_controller.get(), m_updates.get());
        QCOMPARE(again.findChild<QTreeView *>(u"cacheList"_s)->header()->sortIndicatorSection(), 0);
    }

    void warningsInPlainWords()
    {
        CacheScan scan = sampleScan();
        scan.warnings = {u"Repo path is not a directory: /data/hub/version.txt"_s,
                         u"Blob missing (broken symlink): /data/hub/x"_s};
        answer(scan);
        showPane();
        QTRY_VERIFY(seen<QLabel>(u"cacheWarningsText"_s));
        QVERIFY(seen<QLabel>(u"cacheWarningsText"_s)->text().startsWith(u"2 things"_s));
        QVERIFY(!seen<QPlainTextEdit>(u"cacheWarningsList"_s));
        QTest::mouseClick(seen<QPushButton>(u"cacheWarningsShow"_s), Qt::LeftButton);
        QVERIFY(seen<QPlainTextEdit>(u"cacheWarningsList"_s)
                    ->toPlainText()
                    .contains(u"does not belong into the cache: /data/hub/version.txt"_s));
        answer(sampleScan());
        m_pane->refresh();
        QTRY_VERIFY(!seen<QLabel>(u"cacheWarningsText"_s));
    }

    void rescanKeepsTheSelection()
    {
        answer(sampleScan());
        showPane();
        QTRY_VERIFY(list()->isVisible());
        QVERIFY(m_pane->select({RepoType::Model, u"tidewater/embed-small"_s}));
        CacheScan grown = sampleScan();
        grown.repos.push_back(sampleCachedRepo(RepoType::Model, u"a/new"_s, 5'000'000));
        answer(grown);
        QTest::mouseClick(seen<QPushButton>(u"rescanButton"_s), Qt::LeftButton);
        QVERIFY(list()->isVisible()); // the old answer stays
        QTRY_COMPARE(list()->model()->rowCount(), 5);
        QCOMPARE(seen<QLabel>(u"cacheTitle"_s)->text(), u"tidewater/embed-small"_s);
    }
};

HUBDESK_UI_TEST_MAIN(TestCachePane)
#include "tst_cachepane.moc"
