// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"
#include "ui/shell/uicontext.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace hubdesk {

class AccountController;
class ThemedLabel;

//! Sign in to a Hub, with a token or in the browser. What was typed stays until the Hub has said
//! yes; without a keychain the user chooses where the token goes. Opened with open(). Object names:
//! "signInEndpoint", "signInToken", "signInName", "signInTokenPage", "signInBrowser",
//! "signInStatus", "signInCode", "signInSession", "signInFile", "signInOk", "signInCancel".
class SignInDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInDialog)

public:
    //! \a accountId: whose token is replaced; empty: a new account. \a controller is not owned.
    SignInDialog(const UiContext &context, AccountController *controller, const QString &accountId,
                 QWidget *parent = nullptr);
    ~SignInDialog() override;

    //! As if the user had typed it.
    void setToken(const FoundToken &found);
    void done(int result) override;

private:
    void build();
    void connectAll();
    void fillEndpoints();
    [[nodiscard]] QUrl endpoint() const;
    void start(bool inBrowser);
    void showState();
    void showChoice(bool visible);

    UiContext m_context;
    AccountController *m_controller;
    QString m_accountId;
    StoredToken m_found; //!< What came with the token.
    QComboBox *m_endpoint;
    QLineEdit *m_token;
    QLineEdit *m_name;
    QPushButton *m_tokenPage;
    QPushButton *m_browser;
    ThemedLabel *m_status;
    QLineEdit *m_code;
    QRadioButton *m_session;
    QRadioButton *m_file;
    QPushButton *m_ok;
    QPushButton *m_cancel;
};

} // namespace hubdesk
