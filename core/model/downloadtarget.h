// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/tree.h"

#include <QSet>
#include <QString>

#include <vector>

namespace hubdesk {

//! Where a download goes.
struct DownloadTarget
{
    enum class Kind { Cache, Folder, Archive };

    Kind kind = Kind::Cache;
    QString path; //!< Absolute: the folder or the archive; empty for the cache.

    bool operator==(const DownloadTarget &) const = default;
};

//! What is at a target before the download.
struct TargetReport
{
    qint64 freeBytes = -1; //!< on its volume; -1: not known
    bool isWritable = true; //!< It, or the nearest folder above it that exists.
    bool isForeign = false; //!< A folder with files that no download put there.
    bool exists = false; //!< An archive of this name.
    QString volume = {}; //!< Root of the volume; empty when not known.
    QSet<QString> present = {}; //!< Of the asked files: there already as the bookkeeping says.
};

//! Reads the disk: run it in a worker. \a entries: the files of the repo.
[[nodiscard]] TargetReport examineTarget(const DownloadTarget &target,
                                         const std::vector<TreeEntry> &entries);
//! Root of the volume that holds \a path or its nearest existing parent; reads the disk.
[[nodiscard]] QString volumeOf(const QString &path);

} // namespace hubdesk
