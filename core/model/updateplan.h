// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachescan.h"
#include "core/hub/tree.h"

#include <QSet>

#include <vector>

namespace hubdesk {

//! What an update of a cached revision comes to. A value; pure.
struct UpdatePlan
{
    struct File
    {
        enum class Kind { Added, Changed, Removed };

        QString path;
        Kind kind = Kind::Changed;
        qint64 size = 0; //!< bytes, as it is now on the Hub; 0 for removed ones
        bool isCached = false; //!< The new content is in the cache already.

        bool operator==(const File &) const = default;
    };

    std::vector<File> files; //!< What differs, by path.
    QStringList paths; //!< What the update is to have; empty: the whole repo, or isEmpty().
    bool isWhole = false; //!< All of the repo was cached: new files come along.
    int leftOut = 0; //!< New files that do not come along.
    int filesToFetch = 0;
    qint64 bytesToFetch = 0;
    qint64 totalBytes = 0; //!< of all files that the update is to have

    //! None of what is cached is in the new version.
    [[nodiscard]] bool isEmpty() const { return !isWhole && paths.isEmpty(); }
    bool operator==(const UpdatePlan &) const = default;
};

//! Compares \a cached with the listing \a now. \a before is the listing of the cached commit, empty
//! when the Hub does not have it any more; only it tells whether all of the repo was cached, and
//! what the files are called by content where the cache has no links. \a present: paths of \a now
//! that need no download (cachedPaths()).
[[nodiscard]] UpdatePlan planUpdate(const CachedRevision &cached,
                                    const std::vector<TreeEntry> &before,
                                    const std::vector<TreeEntry> &now,
                                    const QSet<QString> &present);

} // namespace hubdesk
