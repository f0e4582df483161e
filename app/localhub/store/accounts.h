// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/database.h"

#include <QDateTime>

#include <vector>

namespace hubdesk::localhub {

//! A user or an organisation.
struct Account
{
    QString name;
    bool isOrg = false;
    QString fullname;
    QString email;
    bool isPro = false;
    QString details;
    QDateTime created;
};

//! An access token.
struct Token
{
    QString token;
    QString user;
    QString displayName;
    QString role; //!< "read", "write" or "fineGrained"
    bool canReadGated = true; //!< false only for fine-grained tokens without that permission
    QDateTime created;
};

struct Membership
{
    QString org;
    QString user;
    QString role;
};

//! Users, organisations and tokens. Thread-safe.
class Accounts
{
public:
    explicit Accounts(Database &database)
        : m_database(database)
    { }

    void add(const Account &account);
    void addMember(const Membership &membership);
    void addToken(const Token &token);

    [[nodiscard]] std::optional<Account> find(const QString &name);
    [[nodiscard]] std::optional<Token> token(const QString &token);
    [[nodiscard]] std::vector<Membership> membershipsOf(const QString &user);
    [[nodiscard]] std::vector<Membership> membersOf(const QString &org);

private:
    Database &m_database;
};

} // namespace hubdesk::localhub
