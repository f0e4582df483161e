// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachescan.h"

#include <QDateTime>

#include <optional>

namespace hubdesk {

//! How what lies in the cache stands to what the Hub has.
enum class VersionState {
    Unknown, //!< Never asked, or there is no ref to ask for.
    UpToDate,
    NewVersion,
    Gone, //!< The Hub knows no such repo or revision (any more), or it is private.
    NoAccess, //!< It is there, but not for this account.
};

//! The branch or tag by which a cached repo is compared with the Hub.
struct FollowedRef
{
    QString ref; //!< "main"
    QString commit; //!< 40 hex, in the cache

    bool operator==(const FollowedRef &) const = default;
};

//! `main` where it is cached, else the first ref by name; nothing when only commits are cached:
//! whoever asked for a commit wants that one.
[[nodiscard]] std::optional<FollowedRef> followedRef(const CachedRepo &repo);

//! The revision of \a repo with this commit; null when it is not cached.
[[nodiscard]] const CachedRevision *revisionOf(const CachedRepo &repo, const QString &commit);

//! What is known about one cached repo.
struct RepoVersion
{
    VersionState state = VersionState::Unknown;
    bool isPinned = false; //!< The user wants to keep what is there: never asked, never marked.
    bool isUpdating = false; //!< A download of the new version is in the queue.
    QString ref; //!< Empty: there is none to follow.
    QString cachedCommit;
    QString hubCommit; //!< Empty while not known.
    QDateTime hubDate; //!< UTC, of the last change; may be invalid.
    QDateTime checkedAt; //!< UTC; invalid: never.

    [[nodiscard]] bool isNew() const { return state == VersionState::NewVersion && !isPinned; }
    bool operator==(const RepoVersion &) const = default;
};

//! What a list of the Hub's repos says about the cache.
enum class CacheMark { None, InCache, NewVersion };

//! "in the cache", "new version"; empty for None.
[[nodiscard]] QString cacheMarkText(CacheMark mark);
//! The first seven digits, as git shows commits.
[[nodiscard]] QString shortCommit(const QString &commit);

} // namespace hubdesk
