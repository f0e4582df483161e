// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transfermodel.h"
#include "tests/support/faketransferqueue.h"
#include "tests/support/uifixture.h"
#include "ui/panes/transfers/transferdelegate.h"
#include "ui/panes/transfers/transferspane.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTransfersPane : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<FakeTransferQueue> m_queue;
    std::unique_ptr<TransfersController> m_controller;
    std::unique_ptr<TransfersPane> m_pane;

    QListView *list() const { return m_pane->findChild<QListView *>(u"transfersList"_s); }
    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(m_pane.get(), name);
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers,
                          list()->visualRect(list()->model()->index(row, 0)).center());
    }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_queue = std::make_unique<FakeTransferQueue>();
        m_controller = std::make_unique<TransfersController>(m_queue.get());
        m_pane = std::make_unique<TransfersPane>(m_ui->context(), m_controller.get());
        m_pane->resize(1100, 700);
        QVERIFY(showActive(m_pane.get()));
    }
    void cleanup()
    {
        m_pane.reset();
        m_controller.reset();
        m_queue.reset();
        m_ui.reset();
    }

    void emptyLeadsToBrowse()
    {
        QSignalSpy opened(m_pane.get(), &Pane::openRequested);
        auto *button = seen<QPushButton>(u"stateAction"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Return);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened[0][0].toString(), u"browse"_s);
        m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Running));
        QVERIFY(list()->isVisible());
    }

    void detailsOfTheSelection()
    {
        m_queue->add(sampleTransfer(u"a/running"_s, TransferState::Running));
        m_queue->add(sampleTransfer(u"a/failed"_s, TransferState::Failed));
        click(0);
        QCOMPARE(seen<QLabel>(u"detailsTitle"_s)->text(), u"a/running"_s);
        QCOMPARE(seen<QLabel>(u"detailsStatus"_s)->text(), u"Downloading"_s);
        QCOMPARE(seen<QTreeView>(u"detailsFiles"_s)->model()->rowCount(), 3);
        QVERIFY(!seen<QLabel>(u"detailsError"_s));
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(seen<QLabel>(u"detailsTitle"_s)->text(), u"a/failed"_s);
        QVERIFY(seen<QLabel>(u"detailsError"_s)->text().contains(u"3.1 GB missing"_s));
        QVERIFY(seen<QLabel>(u"detailsRequestId"_s)->text().contains(u"Root=1-66f2-3c9a"_s));
        QTest::mouseClick(seen<QPushButton>(u"detailsCopyError"_s), Qt::LeftButton);
        QVERIFY(m_ui->prompter.copiedTexts.value(0).contains(u"Root=1-66f2-3c9a"_s));
    }

    void detailsFollowProgress()
    {
        const auto id = m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Running));
        click(0);
        m_queue->setState(id, TransferState::Verifying);
        QCOMPARE(seen<QLabel>(u"detailsStatus"_s)->text(), u"Checking"_s);
        m_queue->edit(id).resultPath = u"/data/hub/models--a--b/snapshots/c"_s;
        m_queue->setState(id, TransferState::Finished);
        QCOMPARE(seen<QLabel>(u"detailsPath"_s)->text(), u"/data/hub/models--a--b/snapshots/c"_s);
    }

    void pauseAndContinueByKeyboard()
    {
        const auto id = m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Running));
        click(0);
        QTest::keyClick(list(), Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(m_queue->verbs.value(0), u"pause %1"_s.arg(id));
        QTest::keyClick(list(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_queue->verbs.value(1), u"resume %1"_s.arg(id));
    }

    void retryAndRemove()
    {
        const auto failed = m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Failed));
        click(0);
        QTest::keyClick(list(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(m_queue->verbs.value(0), u"retry %1"_s.arg(failed));
        QTest::keyClick(list(), Qt::Key_Delete); // waits again: it is not to be removed
        QCOMPARE(m_queue->verbs.size(), 1);
        m_queue->setState(failed, TransferState::Finished);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(m_queue->verbs.value(1), u"remove %1"_s.arg(failed));
        QTRY_VERIFY(seen<QPushButton>(u"stateAction"_s));
    }

    void cancelAsksFirst()
    {
        const auto id = m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Running));
        click(0);
        m_ui->prompter.confirmAnswer = false;
        QTest::keyClick(list(), Qt::Key_Delete, Qt::ShiftModifier);
        QCOMPARE(m_ui->prompter.confirmations.size(), 1);
        QVERIFY(m_ui->prompter.confirmations.constFirst().title.contains(u"a/b"_s));
        QVERIFY(m_ui->prompter.confirmations.constFirst().destructive);
        QCoreApplication::sendPostedEvents();
        QVERIFY(m_queue->verbs.isEmpty());
        m_ui->prompter.confirmAnswer = true;
        m_pane->findChild<QAction *>(u"cancel"_s)->trigger();
        QTRY_COMPARE(m_queue->verbs.value(0), u"cancel %1"_s.arg(id));
    }

    void severalAtOnce()
    {
        m_queue->add(sampleTransfer(u"a/1"_s, TransferState::Running));
        m_queue->add(sampleTransfer(u"a/2"_s, TransferState::Running));
        m_queue->add(sampleTransfer(u"a/3"_s, TransferState::Finished));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(!seen<QLabel>(u"detailsTitle"_s));
        m_pane->findChild<QAction *>(u"pause"_s)->trigger();
        QCOMPARE(m_queue->verbs, (QStringList{u"pause 1"_s, u"pause 2"_s}));
    }

    void folderAndPath()
    {
        m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Finished));
        const QString path = m_queue->edit(1).resultPath;
        click(0);
        QTest::mouseClick(seen<QPushButton>(u"detailsopenFolder"_s), Qt::LeftButton);
        QCOMPARE(m_ui->prompter.openedUrls.value(0), QUrl::fromLocalFile(path));
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(m_ui->prompter.openedUrls.size(), 2);
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_ui->prompter.copiedTexts.value(0), path);
        QCOMPARE(m_ui->prompter.notifications.value(0), u"Path copied"_s);
    }

    void oneFileOpensItsFolder()
    {
        Transfer transfer = sampleTransfer(u"a/b"_s, TransferState::Finished);
        transfer.request.files = QStringList{u"dir/x.bin"_s};
        transfer.resultPath = u"/hub/snapshots/c/dir/x.bin"_s;
        m_queue->add(transfer);
        click(0);
        m_pane->findChild<QAction *>(u"openFolder"_s)->trigger();
        QCOMPARE(m_ui->prompter.openedUrls.value(0),
                 QUrl::fromLocalFile(u"/hub/snapshots/c/dir"_s));
    }

    void filterByChipAndText()
    {
        m_queue->add(sampleTransfer(u"a/one"_s, TransferState::Running));
        m_queue->add(sampleTransfer(u"a/two"_s, TransferState::Failed));
        auto *failed = seen<QPushButton>(u"chip%1"_s.arg(int(TransferGroup::Failed)));
        QCOMPARE(failed->text(), u"Failed 1"_s);
        QTest::mouseClick(failed, Qt::LeftButton);
        QCOMPARE(list()->model()->rowCount(), 1);
        m_pane->focusSearch();
        auto *search = m_pane->findChild<QLineEdit *>(u"transfersSearch"_s);
        QCOMPARE(QApplication::focusWidget(), search);
        QTest::keyClicks(search, u"zzz"_s);
        auto *showAll = seen<QPushButton>(u"stateAction"_s);
        QVERIFY(showAll);
        QTest::mouseClick(showAll, Qt::LeftButton);
        QCOMPARE(list()->model()->rowCount(), 2);
        QVERIFY(search->text().isEmpty());
        search->setFocus();
        QTest::keyClicks(search, u"zzz"_s);
        showAll->setFocus();
        QTest::keyClick(showAll, Qt::Key_Return);
        QCOMPARE(list()->model()->rowCount(), 2);
    }

    void pauseAllAndClear()
    {
        m_queue->add(sampleTransfer(u"a/1"_s, TransferState::Running));
        m_queue->add(sampleTransfer(u"a/2"_s, TransferState::Finished));
        QVERIFY(!seen<QPushButton>(u"resumeAllButton"_s)->isEnabled());
        QTest::mouseClick(seen<QPushButton>(u"pauseAllButton"_s), Qt::LeftButton);
        QTest::mouseClick(seen<QPushButton>(u"clearFinishedButton"_s), Qt::LeftButton);
        QCOMPARE(m_queue->verbs, (QStringList{u"pauseAll"_s, u"removeFinished"_s}));
        QTRY_COMPARE(list()->model()->rowCount(), 1);
    }

    void contextMenuHasTheActions()
    {
        m_queue->add(sampleTransfer(u"a/1"_s, TransferState::Running));
        click(0);
        Q_EMIT
        list()->customContextMenuRequested(
            list()->visualRect(list()->model()->index(0, 0)).center());
        auto *menu = m_pane->findChild<QMenu *>(u"transfersMenu"_s);
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(m_pane->findChild<QAction *>(u"pause"_s)));
        QVERIFY(menu->actions().contains(m_pane->findChild<QAction *>(u"showInBrowse"_s)));
        menu->close();
    }

    void offlineSaysSo_data()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }
    void offlineSaysSo()
    {
        QFETCH(bool, mouse);
        m_queue->add(sampleTransfer(u"a/1"_s, TransferState::Queued));
        m_ui->settings.setValue(SettingKey::Offline, true);
        auto *online = seen<QPushButton>(u"bannerGoOnline"_s);
        QVERIFY(online);
        QVERIFY(list()->isVisible());
        if (mouse) {
            QTest::mouseClick(online, Qt::LeftButton);
        } else {
            online->setFocus();
            QTest::keyClick(online, Qt::Key_Space);
        }
        QCOMPARE(m_ui->settings.flag(SettingKey::Offline), false);
        QVERIFY(!seen<QPushButton>(u"bannerGoOnline"_s));
    }

    void tenThousandRows()
    {
        std::vector<TransferId> ids;
        for (int i = 0; i < 10'000; ++i)
            ids.push_back(m_queue->add(sampleTransfer(u"a/%1"_s.arg(i), TransferState::Running)));
        list()->scrollToBottom();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100; ++i)
            m_queue->announce({ids[size_t(i)], ids[9'990]});
        list()->viewport()->repaint();
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(list()->visualRect(list()->model()->index(9'999, 0)).height(), 44);
    }

    void rowLayout()
    {
        const TransferRowLayout wide = layoutTransferRow(QRect(0, 0, 800, 44), true);
        QVERIFY(!wide.bar.isEmpty());
        QVERIFY(wide.text.right() < wide.bar.left());
        QVERIFY(wide.bar.right() < wide.figures.left());
        const TransferRowLayout narrow = layoutTransferRow(QRect(0, 0, 380, 44), true);
        QVERIFY(narrow.bar.isEmpty());
        QVERIFY(narrow.text.width() > 150);
        QVERIFY(layoutTransferRow(QRect(0, 0, 20, 44), true).text.width() >= 0);
    }

    void everyControlHasAName()
    {
        m_queue->add(sampleTransfer(u"a/1"_s, TransferState::Failed));
        click(0);
        for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QAbstractButton *>(widget)
                || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget);
            if (!control || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s)
                || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }
};

HUBDESK_UI_TEST_MAIN(TestTransfersPane)
#include "tst_transferspane.moc"
