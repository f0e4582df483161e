// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/settingsfixture.h"
#include "ui/panes/settings/settingspage.h"
#include "ui/panes/settings/settingswidget.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! All pages together: names, keyboard, reset, pictures.
class TestSettingsPages : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SettingsFixture> m_f;

    void make(const std::vector<std::pair<QString, QString>> &variables = {})
    {
        m_f = std::make_unique<SettingsFixture>(variables);
        m_f->ui.settings.setValue(SettingKey::ProxyMode, u"http"_s);
        m_f->ui.settings.setValue(SettingKey::ProxyHost, u"proxy.example.com"_s);
        m_f->ui.settings.setValue(SettingKey::ProxyUser, u"me"_s);
        m_f->open();
    }
    [[nodiscard]] SettingsWidget *widget() const
    {
        return m_f->dialog->findChild<SettingsWidget *>();
    }
    //! What the keyboard has to reach: one of a group of radio buttons is enough.
    [[nodiscard]] static QList<QWidget *> controls(const QWidget *page)
    {
        QList<QWidget *> found;
        for (QWidget *widget : page->findChildren<QWidget *>()) {
            const bool isPart = qobject_cast<QLineEdit *>(widget->parentWidget())
                || qobject_cast<QAbstractSpinBox *>(widget->parentWidget())
                || qobject_cast<QComboBox *>(widget->parentWidget())
                || qobject_cast<QAbstractItemView *>(widget->parentWidget());
            const bool isControl = qobject_cast<QAbstractButton *>(widget)
                || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget)
                || qobject_cast<QAbstractSpinBox *>(widget)
                || qobject_cast<QAbstractItemView *>(widget);
            if (isControl && !isPart && widget->isVisible())
                found << widget;
        }
        return found;
    }
    static void addPages()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"network", "account", "transfers", "cache", "appearance",
                                 "language", "notifications", "advanced"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

private Q_SLOTS:
    void cleanup() { m_f.reset(); }

    void everyControlHasAName_data() { addPages(); }
    void everyControlHasAName()
    {
        QFETCH(QString, page);
        make({{u"HF_HOME"_s, u"/data/hf"_s}});
        QVERIFY(widget()->pages().contains(page));
        QCOMPARE(widget()->pages().size(), 8); // a new page belongs into addPages()
        m_f->dialog->showPage(page);
        const auto all = controls(widget()->currentPage());
        QVERIFY(!all.isEmpty());
        for (const QWidget *control : all) {
            const QAccessibleInterface *face =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(control));
            QVERIFY2(!control->objectName().isEmpty(), control->metaObject()->className());
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                     qPrintable(control->objectName() + u' '
                                + QString::fromLatin1(control->metaObject()->className())));
        }
    }

    void everyControlIsReachedByTab_data() { addPages(); }
    void everyControlIsReachedByTab()
    {
        QFETCH(QString, page);
        make({{u"HF_TOKEN_PATH"_s, u"/data/token"_s}});
        m_f->dialog->showPage(page);
        QSet<QWidget *> reached;
        m_f->seen<QLineEdit>(u"settingsSearch"_s)->setFocus();
        for (int i = 0; i < 120; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(QApplication::focusWidget());
            reached.insert(QApplication::focusWidget());
            if (const auto *button = qobject_cast<QRadioButton *>(QApplication::focusWidget())) {
                for (auto *other : button->parentWidget()->findChildren<QRadioButton *>())
                    reached.insert(other); // by the arrow keys
            }
        }
        for (QWidget *control : controls(widget()->currentPage()))
            QVERIFY2(!control->isEnabled() || control->focusPolicy() == Qt::NoFocus
                         || reached.contains(control),
                     qPrintable(control->objectName()));
        QVERIFY(reached.contains(m_f->seen<QPushButton>(u"settingsClose"_s)));
    }

    void everySettingIsOnOnePage()
    {
        make();
        QList<SettingKey> seen;
        for (const QString &id : widget()->pages()) {
            m_f->dialog->showPage(id);
            seen << widget()->currentPage()->keys();
        }
        for (const SettingKey key : Settings::keys()) {
            // What Browse itself remembers has no page.
            const bool isElsewhere = key == SettingKey::BrowseType || key == SettingKey::BrowseSort;
            QVERIFY2(seen.count(key) == (isElsewhere ? 0 : 1), qPrintable(Settings::name(key)));
        }
    }

    void resetOfAPage_data() { addInputs(); }
    void resetOfAPage()
    {
        QFETCH(bool, mouse);
        make();
        m_f->ui.settings.setValue(SettingKey::Offline, true);
        m_f->ui.settings.setValue(SettingKey::Connections, 9);
        m_f->dialog->showPage(u"network"_s);
        QVERIFY(!m_f->seen<QPushButton>(u"settingsUndo"_s));
        press(m_f->seen<QPushButton>(u"settingsResetPage"_s), mouse);
        QVERIFY(!m_f->ui.settings.flag(SettingKey::Offline));
        QVERIFY(!m_f->seen<QCheckBox>(u"offline"_s)->isChecked());
        QCOMPARE(m_f->ui.settings.number(SettingKey::Connections), 9); // of another page
        QVERIFY(m_f->seen<QLabel>(u"settingsUndoText"_s)->text().contains(u"Network"_s));
        press(m_f->seen<QPushButton>(u"settingsUndo"_s), mouse);
        QVERIFY(m_f->ui.settings.flag(SettingKey::Offline));
        QVERIFY(m_f->seen<QCheckBox>(u"offline"_s)->isChecked());
        QCOMPARE(m_f->ui.settings.text(SettingKey::ProxyHost), u"proxy.example.com"_s);
        QVERIFY(!m_f->seen<QPushButton>(u"settingsUndo"_s));
        m_f->dialog->showPage(u"advanced"_s);
        press(m_f->seen<QPushButton>(u"settingsResetAll"_s), mouse);
        QCOMPARE(m_f->ui.settings.number(SettingKey::Connections), 16);
        press(m_f->seen<QPushButton>(u"settingsUndo"_s), mouse);
        QCOMPARE(m_f->ui.settings.number(SettingKey::Connections), 9);
    }

    void switches_data()
    {
        QTest::addColumn<bool>("mouse");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("name");
        QTest::addColumn<SettingKey>("key");
        for (const bool mouse : {false, true}) {
            const QByteArray how = mouse ? " by mouse" : " by keyboard";
            const auto add = [&](const char *page, const char *name, SettingKey key) {
                QTest::newRow((name + how).constData())
                    << mouse << QString::fromLatin1(page) << QString::fromLatin1(name) << key;
            };
            add("notifications", "notifyBatchEnd", SettingKey::NotifyBatchEnd);
            add("notifications", "notifyFailures", SettingKey::NotifyFailures);
            add("notifications", "notifyNewVersions", SettingKey::NotifyNewVersions);
            add("advanced", "logToFile", SettingKey::LogToFile);
            add("cache", "checkVersionsAtStart", SettingKey::CheckVersionsAtStart);
            add("appearance", "loadCardImages", SettingKey::LoadCardImages);
        }
    }
    void switches()
    {
        QFETCH(bool, mouse);
        QFETCH(QString, page);
        QFETCH(QString, name);
        QFETCH(SettingKey, key);
        make();
        m_f->dialog->showPage(page);
        auto *box = m_f->seen<QCheckBox>(name);
        const bool before = m_f->ui.settings.flag(key);
        QCOMPARE(box->isChecked(), before);
        press(box, mouse);
        QCOMPARE(m_f->ui.settings.flag(key), !before);
        m_f->ui.settings.setValue(key, before); // changed elsewhere, e.g. by an undo
        QCOMPARE(box->isChecked(), before);
    }

    void language_data() { addInputs(); }
    void language()
    {
        QFETCH(bool, mouse);
        make();
        m_f->dialog->showPage(u"language"_s);
        auto *system = m_f->seen<QRadioButton>(u"language-system"_s);
        QVERIFY(system->isChecked());
        if (mouse) {
            press(m_f->seen<QRadioButton>(u"language-de"_s), true);
        } else {
            system->setFocus();
            QTest::keyClick(system, Qt::Key_Down);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        }
        QCOMPARE(m_f->ui.settings.text(SettingKey::Language), u"de"_s);
    }

    //! For people: pictures of every page in the folder that HUBDESK_PICTURES names.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("HUBDESK_PICTURES");
        const QList<QSize> sizes{QSize(1000, 700), QSize(2560, 1440)};
        m_f = std::make_unique<SettingsFixture>(
            std::vector<std::pair<QString, QString>>{{u"HF_HOME"_s, u"/data/huggingface"_s},
                                                     {u"HF_TOKEN"_s, u"hf_abcdefghijkl"_s},
                                                     {u"HF_HUB_DOWNLOAD_TIMEOUT"_s, u"30"_s},
                                                     {u"HF_HUB_DISABLE_TELEMETRY"_s, u"1"_s}});
        m_f->ui.settings.setValue(SettingKey::EndpointProfiles,
                                  u"company|Our%20Hub|https%3A%2F%2Fhub.example.com"_s);
        m_f->ui.settings.setValue(SettingKey::Endpoint, u"https://hub.example.com"_s);
        m_f->ui.settings.setValue(SettingKey::ProxyMode, u"http"_s);
        m_f->open();
        for (const auto &[appearance, name] :
             {std::pair{Appearance::Light, u"light"_s}, std::pair{Appearance::Dark, u"dark"_s}}) {
            m_f->ui.theme.setAppearance(appearance);
            for (const QSize size : sizes) {
                m_f->dialog->resize(size);
                for (const QString &page : widget()->pages()) {
                    m_f->dialog->showPage(page);
                    QCoreApplication::sendPostedEvents();
                    const QPixmap picture = m_f->dialog->grab();
                    QCOMPARE(picture.deviceIndependentSize().toSize(), size);
                    const QString file =
                        u"%1/settings-%2-%3-%4.png"_s.arg(folder, page, name).arg(size.width());
                    QVERIFY(folder.isEmpty() || picture.save(file));
                }
            }
        }
    }
};

HUBDESK_UI_TEST_MAIN(TestSettingsPages)
#include "tst_settingspages.moc"
