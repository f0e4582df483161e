// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/cachesurvey.h"

#include "core/cache/cachelookup.h"
#include "core/cache/diskerror.h"
#include "core/hub/patterns.h"
#include "core/log/categories.h"
#include "core/transfer/partialfile.h"
#include "core/transfer/transfertexts.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace hubdesk {

namespace {

//! Absolute: the file when exactly one was asked for by name, the snapshot folder otherwise.
QString resultPath(const CacheLayout &layout, const DownloadRequest &request, const QString &commit)
{
    return request.files.size() == 1 ? layout.pointer(request.repo, commit, request.files.first())
                                     : layout.snapshot(request.repo, commit);
}

//! Bytes that still have to be written.
qint64 missingBytes(const CacheLayout &layout, const DownloadRequest &request,
                    const FetchPlan &plan)
{
    qint64 sum = 0;
    QSet<QString> seen;
    for (const PlannedFile &file : plan.files) {
        if (file.cached || seen.contains(file.etag))
            continue;
        seen.insert(file.etag);
        const QFileInfo blob(layout.blob(request.repo, file.etag));
        if (!request.force && blob.isFile() && blob.size() == file.size)
            continue;
        sum += file.size - PartialFile::bytesLeftOver(layout, request.repo, file.etag, file.size);
    }
    return sum;
}

PlannedFile cachedFile(const QString &path, const QString &location)
{
    const QFileInfo info(location);
    const QString target =
        info.isSymLink() ? QFileInfo(info.symLinkTarget()).fileName() : QString();
    return {path, target, info.size(), true};
}

} // namespace

Result<FetchPlan> surveyCache(const CacheWriter &writer, const DownloadRequest &request,
                              FetchPlan plan, qint64 promised)
{
    const CacheLayout &layout = writer.layout();
    for (PlannedFile &file : plan.files) {
        const QFileInfo pointer(layout.pointer(request.repo, plan.commit, file.path));
        file.cached = !request.force && pointer.isFile() && pointer.size() == file.size;
    }
    const qint64 needed = missingBytes(layout, request, plan);
    const qint64 available = availableBytes(layout.root());
    if (needed > 0 && available >= 0 && needed + promised > available)
        return failure(ErrorKind::File,
                       TransferTexts::noSpace(layout.root(), needed + promised, available));
    if (const auto written = writer.writeRef(request.repo, request.revision, plan.commit);
        !written) {
        // A read-only cache that has everything serves its files all the same.
        const bool complete = std::ranges::all_of(plan.files, &PlannedFile::cached);
        if (plan.files.empty() || !complete)
            return std::unexpected(written.error());
        qCInfo(lcTransfer).noquote()
            << request.repo.id << "ref not written:" << written.error().message;
    }
    plan.resultPath = resultPath(layout, request, plan.commit);
    return plan;
}

std::optional<FetchPlan> planFromCache(const CacheLayout &layout, const DownloadRequest &request)
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
