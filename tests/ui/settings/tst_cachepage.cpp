// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/settingsfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! The folders of the cache in the settings.
class TestCachePage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SettingsFixture> m_f;

    void make(const std::vector<std::pair<QString, QString>> &variables = {})
    {
        m_f = std::make_unique<SettingsFixture>(variables);
    }
    void open()
    {
        m_f->open();
        m_f->dialog->showPage(u"cache"_s);
    }
    void type(const QString &name, const QString &folder)
    {
        auto *field = m_f->seen<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, folder);
        QTest::keyClick(field, Qt::Key_Tab);
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        auto *label = m_f->seen<QLabel>(name);
        return label ? label->text() : QString();
    }
    static void addTypes()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<SettingKey>("key");
        QTest::newRow("models") << u"models"_s << SettingKey::ModelsFolder;
        QTest::newRow("datasets") << u"datasets"_s << SettingKey::DatasetsFolder;
        QTest::newRow("Spaces") << u"spaces"_s << SettingKey::SpacesFolder;
    }

private Q_SLOTS:
    void cleanup() { m_f.reset(); }

    void typed_data() { addTypes(); }
    void typed()
    {
        QFETCH(QString, name);
        QFETCH(SettingKey, key);
        make();
        open();
        const QString place = m_f->ui.folder.filePath(u"own"_s);
        auto *field = m_f->seen<QLineEdit>(name + "Folder"_L1);
        auto *reset = m_f->seen<QPushButton>(name + "FolderReset"_L1);
        QCOMPARE(field->placeholderText(), u"/nonexistent/home/.cache/huggingface/hub"_s);
        QVERIFY(!reset->isEnabled());
        QVERIFY(text(name + "InForce"_L1).isEmpty());
        type(name + "Folder"_L1, place);
        QCOMPARE(m_f->ui.settings.text(key), place);
        QVERIFY(text(name + "InForce"_L1).contains(place + " (chosen here)"_L1));
        QVERIFY(m_f->ui.settings.text(SettingKey::CacheFolder).isEmpty());
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(m_f->ui.settings.text(key).isEmpty());
        QVERIFY(field->text().isEmpty());
        QVERIFY(text(name + "InForce"_L1).isEmpty());
    }

    void chosen_data() { addTypes(); }
    void chosen()
    {
        QFETCH(QString, name);
        QFETCH(SettingKey, key);
        make();
        open();
        m_f->ui.prompter.folderAnswer = m_f->ui.folder.filePath(u"own"_s);
        QTest::mouseClick(m_f->seen<QPushButton>(name + "FolderChoose"_L1), Qt::LeftButton);
        QTRY_COMPARE(m_f->ui.settings.text(key), m_f->ui.prompter.folderAnswer);
        QCOMPARE(m_f->seen<QLineEdit>(name + "Folder"_L1)->text(), m_f->ui.prompter.folderAnswer);
    }

    void followsTheCommonFolder()
    {
        make();
        open();
        const QString common = m_f->ui.folder.filePath(u"common"_s);
        type(u"cacheFolder"_s, common);
        QCOMPARE(m_f->seen<QLineEdit>(u"modelsFolder"_s)->placeholderText(), common);
    }

    void noFolderInAnother()
    {
        make();
        open();
        const QString common = m_f->ui.folder.filePath(u"common"_s);
        type(u"cacheFolder"_s, common);
        type(u"modelsFolder"_s, common + "/models"_L1);
        QVERIFY(text(u"modelsFolderNote"_s).contains(common));
        QVERIFY(m_f->ui.settings.text(SettingKey::ModelsFolder).isEmpty());
        type(u"modelsFolder"_s, u"relative"_s);
        QVERIFY(text(u"modelsFolderNote"_s).contains(u"slash"_s));
        type(u"modelsFolder"_s, m_f->ui.folder.filePath(u"models"_s));
        QVERIFY(text(u"modelsFolderNote"_s).isEmpty());
    }

    void variablesDecide()
    {
        make({{u"HF_HUB_CACHE"_s, u"/env/cache"_s}});
        m_f->ui.settings.setValue(SettingKey::DatasetsFolder, u"/mine"_s);
        open();
        for (const QString &name : {u"models"_s, u"datasets"_s, u"spaces"_s}) {
            auto *field = m_f->seen<QLineEdit>(name + "Folder"_L1);
            QVERIFY(!field->isEnabled());
            QCOMPARE(field->text(), u"/env/cache"_s);
            QVERIFY(!m_f->seen<QPushButton>(name + "FolderChoose"_L1)->isEnabled());
            QVERIFY(!m_f->seen<QPushButton>(name + "FolderReset"_L1)->isEnabled());
            QVERIFY(text(name + "InForce"_L1).isEmpty());
        }
        QVERIFY(text(u"typeFoldersNote"_s).contains(u"HF_HUB_CACHE"_s));
        QCOMPARE(m_f->ui.settings.text(SettingKey::DatasetsFolder), u"/mine"_s);
    }
};

HUBDESK_UI_TEST_MAIN(TestCachePage)
#include "tst_cachepage.moc"
