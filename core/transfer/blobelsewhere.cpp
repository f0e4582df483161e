// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobelsewhere.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kWorthLooking = 1024 * 1024; // bytes: below, fetching is as fast

// For as long as the program runs: it saves reading the same wrong file again at every start of a
// job.
std::mutex &damagedMutex()
{
    static std::mutex mutex;
    return mutex;
}

QHash<QString, QDateTime> &damagedFiles()
{
    static QHash<QString, QDateTime> files;
    return files;
}

bool isKnownDamaged(const QFileInfo &info)
{
    const std::lock_guard lock(damagedMutex());
    const auto it = damagedFiles().constFind(info.absoluteFilePath());
    return it != damagedFiles().constEnd() && *it == info.lastModified();
}

} // namespace

QStringList findBlobElsewhere(const CacheLayout &layout, const BlobSpec &spec)
{
    // Into a folder only this repo's own blob is taken, which is cheaper to find.
    if (spec.force || !spec.localFolder.isEmpty())
        return {};
    QStringList found;
    const auto look = [&](const QString &path) {
        const QFileInfo blob(path);
        if (blob.isFile() && blob.size() == spec.size && !isKnownDamaged(blob))
            found << blob.absoluteFilePath();
    };
    // The same repo is the likeliest place, and one look: worth it for any size.
    const QStringList own = ownBlobs(layout, spec.repo, spec.etag);
    std::ranges::for_each(own, look);
    if (spec.size < kWorthLooking)
        return found;
    for (const QString &root : QStringList{layout.root()} + layout.others()) {
        const QDir folder(root);
        const auto repos = folder.entryList({u"models--*"_s, u"datasets--*"_s, u"spaces--*"_s},
                                            QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &repo : repos) {
            if (repo != spec.repo.cacheFolder())
                look(folder.filePath(repo + "/blobs/"_L1 + spec.etag));
        }
    }
    return found;
}

QStringList ownBlobs(const CacheLayout &layout, const RepoId &repo, const QString &etag)
{
    QStringList blobs;
    for (const QString &root : layout.others())
        blobs << CacheLayout(root).blob(repo, etag);
    return blobs;
}

void rememberDamaged(const QString &path)
{
    const QFileInfo info(path);
    const std::lock_guard lock(damagedMutex());
    damagedFiles().insert(info.absoluteFilePath(), info.lastModified());
}

} // namespace hubdesk
