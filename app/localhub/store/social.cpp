// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/social.h"

#include "app/localhub/store/repository.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

std::vector<Account> Social::people(const QString &sql, const QVariantList &values, Slice slice)
{
    std::vector<Account> found;
    for (const SqlRow &row :
         m_database.rows(u"SELECT "_s + Accounts::kColumns + sql + u" LIMIT ? OFFSET ?"_s,
                         values + QVariantList{slice.limit, slice.skip}))
        found.push_back(Accounts::fromRow(row));
    return found;
}

qint64 Social::count(const QString &sql, const QVariantList &values)
{
    const auto rows = m_database.rows(u"SELECT COUNT(*) "_s + sql, values);
    return rows.empty() ? 0 : rows.front().first().toLongLong();
}

void Social::follow(const QString &follower, const QString &followed)
{
    m_database.execute(u"INSERT OR IGNORE INTO follows (follower, followed) VALUES (?, ?)"_s,
                       {follower, followed});
}

bool Social::follows(const QString &follower, const QString &followed)
{
    return count(u"FROM follows WHERE follower = ? AND followed = ?"_s, {follower, followed}) > 0;
}

std::vector<Account> Social::followersOf(const QString &name, Slice slice)
{
    return people(u" FROM follows f JOIN accounts a ON a.name = f.follower WHERE f.followed = ?"
                  " ORDER BY a.name"_s,
                  {name}, slice);
}

std::vector<Account> Social::followedBy(const QString &name, Slice slice)
{
    return people(u" FROM follows f JOIN accounts a ON a.name = f.followed WHERE f.follower = ?"
                  " AND a.type = 'user' ORDER BY a.name"_s,
                  {name}, slice);
}

qint64 Social::followerCount(const QString &name)
{
    return count(u"FROM follows WHERE followed = ?"_s, {name});
}

qint64 Social::followingCount(const QString &name)
{
    return count(u"FROM follows f JOIN accounts a ON a.name = f.followed WHERE f.follower = ?"
                 " AND a.type = 'user'"_s,
                 {name});
}

qint64 Social::followedOrgs(const QString &name)
{
    return count(u"FROM follows f JOIN accounts a ON a.name = f.followed WHERE f.follower = ?"
                 " AND a.type = 'org'"_s,
                 {name});
}

bool Social::like(const QString &user, qint64 repo, const QDateTime &when)
{
    return !m_database
                .rows(u"INSERT OR IGNORE INTO likes (user, repo, created) VALUES (?, ?, ?)"
                      " RETURNING repo"_s,
                      {user, repo, hubDate(when)})
                .empty();
}

bool Social::unlike(const QString &user, qint64 repo)
{
    return !m_database
                .rows(u"DELETE FROM likes WHERE user = ? AND repo = ? RETURNING repo"_s,
                      {user, repo})
                .empty();
}

std::vector<Account> Social::likersOf(qint64 repo, Slice slice)
{
    return people(u" FROM likes l JOIN accounts a ON a.name = l.user WHERE l.repo = ?"
                  " ORDER BY l.created DESC, a.name"_s,
                  {repo}, slice);
}

qint64 Social::likerCount(qint64 repo)
{
    return count(u"FROM likes l JOIN accounts a ON a.name = l.user WHERE l.repo = ?"_s, {repo});
}

std::vector<Social::Like> Social::likesOf(const QString &user)
{
    std::vector<Like> found;
    for (const SqlRow &row : m_database.rows(
             u"SELECT repo, created FROM likes WHERE user = ? ORDER BY created DESC, repo"_s,
             {user})) {
        found.push_back({.repo = row[0].toLongLong(),
                         .created = QDateTime::fromString(row[1].toString(), Qt::ISODateWithMs)});
    }
    return found;
}

} // namespace hubdesk::localhub
