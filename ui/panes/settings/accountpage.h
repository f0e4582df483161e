// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

class QPushButton;

namespace hubdesk {

class AccountController;

//! Who is signed in and where the token comes from. Object names: "accountName", "accountSource",
//! "accountCheck", "accountTokenPage".
class AccountPage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountPage)

public:
    AccountPage(const UiContext &context, AccountController *controller, QWidget *parent = nullptr);

private:
    void refresh();

    AccountController *m_controller;
    ThemedLabel *m_name = nullptr;
    ThemedLabel *m_source = nullptr;
    QPushButton *m_check;
    QPushButton *m_tokenPage;
};

} // namespace hubdesk
