// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachelayout.h"

namespace hubdesk {

using namespace Qt::StringLiterals;

QString CacheLayout::repoFolder(const RepoId &repo) const
{
    return m_root + u'/' + repo.cacheFolder();
}

QString CacheLayout::blobsFolder(const RepoId &repo) const
{
    return repoFolder(repo) + "/blobs"_L1;
}

QString CacheLayout::blob(const RepoId &repo, const QString &etag) const
{
    return blobsFolder(repo) + u'/' + etag;
}

QString CacheLayout::snapshot(const RepoId &repo, const QString &commit) const
{
    return repoFolder(repo) + "/snapshots/"_L1 + commit;
}

QString CacheLayout::pointer(const RepoId &repo, const QString &commit, const QString &path) const
{
    return snapshot(repo, commit) + u'/' + path;
}

QString CacheLayout::refsFolder(const RepoId &repo) const
{
    return repoFolder(repo) + "/refs"_L1;
}

QString CacheLayout::ref(const RepoId &repo, const QString &revision) const
{
    return refsFolder(repo) + u'/' + revision;
}

QString CacheLayout::lock(const RepoId &repo, const QString &etag) const
{
    return m_root + "/.locks/"_L1 + repo.cacheFolder() + u'/' + etag + ".lock"_L1;
}

QString CacheLayout::noExist(const RepoId &repo, const QString &commit, const QString &path) const
{
    return repoFolder(repo) + "/.no_exist/"_L1 + commit + u'/' + path;
}

QString CacheLayout::linkTarget(const QString &path, const QString &etag)
{
    return u"../"_s.repeated(path.count(u'/') + 2) + "blobs/"_L1 + etag;
}

} // namespace hubdesk
