// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferbatch.h"
#include "tests/support/faketransferqueue.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTransferBatch : public QObject
{
    Q_OBJECT

private:
    qint64 m_now = 0;
    FakeTransferQueue m_queue;
    std::unique_ptr<TransferBatch> m_batch;
    QList<TransferBatchResult> m_results;

private Q_SLOTS:
    void init()
    {
        m_results.clear();
        m_batch = std::make_unique<TransferBatch>(&m_queue, [this] { return m_now; });
        m_batch->setSettleTime(0);
        connect(m_batch.get(), &TransferBatch::ended, this,
                [this](const TransferBatchResult &result) { m_results.append(result); });
    }

    void oneResultForAll()
    {
        const auto one = m_queue.add(sampleTransfer(u"a/one"_s, TransferState::Queued));
        const auto two = m_queue.add(sampleTransfer(u"a/two"_s, TransferState::Queued));
        m_queue.setState(one, TransferState::Preparing);
        m_queue.setState(one, TransferState::Running);
        m_queue.setState(two, TransferState::Running);
        m_now += 30'000;
        m_queue.setState(one, TransferState::Finished);
        QCoreApplication::processEvents();
        QVERIFY(m_results.isEmpty()); // two still works
        m_queue.setState(two, TransferState::Failed);
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results[0].finished, QStringList{u"a/one"_s});
        QCOMPARE(m_results[0].failed, QStringList{u"a/two"_s});
        QCOMPARE(m_results[0].longestSeconds, 30);
        QCOMPARE(m_results[0].finishedBytes, 4'900'000'000);
        QCOMPARE(batchTitle(m_results[0]), u"1 download finished, 1 failed"_s);
        QCOMPARE(batchText(m_results[0]), u"Failed: a/two\nFinished: a/one"_s);
    }

    void theNextOneKeepsItGoing()
    {
        const auto one = m_queue.add(sampleTransfer(u"a/one"_s, TransferState::Running));
        const auto two = m_queue.add(sampleTransfer(u"a/two"_s, TransferState::Queued));
        m_queue.setState(one, TransferState::Finished);
        m_queue.setState(two, TransferState::Preparing); // before the settle time is over
        QCoreApplication::processEvents();
        QVERIFY(m_results.isEmpty());
        m_queue.setState(two, TransferState::Finished);
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results[0].finished.size(), 2);
    }

    void pausingIsNoEnd()
    {
        const auto one = m_queue.add(sampleTransfer(u"a/one"_s, TransferState::Queued));
        m_queue.setState(one, TransferState::Running);
        m_queue.setState(one, TransferState::Paused);
        const auto two = m_queue.add(sampleTransfer(u"a/two"_s, TransferState::Queued));
        m_queue.setState(two, TransferState::Running);
        m_queue.setState(two, TransferState::Canceled);
        QCoreApplication::processEvents();
        QVERIFY(m_results.isEmpty());
    }

    void manyNamesAreCut()
    {
        TransferBatchResult result;
        for (int i = 0; i < 9; ++i)
            result.finished.append(u"a/%1"_s.arg(i));
        QVERIFY(batchTitle(result).contains(u"downloads finished"_s));
        const QStringList lines = batchText(result).split(u'\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.constFirst(), u"Finished: a/0"_s);
        QVERIFY(lines.constLast().startsWith(u"and "_s));
    }
};

QTEST_GUILESS_MAIN(TestTransferBatch)
#include "tst_transferbatch.moc"
