// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/browserstage.h"
#include "ui/dialogs/downloaddialog.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestDownloadTargetBox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Stage> m_stage;
    QPointer<DownloadDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_wanted;

    template <class T> T *part(const QString &name) const { return m_dialog->findChild<T *>(name); }
    QString path(const QString &name) const { return m_stage->ui.folder.filePath(name); }
    FakePrompter &prompter() const { return m_stage->ui.prompter; }
    //! Chooses an entry of a combo box as a person does.
    void pick(const QString &name, int index, bool mouse = false) const
    {
        auto *combo = part<QComboBox>(name);
        combo->setFocus();
        if (mouse) {
            combo->showPopup();
            const QModelIndex row = combo->model()->index(index, 0);
            QTest::mouseClick(combo->view()->viewport(), Qt::LeftButton, {},
                              combo->view()->visualRect(row).center());
            return;
        }
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
    }
    //! Opens the menu of targets and chooses an entry of it.
    void target(int index, bool mouse = false) const
    {
        auto *button = part<QPushButton>(u"downloadTarget"_s);
        QMenu *menu = button->menu();
        activate(button, mouse);
        QTRY_VERIFY(menu->isVisible());
        QAction *wanted = menu->actions().at(index);
        while (menu->activeAction() != wanted)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
    }
    void press(const QString &name) const
    {
        QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton);
    }
    DownloadRequest request() const { return m_wanted->front().at(0).value<DownloadRequest>(); }
    TransferOptions options() const { return m_wanted->front().at(1).value<TransferOptions>(); }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_wanted = std::make_unique<QSignalSpy>(&m_stage->pane, &BrowserPane::downloadRequested);
        QVERIFY(m_stage->openRepo());
        m_stage->pane.startDownload({u"docs/notes.md"_s});
        QTRY_VERIFY((m_dialog = m_stage->child<DownloadDialog>("downloadDialog")));
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        QTRY_VERIFY(part<QPushButton>(u"downloadStart"_s)->isEnabled());
    }
    void cleanup()
    {
        m_wanted.reset();
        m_stage.reset();
    }

    void cacheAtFirst()
    {
        QCOMPARE(part<QLabel>(u"downloadDestination"_s)->text(), path(u"hub"_s));
        QVERIFY(!part<QPushButton>(u"downloadChoose"_s)->isVisible());
        QCOMPARE(part<QLabel>(u"downloadMissing"_s)->text(), u"One file, 2.0 kB"_s);
        press(u"downloadStart"_s);
        QCOMPARE(m_wanted->size(), 1);
        QVERIFY(request().localFolder.isEmpty());
        QVERIFY(request().archive.isEmpty());
        QVERIFY(!options().startAt.isValid());
        QCOMPARE(options().priority, TransferPriority::Normal);
        QVERIFY(options().expectedBytes > 0);
    }

    void namesTheMirrors()
    {
        QVERIFY(!part<QLabel>(u"downloadMirrors"_s)->isVisible());
        m_dialog->close();
        QTRY_VERIFY(!m_dialog);
        m_stage->ui.settings.setValue(SettingKey::Mirrors,
                                      u"https://one.test -https://off.test https://two.test"_s);
        m_stage->pane.startDownload({u"docs/notes.md"_s});
        QTRY_VERIFY((m_dialog = m_stage->child<DownloadDialog>("downloadDialog"))
                    && m_dialog->isVisible());
        QTRY_VERIFY(part<QLabel>(u"downloadMirrors"_s)->isVisible());
        QVERIFY(part<QLabel>(u"downloadMirrors"_s)->text().startsWith(u"2 mirror"_s));
        const QString tip = part<QLabel>(u"downloadMirrors"_s)->toolTip();
        QVERIFY(tip.contains(u"https://one.test\nhttps://two.test"_s));
        QVERIFY(!tip.contains(u"off"_s));
    }

    void folder_data() { addInputs(); }
    void folder()
    {
        QFETCH(bool, mouse);
        prompter().folderAnswer = path(u"out"_s);
        target(1, mouse);
        QTRY_COMPARE(part<QLabel>(u"downloadDestination"_s)->text(), path(u"out"_s));
        QCOMPARE(prompter().folderStarts.value(0), QDir::homePath());
        QVERIFY(!part<QLabel>(u"downloadTargetNote"_s)->isVisible());
        QTRY_VERIFY(part<QLabel>(u"downloadFree"_s)->text() != u"Not known"_s);
        // Where one was is where the next one begins.
        activate(part<QPushButton>(u"downloadChoose"_s), mouse);
        QTRY_COMPARE(prompter().folderStarts.size(), 2);
        QCOMPARE(prompter().folderStarts.value(1), path(u"out"_s));
        activate(part<QPushButton>(u"downloadStart"_s), mouse);
        QTRY_COMPARE(m_wanted->size(), 1);
        QCOMPARE(request().localFolder, path(u"out"_s));
        QCOMPARE(m_stage->ui.settings.state(u"download/folder"_s).toString(), path(u"out"_s));
    }

    void foreignFolderIsToldAndAvoided()
    {
        QVERIFY(QDir().mkpath(path(u"full/holiday"_s)));
        prompter().folderAnswer = path(u"full"_s);
        target(1);
        QTRY_VERIFY(part<QLabel>(u"downloadTargetNote"_s)->isVisible());
        QVERIFY(part<QPushButton>(u"downloadStart"_s)->isEnabled()); // a warning only
        press(u"downloadSubfolder"_s);
        QCOMPARE(part<QLabel>(u"downloadDestination"_s)->text(),
                 path(u"full/harbor-7b-instruct"_s));
        QTRY_VERIFY(!part<QLabel>(u"downloadTargetNote"_s)->isVisible());
        QVERIFY(QDir().mkpath(path(u"full/.cache/huggingface"_s)));
        press(u"downloadChoose"_s);
        QTRY_COMPARE(part<QLabel>(u"downloadDestination"_s)->text(), path(u"full"_s));
        QTRY_VERIFY(part<QLabel>(u"downloadFree"_s)->text() != u"Not known"_s);
        QVERIFY(!part<QLabel>(u"downloadTargetNote"_s)->isVisible()); // ours
    }

    void givingUpKeepsTheCache()
    {
        target(1); // the prompter answers with nothing
        QTRY_COMPARE(prompter().folderStarts.size(), 1);
        QCOMPARE(part<QPushButton>(u"downloadTarget"_s)->text(), u"Cache"_s);
        QCOMPARE(part<QLabel>(u"downloadDestination"_s)->text(), path(u"hub"_s));
    }

    void archive()
    {
        m_stage->ui.settings.setState(u"download/folder"_s, path(u"packed"_s));
        prompter().saveAnswer = path(u"packed/model"_s);
        target(2);
        QTRY_COMPARE(part<QLabel>(u"downloadDestination"_s)->text(), path(u"packed/model.zip"_s));
        QCOMPARE(prompter().saveStarts.value(0), path(u"packed/harbor-7b-instruct.zip"_s));
        prompter().saveAnswer = path(u"model.tar.zst"_s);
        press(u"downloadChoose"_s);
        QTRY_COMPARE(part<QLabel>(u"downloadDestination"_s)->text(), path(u"model.tar.zst"_s));
        QTRY_VERIFY(part<QLabel>(u"downloadFree"_s)->text() != u"Not known"_s);
        press(u"downloadStart"_s);
        QTRY_COMPARE(m_wanted->size(), 1);
        QCOMPARE(request().archive, path(u"model.tar.zst"_s));
        QVERIFY(request().localFolder.isEmpty());
    }

    void optionsFoldOut_data() { addInputs(); }
    void optionsFoldOut()
    {
        QFETCH(bool, mouse);
        QVERIFY(!part<QComboBox>(u"downloadWhen"_s)->isVisible());
        activate(part<QPushButton>(u"downloadOptions"_s), mouse);
        QVERIFY(part<QComboBox>(u"downloadWhen"_s)->isVisible());
        QVERIFY(!part<QDateTimeEdit>(u"downloadStartTime"_s)->isVisible());
        pick(u"downloadWhen"_s, 4, mouse);
        QVERIFY(part<QDateTimeEdit>(u"downloadStartTime"_s)->isVisible());
        const QDateTime later(QDate(2035, 2, 3), QTime(4, 5));
        part<QDateTimeEdit>(u"downloadStartTime"_s)->setDateTime(later);
        pick(u"downloadPriority"_s, 0, mouse);
        part<QDoubleSpinBox>(u"downloadLimitFigure"_s)->setValue(3);
        activate(part<QPushButton>(u"downloadOptions"_s), mouse);
        QVERIFY(!part<QComboBox>(u"downloadWhen"_s)->isVisible());
        // What is folded away is told.
        const QString told = part<QLabel>(u"downloadOptionsText"_s)->text();
        QVERIFY2(told.contains(u"2035"_s) && told.contains(u"High"_s)
                     && told.contains(u"3.0 MB/s"_s),
                 qPrintable(told));
        activate(part<QPushButton>(u"downloadStart"_s), mouse);
        QTRY_COMPARE(m_wanted->size(), 1);
        QCOMPARE(options().startAt, later.toUTC());
        QCOMPARE(options().priority, TransferPriority::High);
        QCOMPARE(options().rateLimit, 3'000'000);
    }
};

HUBDESK_UI_TEST_MAIN(TestDownloadTargetBox)
#include "tst_downloadtargetbox.moc"
