// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/githandle.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <expected>
#include <vector>

namespace hubdesk::localhub {

//! One file to be put into a commit.
struct BlobChange
{
    QString path;
    QByteArray bytes;
};

struct CommitRequest
{
    QString branch; //!< full ref name; moved to the new commit
    QByteArrayList parents;
    std::vector<BlobChange> changes;
    QStringList removals;
    QString author;
    QString email;
    QDateTime date;
    QString message;
};

//! Makes a new bare repository in memory and writes it as one pack, so that thousands of small
//! files cost two files on disk. Used by one thread.
class GitWriter
{
public:
    static std::expected<std::unique_ptr<GitWriter>, QString> create(const QString &path);

    //! The id of the new commit.
    std::expected<QByteArray, QString> commit(const CommitRequest &request);
    std::expected<void, QString> setRef(const QString &ref, const QByteArray &commit);
    //! Writes the pack; nothing but tags may follow.
    std::expected<void, QString> finish();
    std::expected<void, QString> annotatedTag(const QString &name, const QByteArray &commit,
                                              const QString &message, const QString &author,
                                              const QString &email, const QDateTime &date);

private:
    GitWriter(QString path, RepositoryPtr repository, git_odb_backend *memory);
    std::expected<git_oid, QString> writeTree(const CommitRequest &request);

    QString m_path;
    RepositoryPtr m_repository;
    git_odb_backend *m_memory; // owned by the object database
};

} // namespace hubdesk::localhub
