// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachedpaths.h"

#include "core/cache/cachelookup.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QStorageInfo>

namespace hubdesk {

QSet<QString> cachedPaths(const CacheLayout &layout, const RepoId &repo, const QString &revision,
                          const std::vector<TreeEntry> &entries)
{
    QSet<QString> cached;
    if (!QFileInfo::exists(layout.repoFolder(repo)))
        return cached;
    QHash<QString, qint64> blobs;
    QDirIterator iterator(layout.blobsFolder(repo), QDir::Files | QDir::Hidden);
    while (iterator.hasNext()) {
        const QFileInfo blob = iterator.nextFileInfo();
        blobs.insert(blob.fileName(), blob.size());
    }
    const QString commit = cachedCommit(layout, repo, revision);
    const bool snapshot = isCommitHash(commit) && QFileInfo::exists(layout.snapshot(repo, commit));
    for (const TreeEntry &entry : entries) {
        if (entry.kind != TreeEntry::Kind::File)
            continue;
        if (const auto blob = blobs.constFind(entry.etag()); blob != blobs.cend()) {
            if (*blob == entry.size)
                cached.insert(entry.path);
        } else if (snapshot && checkFilePath(entry.path)) {
            const QFileInfo file(layout.pointer(repo, commit, entry.path));
            if (file.isFile() && !file.isSymLink() && file.size() == entry.size)
                cached.insert(entry.path);
        }
    }
    return cached;
}

qint64 freeSpace(const QString &folder)
{
    QString existing = QDir::cleanPath(folder);
    while (!existing.isEmpty() && !QFileInfo::exists(existing)) {
        const QString parent = QFileInfo(existing).path();
        if (parent == existing)
            return -1;
        existing = parent;
    }
    const QStorageInfo volume(existing);
    return volume.isValid() && volume.isReady() ? volume.bytesAvailable() : -1;
}

} // namespace hubdesk
