// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachelayout.h"
#include "core/hub/tree.h"

#include <QSet>
#include <QString>

#include <vector>

namespace hubdesk {

//! Which of \a entries need no download any more: their blob is in the shared cache with the right
//! size, or (where links are not supported) the file itself in the snapshot of \a revision. Reads
//! the disk, a moment for thousands of files: run it in a worker. Read-only; no locks.
[[nodiscard]] QSet<QString> cachedPaths(const CacheLayout &layout, const RepoId &repo,
                                        const QString &revision,
                                        const std::vector<TreeEntry> &entries);

//! Free bytes of the volume that holds \a folder or its nearest existing parent; -1 when unknown.
//! Reads the disk: run it in a worker.
[[nodiscard]] qint64 freeSpace(const QString &folder);

} // namespace hubdesk
