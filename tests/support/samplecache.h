// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachescan.h"

namespace hubdesk {

//! One cached repo with a file and a README a revision.
inline CachedRepo sampleCachedRepo(RepoType type, const QString &id, qint64 size, int revisions = 1,
                                   double lastUsed = 1'780'000'000)
{
    CachedRepo repo;
    repo.repo = {type, id};
    repo.path = QStringLiteral("/data/hub/") + repo.repo.cacheFolder();
    repo.size = size;
    repo.fileCount = 2 * revisions;
    repo.lastAccessed = lastUsed;
    repo.lastModified = lastUsed - 86'400;
    for (int i = 0; i < revisions; ++i) {
        CachedRevision revision;
        revision.commit = QString(40, QChar(u'a' + i));
        revision.snapshotPath = repo.path + QStringLiteral("/snapshots/") + revision.commit;
        revision.size = size / revisions;
        revision.lastModified = lastUsed - 86'400 - i;
        if (i == 0)
            revision.refs = QStringList{QStringLiteral("main")};
        for (const QString &name :
             {QStringLiteral("README.md"), QStringLiteral("weights/model.safetensors")}) {
            CachedFile file;
            file.name = name.section(u'/', -1);
            file.path = revision.snapshotPath + u'/' + name;
            file.blobPath = repo.path + QStringLiteral("/blobs/") + name;
            file.size = file.name == QLatin1String("README.md") ? 4'200 : size / revisions - 4'200;
            file.blobLastModified = revision.lastModified;
            revision.files.push_back(file);
        }
        repo.revisions.push_back(revision);
    }
    return repo;
}

inline CacheScan sampleScan()
{
    CacheScan scan;
    scan.root = QStringLiteral("/data/hub");
    scan.repos = {
        sampleCachedRepo(RepoType::Model, QStringLiteral("aurora-labs/aurora-7b-instruct"),
                         14'500'000'000, 2),
        sampleCachedRepo(RepoType::Model, QStringLiteral("tidewater/embed-small"), 438'000'000, 1,
                         1'777'000'000),
        sampleCachedRepo(RepoType::Dataset, QStringLiteral("openfields/harvest-images"),
                         2'300'000'000, 1, 1'760'000'000),
        sampleCachedRepo(RepoType::Space, QStringLiteral("demo/playground"), 12'400),
    };
    for (const CachedRepo &repo : scan.repos)
        scan.size += repo.size;
    return scan;
}

} // namespace hubdesk
