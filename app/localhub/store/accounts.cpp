// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/accounts.h"

#include "app/localhub/store/repository.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

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

bool Token::allows(const QString &permission, const QString &type, const QString &ns,
                   const QString &name) const
{
    if (role != "fineGrained"_L1 || permissions.isEmpty())
        return true;
    const QJsonArray scopes = permissions[u"scoped"].toArray();
    return std::ranges::any_of(scopes, [&](const QJsonValue &scope) {
        const QString kind = scope[u"entity"][u"type"].toString();
        const QString wanted = kind == type ? ns + u'/' + name : ns;
        return (kind == type || kind == "user"_L1 || kind == "org"_L1)
            && scope[u"entity"][u"name"].toString().compare(wanted, Qt::CaseInsensitive) == 0
            && scope[u"permissions"].toArray().contains(permission);
    });
}

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
    m_database.execute(
        u"INSERT OR REPLACE INTO token_details (token, expires, permissions, client)"
        " VALUES (?, ?, ?, ?)"_s,
        {token.token, token.expires.isValid() ? hubDate(token.expires) : u""_s,
         QString::fromUtf8(QJsonDocument(token.permissions).toJson(QJsonDocument::Compact)),
         token.client.isNull() ? u""_s : token.client});
}

Account Accounts::fromRow(const SqlRow &row)
{
    return Account{.name = row[0].toString(),
                   .isOrg = row[1].toString() == "org"_L1,
                   .fullname = row[2].toString(),
                   .email = row[3].toString(),
                   .isPro = row[4].toBool(),
                   .details = row[5].toString(),
                   .created = dateFrom(row[6])};
}

std::optional<Account> Accounts::find(const QString &name)
{
    const auto rows =
        m_database.rows(u"SELECT "_s + kColumns + u" FROM accounts a WHERE a.name = ?"_s, {name});
    return rows.empty() ? std::nullopt : std::optional(fromRow(rows.front()));
}

std::optional<Token> Accounts::token(const QString &token)
{
    const auto rows = m_database.rows(
        u"SELECT t.token, t.user, t.name, t.role, t.gated, t.created, d.expires, d.permissions,"
        " d.client FROM tokens t LEFT JOIN token_details d ON d.token = t.token"
        " WHERE t.token = ?"_s,
        {token});
    if (rows.empty())
        return {};
    const SqlRow &row = rows.front();
    return Token{.token = row[0].toString(),
                 .user = row[1].toString(),
                 .displayName = row[2].toString(),
                 .role = row[3].toString(),
                 .canReadGated = row[4].toBool(),
                 .created = dateFrom(row[5]),
                 .expires = dateFrom(row[6]),
                 .permissions = QJsonDocument::fromJson(row[7].toString().toUtf8()).object(),
                 .client = row[8].toString()};
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

QStringList Accounts::usersWithToken()
{
    QStringList users;
    for (const SqlRow &row :
         m_database.rows(u"SELECT DISTINCT a.name FROM tokens t JOIN accounts a ON a.name = t.user"
                         " WHERE a.type = 'user' ORDER BY a.name"_s))
        users.append(row.front().toString());
    return users;
}

QString Accounts::plan(const QString &org)
{
    const auto rows = m_database.rows(u"SELECT plan FROM plans WHERE name = ?"_s, {org});
    return rows.empty() ? QString() : rows.front().first().toString();
}

void Accounts::setPlan(const QString &org, const QString &plan)
{
    m_database.execute(u"INSERT OR REPLACE INTO plans (name, plan) VALUES (?, ?)"_s, {org, plan});
}

void Accounts::addRefreshToken(const QString &token, const QString &user, const QString &client)
{
    m_database.execute(u"INSERT INTO refresh_tokens (token, user, client) VALUES (?, ?, ?)"_s,
                       {token, user, client});
}

QString Accounts::takeRefreshToken(const QString &token, const QString &client)
{
    // One statement, so that of two who present the same one only the first is served.
    const auto rows = m_database.rows(
        u"DELETE FROM refresh_tokens WHERE token = ? AND client = ? RETURNING user"_s,
        {token, client});
    return rows.empty() ? QString() : rows.front().first().toString();
}

} // namespace hubdesk::localhub
