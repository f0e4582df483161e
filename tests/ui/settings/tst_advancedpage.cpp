// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/logfile.h"
#include "tests/ui/settings/settingsfixture.h"
#include "ui/panes/settings/importdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QThreadPool>
#include <QTreeWidget>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestAdvancedPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SettingsFixture> m_f;

    void make(const std::vector<std::pair<QString, QString>> &variables = {})
    {
        m_f = std::make_unique<SettingsFixture>(variables);
        m_f->open();
        m_f->dialog->showPage(u"advanced"_s);
    }
    template <class T> T *seen(const char *name) const
    {
        return m_f->seen<T>(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void cleanup() { m_f.reset(); }

    void logLevel()
    {
        make();
        auto *level = seen<QComboBox>("logLevel");
        QCOMPARE(level->currentData(), u"info"_s);
        level->setFocus();
        QTest::keyClick(level, Qt::Key_End);
        QCOMPARE(m_f->ui.settings.text(SettingKey::LogLevel), u"debug"_s);
        make({{u"HF_HUB_VERBOSITY"_s, u"critical"_s}});
        QVERIFY(!seen<QComboBox>("logLevel")->isEnabled());
        QCOMPARE(seen<QComboBox>("logLevel")->currentData(), u"error"_s);
        QVERIFY(seen<QLabel>("logLevelNote")->text().contains(u"HF_HUB_VERBOSITY"_s));
    }

    void categories_data() { addInputs(); }
    void categories()
    {
        QFETCH(bool, mouse);
        make();
        press(seen<QCheckBox>("log-app.transfer"), mouse);
        press(seen<QCheckBox>("log-app.cache"), mouse);
        QCOMPARE(m_f->ui.settings.text(SettingKey::LogCategories), u"app.cache,app.transfer"_s);
        press(seen<QCheckBox>("log-app.transfer"), mouse);
        QCOMPARE(m_f->ui.settings.text(SettingKey::LogCategories), u"app.cache"_s);
        QVERIFY(seen<QCheckBox>("log-app.cache")->isChecked());
    }

    void logFolder()
    {
        make();
        auto *folder = seen<QLineEdit>("logFolder");
        folder->setFocus();
        QTest::keyClicks(folder, u"relative"_s);
        QTest::keyClick(folder, Qt::Key_Tab);
        QVERIFY(m_f->ui.settings.text(SettingKey::LogFolder).isEmpty());
        QVERIFY(seen<QLabel>("logFolderNote")->text().contains(u"slash"_s));
        m_f->ui.prompter.folderAnswer = m_f->ui.folder.filePath(u"log"_s);
        press(seen<QPushButton>("logFolderChoose"), true);
        QTRY_COMPARE(m_f->ui.settings.text(SettingKey::LogFolder), m_f->ui.prompter.folderAnswer);
        press(seen<QPushButton>("logFolderOpen"), false);
        QCOMPARE(m_f->ui.prompter.openedUrls.value(0),
                 QUrl::fromLocalFile(m_f->ui.prompter.folderAnswer));
    }

    void environment_data() { addInputs(); }
    void environment()
    {
        QFETCH(bool, mouse);
        make();
        QVERIFY(!seen<QTreeWidget>("environment"));
        QCOMPARE(seen<QLabel>("environmentNote")->text(), u"None is set."_s);
        make({{u"HF_TOKEN"_s, u"hf_sesame1234"_s}, {u"HF_HOME"_s, u"/data"_s}});
        auto *table = seen<QTreeWidget>("environment");
        QCOMPARE(table->topLevelItemCount(), 2);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_End);
        const QString note = seen<QLabel>("environmentNote")->text();
        QVERIFY2(note.startsWith(u"HF_HOME: "_s) && note.contains(u"Cache folder"_s),
                 qPrintable(note));
        press(seen<QPushButton>("environmentCopy"), mouse);
        const QString copied = m_f->ui.prompter.copiedTexts.value(0);
        QVERIFY(copied.contains(u"HF_HOME=/data"_s));
        QVERIFY(!copied.contains(u"sesame"_s));
    }

    void exportsAndImports_data() { addInputs(); }
    void exportsAndImports()
    {
        QFETCH(bool, mouse);
        make();
        m_f->ui.settings.setValue(SettingKey::Connections, 9);
        m_f->ui.settings.setValue(SettingKey::Appearance, u"dark"_s);
        const QString file = m_f->ui.folder.filePath(u"out.json"_s);
        m_f->ui.prompter.saveAnswer = file;
        press(seen<QPushButton>("settingsExport"), mouse);
        QTRY_VERIFY(seen<QLabel>("settingsFileNote"));
        QVERIFY(QFile::exists(file));
        QVERIFY(seen<QLabel>("settingsFileNote")->text().contains(file));
        m_f->ui.settings.reset(SettingKey::Connections);
        m_f->ui.settings.reset(SettingKey::Appearance);

        m_f->ui.prompter.fileAnswer = file;
        for (const bool accepts : {false, true}) {
            press(seen<QPushButton>("settingsImport"), mouse);
            QPointer<ImportDialog> dialog;
            QTRY_VERIFY(dialog = m_f->dialog->findChild<ImportDialog *>(u"importDialog"_s));
            QVERIFY(QTest::qWaitForWindowActive(dialog));
            auto *changes = dialog->findChild<QTreeWidget *>(u"importChanges"_s);
            QCOMPARE(changes->topLevelItemCount(), 2);
            QCOMPARE(changes->topLevelItem(1)->text(0), u"Connections in all"_s);
            QCOMPARE(changes->topLevelItem(1)->text(1), u"16"_s);
            QCOMPARE(changes->topLevelItem(1)->text(2), u"9"_s);
            QCOMPARE(m_f->ui.settings.number(SettingKey::Connections), 16); // only shown
            press(dialog->findChild<QPushButton *>(accepts ? u"importApply"_s : u"importCancel"_s),
                  mouse);
            QTRY_VERIFY(!dialog);
            QCOMPARE(m_f->ui.settings.number(SettingKey::Connections), accepts ? 9 : 16);
        }
        press(seen<QPushButton>("settingsUndo"), mouse);
        QCOMPARE(m_f->ui.settings.number(SettingKey::Connections), 16);
        QCOMPARE(m_f->ui.settings.text(SettingKey::Appearance), u"system"_s);
    }

    //! A file on a slow disk (a pipe) is chosen, then another one.
    void lastImportCounts()
    {
        make();
        QThreadPool::globalInstance()->setMaxThreadCount(4); // one of them waits
        m_f->ui.prompter.fileAnswer = m_f->ui.folder.filePath(u"pipe"_s);
        const QByteArray pipe = QFile::encodeName(m_f->ui.prompter.fileAnswer);
        QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
        press(seen<QPushButton>("settingsImport"), true);
        QFile quick(m_f->ui.folder.filePath(u"quick.json"_s));
        QVERIFY(quick.open(QIODevice::WriteOnly));
        quick.write(R"({"hubdesk-settings":1,"settings":{"transfers/connections":9}})");
        quick.close();
        m_f->ui.prompter.fileAnswer = quick.fileName();
        press(seen<QPushButton>("settingsImport"), true);
        QTRY_VERIFY(m_f->dialog->findChild<ImportDialog *>());
        QFile slow(QFile::decodeName(pipe));
        QVERIFY(slow.open(QIODevice::WriteOnly));
        slow.write(R"({"hubdesk-settings":1,"settings":{"transfers/connections":7}})");
        slow.close();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
        QCOMPARE(m_f->dialog->findChildren<ImportDialog *>().size(), 1);
    }

    void otherFileIsRefused()
    {
        make();
        m_f->ui.prompter.fileAnswer = m_f->ui.folder.filePath(u"test.ini"_s);
        press(seen<QPushButton>("settingsImport"), true);
        QTRY_VERIFY(seen<QLabel>("settingsFileNote"));
        QVERIFY(!m_f->dialog->findChild<ImportDialog *>());
    }
};

HUBDESK_UI_TEST_MAIN(TestAdvancedPage)
#include "tst_advancedpage.moc"
