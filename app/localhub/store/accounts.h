// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/database.h"

#include <QDateTime>
#include <QJsonObject>

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
    QString user; //!< the organisation, for one of its tokens
    QString displayName;
    QString role; //!< "read", "write" or "fineGrained"
    bool canReadGated = true; //!< false only for fine-grained tokens without that permission
    QDateTime created;
    QDateTime expires = {}; //!< invalid: never
    //! `global` and `scoped` of a fine-grained token as whoami tells them; empty: not restricted.
    QJsonObject permissions = {};
    QString client = {}; //!< the application of an OAuth token, empty for all others

    [[nodiscard]] bool isOAuth() const { return !client.isEmpty(); }
    //! A fine-grained token may `permission` on a repository; others are not restricted this way.
    [[nodiscard]] bool allows(const QString &permission, const QString &type, const QString &ns,
                              const QString &name) const;
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
    //! Users who have a token, for a page on which somebody has to be chosen.
    [[nodiscard]] QStringList usersWithToken();

    //! The plan of an organisation ("team", "enterprise"), empty when it has none.
    [[nodiscard]] QString plan(const QString &org);
    void setPlan(const QString &org, const QString &plan);

    void addRefreshToken(const QString &token, const QString &user, const QString &client);
    //! Uses a refresh token up; the user it stood for, empty when it is not one of `client`.
    [[nodiscard]] QString takeRefreshToken(const QString &token, const QString &client);

    //! The columns that `fromRow` reads, of a table called `a`.
    static constexpr QLatin1StringView kColumns{
        "a.name, a.type, a.fullname, a.email, a.pro, a.details, a.created"};
    static Account fromRow(const SqlRow &row);

private:
    Database &m_database;
};

} // namespace hubdesk::localhub
