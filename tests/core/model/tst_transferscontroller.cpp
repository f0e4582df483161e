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
