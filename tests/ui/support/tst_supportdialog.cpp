// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/supportcontroller.h"
#include "tests/support/uifixture.h"
#include "ui/dialogs/supportdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestSupportDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::shared_ptr<FlightRecorder> m_recorder;
    std::unique_ptr<SupportController> m_controller;
    std::unique_ptr<SupportDialog> m_dialog;
    int m_asked = 0;

    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(m_dialog.get(), name);
    }
    bool isReady() const { return m_controller->state() == SupportController::State::Ready; }
    QString preview() const { return seen<QPlainTextEdit>(u"supportPreview"_s)->toPlainText(); }
    void showPart(const QString &name)
    {
        auto *list = seen<QListWidget>(u"supportParts"_s);
        const auto found = list->findItems(name, Qt::MatchStartsWith);
        QCOMPARE(found.size(), 1);
        list->setCurrentItem(found.first());
    }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_recorder = std::make_shared<FlightRecorder>();
        FlightRecord record;
        record.startedAt = 1'700'000'000'000;
        record.setRequest("GET", QUrl(u"https://h/ns/private/resolve/main/a.bin?token=hf_abc"_s),
                          QUrl(u"https://h"_s));
        m_recorder->add(record);
        m_asked = 0;
        m_controller = std::make_unique<SupportController>([this] {
            ++m_asked;
            SupportInput input;
            input.recorder = m_recorder;
            input.cache = m_ui->folder.filePath(u"hub"_s);
            input.settings = m_ui->settings.all();
            return input;
        });
        m_dialog = std::make_unique<SupportDialog>(m_ui->context(), m_controller.get());
        QVERIFY(showActive(m_dialog.get()));
        QTRY_VERIFY(isReady());
    }
    void cleanup()
    {
        m_dialog.reset();
        m_controller.reset();
        m_ui.reset();
    }

    void showsWhatWillBeSaved()
    {
        QCOMPARE(m_asked, 1);
        auto *list = seen<QListWidget>(u"supportParts"_s);
        QCOMPARE(list->count(), int(m_controller->parts().size()));
        QVERIFY(preview().contains("requests.jsonl"_L1)); // README.txt explains the rest
        showPart(u"requests.jsonl"_s);
        QVERIFY(preview().contains("/ns/private/resolve/main/a.bin"_L1));
        QVERIFY(!preview().contains("hf_abc"_L1));
        QVERIFY(!seen<QLabel>(u"supportExplanation"_s)->text().isEmpty());
        QVERIFY(seen<QPushButton>(u"supportSave"_s)->isEnabled());
    }

    void namesCanBeLeftOut()
    {
        showPart(u"requests.jsonl"_s);
        QTest::keyClick(seen<QCheckBox>(u"supportNames"_s), Qt::Key_Space);
        QVERIFY(!seen<QPushButton>(u"supportSave"_s)->isEnabled());
        QTRY_VERIFY(isReady());
        QVERIFY(preview().contains("/repo-1/resolve/main/*.bin"_L1)); // the same file is shown
        QVERIFY(!preview().contains("private"_L1));
    }

    void savesWithOneClick()
    {
        m_ui->prompter.saveAnswer = m_ui->folder.filePath(u"bundle.zip"_s);
        QSignalSpy closed(m_dialog.get(), &QDialog::accepted);
        QTest::mouseClick(seen<QPushButton>(u"supportSave"_s), Qt::LeftButton);
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(m_ui->prompter.saveStarts.first().contains("hubdesk-support-"_L1));
        QVERIFY(QFileInfo(m_ui->prompter.saveAnswer).size() > 0);
        QVERIFY(m_ui->prompter.notifications.last().contains("bundle.zip"_L1));
        m_ui->prompter.lastNotificationAction();
        QCOMPARE(m_ui->prompter.openedUrls.last(), QUrl::fromLocalFile(m_ui->folder.path()));
    }

    void givingUpTheFileNameKeepsTheDialog()
    {
        QTest::mouseClick(seen<QPushButton>(u"supportSave"_s), Qt::LeftButton);
        QTRY_COMPARE(m_ui->prompter.saveStarts.size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(isReady());
    }

    void aFailureIsSaidAndCanBeTriedAgain()
    {
        m_ui->prompter.saveAnswer = m_ui->folder.filePath(u"no/such/folder/bundle.zip"_s);
        QTest::mouseClick(seen<QPushButton>(u"supportSave"_s), Qt::LeftButton);
        QTRY_COMPARE(m_controller->state(), SupportController::State::Failed);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!seen<QLabel>(u"supportStatus"_s)->text().isEmpty());
        QVERIFY(seen<QPushButton>(u"supportSave"_s)->isEnabled());
        m_ui->prompter.saveAnswer = m_ui->folder.filePath(u"bundle.zip"_s);
        QSignalSpy closed(m_dialog.get(), &QDialog::accepted);
        QTest::mouseClick(seen<QPushButton>(u"supportSave"_s), Qt::LeftButton);
        QTRY_COMPARE(closed.size(), 1);
    }

    void canBeCanceledAtAnyTime()
    {
        seen<QCheckBox>(u"supportNames"_s)->toggle(); // collecting again
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_controller->state(), SupportController::State::Idle);
        QVERIFY(m_controller->parts().empty());
    }

    void dialogMayGoFirst()
    {
        seen<QCheckBox>(u"supportNames"_s)->toggle();
        m_dialog.reset();
        m_controller.reset(); // while the worker may still be at it
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
    }
};

HUBDESK_UI_TEST_MAIN(TestSupportDialog)
#include "tst_supportdialog.moc"
