// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferscontroller.h"
#include "tests/support/faketransferqueue.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using Verb = TransfersController::Verb;

class TestTransfersController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesVerbsWhereTheyMakeSense()
    {
        FakeTransferQueue queue;
        const auto running = queue.add(sampleTransfer(u"a/1"_s, TransferState::Running));
        const auto paused = queue.add(sampleTransfer(u"a/2"_s, TransferState::Paused));
        const auto failed = queue.add(sampleTransfer(u"a/3"_s, TransferState::Failed));
        TransfersController controller(&queue);
        const std::vector<TransferId> all{running, paused, failed, 77};
        controller.apply(Verb::Pause, all);
        QCOMPARE(queue.verbs, QStringList{u"pause %1"_s.arg(running)});
        queue.verbs.clear();
        controller.apply(Verb::Retry, all);
        QCOMPARE(queue.verbs, QStringList{u"retry %1"_s.arg(failed)});
        QVERIFY(!controller.can(Verb::Remove, {paused}));
        QVERIFY(controller.can(Verb::Cancel, {paused}));
        QVERIFY(!controller.can(Verb::Resume, {77}));
    }

    void sumsUp()
    {
        FakeTransferQueue queue;
        TransfersController controller(&queue);
        QSignalSpy changed(&controller, &TransfersController::summaryChanged);
        QVERIFY(transferSummaryText(controller.summary()).isEmpty());
        queue.add(sampleTransfer(u"a/1"_s, TransferState::Running, 10'000'000'000, 1'600'000'000));
        queue.add(sampleTransfer(u"a/2"_s, TransferState::Queued, 8'400'000'000, 0));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(controller.summary().speed, 84'000'000);
        QCOMPARE(controller.summary().secondsLeft, 200);
        QCOMPARE(transferSummaryText(controller.summary()), u"1 down 84.0 MB/s, 3 min left"_s);
        QVERIFY(!controller.summary().isIdle());
    }

    void movesWithinWhatIsSeen()
    {
        using Step = TransfersController::Step;
        FakeTransferQueue queue;
        for (int i = 1; i <= 6; ++i)
            queue.add(sampleTransfer(u"a/%1"_s.arg(i), TransferState::Queued));
        TransfersController controller(&queue);
        const auto moved = [&](Step step, const std::vector<TransferId> &ids,
                               const std::vector<TransferId> &shown) {
            queue.verbs.clear();
            controller.moveBy(step, ids, shown);
            return queue.verbs.join(u';');
        };
        const std::vector<TransferId> all{1, 2, 3, 4, 5, 6};
        QCOMPARE(moved(Step::Up, {4, 3}, all), u"move 3,4 before 2"_s);
        QCOMPARE(moved(Step::Down, {3, 4}, {1, 3, 4, 2, 5, 6}), u"move 3,4 before 5"_s);
        QCOMPARE(moved(Step::Top, {5}, {1, 2, 3, 4, 5, 6}), u"move 5 before 1"_s);
        QCOMPARE(moved(Step::Bottom, {5}, {5, 1, 2, 3, 4, 6}), u"move 5 before 0"_s);
        // With a filter the last one in sight is not the last of the queue (1 2 3 4 6 5 by now).
        QCOMPARE(queue.transfers(), (std::vector<TransferId>{1, 2, 3, 4, 6, 5}));
        QCOMPARE(moved(Step::Bottom, {1}, {1, 3}), u"move 1 before 4"_s);
        QCOMPARE(moved(Step::Up, {}, all), QString());
        QCOMPARE(moved(Step::Up, all, all), QString());
    }

    void plansOnlyWhatIsOpen()
    {
        FakeTransferQueue queue;
        const auto waiting = queue.add(sampleTransfer(u"a/1"_s, TransferState::Queued));
        const auto done = queue.add(sampleTransfer(u"a/2"_s, TransferState::Finished));
        TransfersController controller(&queue);
        QVERIFY(!controller.canPlan({done}));
        QVERIFY(controller.canPlan({done, waiting}));
        controller.setPriority({waiting, done}, TransferPriority::High);
        controller.setRateLimit({waiting, done}, 5'000'000);
        const QDateTime start(QDate(2030, 1, 2), QTime(3, 4), QTimeZone::UTC);
        controller.setStartAt({waiting, done}, start);
        controller.retryAllFailed();
        QCOMPARE(queue.verbs,
                 (QStringList{u"priority 1 2"_s, u"limit 1 5000000"_s,
                              u"start 1 2030-01-02T03:04:00Z"_s, u"retryFailed"_s}));
        const Transfer &row = controller.model()->at(0);
        QVERIFY(transferSubtitle(row).contains(u"high priority · at most 5.0 MB/s"_s));
        QVERIFY(transferStatus(row).startsWith(u"Starts "_s));
    }

    void samplesWhileSomethingWorks()
    {
        FakeTransferQueue queue;
        TransfersController controller(&queue);
        QSignalSpy sampled(&controller, &TransfersController::sampled);
        queue.add(sampleTransfer(u"a/1"_s, TransferState::Running));
        QTRY_VERIFY(sampled.count() >= 1);
        QCOMPARE(controller.speeds().ago(0), 84'000'000);
    }

    void tellsTheEnd()
    {
        FakeTransferQueue queue;
        const auto id = queue.add(sampleTransfer(u"a/1"_s, TransferState::Running));
        TransfersController controller(&queue);
        QSignalSpy ended(&controller, &TransfersController::transferEnded);
        queue.setState(id, TransferState::Verifying);
        QCOMPARE(ended.count(), 0);
        queue.setState(id, TransferState::Finished);
        QCOMPARE(ended.count(), 1);
    }

    void texts_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << qint64(-1) << QString();
        QTest::newRow("now") << qint64(0) << u"0 s left"_s;
        QTest::newRow("seconds") << qint64(59) << u"59 s left"_s;
        QTest::newRow("minutes") << qint64(12 * 60 + 10) << u"12 min left"_s;
        QTest::newRow("hours") << qint64(3 * 3600 + 5 * 60) << u"3 h 5 min left"_s;
    }
    void texts()
    {
        QFETCH(qint64, seconds);
        QTEST(timeLeftText(seconds), "text");
    }

    void saysWhyItWaits()
    {
        Transfer transfer = sampleTransfer(u"a/1"_s, TransferState::Queued);
        QCOMPARE(transferStatus(transfer), u"Waiting for its turn"_s);
        transfer.waitReason = u"Rate limited, 42 s"_s;
        QCOMPARE(transferStatus(transfer), u"Rate limited, 42 s"_s);
        transfer.state = TransferState::Failed;
        transfer.error = failure(ErrorKind::File, u"The disk is full."_s).error();
        QCOMPARE(transferStatus(transfer), u"The disk is full."_s);
    }
};

QTEST_GUILESS_MAIN(TestTransfersController)
#include "tst_transferscontroller.moc"
