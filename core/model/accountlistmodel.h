// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/accounts.h"
#include "core/account/tokenchoice.h"

#include <QAbstractListModel>

namespace hubdesk {

//! The accounts as a list, in the user's order. GUI thread.
class AccountListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountListModel)

public:
    enum Role {
        IdRole = Qt::UserRole,
        SecondaryRole, //!< The second line: Hub, user, kind of token.
        InUseRole, //!< bool: what is asked is asked as this account.
        PersonRole, //!< Person, with the picture's whole address.
        WarningRole, //!< What is wrong with it; empty: nothing.
    };

    explicit AccountListModel(Accounts *accounts, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] int rowOf(const QString &id) const;

private:
    void refresh();

    Accounts *m_accounts;
    AccountList m_shown;
};

//! `hub.example`, with the port if it is an unusual one, and the path if there is one.
[[nodiscard]] QString endpointText(const QUrl &endpoint);

//! What a person should know about the token's end; empty: nothing. \a now: UTC.
[[nodiscard]] QString expiryWarning(const Account &account, const QDateTime &now);

} // namespace hubdesk
