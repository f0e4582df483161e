// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/transfers/transfersstage.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTransferHistoryView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TransfersStage> m_stage;

    QListView *history() const { return m_stage->pane.findChild<QListView *>(u"historyList"_s); }
    TransferId finishOne(const QString &repo)
    {
        Transfer transfer = sampleTransfer(repo, TransferState::Running);
        transfer.createdAt = QDateTime::currentDateTimeUtc();
        transfer.fetchedBytes = transfer.totalBytes;
        const TransferId id = m_stage->queue.add(transfer);
        m_stage->queue.setState(id, TransferState::Finished);
        return id;
    }
    void open()
    {
        auto *tabs = m_stage->pane.findChild<QTabBar *>(u"transfersTabs"_s);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<TransfersStage>();
        QVERIFY(m_stage->show());
    }
    void cleanup() { m_stage.reset(); }

    void emptySaysWhatItIsFor()
    {
        open();
        QVERIFY(m_stage->seen<QWidget>(u"stateText"_s));
        QVERIFY(!m_stage->seen<QPushButton>(u"historyExportButton"_s)->isEnabled());
        finishOne(u"a/b"_s);
        QTRY_VERIFY(history()->isVisible());
        QVERIFY(m_stage->seen<QPushButton>(u"historyExportButton"_s)->isEnabled());
    }

    void filtersAndLeadsBack()
    {
        const TransferId id = finishOne(u"a/first"_s);
        finishOne(u"a/second"_s);
        open();
        QTRY_COMPARE(history()->model()->rowCount(), 6);
        m_stage->pane.focusSearch();
        auto *search = m_stage->pane.findChild<QLineEdit *>(u"historySearch"_s);
        QCOMPARE(QApplication::focusWidget(), search);
        QTest::keyClicks(search, u"finished a/FIRST"_s);
        QCOMPARE(history()->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Down);
        history()->setCurrentIndex(history()->model()->index(0, 0));
        QTest::keyClick(history(), Qt::Key_Return);
        QVERIFY(m_stage->list()->isVisible());
        QCOMPARE(m_stage->list()->currentIndex().data(TransferModel::IdRole).toULongLong(), id);
        open();
        QTest::keyClicks(search, u"zzz"_s);
        QTest::mouseClick(m_stage->seen<QPushButton>(u"stateAction"_s), Qt::LeftButton);
        QCOMPARE(history()->model()->rowCount(), 6);
    }

    void tellsWhenTheTransferIsGone()
    {
        const TransferId id = finishOne(u"a/b"_s);
        m_stage->queue.remove(id);
        open();
        QTRY_VERIFY(history()->model()->rowCount() > 0);
        history()->setCurrentIndex(history()->model()->index(0, 0));
        QTest::keyClick(history(), Qt::Key_Return);
        QCOMPARE(m_stage->ui.prompter.notifications.size(), 1);
        QVERIFY(history()->isVisible());
    }

    void copies()
    {
        finishOne(u"a/b"_s);
        open();
        QTRY_COMPARE(history()->model()->rowCount(), 3);
        history()->setFocus();
        QTest::keyClick(history(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(history(), Qt::Key_C, Qt::ControlModifier);
        const QString text = m_stage->ui.prompter.copiedTexts.value(0);
        QCOMPARE(text.count(u'\n'), 2);
        QVERIFY(text.contains(u"Finished a/b: 3 files"_s));
    }

    void exports()
    {
        finishOne(u"a/b"_s);
        open();
        QTRY_COMPARE(history()->model()->rowCount(), 3);
        auto *button = m_stage->seen<QPushButton>(u"historyExportButton"_s);
        QTest::mouseClick(button, Qt::LeftButton); // given up
        QTRY_COMPARE(m_stage->ui.prompter.saveStarts.size(), 1);
        const QString path = m_stage->ui.folder.filePath(u"out.csv"_s);
        m_stage->ui.prompter.saveAnswer = path;
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_COMPARE(m_stage->ui.prompter.notifications.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("time,transfer,event,repo,text\r\n"));
        m_stage->ui.prompter.saveAnswer = m_stage->ui.folder.filePath(u"no/folder/out.csv"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(m_stage->ui.prompter.notifications.size(), 2);
        QVERIFY(m_stage->ui.prompter.notifications[1].contains(u"could not be written"_s));
    }

    void clearsOnlyWhenAgreed()
    {
        finishOne(u"a/b"_s);
        open();
        QTRY_COMPARE(history()->model()->rowCount(), 3);
        m_stage->ui.prompter.confirmAnswer = false;
        auto *button = m_stage->seen<QPushButton>(u"historyClearButton"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(history()->model()->rowCount(), 3);
        m_stage->ui.prompter.confirmAnswer = true;
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!history()->isVisible());
        QCOMPARE(m_stage->controller.history()->model()->rowCount(), 0);
        QCOMPARE(m_stage->list()->model()->rowCount(), 1); // the transfer stays
    }

    void contextMenu()
    {
        finishOne(u"a/b"_s);
        open();
        QTRY_COMPARE(history()->model()->rowCount(), 3);
        Q_EMIT
        history()->customContextMenuRequested(
            history()->visualRect(history()->model()->index(0, 0)).center());
        auto *menu = m_stage->pane.findChild<QMenu *>(u"historyMenu"_s);
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(m_stage->pane.findChild<QAction *>(u"historyExport"_s)));
        menu->close();
    }

    void detailsShowTheirOwn()
    {
        finishOne(u"a/first"_s);
        finishOne(u"a/second"_s);
        m_stage->click(1);
        auto *tabs = m_stage->pane.findChild<QTabBar *>(u"detailsTabs"_s);
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QTest::keyClick(tabs, Qt::Key_Right);
        auto *own = m_stage->seen<QListView>(u"detailsHistory"_s);
        QVERIFY(own);
        QTRY_COMPARE(own->model()->rowCount(), 3);
        QVERIFY(own->model()->index(0, 0).data().toString().contains(u"a/second"_s));
    }
};

HUBDESK_UI_TEST_MAIN(TestTransferHistoryView)
#include "tst_transferhistoryview.moc"
