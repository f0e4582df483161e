// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/accounts.h"

namespace hubdesk::localhub {

//! Part of a list: `limit` entries from entry `skip` on.
struct Slice
{
    qint64 skip = 0;
    qint64 limit = -1; //!< -1: all
};

//! Who follows whom and who likes what. Lists have the newest or the first name first and stay in
//! that order from page to page. Thread-safe.
class Social
{
public:
    struct Like
    {
        qint64 repo = 0; //!< row id
        QDateTime created;
    };

    explicit Social(Database &database)
        : m_database(database)
    { }

    void follow(const QString &follower, const QString &followed);
    [[nodiscard]] bool follows(const QString &follower, const QString &followed);
    [[nodiscard]] std::vector<Account> followersOf(const QString &name, Slice slice);
    //! Users only; organisations are counted by `followedOrgs`.
    [[nodiscard]] std::vector<Account> followedBy(const QString &name, Slice slice);
    [[nodiscard]] qint64 followerCount(const QString &name);
    [[nodiscard]] qint64 followingCount(const QString &name);
    [[nodiscard]] qint64 followedOrgs(const QString &name);

    //! False when the user likes the repository already.
    bool like(const QString &user, qint64 repo, const QDateTime &when);
    //! False when the user did not like it.
    bool unlike(const QString &user, qint64 repo);
    [[nodiscard]] std::vector<Account> likersOf(qint64 repo, Slice slice);
    [[nodiscard]] qint64 likerCount(qint64 repo);
    [[nodiscard]] std::vector<Like> likesOf(const QString &user);

private:
    std::vector<Account> people(const QString &sql, const QVariantList &values, Slice slice);
    qint64 count(const QString &sql, const QVariantList &values);

    Database &m_database;
};

} // namespace hubdesk::localhub
