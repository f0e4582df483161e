// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/accounts.h"

#include "app/localhub/store/repository.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QDateTime dateFrom(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

std::vector<Membership> memberships(const std::vector<SqlRow> &rows)
{
    std::vector<Membership> found;
    found.reserve(rows.size());
    for (const SqlRow &row : rows)
        found.push_back({row[0].toString(), row[1].toString(), row[2].toString()});
    return found;
}

} // namespace

void Accounts::add(const Account &account)
{
    m_database.execute(
        u"INSERT OR REPLACE INTO accounts (name, type, fullname, email, pro, details, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {account.name, account.isOrg ? u"org"_s : u"user"_s, account.fullname,
         account.email.isNull() ? u""_s : account.email, account.isPro,
         account.details.isNull() ? u""_s : account.details, hubDate(account.created)});
}

void Accounts::addMember(const Membership &membership)
{
    m_database.execute(u"INSERT OR REPLACE INTO members (org, user, role) VALUES (?, ?, ?)"_s,
                       {membership.org, membership.user, membership.role});
}

void Accounts::addToken(const Token &token)
{
    m_database.execute(u"INSERT OR REPLACE INTO tokens (token, user, name, role, gated, created)"
                       " VALUES (?, ?, ?, ?, ?, ?)"_s,
                       {token.token, token.user, token.displayName, token.role, token.canReadGated,
                        hubDate(token.created)});
}

std::optional<Account> Accounts::find(const QString &name)
{
    const auto rows = m_database.rows(
        u"SELECT name, type, fullname, email, pro, details, created FROM accounts WHERE name = ?"_s,
        {name});
    if (rows.empty())
        return {};
    const SqlRow &row = rows.front();
    return Account{.name = row[0].toString(),
                   .isOrg = row[1].toString() == "org"_L1,
                   .fullname = row[2].toString(),
                   .email = row[3].toString(),
                   .isPro = row[4].toBool(),
                   .details = row[5].toString(),
                   .created = dateFrom(row[6])};
}

std::optional<Token> Accounts::token(const QString &token)
{
    const auto rows = m_database.rows(
        u"SELECT token, user, name, role, gated, created FROM tokens WHERE token = ?"_s, {token});
    if (rows.empty())
        return {};
    const SqlRow &row = rows.front();
    return Token{.token = row[0].toString(),
                 .user = row[1].toString(),
                 .displayName = row[2].toString(),
                 .role = row[3].toString(),
                 .canReadGated = row[4].toBool(),
                 .created = dateFrom(row[5])};
}

std::vector<Membership> Accounts::membershipsOf(const QString &user)
{
    return memberships(m_database.rows(
        u"SELECT org, user, role FROM members WHERE user = ? ORDER BY org"_s, {user}));
}

std::vector<Membership> Accounts::membersOf(const QString &org)
{
    return memberships(m_database.rows(
        u"SELECT org, user, role FROM members WHERE org = ? ORDER BY user"_s, {org}));
}

} // namespace hubdesk::localhub
