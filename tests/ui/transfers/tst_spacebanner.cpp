// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/transfers/transfersstage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestSpaceBanner : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TransfersStage> m_stage;

    TransferId addFull(const QString &repo)
    {
        Transfer transfer = sampleTransfer(repo, TransferState::Queued);
        transfer.waitsForSpace = true;
        transfer.waitReason = u"The disk /data is full: 3.1 GB missing."_s;
        return m_stage->queue.add(transfer);
    }
    static void activate(QWidget *button, bool mouse)
    {
        if (mouse) {
            QTest::mouseClick(button, Qt::LeftButton);
        } else {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<TransfersStage>();
        QVERIFY(m_stage->show());
    }
    void cleanup() { m_stage.reset(); }

    void comesAndGoes()
    {
        m_stage->queue.add(sampleTransfer(u"a/0"_s, TransferState::Queued));
        const TransferId id = addFull(u"a/1"_s);
        QTRY_VERIFY(m_stage->seen<QWidget>(u"spaceBanner"_s));
        QCOMPARE(m_stage->seen<QLabel>(u"spaceText"_s)->text(),
                 u"The disk /data is full: 3.1 GB missing."_s);
        addFull(u"a/2"_s);
        QTRY_COMPARE(m_stage->seen<QLabel>(u"spaceText"_s)->text(),
                     u"The disk /data is full: 3.1 GB missing. 2 downloads wait for room."_s);
        QVERIFY(
            m_stage->list()->model()->index(1, 0).data(TransferModel::WaitsForSpaceRole).toBool());
        QVERIFY(
            !m_stage->list()->model()->index(0, 0).data(TransferModel::WaitsForSpaceRole).toBool());
        m_stage->queue.edit(id).waitsForSpace = false;
        m_stage->queue.setState(id, TransferState::Running);
        m_stage->queue.setState(id + 1, TransferState::Paused); // waits for the user now
        QTRY_VERIFY(!m_stage->seen<QWidget>(u"spaceBanner"_s));
    }

    void leadsToTheCache_data() { inputs(); }
    void leadsToTheCache()
    {
        QFETCH(bool, mouse);
        addFull(u"a/1"_s);
        QTRY_VERIFY(m_stage->seen<QPushButton>(u"spaceFree"_s));
        QSignalSpy opened(&m_stage->pane, &Pane::openRequested);
        activate(m_stage->seen<QPushButton>(u"spaceFree"_s), mouse);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), u"cache"_s);
    }

    void triesAgain_data() { inputs(); }
    void triesAgain()
    {
        QFETCH(bool, mouse);
        m_stage->queue.add(sampleTransfer(u"a/0"_s, TransferState::Queued));
        addFull(u"a/1"_s);
        m_stage->queue.add(sampleTransfer(u"a/2"_s, TransferState::Paused));
        addFull(u"a/3"_s);
        QTRY_VERIFY(m_stage->seen<QPushButton>(u"spaceRetry"_s));
        activate(m_stage->seen<QPushButton>(u"spaceRetry"_s), mouse);
        QCOMPARE(m_stage->queue.verbs, (QStringList{u"resume 2"_s, u"resume 4"_s}));
    }

    void saysWhenItWasVerified()
    {
        Transfer transfer = sampleTransfer(u"a/1"_s, TransferState::Finished);
        m_stage->queue.add(transfer);
        m_stage->click(0);
        QCOMPARE(m_stage->seen<QLabel>(u"detailsStatus"_s)->text(), u"Finished"_s);
        transfer.verifiedAt = QDateTime::fromSecsSinceEpoch(1'780'000'000, QTimeZone::UTC);
        m_stage->queue.add(transfer);
        m_stage->click(1);
        const QString status = m_stage->seen<QLabel>(u"detailsStatus"_s)->text();
        QVERIFY2(status.startsWith(u"Finished. Verified on "_s), qPrintable(status));
        QVERIFY2(status.contains(u"2026"_s), qPrintable(status));
    }

    void opensTheFolderOfAnArchive()
    {
        Transfer transfer = sampleTransfer(u"a/1"_s, TransferState::Finished);
        transfer.request.archive = u"/data/packed/one.zip"_s;
        transfer.state = TransferState::Queued;
        transfer.resultPath.clear();
        const TransferId id = m_stage->queue.add(transfer);
        m_stage->click(0);
        QCOMPARE(m_stage->seen<QLabel>(u"detailsPath"_s)->text(), u"/data/packed/one.zip"_s);
        m_stage->queue.edit(id).resultPath = transfer.request.archive;
        m_stage->queue.setState(id, TransferState::Finished);
        QTest::keyClick(m_stage->list(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(m_stage->ui.prompter.openedUrls.value(0), QUrl(u"file:///data/packed"_s));
        QTest::keyClick(m_stage->list(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_stage->ui.prompter.copiedTexts.value(0), u"/data/packed/one.zip"_s);
    }

private:
    static void inputs()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }
};

HUBDESK_UI_TEST_MAIN(TestSpaceBanner)
#include "tst_spacebanner.moc"
