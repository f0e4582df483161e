// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/updateplan.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! SHA-256 or git SHA-1: a blob, not the file itself that lies in the snapshot of a disk without
//! links.
bool isContentName(const QString &name)
{
    static const QRegularExpression digits(u"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"_s);
    return digits.match(name).hasMatch();
}

//! Path in the repo -> name of the content; empty where only the listing could tell.
QHash<QString, QString> contentOf(const CachedRevision &cached)
{
    QHash<QString, QString> content;
    for (const CachedFile &file : cached.files) {
        const QString path = file.path.sliced(cached.snapshotPath.size() + 1);
        const QString name = file.blobPath.sliced(file.blobPath.lastIndexOf(u'/') + 1);
        content.insert(path, isContentName(name) ? name : QString());
    }
    return content;
}

} // namespace

UpdatePlan planUpdate(const CachedRevision &cached, const std::vector<TreeEntry> &before,
                      const std::vector<TreeEntry> &now, const QSet<QString> &present)
{
    UpdatePlan plan;
    QHash<QString, QString> old = contentOf(cached);
    bool isWhole = false;
    for (const TreeEntry &entry : before) {
        if (entry.kind != TreeEntry::Kind::File)
            continue;
        const auto mine = old.find(entry.path);
        isWhole = mine != old.end();
        if (!isWhole)
            break;
    }
    for (const TreeEntry &entry : before) {
        const auto mine = old.find(entry.path);
        if (mine != old.end() && mine->isEmpty())
            *mine = entry.etag();
    }
    plan.isWhole = isWhole;
    QSet<QString> counted;
    for (const TreeEntry &entry : now) {
        if (entry.kind != TreeEntry::Kind::File)
            continue;
        const auto mine = old.constFind(entry.path);
        const bool isNew = mine == old.cend();
        if (isNew && !isWhole) {
            ++plan.leftOut;
            continue;
        }
        const bool isPresent = present.contains(entry.path);
        if (!isWhole)
            plan.paths.append(entry.path);
        plan.totalBytes += entry.size;
        if (isNew || *mine != entry.etag())
            plan.files.push_back(
                {entry.path,
                 isNew ? UpdatePlan::File::Kind::Added : UpdatePlan::File::Kind::Changed,
                 entry.size, isPresent});
        // The same content under two names is fetched once.
        if (!isPresent && !counted.contains(entry.etag())) {
            counted.insert(entry.etag());
            ++plan.filesToFetch;
            plan.bytesToFetch += entry.size;
        }
        if (!isNew)
            old.erase(mine);
    }
    for (auto it = old.cbegin(); it != old.cend(); ++it)
        plan.files.push_back({it.key(), UpdatePlan::File::Kind::Removed, 0, false});
    std::ranges::sort(plan.files, {}, &UpdatePlan::File::path);
    return plan;
}

} // namespace hubdesk
