// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"
#include "app/localhub/store/gitwriter.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace hubdesk::localhub {

//! Builds one repository of the demo seed, commit by commit. After the first failure every step
//! does nothing and `finish` tells the reason.
class RepoBuilder
{
public:
    //! `lfsPatterns` are put under LFS besides what a new repository has.
    RepoBuilder(Hub &hub, Repository repo, const QStringList &lfsPatterns = {});

    //! Adds a file to the next commit; large-file patterns make it an LFS object.
    RepoBuilder &add(const QString &path, const QByteArray &bytes);
    //! Adds a large file that is made on the fly, and tells its pointer.
    LfsPointer addPattern(const QString &path, quint64 seed, qint64 size);
    RepoBuilder &remove(const QString &path);

    //! Commits what was added on top of `branch`, which is made from `main` when it is new.
    QByteArray commit(const QString &message, const QString &author, const QDateTime &date,
                      const QString &branch = QStringLiteral("refs/heads/main"));
    //! A merge of the head of `other` into `branch` that brings what was added.
    QByteArray merge(const QString &other, const QString &message, const QString &author,
                     const QDateTime &date,
                     const QString &branch = QStringLiteral("refs/heads/main"));
    //! Lets a ref point to an existing commit.
    void setRef(const QString &ref, const QByteArray &commit);
    //! To be made with `finish`, as tags need the written repository.
    void annotatedTag(const QString &name, const QByteArray &commit, const QString &message,
                      const QString &author, const QDateTime &date);

    //! Writes the repository; the entry of the catalog with its row id.
    std::expected<Repository, QString> finish();

private:
    struct TagRequest
    {
        QString name;
        QByteArray commit;
        QString message;
        QString author;
        QDateTime date;
    };

    [[nodiscard]] bool isLarge(const QString &path) const;
    QByteArray write(const QString &branch, const QByteArrayList &parents, const QString &message,
                     const QString &author, const QDateTime &date);
    void check(const std::expected<void, QString> &step);

    Hub &m_hub;
    Repository m_repo;
    QStringList m_lfsPatterns;
    std::unique_ptr<GitWriter> m_writer;
    std::vector<BlobChange> m_changes;
    QStringList m_removals;
    QHash<QString, QByteArray> m_heads;
    std::vector<TagRequest> m_tags;
    QString m_error;
};

} // namespace hubdesk::localhub
