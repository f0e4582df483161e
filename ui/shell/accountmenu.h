// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace hubdesk {

class AccountController;

//! Who is asked as, one click away: the accounts, none of them, a new one, the settings. Filled
//! anew each time it opens. Object names of its actions: "accountItem" (data: the id),
//! "accountItemNone", "accountItemSignIn", "accountItemSettings".
class AccountMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountMenu)

public:
    //! \a controller is not owned.
    explicit AccountMenu(AccountController *controller, QWidget *parent = nullptr);

Q_SIGNALS:
    void signInRequested();
    void settingsRequested();
    //! The switch did not work.
    void failed(const QString &text);

private:
    void fill();
    void use(const QString &id);

    AccountController *m_controller;
    QActionGroup *m_group = nullptr; //!< of what is in the menu now
};

} // namespace hubdesk
