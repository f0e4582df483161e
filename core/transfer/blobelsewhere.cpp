// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobelsewhere.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>

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
    if (spec.size < kWorthLooking || spec.force || !spec.localFolder.isEmpty())
        return {};
    QStringList found;
    const QString own = QDir::cleanPath(layout.blobsFolder(spec.repo));
    const QDir root(layout.root());
    const auto folders = root.entryList({u"models--*"_s, u"datasets--*"_s, u"spaces--*"_s},
                                        QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const QString blobs = root.filePath(folder + "/blobs"_L1);
        if (QDir::cleanPath(blobs) == own)
            continue;
        const QFileInfo blob(blobs + u'/' + spec.etag);
        if (blob.isFile() && blob.size() == spec.size && !isKnownDamaged(blob))
            found << blob.absoluteFilePath();
    }
    return found;
}

void rememberDamaged(const QString &path)
{
    const QFileInfo info(path);
    const std::lock_guard lock(damagedMutex());
    damagedFiles().insert(info.absoluteFilePath(), info.lastModified());
}

} // namespace hubdesk
