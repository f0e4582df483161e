// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/spaceneeds.h"

#include "core/cache/diskerror.h"
#include "core/cache/localfolder.h"
#include "core/transfer/blobelsewhere.h"
#include "core/transfer/cachesurvey.h"
#include "core/transfer/transfertexts.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace hubdesk {

namespace {

constexpr qint64 kJournalEntry = 4096; // bytes, one block
constexpr qint64 kJournalFile = 512; // bytes of it for a file, path and hash

//! A file of a local folder that the job will compare by its hash before it fetches anything.
bool mayBeThere(const DownloadRequest &request, const PlannedFile &file)
{
    if (request.localFolder.isEmpty() || request.force)
        return false;
    const LocalFolder folder(request.localFolder);
    const QFileInfo info(folder.filePath(file.path));
    return info.isFile() && info.size() == file.size && !folder.metadata(file.path);
}

//! Some other repo has it where a link can be made.
bool canBeLinked(const CacheLayout &layout, const DownloadRequest &request, const FetchPlan &plan,
                 const PlannedFile &file)
{
    const BlobSpec spec{request.repo, plan.commit,   file.etag,          file.size,
                        {file.path},  request.force, request.localFolder};
    const quint64 here = volumeId(layout.blobsFolder(request.repo));
    return std::ranges::any_of(findBlobElsewhere(layout, spec), [here](const QString &path) {
        return volumeId(QFileInfo(path).canonicalFilePath()) == here;
    });
}

} // namespace

std::vector<VolumeNeed> volumeNeeds(const SpaceNeeds &own, const SpaceNeeds &promised,
                                    const std::function<quint64(const QString &)> &volumeOf)
{
    QHash<QString, quint64> known;
    const auto volume = [&](const QString &folder) {
        const auto it = known.constFind(folder);
        return it != known.constEnd() ? *it : *known.insert(folder, volumeOf(folder));
    };
    std::vector<VolumeNeed> needs;
    QHash<QString, qint64> counted; // by key
    for (const SpaceNeed &need : own) {
        if (need.bytes <= 0 || (!need.key.isEmpty() && counted.contains(need.key)))
            continue;
        const quint64 id = volume(need.folder);
        auto it = std::ranges::find(needs, id, &VolumeNeed::volume);
        if (it == needs.end())
            it = needs.insert(needs.end(), VolumeNeed{id, need.folder, 0, 0});
        it->own += need.bytes;
        it->bytes += need.bytes;
        if (!need.key.isEmpty())
            counted.insert(need.key, need.bytes);
    }
    for (const SpaceNeed &need : promised) {
        if (need.bytes <= 0)
            continue;
        if (need.folder.isEmpty()) {
            for (VolumeNeed &each : needs)
                each.bytes += need.bytes;
            continue;
        }
        const auto it = std::ranges::find(needs, volume(need.folder), &VolumeNeed::volume);
        if (it == needs.end())
            continue;
        const qint64 before = need.key.isEmpty() ? 0 : counted.value(need.key);
        it->bytes += std::max<qint64>(0, need.bytes - before);
        if (!need.key.isEmpty())
            counted.insert(need.key, std::max(before, need.bytes));
    }
    return needs;
}

SpaceNeed blobNeed(const CacheLayout &layout, const DownloadRequest &request,
                   const PlannedFile &file)
{
    if (request.localFolder.isEmpty())
        return {layout.root(), layout.blob(request.repo, file.etag), 0};
    return {request.localFolder, LocalFolder(request.localFolder).filePath(file.path), 0};
}

SpaceNeeds spaceNeeds(const CacheLayout &layout, const DownloadRequest &request,
                      const FetchPlan &plan, const QString &journalFolder, bool withElsewhere)
{
    SpaceNeeds needs;
    QSet<QString> seen;
    qint64 packed = 0;
    const bool toFolder = !request.localFolder.isEmpty();
    for (const PlannedFile &file : plan.files) {
        packed += file.size;
        if (file.cached || mayBeThere(request, file))
            continue;
        SpaceNeed need = blobNeed(layout, request, file);
        if (seen.contains(file.etag)) {
            need.bytes = toFolder ? file.size : 0; // every path of a folder is a file of its own
        } else {
            const BlobOnDisk blob = blobOnDisk(layout, request, file);
            if (!blob.isComplete)
                need.bytes = file.size - blob.resumable;
            else if (toFolder)
                need.bytes = file.size;
            if (need.bytes > 0 && withElsewhere && canBeLinked(layout, request, plan, file))
                need.bytes = 0;
        }
        seen.insert(file.etag);
        if (need.bytes > 0)
            needs.push_back(need);
    }
    if (!request.archive.isEmpty())
        needs.push_back({QFileInfo(request.archive).path(), request.archive, packed});
    if (!journalFolder.isEmpty() && !needs.empty()) {
        const auto files = static_cast<qint64>(plan.files.size());
        needs.push_back({journalFolder, {}, kJournalEntry + files * kJournalFile});
    }
    return needs;
}

Result<void> checkSpace(const CacheLayout &layout, const DownloadRequest &request,
                        const FetchPlan &plan, const QString &journalFolder,
                        const SpaceNeeds &promised, SpaceShortage *shortage)
{
    // What other repos have is only looked for when it matters.
    for (const bool withElsewhere : {false, true}) {
        *shortage = {};
        const SpaceNeeds own = spaceNeeds(layout, request, plan, journalFolder, withElsewhere);
        for (const VolumeNeed &need : volumeNeeds(own, promised, volumeId)) {
            const qint64 available = availableBytes(need.folder);
            if (available < 0 || need.bytes <= available)
                continue;
            *shortage = {need.folder, need.own, need.bytes};
            if (!withElsewhere)
                break;
            auto error = failure(ErrorKind::File,
                                 TransferTexts::noSpace(need.folder, need.bytes, available));
            error.error().code = kNoSpace;
            return error;
        }
        if (shortage->folder.isEmpty())
            break;
    }
    return {};
}

} // namespace hubdesk
