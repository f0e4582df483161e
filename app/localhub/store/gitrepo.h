// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/githandle.h"
#include "app/localhub/store/lfspointer.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <vector>

namespace hubdesk::localhub {

struct CommitInfo
{
    QByteArray id;
    QString title;
    QString message; //!< what follows the title
    QString author;
    QDateTime date;
};

struct RefInfo
{
    QString name; //!< short name, the whole name for PRs
    QString ref;
    QByteArray target; //!< always a commit
};

//! A file or folder of one commit.
struct TreeItem
{
    QString path;
    bool folder = false;
    QByteArray oid;
    qint64 size = 0;
    std::optional<LfsPointer> lfs;
    qint64 pointerSize = 0;
};

//! Reads one bare repository. Used by one thread at a time.
class GitRepo
{
public:
    //! Null when there is no repository at `path`.
    static std::unique_ptr<GitRepo> open(const QString &path);

    //! The commit of a branch, tag, ref, full or short hash; tags are peeled.
    [[nodiscard]] std::optional<QByteArray> resolve(const QString &revision) const;
    [[nodiscard]] std::vector<RefInfo> refs() const;
    [[nodiscard]] std::optional<CommitInfo> commit(const QByteArray &id) const;
    //! Commits reachable from `id`, newest first.
    [[nodiscard]] std::vector<CommitInfo> history(const QByteArray &id) const;
    //! Everything below the root of a commit, folders before what they hold.
    [[nodiscard]] std::vector<TreeItem> listing(const QByteArray &commitId) const;
    [[nodiscard]] std::optional<QByteArray> blob(const QByteArray &oid) const;
    //! For every path of the commit, the commit that changed it last.
    [[nodiscard]] QHash<QString, QByteArray> lastChanges(const QByteArray &commitId) const;

private:
    explicit GitRepo(RepositoryPtr repository)
        : m_repository(std::move(repository))
    { }
    [[nodiscard]] CommitPtr lookupCommit(const QByteArray &id) const;
    [[nodiscard]] std::optional<QByteArray> peeledRef(const QString &name) const;
    void addTree(std::vector<TreeItem> &items, git_odb *odb, const git_tree *tree,
                 const QString &prefix) const;
    void noteChanges(QHash<QString, QByteArray> &changes, git_commit *commit) const;

    RepositoryPtr m_repository;
};

} // namespace hubdesk::localhub
