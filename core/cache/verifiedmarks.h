// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QString>
#include <QStringList>

#include <mutex>
#include <optional>

namespace hubdesk {

//! A file whose content was proved by its hash.
struct VerifiedMark
{
    QString etag; //!< 40 or 64 hex
    QDateTime date; //!< UTC, when it was read
    qint64 size = 0; //!< bytes
    qint64 modified = 0; //!< ns since 1970, of the file
    quint64 inode = 0;

    bool operator==(const VerifiedMark &) const = default;
};

//! Remembers which blobs were proved by their hash, and when: one small file a repo folder in a
//! state folder of ours, nothing in the cache itself. A mark holds as long as size, time and inode
//! of the file are what they were. Several processes may share the folder. From any thread; blocks
//! on the disk. mark() collects: what was marked is on the disk after flush(), which mark() calls
//! itself every few seconds and the destructor at the end.
class VerifiedMarks
{
public:
    //! \a folder: absolute, made when needed; empty: nothing is kept beyond this object.
    explicit VerifiedMarks(QString folder);
    ~VerifiedMarks();
    VerifiedMarks(const VerifiedMarks &) = delete;
    VerifiedMarks &operator=(const VerifiedMarks &) = delete;

    //! `verified` in the state folder of this user's programs.
    [[nodiscard]] static QString standardFolder();

    //! The content of \a blobPath (absolute; links are followed) has just been proved to be \a
    //! etag.
    void mark(const QString &blobPath, const QString &etag);
    //! The same for blobs that are named by their etags in \a blobsFolder.
    void markAll(const QString &blobsFolder, const QStringList &etags);
    //! None when it was never proved or has changed since.
    [[nodiscard]] std::optional<VerifiedMark> lookup(const QString &blobPath);
    //! It was found to be wrong.
    void forget(const QString &blobPath);
    //! Writes what changed. An error costs the marks only, so it is logged, not returned.
    void flush();

private:
    struct Book
    {
        QString folder; // of the repo, resolved
        QHash<QString, VerifiedMark> marks; // by path below the folder
        QHash<QString, bool> changed; // since the last flush; false: forgotten
        bool isSwept = false; // without marks of files that are gone
    };

    Book &book(const QString &folder);
    [[nodiscard]] QString filePath(const QString &folder) const;
    void write(Book &book) const;
    void flushLocked();
    void note(const QString &blobPath, const std::optional<VerifiedMark> &mark);
    void flushSometimes();

    QString m_folder;
    std::mutex m_mutex;
    QHash<QString, Book> m_books; // by folder
    QElapsedTimer m_sinceFlush;
    qint64 m_flushCost = 0; // ms, of the last one
};

} // namespace hubdesk
