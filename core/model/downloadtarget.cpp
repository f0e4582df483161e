// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/downloadtarget.h"

#include "core/cache/localfolder.h"
#include "core/model/cachedpaths.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString nearestExisting(const QString &path)
{
    QString existing = QDir::cleanPath(path);
    while (!existing.isEmpty() && !QFileInfo::exists(existing)) {
        const QString parent = QFileInfo(existing).path();
        if (parent == existing)
            return {};
        existing = parent;
    }
    return existing;
}

//! Something is in it, and neither we nor the official client have been at work there.
bool isForeign(const QString &folder)
{
    const QDir directory(folder);
    return directory.exists()
        && !directory.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
        && !QFileInfo(directory.filePath(u".cache/huggingface"_s)).isDir();
}

} // namespace

QString volumeOf(const QString &path)
{
    const QString existing = nearestExisting(path);
    return existing.isEmpty() ? QString() : QStorageInfo(existing).rootPath();
}

TargetReport examineTarget(const DownloadTarget &target, const std::vector<TreeEntry> &entries)
{
    TargetReport report;
    if (target.kind == DownloadTarget::Kind::Cache || target.path.isEmpty())
        return report;
    const bool isFolder = target.kind == DownloadTarget::Kind::Folder;
    const QString place = isFolder ? target.path : QFileInfo(target.path).path();
    const QString existing = nearestExisting(place);
    const QFileInfo above(existing);
    report.freeBytes = freeSpace(place);
    report.isWritable = above.isDir() && above.isWritable();
    report.volume = volumeOf(place);
    if (!isFolder) {
        report.exists = QFileInfo::exists(target.path);
        return report;
    }
    report.isForeign = isForeign(target.path);
    if (existing != QDir::cleanPath(target.path))
        return report;
    const LocalFolder folder(target.path);
    for (const TreeEntry &entry : entries) {
        if (entry.kind != TreeEntry::Kind::File || !LocalFolder::checkPath(entry.path))
            continue;
        const auto metadata = folder.metadata(entry.path);
        if (metadata && metadata->etag == entry.etag())
            report.present.insert(entry.path);
    }
    return report;
}

} // namespace hubdesk
