// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketransferqueue.h"
#include "tests/support/uifixture.h"
#include "ui/shell/batchnotifier.h"
#include "ui/shell/desktopnotifier.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

class FakeDesktopNotifier final : public DesktopNotifier
{
public:
    QList<DesktopNotification> shown;
    std::function<void()> activated;

    void show(const DesktopNotification &notification, std::function<void()> run) override
    {
        shown.append(notification);
        activated = std::move(run);
    }
};

} // namespace

class TestBatchNotifier : public QObject
{
    Q_OBJECT

private:
    qint64 m_now = 0;
    FakeDesktopNotifier m_desktop;
    std::unique_ptr<FakeTransferQueue> m_queue;
    std::unique_ptr<TransferBatch> m_batch;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<BatchNotifier> m_notifier;

    void runOne(const QString &repo, qint64 seconds, TransferState end)
    {
        QSignalSpy ended(m_batch.get(), &TransferBatch::ended);
        const auto id = m_queue->add(sampleTransfer(repo, TransferState::Queued));
        m_queue->setState(id, TransferState::Running);
        m_now += seconds * 1'000;
        m_queue->setState(id, end);
        QTRY_COMPARE(ended.count(), 1);
    }

private Q_SLOTS:
    void init()
    {
        m_desktop.shown.clear();
        m_queue = std::make_unique<FakeTransferQueue>();
        m_batch = std::make_unique<TransferBatch>(m_queue.get(), [this] { return m_now; });
        m_batch->setSettleTime(0);
        m_window = std::make_unique<QWidget>();
        m_notifier = std::make_unique<BatchNotifier>(m_batch.get(), &m_desktop, m_window.get());
    }

    void quietWhileTheUserLooks()
    {
        QVERIFY(showActive(m_window.get()));
        runOne(u"a/short"_s, 10, TransferState::Finished);
        QVERIFY(m_desktop.shown.isEmpty());
        runOne(u"a/long"_s, 11, TransferState::Finished);
        QCOMPARE(m_desktop.shown.size(), 1);
        QCOMPARE(m_desktop.shown[0].title, u"1 download finished"_s);
        QCOMPARE(m_desktop.shown[0].text, u"Finished: a/long"_s);
        QVERIFY(!m_desktop.shown[0].isTrouble);
    }

    void tellsWhoLooksElsewhere()
    {
        runOne(u"a/short"_s, 1, TransferState::Failed); // the window was never shown
        QCOMPARE(m_desktop.shown.size(), 1);
        QVERIFY(m_desktop.shown[0].isTrouble);
        QCOMPARE(m_desktop.shown[0].text, u"Failed: a/short"_s);
    }

    void onlyWhatIsWanted()
    {
        m_notifier->setWanted([](bool isTrouble) { return isTrouble; });
        runOne(u"a/good"_s, 60, TransferState::Finished);
        QVERIFY(m_desktop.shown.isEmpty());
        runOne(u"a/bad"_s, 60, TransferState::Failed);
        QCOMPARE(m_desktop.shown.size(), 1);
    }

    void clickLeadsToTransfers()
    {
        QSignalSpy requested(m_notifier.get(), &BatchNotifier::transfersRequested);
        runOne(u"a/b"_s, 60, TransferState::Finished);
        m_desktop.activated();
        QCOMPARE(requested.count(), 1);
        m_notifier.reset();
        m_desktop.activated(); // the desktop may keep it longer than we live
    }
};

HUBDESK_UI_TEST_MAIN(TestBatchNotifier)
#include "tst_batchnotifier.moc"
