// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/repoversion.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::RepoVersion)
};

} // namespace

std::optional<FollowedRef> followedRef(const CachedRepo &repo)
{
    std::optional<FollowedRef> first;
    for (const CachedRevision &revision : repo.revisions) {
        for (const QString &ref : revision.refs) {
            if (ref == "main"_L1)
                return FollowedRef{ref, revision.commit};
            if (!first || ref < first->ref)
                first = FollowedRef{ref, revision.commit};
        }
    }
    return first;
}

const CachedRevision *revisionOf(const CachedRepo &repo, const QString &commit)
{
    const auto found = std::ranges::find(repo.revisions, commit, &CachedRevision::commit);
    return found == repo.revisions.end() ? nullptr : &*found;
}

QString cacheMarkText(CacheMark mark)
{
    switch (mark) {
    case CacheMark::None:
        break;
    case CacheMark::InCache:
        return Texts::tr("in the cache");
    case CacheMark::NewVersion:
        return Texts::tr("new version of what is in the cache");
    }
    return {};
}

QString shortCommit(const QString &commit)
{
    constexpr int kDigits = 7;
    return commit.left(kDigits);
}

} // namespace hubdesk
