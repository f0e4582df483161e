// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/accountcontroller.h"
#include "core/model/settingscontroller.h"
#include "tests/support/fakeaccounts.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testfiles.h"
#include "tests/support/uifixture.h"
#include "ui/dialogs/signindialog.h"
#include "ui/panes/settings/accountpage.h"
#include "ui/shell/accountmenu.h"
#include "ui/widgets/themedlabel.h"

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! The accounts in the settings, the dialog to sign in, and the menu to switch, by keyboard and by
//! mouse.
class TestAccountPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<FakeAccounts> m_fake;
    std::unique_ptr<HubClient> m_client;
    std::unique_ptr<SettingsController> m_settings;
    std::unique_ptr<AccountController> m_controller;
    std::unique_ptr<AccountPage> m_page;

    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(m_page.get(), name);
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        const auto *label = seen<ThemedLabel>(name);
        return label ? label->text() : QString();
    }
    static QByteArray picture()
    {
        QImage image(16, 16, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return bytes;
    }
    static void inputs()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }
    static void press(QWidget *button, bool mouse)
    {
        QVERIFY(button);
        if (mouse) {
            // Where a check box has its box.
            QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        } else {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
    }
    void add(const QString &name, const QString &token)
    {
        Account account;
        account.name = name;
        account.endpoint = QUrl(u"https://%1.test"_s.arg(name));
        account.tokenName = name;
        account.tokenRole = u"write"_s;
        std::optional<Result<void>> done;
        m_fake->accounts.add(account, {token, {}}, [&](const Result<void> &r) { done = r; });
        QTRY_VERIFY(done && *done);
    }
    [[nodiscard]] QString inUse() const
    {
        const Account *active = m_fake->accounts.list().active();
        return active ? active->name : QString();
    }
    void choose(int row, bool mouse) const
    {
        auto *list = seen<QListView>(u"accounts"_s);
        QVERIFY(list);
        const QModelIndex index = list->model()->index(row, 0);
        if (mouse) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(index).center());
        } else {
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Home);
            for (int i = 0; i < row; ++i)
                QTest::keyClick(list, Qt::Key_Down);
        }
        QCOMPARE(list->currentIndex().row(), row);
    }
    void show()
    {
        m_page =
            std::make_unique<AccountPage>(m_ui->context(), m_controller.get(), m_settings.get());
        m_page->resize(600, 900);
        QVERIFY(showActive(m_page.get()));
    }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_network = std::make_unique<FakeNetwork>();
        m_fake = std::make_unique<FakeAccounts>();
        ClientConfig config;
        config.endpoint = QUrl(u"https://hub.test"_s);
        config.userAgent = "test";
        config.retryDelay = std::chrono::milliseconds(1);
        m_client = std::make_unique<HubClient>(config, m_network.get());
        m_settings = std::make_unique<SettingsController>(
            &m_ui->settings, &m_fake->environment, [this] { return m_client->config(); },
            m_network.get());
        m_controller = std::make_unique<AccountController>(
            m_client.get(), &m_fake->accounts, [this] { return m_fake->chosen(); },
            [this] { return m_settings->oauthClientId().value; }, m_network.get());
    }
    void cleanup()
    {
        m_page.reset();
        m_controller.reset();
        m_settings.reset();
        m_client.reset();
        m_fake.reset();
        m_network.reset();
        m_ui.reset();
    }

    void saysWhatToDoWhenThereIsNone()
    {
        show();
        QVERIFY(!seen<QListView>(u"accounts"_s));
        QVERIFY(text(u"accountEmpty"_s).contains(u"Sign in"_s));
        QVERIFY(!seen<QPushButton>(u"accountUse"_s));
        QCOMPARE(text(u"accountSource"_s), u"No token is sent."_s);
    }

    void switches_data() { inputs(); }
    void switches()
    {
        QFETCH(bool, mouse);
        add(u"one"_s, u"hf_1"_s);
        add(u"two"_s, u"hf_2"_s);
        show();
        QVERIFY(text(u"accountSource"_s).contains(u"“two”"_s));
        choose(0, mouse);
        if (mouse)
            press(seen<QPushButton>(u"accountUse"_s), true);
        else
            QTest::keyClick(seen<QListView>(u"accounts"_s), Qt::Key_Return);
        QTRY_COMPARE(inUse(), u"one"_s);
        QVERIFY(text(u"accountSource"_s).contains(u"“one”"_s));
        QTRY_VERIFY(!seen<QPushButton>(u"accountUse"_s)->isEnabled());
    }

    void sharesAndSignsOut_data() { inputs(); }
    void sharesAndSignsOut()
    {
        QFETCH(bool, mouse);
        add(u"one"_s, u"hf_1"_s);
        show();
        const TokenFiles &files = m_fake->accounts.files();
        auto *shared = seen<QCheckBox>(u"accountShared"_s);
        QVERIFY(!shared->isChecked());
        QVERIFY(!QFile::exists(files.tokenPath()));
        press(shared, mouse);
        QTRY_COMPARE(files.active().value_or(QString()), u"hf_1"_s);
        QTRY_VERIFY(m_fake->accounts.list().accounts.front().isShared);
        press(shared, mouse);
        QTRY_VERIFY(!QFile::exists(files.tokenPath()));
        m_ui->prompter.confirmAnswer = false;
        press(seen<QPushButton>(u"accountSignOut"_s), mouse);
        QTRY_COMPARE(m_ui->prompter.confirmations.size(), 1);
        QVERIFY(m_ui->prompter.confirmations.first().destructive);
        m_ui->prompter.confirmAnswer = true;
        press(seen<QPushButton>(u"accountSignOut"_s), mouse);
        QTRY_VERIFY(m_fake->accounts.list().accounts.empty());
        QVERIFY(m_fake->store.secrets.isEmpty());
        QTRY_VERIFY(seen<ThemedLabel>(u"accountEmpty"_s));
    }

    void showsWhoItIs()
    {
        m_network->setResponder([](FakeReply *reply) {
            if (reply->target() == "/avatars/demo.png")
                reply->finishWith(200, picture());
            else
                reply->finishWith(
                    200,
                    R"({"type":"user","name":"demo","fullname":"D","avatarUrl":"/avatars/demo.png"})");
        });
        add(u"one"_s, u"hf_1"_s);
        ClientConfig config = m_client->config();
        config.endpoint = QUrl(u"https://one.test"_s);
        config.token = u"hf_1"_s;
        m_client->setConfig(config);
        show();
        QTRY_VERIFY(seen<QWidget>(u"accountAvatar"_s));
        // In the list, and for who is in use.
        const auto isPictured = [this](QWidget *widget, const QRect &place) {
            const QImage image = widget->grab(place).toImage();
            return image.pixelColor(image.rect().center()) == QColor(Qt::magenta);
        };
        auto *avatar = seen<QWidget>(u"accountAvatar"_s);
        QTRY_VERIFY(isPictured(avatar, avatar->rect()));
        auto *list = seen<QListView>(u"accounts"_s);
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTRY_VERIFY(isPictured(list->viewport(), row.adjusted(0, 0, -row.width() + 52, 0)));
    }

    void warnsOfAnotherHubsTools()
    {
        add(u"one"_s, u"hf_1"_s); // of https://one.test; the environment knows the official Hub
        show();
        QVERIFY2(text(u"accountSharedNote"_s).contains(u"They send it to huggingface.co"_s),
                 qPrintable(text(u"accountSharedNote"_s)));
    }

    void theClientIdIsASetting()
    {
        show();
        QVERIFY(!m_controller->signIn()->hasBrowserSignIn());
        auto *id = seen<QLineEdit>(u"oauthClientId"_s);
        id->setFocus();
        QTest::keyClicks(id, u"app-1"_s);
        QTest::keyClick(id, Qt::Key_Return);
        QVERIFY(m_controller->signIn()->hasBrowserSignIn());
        QCOMPARE(m_ui->settings.text(SettingKey::OAuthClientId), u"app-1"_s);
        QProcessEnvironment variables;
        variables.insert(u"HF_HOME"_s, m_fake->folder.path());
        variables.insert(u"HF_DEVICE_CODE_OAUTH_CLIENT_ID"_s, u"app-2"_s);
        m_fake->environment = Environment(variables);
        show();
        QCOMPARE(seen<QLineEdit>(u"oauthClientId"_s)->text(), u"app-2"_s);
        QVERIFY(!seen<QLineEdit>(u"oauthClientId"_s)->isEnabled());
        QVERIFY(text(u"oauthClientIdNote"_s).contains(u"HF_DEVICE_CODE_OAUTH_CLIENT_ID"_s));
    }

    void warnsOfAnOpenWay_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("plain") << u"http://hub.corp.test"_s << true;
        QTest::newRow("TLS") << u"https://hub.corp.test"_s << false;
        QTest::newRow("this computer") << u"http://127.0.0.1:8080"_s << false;
        QTest::newRow("this computer by name") << u"http://localhost:8080"_s << false;
    }
    void warnsOfAnOpenWay()
    {
        QFETCH(QString, endpoint);
        QFETCH(bool, isOpen);
        m_fake->choice.endpoint = QUrl(endpoint);
        m_fake->choice.token = u"hf_x"_s;
        AccountController controller(m_client.get(), &m_fake->accounts,
                                     [this] { return m_fake->choice; });
        QCOMPARE(controller.warning().contains(u"without encryption"_s), isOpen);
        m_fake->choice.token.clear();
        QCOMPARE(controller.warning(), QString());
    }

    void pointsOutWhatShadows()
    {
        m_fake->environment = [this] {
            QProcessEnvironment variables;
            variables.insert(u"HF_HOME"_s, m_fake->folder.filePath(u"hf"_s));
            variables.insert(u"HF_ENDPOINT"_s, u"https://one.test"_s);
            variables.insert(u"HF_TOKEN"_s, u"hf_env"_s);
            return Environment(variables);
        }();
        add(u"one"_s, u"hf_1"_s);
        show();
        QVERIFY2(text(u"accountWarning"_s).contains(u"HF_TOKEN is set and wins over"_s),
                 qPrintable(text(u"accountWarning"_s)));
    }

    void saysThatTheKeychainStayedLocked()
    {
        add(u"one"_s, u"hf_1"_s);
        add(u"two"_s, u"hf_2"_s);
        m_fake->store.problem = failure(ErrorKind::Forbidden, u"It stayed locked."_s).error();
        // As after a start: nothing is in memory.
        bool written = false;
        m_fake->accounts.whenWritten([&] { written = true; });
        QTRY_VERIFY(written);
        Accounts again(m_fake->environment, &m_fake->store,
                       m_fake->folder.filePath(u"accounts.json"_s));
        AccountController controller(m_client.get(), &again, [&] {
            return chooseToken(m_fake->environment, &again, {}, {});
        });
        m_page = std::make_unique<AccountPage>(m_ui->context(), &controller, m_settings.get());
        QVERIFY(showActive(m_page.get()));
        again.begin();
        QTRY_VERIFY(again.isReady());
        controller.refresh();
        QTRY_VERIFY(text(u"accountWarning"_s).contains(u"It stayed locked."_s));
        choose(0, false);
        QTest::keyClick(seen<QListView>(u"accounts"_s), Qt::Key_Return);
        QTRY_VERIFY(text(u"accountProblem"_s).contains(u"It stayed locked."_s));
        m_page.reset();
    }

    void offersWhatOthersPutThere_data() { inputs(); }
    void offersWhatOthersPutThere()
    {
        QFETCH(bool, mouse);
        QVERIFY(m_fake->accounts.files().save({u"laptop"_s, u"hf_of_the_laptop"_s, {}, {}}));
        show();
        QTRY_VERIFY(seen<QListWidget>(u"foundTokens"_s));
        auto *found = seen<QListWidget>(u"foundTokens"_s);
        QCOMPARE(found->count(), 1);
        QVERIFY(found->item(0)->text().contains(u"laptop"_s));
        QVERIFY(!found->item(0)->text().contains(u"of_the"_s)); // masked
        m_network->setResponder(
            [](FakeReply *reply) { reply->finishWith(200, R"({"type":"user","name":"demo"})"); });
        press(seen<QPushButton>(u"foundImport"_s), mouse);
        auto *dialog = m_page->window()->findChild<SignInDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"signInName"_s)->text(), u"laptop"_s);
        press(dialog->findChild<QPushButton *>(u"signInOk"_s), mouse);
        QTRY_COMPARE(inUse(), u"laptop"_s);
        QTRY_VERIFY(!seen<QListWidget>(u"foundTokens"_s));
    }

    void makesRules_data() { inputs(); }
    void makesRules()
    {
        QFETCH(bool, mouse);
        add(u"one"_s, u"hf_1"_s);
        show();
        auto *pattern = seen<QLineEdit>(u"rulePattern"_s);
        pattern->setFocus();
        QTest::keyClicks(pattern, u"a/b/c"_s);
        QTest::keyClick(pattern, Qt::Key_Return);
        QVERIFY(text(u"ruleProblem"_s).contains(u"myorg"_s));
        pattern->clear();
        QTest::keyClicks(pattern, u"myorg/*"_s);
        if (mouse)
            press(seen<QPushButton>(u"ruleAdd"_s), true);
        else
            QTest::keyClick(pattern, Qt::Key_Return);
        QCOMPARE(m_fake->accounts.list().rules.size(), size_t(1));
        QCOMPARE(m_fake->accounts.list().rules.front().accountId, m_fake->accounts.list().activeId);
        auto *list = seen<QListWidget>(u"rules"_s);
        QCOMPARE(list->item(0)->text(), u"myorg/* as one"_s);
        if (mouse) {
            press(seen<QPushButton>(u"ruleRemove"_s), true);
        } else {
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Delete);
        }
        QVERIFY(m_fake->accounts.list().rules.empty());
    }

    void renamesAndCopies()
    {
        add(u"one"_s, u"hf_1"_s);
        show();
        const auto trigger = [this](const QString &name) {
            QTest::mouseClick(seen<QPushButton>(u"accountMore"_s), Qt::LeftButton);
            QAction *action = nullptr;
            QTRY_VERIFY((action = m_page->findChild<QAction *>(name)));
            action->trigger();
            for (QMenu *menu : m_page->findChildren<QMenu *>())
                delete menu;
        };
        m_ui->prompter.textAnswer = u"work"_s;
        trigger(u"accountMenuRename"_s);
        QTRY_COMPARE(inUse(), u"work"_s);
        trigger(u"accountMenuCopy"_s);
        QTRY_COMPARE(m_ui->prompter.copiedSecrets, QStringList{u"hf_1"_s});
        QVERIFY(m_ui->prompter.copiedTexts.isEmpty());
        m_ui->prompter.textAnswer = u"https://mirror.test/x nonsense"_s;
        trigger(u"accountMenuHosts"_s);
        QTRY_VERIFY(text(u"accountProblem"_s).contains(u"nonsense"_s));
        m_ui->prompter.textAnswer = u"https://mirror.test/x"_s;
        trigger(u"accountMenuHosts"_s);
        QTRY_COMPARE(m_fake->accounts.list().accounts.front().hosts,
                     QStringList{u"https://mirror.test"_s});
    }

    void dialogWithoutAKeychain_data() { inputs(); }
    void dialogWithoutAKeychain()
    {
        QFETCH(bool, mouse);
        m_network->setResponder(
            [](FakeReply *reply) { reply->finishWith(200, R"({"type":"user","name":"demo"})"); });
        m_fake->store.problem = failure(ErrorKind::Offline, u"There is none."_s).error();
        SignInDialog dialog(m_ui->context(), m_controller.get(), {});
        QVERIFY(showActive(&dialog));
        auto *ok = visibleChild<QPushButton>(&dialog, u"signInOk"_s);
        QVERIFY(!ok->isEnabled());
        QTest::keyClicks(visibleChild<QLineEdit>(&dialog, u"signInToken"_s), u"hf_new"_s);
        QVERIFY(ok->isEnabled());
        if (mouse)
            press(ok, true);
        else
            QTest::keyClick(visibleChild<QLineEdit>(&dialog, u"signInToken"_s), Qt::Key_Return);
        QTRY_VERIFY(visibleChild<QRadioButton>(&dialog, u"signInSession"_s));
        QVERIFY(!visibleChild<QRadioButton>(&dialog, u"signInSession"_s)->isChecked());
        QVERIFY(!visibleChild<QRadioButton>(&dialog, u"signInFile"_s)->isChecked());
        QVERIFY(visibleChild<ThemedLabel>(&dialog, u"signInStatus"_s)
                    ->text()
                    .contains(u"There is none."_s));
        // Nothing was chosen: the keychain is tried again.
        press(ok, mouse);
        QTRY_VERIFY(visibleChild<QRadioButton>(&dialog, u"signInSession"_s));
        QVERIFY(filesBelow(m_fake->folder.path()).isEmpty());
        press(visibleChild<QRadioButton>(&dialog, u"signInSession"_s), mouse);
        press(ok, mouse);
        QTRY_COMPARE(inUse(), u"demo"_s);
        QTRY_VERIFY(!dialog.isVisible());
        QVERIFY(!contentOf(m_fake->folder.filePath(u"accounts.json"_s)).contains("hf_new"));
    }

    void menuSwitches()
    {
        add(u"one"_s, u"hf_1"_s);
        add(u"two"_s, u"hf_2"_s);
        AccountMenu menu(m_controller.get());
        menu.popup(QPoint(0, 0));
        QTRY_VERIFY(menu.isVisible());
        const auto items = menu.findChildren<QAction *>(u"accountItem"_s);
        QCOMPARE(items.size(), 2);
        QVERIFY(items.at(1)->isChecked());
        QTest::keyClick(&menu, Qt::Key_Down);
        QTest::keyClick(&menu, Qt::Key_Return);
        QTRY_COMPARE(inUse(), u"one"_s);
        QSignalSpy failed(&menu, &AccountMenu::failed);
        menu.popup(QPoint(0, 0));
        QTRY_VERIFY(menu.isVisible());
        menu.findChild<QAction *>(u"accountItemNone"_s)->trigger();
        QTRY_COMPARE(inUse(), QString());
        QCOMPARE(failed.count(), 0);
        menu.close();
    }
};

HUBDESK_UI_TEST_MAIN(TestAccountPage)
#include "tst_accountpage.moc"
