// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferitem.h"

#include <utility>

namespace hubdesk {

void TransferItem::startRun(RunId id)
{
    run = id;
    stopping = false;
    after = After::Queue;
}

void TransferItem::applyPlan(const FetchPlan &plan, const std::shared_ptr<JobProgress> &counters)
{
    if (progress)
        fetchedBefore += progress->fetched;
    progress = counters;
    transfer.commit = plan.commit;
    transfer.resultPath = plan.resultPath;
    transfer.fromCache = plan.fromCache;
    transfer.files.clear();
    transfer.totalBytes = 0;
    for (const PlannedFile &file : plan.files) {
        transfer.files.push_back(
            {file.path, file.etag, file.size, 0, TransferState::Queued, file.cached});
        transfer.totalBytes += file.size;
    }
    transfer.filesTotal = static_cast<int>(transfer.files.size());
    collect();
    dirty = true;
}

void TransferItem::collect()
{
    if (!progress)
        return;
    progress->copyTo(transfer);
    transfer.fetchedBytes = fetchedBefore + progress->fetched;
}

void TransferItem::collectSums()
{
    if (!progress)
        return;
    progress->copySumsTo(transfer);
    transfer.fetchedBytes = fetchedBefore + progress->fetched;
}

void TransferItem::endRun()
{
    collect();
    if (progress)
        fetchedBefore += progress->fetched;
    progress.reset();
    run = 0;
    stopping = false;
}

bool TransferItem::refresh(qint64 now)
{
    bool isChanged = std::exchange(dirty, false);
    if (progress && progress->dirty.exchange(false)) {
        collectSums();
        isChanged = true;
    }
    if (meter.sample(now, transfer.fetchedBytes)) {
        transfer.speed = meter.speed();
        transfer.secondsLeft = meter.secondsLeft(now, transfer.totalBytes - transfer.doneBytes);
        isChanged = true;
    }
    return isChanged;
}

std::vector<BlobSpec> TransferItem::unfinishedBlobs() const
{
    std::vector<BlobSpec> blobs;
    const DownloadRequest &request = transfer.request;
    for (const TransferFile &file : transfer.files) {
        if (file.state != TransferState::Finished)
            blobs.push_back({request.repo,
                             transfer.commit,
                             file.etag,
                             file.size,
                             {file.path},
                             request.force,
                             request.localFolder});
    }
    return blobs;
}

void TransferItem::forgetPartials()
{
    transfer.cacheRoot.clear(); // it begins anew, if ever
    transfer.doneBytes = 0;
    for (TransferFile &file : transfer.files) {
        if (file.state != TransferState::Finished) {
            file.state = TransferState::Canceled;
            file.received = 0;
        }
        transfer.doneBytes += file.received;
    }
}

} // namespace hubdesk
