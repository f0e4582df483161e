// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/gitrepo.h"
#include "app/localhub/store/repository.h"

#include <QHash>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace hubdesk::localhub {

//! The files of one commit, ready for look-ups.
struct Listing
{
    std::vector<TreeItem> items;
    QHash<QString, qsizetype> index;

    [[nodiscard]] const TreeItem *find(const QString &path) const;
};

//! The git repositories under `repos/`. Handles are pooled, as each may serve one thread only, and
//! what follows from a commit id alone is remembered. Needs a GitLibrary. Thread-safe.
class GitStore
{
public:
    using ListingPtr = std::shared_ptr<const Listing>;
    using ChangesPtr = std::shared_ptr<const QHash<QString, QByteArray>>;

    explicit GitStore(QString folder);

    [[nodiscard]] QString path(const Repository &repo) const;

    //! Runs `work(const GitRepo &)` with a handle of its own; an empty value when the repository
    //! cannot be opened.
    template <typename Work>
    auto with(const Repository &repo, Work &&work) -> std::invoke_result_t<Work, const GitRepo &>
    {
        const Lease lease(*this, path(repo));
        if (!lease.repo)
            return {};
        return work(*lease.repo);
    }

    [[nodiscard]] std::optional<QByteArray> resolve(const Repository &repo,
                                                    const QString &revision);
    [[nodiscard]] ListingPtr listing(const Repository &repo, const QByteArray &commit);
    [[nodiscard]] ChangesPtr lastChanges(const Repository &repo, const QByteArray &commit);
    [[nodiscard]] std::optional<CommitInfo> commit(const Repository &repo, const QByteArray &id);
    [[nodiscard]] QByteArray blob(const Repository &repo, const QByteArray &oid);

private:
    struct Lease
    {
        Lease(GitStore &gitStore, QString repoPath);
        ~Lease();
        Q_DISABLE_COPY_MOVE(Lease)

        GitStore &store;
        QString path;
        std::unique_ptr<GitRepo> repo;
    };

    QString m_folder;
    std::mutex m_mutex;
    std::map<QString, std::vector<std::unique_ptr<GitRepo>>> m_idle;
    QHash<QByteArray, ListingPtr> m_listings;
    QHash<QByteArray, ChangesPtr> m_changes;
};

} // namespace hubdesk::localhub
