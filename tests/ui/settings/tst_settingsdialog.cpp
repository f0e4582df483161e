// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/accountcontroller.h"
#include "core/model/settingscontroller.h"
#include "tests/support/fakeaccounts.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/uifixture.h"
#include "ui/dialogs/settingsdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<Environment> m_environment;
    std::unique_ptr<HubClient> m_client;
    std::unique_ptr<FakeAccounts> m_accounts;
    std::unique_ptr<AccountController> m_account;
    std::unique_ptr<SettingsController> m_settings;
    std::unique_ptr<SettingsDialog> m_dialog;

    void make(const std::vector<std::pair<QString, QString>> &variables = {},
              const QString &token = {})
    {
        QProcessEnvironment process;
        process.insert(u"HOME"_s, u"/nonexistent/home"_s);
        for (const auto &[name, value] : variables)
            process.insert(name, value);
        m_environment = std::make_unique<Environment>(process);
        ClientConfig config;
        config.endpoint = QUrl(u"https://hub.test"_s);
        config.token = token;
        config.userAgent = "test";
        m_client = std::make_unique<HubClient>(config, m_network.get());
        m_accounts = std::make_unique<FakeAccounts>(process);
        m_account = std::make_unique<AccountController>(m_client.get(), &m_accounts->accounts,
                                                        [this] { return m_accounts->choice; });
        m_settings = std::make_unique<SettingsController>(
            &m_ui->settings, m_environment.get(), [this] { return m_client->config(); },
            m_network.get());
        m_dialog =
            std::make_unique<SettingsDialog>(m_ui->context(), m_settings.get(), m_account.get());
        QVERIFY(showActive(m_dialog.get()));
    }
    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(m_dialog.get(), name);
    }
    static void addInputs()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
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
        m_ui = std::make_unique<UiFixture>();
        m_network = std::make_unique<FakeNetwork>();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_settings.reset();
        m_account.reset();
        m_client.reset();
        m_network.reset();
        m_ui.reset();
    }

    void pagesByKeyboard()
    {
        make();
        QCOMPARE(m_dialog->page(), u"network"_s);
        auto *pages = seen<QListWidget>(u"settingsPages"_s);
        pages->setFocus();
        QTest::keyClick(pages, Qt::Key_Down);
        QCOMPARE(m_dialog->page(), u"account"_s);
        m_dialog->showPage(u"appearance"_s);
        QVERIFY(seen<QRadioButton>(u"appearance-dark"_s));
        m_dialog->showPage(u"no such page"_s);
        QCOMPARE(m_dialog->page(), u"appearance"_s);
        auto *close = seen<QPushButton>(u"settingsClose"_s);
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(showActive(m_dialog.get()));
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void endpointIsCheckedBeforeItIsKept()
    {
        make();
        auto *endpoint = seen<QLineEdit>(u"endpoint"_s);
        endpoint->setFocus();
        QTest::keyClicks(endpoint, u"nonsense"_s);
        QVERIFY(visibleChild<QToolButton>(endpoint, {})); // the cross
        QTest::keyClick(endpoint, Qt::Key_Tab);
        QVERIFY(seen<QLabel>(u"endpointReport"_s)->text().contains(u"https://"_s));
        QVERIFY(m_ui->settings.text(SettingKey::Endpoint).isEmpty());
        endpoint->clear();
        endpoint->setFocus();
        QTest::keyClicks(endpoint, u"https://other.test"_s);
        QTest::keyClick(endpoint, Qt::Key_Tab);
        QCOMPARE(m_ui->settings.text(SettingKey::Endpoint), u"https://other.test"_s);
    }

    void testButton_data() { addInputs(); }
    void testButton()
    {
        QFETCH(bool, mouse);
        m_network->setResponder([](FakeReply *reply) { reply->finishWith(200, "[]"); });
        make();
        auto *test = seen<QPushButton>(u"endpointTest"_s);
        activate(test, mouse);
        QVERIFY(!test->isEnabled());
        QTRY_VERIFY(test->isEnabled());
        QVERIFY(seen<QLabel>(u"endpointReport"_s)->text().startsWith(u"huggingface.co answers"_s));
    }

    void variablesOverride()
    {
        m_ui->settings.setValue(SettingKey::Endpoint, u"https://mine.test"_s);
        make({{u"HF_ENDPOINT"_s, u"https://env.test"_s},
              {u"HF_HUB_CACHE"_s, u"/env/cache"_s},
              {u"HF_HUB_OFFLINE"_s, u"1"_s}});
        auto *endpoint = seen<QLineEdit>(u"endpoint"_s);
        QVERIFY(!endpoint->isEnabled());
        QCOMPARE(endpoint->text(), u"https://env.test"_s);
        QVERIFY(!visibleChild<QToolButton>(endpoint, {})); // no cross to clear it
        QVERIFY(seen<QLabel>(u"endpointNote"_s)->text().contains(u"HF_ENDPOINT"_s));
        QVERIFY(seen<QCheckBox>(u"offline"_s)->isChecked());
        QVERIFY(!seen<QCheckBox>(u"offline"_s)->isEnabled());
        m_dialog->showPage(u"cache"_s);
        QVERIFY(!seen<QPushButton>(u"cacheFolderChoose"_s)->isEnabled());
        QVERIFY(seen<QLabel>(u"cacheFolderNote"_s)->text().contains(u"HF_HUB_CACHE"_s));
        QCOMPARE(m_ui->settings.text(SettingKey::Endpoint), u"https://mine.test"_s);
    }

    void offlineSwitch()
    {
        make();
        auto *offline = seen<QCheckBox>(u"offline"_s);
        offline->setFocus();
        QTest::keyClick(offline, Qt::Key_Space);
        QVERIFY(m_ui->settings.flag(SettingKey::Offline));
        m_ui->settings.setValue(SettingKey::Offline, false);
        QVERIFY(!offline->isChecked());
    }

    void cacheFolder()
    {
        make();
        m_dialog->showPage(u"cache"_s);
        QVERIFY(seen<QLabel>(u"cacheHome"_s)->text().contains(u".cache/huggingface"_s));
        m_ui->prompter.folderAnswer = m_ui->folder.filePath(u"hub"_s);
        QTest::mouseClick(seen<QPushButton>(u"cacheFolderChoose"_s), Qt::LeftButton);
        QTRY_COMPARE(m_ui->settings.text(SettingKey::CacheFolder), m_ui->prompter.folderAnswer);
        QVERIFY(seen<QLabel>(u"cacheInForce"_s)->text().contains(u"chosen here"_s));
        auto *folder = seen<QLineEdit>(u"cacheFolder"_s);
        folder->setText(u"relative"_s);
        folder->setFocus();
        QTest::keyClick(folder, Qt::Key_Tab);
        QVERIFY(seen<QLabel>(u"cacheFolderNote"_s)->text().contains(u"slash"_s));
        QCOMPARE(m_ui->settings.text(SettingKey::CacheFolder), m_ui->prompter.folderAnswer);
        QTest::mouseClick(seen<QPushButton>(u"cacheFolderReset"_s), Qt::LeftButton);
        QVERIFY(m_ui->settings.text(SettingKey::CacheFolder).isEmpty());
    }

    void appearanceAtOnce()
    {
        make();
        m_dialog->showPage(u"appearance"_s);
        QVERIFY(!m_ui->theme.isDark());
        QTest::mouseClick(seen<QRadioButton>(u"appearance-dark"_s), Qt::LeftButton, {},
                          QPoint(8, 8));
        QVERIFY(m_ui->theme.isDark());
        QCOMPARE(m_ui->settings.text(SettingKey::Appearance), u"dark"_s);
        auto *dark = seen<QRadioButton>(u"appearance-dark"_s);
        dark->setFocus();
        QTest::keyClick(dark, Qt::Key_Up);
        QCOMPARE(m_ui->settings.text(SettingKey::Appearance), u"light"_s);
        QVERIFY(!m_ui->theme.isDark());
    }

    void parallelDownloads()
    {
        make();
        m_dialog->showPage(u"transfers"_s);
        auto *parallel = seen<QSpinBox>(u"parallelDownloads"_s);
        QCOMPARE(parallel->value(), m_ui->settings.number(SettingKey::ParallelDownloads));
        parallel->setFocus();
        QTest::keyClick(parallel, Qt::Key_Up);
        QCOMPARE(m_ui->settings.number(SettingKey::ParallelDownloads), parallel->value());
    }

    void accountStates_data() { addInputs(); }
    void accountStates()
    {
        QFETCH(bool, mouse);
        int status = 503;
        QPointer<FakeReply> held;
        m_network->setResponder([&](FakeReply *reply) {
            if (status == 0)
                held = reply;
            else if (status == 200)
                reply->finishWith(200, R"({"type":"user","name":"demo"})");
            else
                reply->finishWith(status, R"({"error":"no"})");
        });
        make({}, u"hf_token"_s);
        m_dialog->showPage(u"account"_s);
        auto *check = seen<QPushButton>(u"accountCheck"_s);
        auto *name = seen<QLabel>(u"accountName"_s);
        status = 0; // loading: one question at a time
        activate(check, mouse);
        QTRY_VERIFY(held);
        QVERIFY(!check->isEnabled());
        QCOMPARE(name->text(), u"Checking the account"_s);
        held->finishWith(403, R"({"error":"not now"})"); // error with retry
        QTRY_VERIFY(check->isEnabled());
        QVERIFY(name->text().startsWith(u"Account unknown. "_s));
        status = 401; // signed out
        activate(check, mouse);
        QTRY_VERIFY(name->text().startsWith(u"Not signed in"_s));
        status = 200; // ready
        activate(check, mouse);
        QTRY_VERIFY(name->text().startsWith(u"demo"_s));
        ClientConfig config = m_client->config();
        config.offline = true;
        m_client->setConfig(config);
        QTRY_COMPARE(name->text(), u"Offline"_s);
        config.offline = false;
        m_client->setConfig(config);
        QTRY_VERIFY(name->text().startsWith(u"demo"_s));
    }

    void accountSignedIn()
    {
        m_network->setResponder([](FakeReply *reply) {
            reply->finishWith(200, R"({"type":"user","name":"demo","fullname":"Demo Person"})");
        });
        make({}, u"hf_token"_s);
        m_dialog->showPage(u"account"_s);
        QTest::mouseClick(seen<QPushButton>(u"accountCheck"_s), Qt::LeftButton);
        QTRY_VERIFY(seen<QLabel>(u"accountName"_s)->text().startsWith(u"demo"_s));
        QVERIFY(seen<QLabel>(u"accountSource"_s)->text().contains(u"HF_TOKEN"_s));
        QTest::mouseClick(seen<QPushButton>(u"accountTokenPage"_s), Qt::LeftButton);
        QCOMPARE(m_ui->prompter.openedUrls.value(0), QUrl(u"https://hub.test/settings/tokens"_s));
    }

    void everyControlHasAName()
    {
        make();
        for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool control = button || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QAbstractSpinBox *>(widget);
            QVERIFY2(!control || !widget->accessibleName().isEmpty()
                         || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }
};

HUBDESK_UI_TEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
