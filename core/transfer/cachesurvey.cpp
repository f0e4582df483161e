// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/cachesurvey.h"

#include "core/cache/cachelookup.h"
#include "core/cache/localfolder.h"
#include "core/hub/patterns.h"
#include "core/log/categories.h"
#include "core/transfer/blobelsewhere.h"
#include "core/transfer/partialfile.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

//! Absolute: the archive; the file when exactly one was asked for by name; else the folder.
QString resultPath(const CacheLayout &layout, const DownloadRequest &request, const QString &commit)
{
    if (!request.archive.isEmpty())
        return request.archive;
    const bool isFile = request.files.size() == 1;
    if (!request.localFolder.isEmpty())
        return isFile ? LocalFolder(request.localFolder).filePath(request.files.first())
                      : request.localFolder;
    return isFile ? layout.pointer(request.repo, commit, request.files.first())
                  : layout.snapshot(request.repo, commit);
}

PlannedFile cachedFile(const QString &path, const QString &location)
{
    const QFileInfo info(location);
    const QString target =
        info.isSymLink() ? QFileInfo(info.symLinkTarget()).fileName() : QString();
    return {path, target, info.size(), true};
}

//! The files of a local folder that its bookkeeping knows, as the folder stands.
std::optional<FetchPlan> planFromFolder(const CacheLayout &layout, const DownloadRequest &request,
                                        bool onlyOfCommit)
{
    const LocalFolder folder(request.localFolder);
    const auto known = [&](const QString &path) -> std::optional<PlannedFile> {
        const auto noted = folder.metadata(path);
        const QFileInfo info(folder.filePath(path));
        if (!info.isFile() || (onlyOfCommit && (!noted || noted->commit != request.revision)))
            return std::nullopt;
        return PlannedFile{path, noted ? noted->etag : QString(), info.size(), true};
    };
    FetchPlan plan;
    plan.fromCache = true;
    plan.commit = cachedCommit(layout, request.repo, request.revision);
    plan.resultPath = resultPath(layout, request, plan.commit);
    for (const QString &path : request.files) {
        const auto file = known(path);
        if (!file)
            return std::nullopt;
        plan.files.push_back(*file);
    }
    if (!request.files.isEmpty())
        return plan;
    const QDir words(request.localFolder + "/.cache/huggingface/download"_L1);
    const PathFilter filter(request.allow, request.ignore);
    QDirIterator it(words.path(), {u"*.metadata"_s}, QDir::Files | QDir::Hidden,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = words.relativeFilePath(it.next()).chopped(9); // ".metadata"
        const auto file = known(path);
        if (file && filter.matches(path))
            plan.files.push_back(*file);
    }
    if (plan.files.empty())
        return std::nullopt;
    std::ranges::sort(plan.files, {}, &PlannedFile::path);
    return plan;
}

std::optional<FetchPlan> planFromRoot(const CacheLayout &layout, const DownloadRequest &request)
{
    FetchPlan plan;
    plan.fromCache = true;
    plan.commit = cachedCommit(layout, request.repo, request.revision);
    if (plan.commit.isEmpty())
        return std::nullopt;
    plan.resultPath = resultPath(layout, request, plan.commit);
    if (!request.files.isEmpty()) {
        for (const QString &path : request.files) {
            const CachedPath found = lookupInCache(layout, request.repo, plan.commit, path);
            if (found.state != CachedPath::State::Present)
                return std::nullopt;
            plan.files.push_back(cachedFile(path, found.path));
        }
        return plan;
    }
    const QDir snapshot(layout.snapshot(request.repo, plan.commit));
    if (!snapshot.exists())
        return std::nullopt;
    const PathFilter filter(request.allow, request.ignore);
    QDirIterator files(snapshot.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString location = files.next();
        const QString path = snapshot.relativeFilePath(location);
        if (filter.matches(path))
            plan.files.push_back(cachedFile(path, location));
    }
    std::ranges::sort(plan.files, {}, &PlannedFile::path);
    return plan;
}

} // namespace

Result<FetchPlan> markPresent(const CacheLayout &layout, const DownloadRequest &request,
                              FetchPlan plan, const SurveyRead &read)
{
    plan.resultPath = resultPath(layout, request, plan.commit);
    const LocalFolder folder(request.localFolder);
    for (PlannedFile &file : plan.files) {
        if (request.localFolder.isEmpty()) {
            const QFileInfo pointer(layout.pointer(request.repo, plan.commit, file.path));
            file.cached = !request.force && pointer.isFile() && pointer.size() == file.size;
            continue;
        }
        // Also with force: a path that must not be written ends here.
        const auto state = folder.state(
            file.path, file.etag, file.size, read ? read : [](qint64) { return false; });
        if (!state && (read || state.error().kind != ErrorKind::Canceled))
            return std::unexpected(state.error());
        const bool isRight = state
            && (*state == LocalFolder::State::UpToDate
                || (read && *state == LocalFolder::State::NeedsMetadata));
        file.cached = !request.force && isRight;
    }
    return plan;
}

BlobOnDisk blobOnDisk(const CacheLayout &layout, const DownloadRequest &request,
                      const PlannedFile &file)
{
    BlobOnDisk answer;
    const QFileInfo blob(layout.blob(request.repo, file.etag));
    answer.isComplete = !request.force && blob.isFile() && blob.size() == file.size;
    if (answer.isComplete)
        return answer;
    if (!request.localFolder.isEmpty() && !request.force) {
        answer.isComplete = std::ranges::any_of(
            ownBlobs(layout, request.repo, file.etag), [&file](const QString &path) {
                const QFileInfo other(path);
                return other.isFile() && other.size() == file.size;
            });
        if (answer.isComplete)
            return answer;
    }
    if (request.localFolder.isEmpty()) {
        answer.resumable = PartialFile::bytesLeftOver(layout, request.repo, file.etag, file.size);
        return answer;
    }
    const QString leftOver =
        LocalFolder(request.localFolder).leftOver(file.path, file.etag, file.size);
    answer.resumable = leftOver.isEmpty() ? 0 : QFileInfo(leftOver).size();
    return answer;
}

Result<FetchPlan> surveyCache(const CacheWriter &writer, const DownloadRequest &request,
                              FetchPlan wanted, const SpaceNeeds &promised,
                              const QString &journalFolder, SpaceShortage *shortage)
{
    const CacheLayout &layout = writer.layout();
    auto marked = markPresent(layout, request, std::move(wanted));
    if (!marked)
        return marked;
    FetchPlan &plan = *marked;
    SpaceShortage missing;
    if (const auto enough = checkSpace(layout, request, plan, journalFolder, promised,
                                       shortage ? shortage : &missing);
        !enough)
        return std::unexpected(enough.error());
    if (!request.localFolder.isEmpty())
        return marked; // a folder has no refs (reference: files 4.5)
    if (const auto written = writer.writeRef(request.repo, request.revision, plan.commit);
        !written) {
        // A read-only cache that has everything serves its files all the same.
        const bool complete = std::ranges::all_of(plan.files, &PlannedFile::cached);
        if (plan.files.empty() || !complete)
            return std::unexpected(written.error());
        qCInfo(lcTransfer).noquote()
            << request.repo.id << "ref not written:" << written.error().message;
    }
    return marked;
}

std::optional<FetchPlan> planFromCache(const CacheLayout &layout, const DownloadRequest &request,
                                       bool onlyOfCommit)
{
    if (!request.localFolder.isEmpty())
        return planFromFolder(layout, request, onlyOfCommit);
    std::optional<FetchPlan> plan = planFromRoot(layout, request);
    if (onlyOfCommit || !request.archive.isEmpty()) // which packs what is in its own cache
        return plan;
    for (const QString &root : layout.others()) {
        if (!plan)
            plan = planFromRoot(CacheLayout(root), request);
    }
    return plan;
}

Result<void> rememberMissing(const CacheWriter &writer, const DownloadRequest &request,
                             const QString &commit, const QString &path)
{
    // The snapshot folder first: a repo folder without one makes the official scan call it
    // corrupted.
    if (const auto written = writer.writeRef(request.repo, request.revision, commit); !written)
        return written;
    return writer.markMissing(request.repo, commit, path);
}

} // namespace hubdesk
