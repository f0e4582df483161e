// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"
#include "core/net/error.h"

#include <QJsonObject>
#include <QStringList>

#include <atomic>
#include <vector>

namespace hubdesk {

//! A file of a cached revision. Times are seconds UTC with fraction, sizes bytes (reference:
//! files 5.2).
struct CachedFile
{
    QString name; //!< Base name only.
    QString path; //!< Absolute, in the snapshot.
    QString blobPath; //!< Absolute and resolved.
    qint64 size = 0;
    double blobLastAccessed = 0;
    double blobLastModified = 0;

    bool operator==(const CachedFile &) const = default;
};

struct CachedRevision
{
    QString commit;
    QString snapshotPath;
    qint64 size = 0; //!< Distinct blobs of this snapshot.
    std::vector<CachedFile> files; //!< By path.
    QStringList refs; //!< Sorted.
    double lastModified = 0;

    bool operator==(const CachedRevision &) const = default;
};

struct CachedRepo
{
    RepoId repo;
    QString path;
    qint64 size = 0; //!< Distinct blobs of all snapshots.
    qint64 fileCount = 0; //!< Distinct blobs.
    std::vector<CachedRevision> revisions; //!< By commit.
    double lastAccessed = 0;
    double lastModified = 0;

    [[nodiscard]] QStringList refs() const; //!< Sorted.
    bool operator==(const CachedRepo &) const = default;
};

//! What a scan found. Immutable once made; shared between views by value.
struct CacheScan
{
    QString root;
    qint64 size = 0;
    std::vector<CachedRepo> repos; //!< By the type's name and id.
    QStringList warnings; //!< The official texts, by path; a repo that has one is not in repos.

    bool operator==(const CacheScan &) const = default;
    //! The names and values of the official data classes; sets as sorted arrays.
    [[nodiscard]] QJsonObject toJson() const;
};

//! Whose rules decide what is a warning.
enum class ScanRules {
    V0_27, //!< v0.27.1: every stray entry is a warning.
    Main, //!< Today's client: ignores CACHEDIR.TAG, .DS_Store, Thumbs.db, desktop.ini.
};

//! Scans the cache at \a root; read-only, blocking: run it in a worker. ErrorKind::NotFound when
//! the folder is missing, ErrorKind::File when it is a file or cannot be read, ErrorKind::Canceled
//! when \a abort became true. Two kinds of damage that can end the official scan are warnings
//! here: links that lead in a circle (worded as with newer Pythons) and refs that are no text.
[[nodiscard]] Result<CacheScan> scanCache(const QString &root, ScanRules rules,
                                          const std::atomic_bool *abort = nullptr);

} // namespace hubdesk
