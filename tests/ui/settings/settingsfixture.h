// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/accountcontroller.h"
#include "core/model/settingscontroller.h"
#include "core/net/proxylogin.h"
#include "tests/support/fakeaccounts.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/uifixture.h"
#include "ui/dialogs/settingsdialog.h"

#include <QAbstractButton>

namespace hubdesk {

//! The settings dialog over a network without a network. Make one in init().
class SettingsFixture
{
public:
    explicit SettingsFixture(const std::vector<std::pair<QString, QString>> &variables = {})
        : environment(variablesOf(variables)),
          client(config(), &network),
          account(&client, &fake.accounts, [this] { return fake.choice; }),
          controller(
              &ui.settings, &environment, [this] { return client.config(); }, &network),
          login(&ui.settings)
    {
        controller.setProxyLogin(&login);
    }

    void open()
    {
        dialog = std::make_unique<SettingsDialog>(ui.context(), &controller, &account);
        QVERIFY(showActive(dialog.get()));
    }
    //! A visible child of the dialog.
    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(dialog.get(), name);
    }

    UiFixture ui;
    FakeNetwork network;
    Environment environment;
    HubClient client;
    FakeAccounts fake;
    AccountController account;
    SettingsController controller;
    ProxyLogin login;
    std::unique_ptr<SettingsDialog> dialog;

private:
    static Environment variablesOf(const std::vector<std::pair<QString, QString>> &variables)
    {
        QProcessEnvironment process;
        process.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent/home"));
        for (const auto &[name, value] : variables)
            process.insert(name, value);
        return Environment(process);
    }
    static ClientConfig config()
    {
        ClientConfig config;
        config.endpoint = QUrl(QStringLiteral("https://hub.test"));
        config.userAgent = "test";
        return config;
    }
};

//! Presses \a button by mouse or keyboard.
inline void press(QWidget *button, bool mouse)
{
    QVERIFY(button && button->isEnabled());
    if (mouse) {
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    } else {
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
}

inline void addInputs()
{
    QTest::addColumn<bool>("mouse");
    QTest::newRow("keyboard") << false;
    QTest::newRow("mouse") << true;
}

} // namespace hubdesk
