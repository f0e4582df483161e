// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"
#include "ui/panes/settings/settingspage.h"

class QCheckBox;
class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;

namespace hubdesk {

class AccountController;
class AccountRulesBox;
class AvatarLabel;
class Avatars;
class SettingsController;

//! The accounts: who is asked as, who else there is, where their tokens are, which tokens lie on
//! this machine besides. Object names: "accountName", "accountSource", "accountWarning",
//! "accountAvatar", "accountCheck", "accountTokenPage", "accounts" (the list), "accountSignIn",
//! "accountUse", "accountSignOut", "accountMore", "accountDetails", "accountShared", "accountGit",
//! "accountProblem", "oauthClientId", "foundTokens", "foundImport".
class AccountPage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountPage)

public:
    //! Neither \a controller nor \a settings are owned.
    AccountPage(const UiContext &context, AccountController *controller,
                SettingsController *settings, QWidget *parent = nullptr);
    ~AccountPage() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildCurrent();
    void buildList();
    void buildDetails();
    void buildFound();
    void buildBrowserSignIn();
    void refresh();
    void refreshBrowserSignIn();
    void refreshDetails();
    [[nodiscard]] QString selected() const;
    void use();
    void signIn(const QString &accountId = {});
    void signOut();
    void signOutOfAll();
    void rename();
    void copyToken();
    void editHosts();
    void showMenu(const QPoint &globalPosition);
    void findTokens();
    void showTokens(const std::vector<FoundToken> &found);
    [[nodiscard]] Accounts::Done whenDone();
    void importToken();
    void showResult(const Result<void> &result);

    AccountController *m_controller;
    SettingsController *m_settings;
    Avatars *m_avatars = nullptr;
    AvatarLabel *m_avatar = nullptr;
    Accounts *m_accounts;
    ThemedLabel *m_name = nullptr;
    ThemedLabel *m_source = nullptr;
    ThemedLabel *m_warning = nullptr;
    QPushButton *m_check = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_signOut = nullptr;
    QPushButton *m_more = nullptr;
    ThemedLabel *m_empty = nullptr;
    ThemedLabel *m_details = nullptr;
    QCheckBox *m_shared = nullptr;
    QCheckBox *m_git = nullptr;
    ThemedLabel *m_sharedNote = nullptr;
    QString m_sharedText;
    ThemedLabel *m_problem = nullptr;
    QLineEdit *m_clientId = nullptr;
    ThemedLabel *m_clientIdNote = nullptr;
    QWidget *m_foundBox = nullptr;
    QListWidget *m_found = nullptr;
    std::vector<FoundToken> m_foundTokens;
};

} // namespace hubdesk
