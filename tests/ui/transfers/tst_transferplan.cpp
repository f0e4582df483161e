// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/transfers/transfersstage.h"
#include "ui/panes/transfers/transferplanactions.h"

#include <QAction>
#include <QDateTimeEdit>
#include <QDialog>
#include <QDropEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTransferPlan : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TransfersStage> m_stage;

    void add(int count)
    {
        for (int i = 1; i <= count; ++i)
            m_stage->queue.add(sampleTransfer(u"a/%1"_s.arg(i), TransferState::Queued));
    }
    QString lastVerb() const { return m_stage->queue.verbs.value(m_stage->queue.verbs.size() - 1); }
    //! What the pointer does at the end of a drag of the selected rows to \a position.
    void drop(const QPoint &position)
    {
        QListView *list = m_stage->list();
        const std::unique_ptr<QMimeData> data(
            list->model()->mimeData(list->selectionModel()->selectedIndexes()));
        QDragEnterEvent enter(position, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QDragMoveEvent move(position, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QDropEvent drop(position, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(list->viewport(), &enter);
        QCoreApplication::sendEvent(list->viewport(), &move);
        QCoreApplication::sendEvent(list->viewport(), &drop);
    }
    QAction *action(const QString &name) const { return m_stage->pane.findChild<QAction *>(name); }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<TransfersStage>();
        QVERIFY(m_stage->show());
    }
    void cleanup() { m_stage.reset(); }

    void movesByKeyboard()
    {
        add(5);
        QListView *list = m_stage->list();
        m_stage->click(2);
        constexpr auto kKeys = Qt::ControlModifier | Qt::ShiftModifier;
        QTest::keyClick(list, Qt::Key_Up, kKeys);
        QCOMPARE(m_stage->order(), u"13245"_s);
        QTest::keyClick(list, Qt::Key_Down, kKeys);
        QTest::keyClick(list, Qt::Key_Down, kKeys);
        QCOMPARE(m_stage->order(), u"12435"_s);
        QTest::keyClick(list, Qt::Key_Home, kKeys);
        QCOMPARE(m_stage->order(), u"31245"_s);
        // The selection went along.
        QCOMPARE(list->currentIndex().row(), 0);
        QCOMPARE(list->selectionModel()->selectedIndexes().size(), 1);
        QCOMPARE(list->selectionModel()->selectedIndexes()[0].row(), 0);
        m_stage->click(1, Qt::ControlModifier); // 3 and 1
        QTest::keyClick(list, Qt::Key_End, kKeys);
        QCOMPARE(m_stage->order(), u"24531"_s);
        QCOMPARE(list->selectionModel()->selectedIndexes().size(), 2);
    }

    void keepsThePlaceOfTheList()
    {
        add(200);
        QListView *list = m_stage->list();
        m_stage->click(1);
        list->verticalScrollBar()->setValue(2'000);
        // Somebody else moves something.
        m_stage->controller.move({150}, 1);
        QCOMPARE(list->verticalScrollBar()->value(), 2'000);
        QCOMPARE(list->selectionModel()->selectedIndexes().value(0).data().toString(), u"a/2"_s);
    }

    void dragsSeveralRows()
    {
        add(5);
        m_stage->click(3);
        m_stage->click(4, Qt::ControlModifier);
        const QRect second = m_stage->list()->visualRect(m_stage->list()->model()->index(1, 0));
        drop(second.topLeft() + QPoint(40, 1)); // the line above the second row
        QCOMPARE(lastVerb(), u"move 4,5 before 2"_s);
        QCOMPARE(m_stage->order(), u"14523"_s);
        const auto selected = m_stage->list()->selectionModel()->selectedIndexes();
        QCOMPARE(selected.size(), 2);
        drop(QPoint(40, m_stage->list()->viewport()->height() - 5)); // below all rows
        QCOMPARE(m_stage->order(), u"12345"_s);
        QCOMPARE(m_stage->list()->model()->rowCount(), 5);
    }

    void priorityFromTheMenu()
    {
        add(2);
        m_stage->click(0);
        Q_EMIT
        m_stage->list()->customContextMenuRequested(
            m_stage->list()->visualRect(m_stage->list()->model()->index(0, 0)).center());
        auto *menu = m_stage->pane.findChild<QMenu *>(u"transfersMenu"_s);
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(action(u"priorityMenu"_s)));
        QMenu *priorities = action(u"priorityMenu"_s)->menu();
        menu->setActiveAction(action(u"priorityMenu"_s));
        QTest::keyClick(menu, Qt::Key_Right); // opens it
        QTRY_VERIFY(priorities->isVisible());
        QVERIFY(action(u"priority1"_s)->isChecked());
        QCOMPARE(priorities->activeAction(), action(u"priority2"_s));
        QTest::keyClick(priorities, Qt::Key_Return);
        QCOMPARE(lastVerb(), u"priority 1 2"_s);
        QVERIFY(m_stage->list()
                    ->model()
                    ->index(0, 0)
                    .data(TransferModel::SubtitleRole)
                    .toString()
                    .contains(u"high priority"_s));
    }

    void limits()
    {
        add(1);
        QVERIFY(!action(u"limitMenu"_s)->isEnabled());
        m_stage->click(0);
        QVERIFY(action(u"limitMenu"_s)->isEnabled());
        action(u"limit5"_s)->trigger();
        QCOMPARE(lastVerb(), u"limit 1 5000000"_s);
        Q_EMIT
        action(u"limitMenu"_s)->menu()->aboutToShow();
        QVERIFY(action(u"limit5"_s)->isChecked());
        QVERIFY(!action(u"limit0"_s)->isChecked());
        action(u"limitOther"_s)->trigger();
        auto *dialog = m_stage->pane.findChild<QInputDialog *>(u"limitDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->intValue(), 5);
        dialog->setIntValue(33);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(lastVerb(), u"limit 1 33000000"_s);
        action(u"limit0"_s)->trigger();
        QCOMPARE(lastVerb(), u"limit 1 0"_s);
        m_stage->queue.setState(1, TransferState::Finished);
        QVERIFY(!action(u"limitMenu"_s)->isEnabled());
    }

    void startTimes()
    {
        const QTimeZone zone("Europe/Berlin");
        const QDateTime evening(QDate(2026, 5, 1), QTime(21, 0), zone);
        QCOMPARE(startTime(StartChoice::InAnHour, evening), evening.addSecs(3600));
        QCOMPARE(startTime(StartChoice::Tonight, evening),
                 QDateTime(QDate(2026, 5, 1), QTime(22, 0), zone));
        QCOMPARE(startTime(StartChoice::Tonight, evening.addSecs(7200)),
                 QDateTime(QDate(2026, 5, 2), QTime(22, 0), zone));
        QCOMPARE(startTime(StartChoice::TomorrowMorning, evening),
                 QDateTime(QDate(2026, 5, 2), QTime(6, 0), zone));
    }

    void startsAtAnotherTime()
    {
        add(1);
        m_stage->click(0);
        action(u"startOther"_s)->trigger();
        auto *dialog = m_stage->pane.findChild<QDialog *>(u"startDialog"_s);
        QVERIFY(dialog);
        const QDateTime chosen(QDate(2035, 2, 3), QTime(4, 5));
        dialog->findChild<QDateTimeEdit *>(u"startTime"_s)->setDateTime(chosen);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(lastVerb(), u"start 1 %1"_s.arg(chosen.toUTC().toString(Qt::ISODate)));
        action(u"startNow"_s)->trigger();
        QCOMPARE(lastVerb(), u"start 1 "_s);
        action(u"startTonight"_s)->trigger();
        QVERIFY(m_stage->queue.edit(1).startAt > QDateTime::currentDateTimeUtc());
    }

    void retriesAllThatFailed()
    {
        m_stage->queue.add(sampleTransfer(u"a/1"_s, TransferState::Running));
        QVERIFY(!m_stage->seen<QPushButton>(u"retryAllButton"_s));
        m_stage->queue.add(sampleTransfer(u"a/2"_s, TransferState::Failed));
        m_stage->queue.add(sampleTransfer(u"a/3"_s, TransferState::Failed));
        auto *button = m_stage->seen<QPushButton>(u"retryAllButton"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(lastVerb(), u"retryFailed"_s);
        QCOMPARE(m_stage->controller.model()->count(TransferGroup::Failed), 0);
        QVERIFY(!m_stage->seen<QPushButton>(u"retryAllButton"_s));
    }

    void saysWhyItWaits()
    {
        add(2);
        m_stage->queue.edit(1).waitReason = u"Rate limited, 42 s"_s;
        m_stage->queue.announce({1});
        const QAbstractItemModel *model = m_stage->list()->model();
        QCOMPARE(model->index(0, 0).data(TransferModel::StatusRole).toString(),
                 u"Rate limited, 42 s"_s);
        QCOMPARE(model->index(1, 0).data(TransferModel::StatusRole).toString(),
                 u"Waiting for its turn"_s);
    }
};

HUBDESK_UI_TEST_MAIN(TestTransferPlan)
#include "tst_transferplan.moc"
