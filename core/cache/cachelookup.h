// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"

#include <optional>

namespace hubdesk {

//! The raw content of `refs/<revision>`, or \a revision itself when it is a commit hash; empty when
//! unknown. Reads the disk.
[[nodiscard]] QString cachedCommit(const CacheLayout &layout, const RepoId &repo,
                                   const QString &revision);

//! Answer of the offline lookup (reference: files 4.8).
struct CachedPath
{
    enum class State {
        Unknown,
        Present,
        KnownMissing, //!< `.no_exist` says that this commit lacks the file.
    };
    State state = State::Unknown;
    QString path; //!< Absolute, in the snapshot; only when Present.
};
[[nodiscard]] CachedPath lookupInCache(const CacheLayout &layout, const RepoId &repo,
                                       const QString &revision, const QString &path);

} // namespace hubdesk
