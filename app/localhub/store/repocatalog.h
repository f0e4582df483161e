// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/database.h"
#include "app/localhub/store/repository.h"

#include <memory>
#include <mutex>
#include <vector>

namespace hubdesk::localhub {

//! All repositories, as rows of the database with a snapshot in memory. Thread-safe.
class RepoCatalog
{
public:
    using Snapshot = std::shared_ptr<const std::vector<Repository>>;

    explicit RepoCatalog(Database &database)
        : m_database(database)
    { }

    //! Stores a new repository and sets its row id; false when the name is taken.
    bool add(Repository &repo);
    [[nodiscard]] Snapshot all();
    //! Adds to the number of likes; a negative number takes away.
    void addLikes(const Repository &repo, int more);
    //! Finds by id whatever its letter case.
    [[nodiscard]] std::optional<Repository> find(RepoType type, const QString &id);

    void addRename(RepoType type, const QString &oldId, const QString &newId);
    //! The new id of a repository that was called `oldId`, empty when there is none.
    [[nodiscard]] QString renamed(RepoType type, const QString &oldId);

    void setAccessRequest(const Repository &repo, const QString &user, const QString &status,
                          const QDateTime &when);
    //! "", "pending", "accepted" or "rejected".
    [[nodiscard]] QString accessStatus(const Repository &repo, const QString &user);

private:
    Database &m_database;
    std::mutex m_mutex;
    Snapshot m_snapshot;
};

} // namespace hubdesk::localhub
