// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/settingsfixture.h"
#include "ui/dialogs/proxylogindialog.h"
#include "ui/panes/settings/profiledialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestNetworkPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SettingsFixture> m_f;

    [[nodiscard]] QString text(SettingKey key) const { return m_f->ui.settings.text(key); }
    template <class T> T *seen(const char *name) const
    {
        return m_f->seen<T>(QString::fromLatin1(name));
    }
    void type(const char *name, const QString &text) const
    {
        auto *field = seen<QLineEdit>(name);
        QVERIFY(field && field->isEnabled());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Tab);
    }
    //! By the keyboard, as a user who knows what it starts with.
    void choose(const char *name, int row) const
    {
        auto *combo = seen<QComboBox>(name);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentIndex(), row);
    }
    void fillProfile(const QString &name, const QString &address, bool mouse) const
    {
        QPointer<ProfileDialog> dialog =
            m_f->dialog->findChild<ProfileDialog *>(u"profileDialog"_s);
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        auto *nameField = dialog->findChild<QLineEdit *>(u"profileName"_s);
        auto *addressField = dialog->findChild<QLineEdit *>(u"profileAddress"_s);
        auto *save = dialog->findChild<QPushButton *>(u"profileSave"_s);
        nameField->setFocus();
        nameField->selectAll();
        QTest::keyClicks(nameField, name);
        addressField->setFocus();
        addressField->selectAll();
        QTest::keyClicks(addressField, u"nonsense"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(!dialog->findChild<QLabel *>(u"profileProblem"_s)->text().isEmpty());
        addressField->selectAll();
        QTest::keyClicks(addressField, address);
        QVERIFY(save->isEnabled());
        if (mouse)
            QTest::mouseClick(save, Qt::LeftButton);
        else
            QTest::keyClick(addressField, Qt::Key_Return);
        QTRY_VERIFY(!dialog);
        m_f->dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_f->dialog.get()));
    }

private Q_SLOTS:
    void init()
    {
        m_f = std::make_unique<SettingsFixture>();
        m_f->open();
    }
    void cleanup() { m_f.reset(); }

    void profiles_data() { addInputs(); }
    void profiles()
    {
        QFETCH(bool, mouse);
        QVERIFY(!seen<QPushButton>("endpointRemove")->isEnabled()); // the official Hub stays
        press(seen<QPushButton>("endpointAdd"), mouse);
        fillProfile(u"Our Hub"_s, u"https://hub.example.com"_s, mouse);
        QCOMPARE(text(SettingKey::Endpoint), u"https://hub.example.com"_s);
        QCOMPARE(seen<QLineEdit>("endpoint")->text(), u"https://hub.example.com"_s);
        QVERIFY(seen<QComboBox>("endpointProfile")->currentText().startsWith(u"Our Hub"_s));
        choose("endpointProfile", 0);
        QVERIFY(text(SettingKey::Endpoint).isEmpty());
        choose("endpointProfile", 1);
        QCOMPARE(text(SettingKey::Endpoint), u"https://hub.example.com"_s);
        press(seen<QPushButton>("endpointChange"), mouse);
        fillProfile(u"Renamed"_s, u"https://new.example.com/hf"_s, mouse);
        QCOMPARE(text(SettingKey::Endpoint), u"https://new.example.com/hf"_s); // was in use
        QCOMPARE(m_f->controller.profiles().entries()[1].name, u"Renamed"_s);
        type("endpoint", u"https://other.test"_s);
        QCOMPARE(seen<QComboBox>("endpointProfile")->currentText(), u"Another address"_s);
        QVERIFY(!seen<QPushButton>("endpointChange")->isEnabled());
        choose("endpointProfile", 1);
        press(seen<QPushButton>("endpointRemove"), mouse);
        QCOMPARE(m_f->controller.profiles().size(), 1U);
        QVERIFY(text(SettingKey::Endpoint).isEmpty());
        press(seen<QPushButton>("settingsUndo"), mouse);
        QCOMPARE(m_f->controller.profiles().size(), 2U);
        QCOMPARE(text(SettingKey::Endpoint), u"https://new.example.com/hf"_s);
    }

    void variableForbidsToChoose()
    {
        m_f = std::make_unique<SettingsFixture>(std::vector<std::pair<QString, QString>>{
            {u"HF_ENDPOINT"_s, u"https://env.test"_s}, {u"HF_HUB_ETAG_TIMEOUT"_s, u"33"_s}});
        m_f->open();
        QVERIFY(!seen<QComboBox>("endpointProfile")->isEnabled());
        QVERIFY(!seen<QLineEdit>("endpoint")->isEnabled());
        QVERIFY(seen<QLabel>("endpointNote")->text().contains(u"HF_ENDPOINT"_s));
        QVERIFY(!seen<QSpinBox>("metadataTimeout")->isEnabled());
        QCOMPARE(seen<QSpinBox>("metadataTimeout")->value(), 33);
        QVERIFY(seen<QLabel>("metadataTimeoutNote")->text().contains(u"HF_HUB_ETAG_TIMEOUT"_s));
        QVERIFY(seen<QSpinBox>("downloadTimeout")->isEnabled());
    }

    void failedTestNamesTheHop_data() { addInputs(); }
    void failedTestNamesTheHop()
    {
        QFETCH(bool, mouse);
        m_f->network.setResponder(
            [](FakeReply *reply) { reply->breakOff(QNetworkReply::HostNotFoundError); });
        type("endpoint", u"https://nowhere.test"_s);
        press(seen<QPushButton>("endpointTest"), mouse);
        QTRY_VERIFY(seen<QPushButton>("endpointTest")->isEnabled());
        QCOMPARE(seen<QLabel>("endpointReport")->text(),
                 u"Name lookup: There is no computer called nowhere.test."_s);
        QVERIFY(seen<QLabel>("endpointAdvice")->text().contains(u"VPN"_s));
        m_f->network.setResponder([](FakeReply *reply) { reply->finishWith(200, "[]"); });
        press(seen<QPushButton>("endpointTest"), mouse);
        QTRY_VERIFY(seen<QLabel>("endpointReport")->text().contains(u"answers"_s));
        QVERIFY(!seen<QLabel>("endpointAdvice"));
    }

    void timeouts()
    {
        auto *spin = seen<QSpinBox>("downloadTimeout");
        spin->setFocus();
        QTest::keyClick(spin, Qt::Key_Up);
        QCOMPARE(m_f->ui.settings.number(SettingKey::DownloadTimeout), 11);
        m_f->ui.settings.reset(SettingKey::DownloadTimeout);
        QCOMPARE(spin->value(), 10);
    }

    void proxyFieldsFollowTheMode()
    {
        QVERIFY(!seen<QLineEdit>("proxyHost") && !seen<QLineEdit>("pacSource"));
        choose("proxyMode", 1);
        QCOMPARE(text(SettingKey::ProxyMode), u"none"_s);
        QVERIFY(!seen<QLineEdit>("proxyHost") && !seen<QLineEdit>("proxyExceptions"));
        choose("proxyMode", 3);
        QCOMPARE(text(SettingKey::ProxyMode), u"socks5"_s);
        type("proxyHost", u"http://proxy.test"_s);
        QVERIFY(seen<QLabel>("proxyProblem")->text().contains(u"http://"_s));
        QVERIFY(text(SettingKey::ProxyHost).isEmpty());
        type("proxyHost", u"proxy.test"_s);
        QVERIFY(!seen<QLabel>("proxyProblem"));
        QCOMPARE(text(SettingKey::ProxyHost), u"proxy.test"_s);
        auto *port = seen<QSpinBox>("proxyPort");
        port->setFocus();
        QTest::keyClick(port, Qt::Key_Up);
        QCOMPARE(m_f->ui.settings.number(SettingKey::ProxyPort), 8081);
        type("proxyExceptions", u"10.0.0.0/8"_s);
        QCOMPARE(text(SettingKey::ProxyExceptions), u"10.0.0.0/8"_s);
        choose("proxyMode", 4);
        QVERIFY(!seen<QLineEdit>("proxyHost"));
        type("pacSource", u"wpad"_s);
        QVERIFY(text(SettingKey::PacSource).isEmpty());
        type("pacSource", u"http://wpad.test/proxy.pac"_s);
        QCOMPARE(text(SettingKey::PacSource), u"http://wpad.test/proxy.pac"_s);
        m_f->ui.prompter.fileAnswer = u"/etc/proxy.pac"_s;
        press(seen<QPushButton>("pacChoose"), true);
        QTRY_COMPARE(text(SettingKey::PacSource), u"/etc/proxy.pac"_s);
        QCOMPARE(seen<QLineEdit>("pacSource")->text(), u"/etc/proxy.pac"_s);
    }

    void passwordIsNotInTheSettings()
    {
        choose("proxyMode", 2);
        type("proxyHost", u"proxy.test"_s);
        QVERIFY(!seen<QLineEdit>("proxyPassword")->isEnabled());
        type("proxyUser", u"me"_s);
        auto *password = seen<QLineEdit>("proxyPassword");
        QVERIFY(password->isEnabled());
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        type("proxyPassword", u"sesame"_s);
        QCOMPARE(m_f->login.password(), u"sesame"_s);
        QTRY_VERIFY(password->text().isEmpty()); // what is known is not shown
        QCOMPARE(password->placeholderText(), u"Known"_s);
        for (const auto &[name, value] : m_f->ui.settings.all())
            QVERIFY2(!value.toString().contains(u"sesame"_s), qPrintable(name));
        password->setFocus();
        QTest::keyClick(password, Qt::Key_Tab); // passing by forgets nothing
        QCOMPARE(m_f->login.password(), u"sesame"_s);
    }

    void loginIsAskedFor_data() { addInputs(); }
    void loginIsAskedFor()
    {
        QFETCH(bool, mouse);
        m_f->ui.settings.setValue(SettingKey::ProxyMode, u"http"_s);
        m_f->ui.settings.setValue(SettingKey::ProxyHost, u"proxy.test"_s);
        m_f->ui.settings.setValue(SettingKey::ProxyUser, u"me"_s);
        ProxyLoginDialog dialog(m_f->ui.context(), &m_f->login);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *password = dialog.findChild<QLineEdit *>(u"proxyLoginPassword"_s);
        auto *use = dialog.findChild<QPushButton *>(u"proxyLoginApply"_s);
        QVERIFY(!use->isEnabled());
        QVERIFY(password->hasFocus());
        QTest::keyClicks(password, u"sesame"_s);
        if (mouse)
            QTest::mouseClick(use, Qt::LeftButton);
        else
            QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(m_f->login.password(), u"sesame"_s);
        QVERIFY(password->text().isEmpty());
    }
};

HUBDESK_UI_TEST_MAIN(TestNetworkPage)
#include "tst_networkpage.moc"
