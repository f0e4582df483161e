// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferengine_p.h"

#include "core/cache/diskerror.h"
#include "core/log/categories.h"

#include <algorithm>
#include <utility>

namespace hubdesk {

namespace {

constexpr qint64 kNoticeableSpace = 1024 * 1024; // bytes

} // namespace

TransferThread &TransferEngine::Private::thread()
{
    if (!m_thread) {
        m_thread = std::make_unique<TransferThread>(this, m_mailbox, m_config.marksFolder);
        m_thread->post(
            [count = m_config.parallelFiles, tuning = m_config.tuning](TransferWorker *worker) {
                worker->setParallelFiles(count);
                worker->setTuning(tuning);
            });
        m_thread->post([folder = m_config.journalFolder](TransferWorker *worker) {
            worker->setJournalFolder(folder);
        });
        applyLimits();
    }
    return *m_thread;
}

void TransferEngine::Private::applyLimits()
{
    if (!m_thread)
        return;
    if (std::exchange(m_appliedDownloadLimit, m_moment.downloadLimit) != m_moment.downloadLimit) {
        m_thread->post([limit = m_moment.downloadLimit](TransferWorker *worker) {
            worker->setDownloadLimit(limit);
        });
    }
    if (std::exchange(m_appliedUploadLimit, m_moment.uploadLimit) != m_moment.uploadLimit) {
        m_thread->post([limit = m_moment.uploadLimit](TransferWorker *worker) {
            worker->setUploadLimit(limit);
        });
    }
}

//! The client of who added \a transfer, whoever is in use now.
ClientConfig TransferEngine::Private::clientOf(const Transfer &transfer) const
{
    const auto isHubOf = [&](const ClientConfig &client) {
        return transfer.endpoint.isEmpty() || transfer.endpoint == client.endpoint;
    };
    const auto other = m_config.others.find(transfer.accountId);
    const bool isKnown = other != m_config.others.end();
    // Nobody's: a new endpoint in the settings is a way around the old one.
    if (transfer.accountId.isEmpty() && m_config.accountId.isEmpty())
        return m_config.client;
    if (transfer.accountId == m_config.accountId && isHubOf(m_config.client))
        return m_config.client;
    if (isKnown && isHubOf(other->second))
        return other->second;
    // Somebody who is signed out by now: no other Hub is asked instead, and nobody else's token
    // goes along.
    ClientConfig client = m_config.client;
    client.forgetTokens();
    if (!transfer.endpoint.isEmpty())
        client.endpoint = transfer.endpoint;
    return client;
}

//! Where its files are or will be: once it has begun, the settings move it nowhere else.
QString TransferEngine::Private::rootOf(const Transfer &transfer) const
{
    return transfer.cacheRoot.isEmpty() ? m_config.cache.rootFor(transfer.request.repo.type)
                                        : transfer.cacheRoot;
}

void TransferEngine::Private::start(Item &item)
{
    m_list.beginRun(item);
    item.transfer.cacheRoot = rootOf(item.transfer); // in the journal with the plan
    const CacheWriter writer(m_config.cache.layout(item.transfer.cacheRoot),
                             m_config.symlinksDisabled, m_config.symlinksWarningDisabled);
    thread().post([run = item.run, request = item.transfer.request,
                   client = clientOf(item.transfer), writer,
                   limit = item.transfer.rateLimit](TransferWorker *worker) {
        worker->startJob(run, request, client, writer);
        worker->setJobLimit(run, limit);
    });
    setState(item, TransferState::Preparing);
}

void TransferEngine::Private::stopRun(Item &item, After after)
{
    item.after = after;
    if (std::exchange(item.stopping, true))
        return;
    thread().post([run = item.run](TransferWorker *worker) { worker->stopJob(run); });
}

void TransferEngine::Private::jobPlanned(RunId run, const std::shared_ptr<const FetchPlan> &plan,
                                         const std::shared_ptr<JobProgress> &progress)
{
    Item *item = m_list.findRun(run);
    if (!item)
        return;
    item->applyPlan(*plan, progress);
    m_journal.write(item->transfer);
}

void TransferEngine::Private::jobStateChanged(RunId run, TransferState state,
                                              const QString &waitReason)
{
    Item *item = m_list.findRun(run);
    if (!item || item->stopping)
        return;
    item->collectSums();
    setState(*item, state, waitReason);
}

void TransferEngine::Private::jobNoted(RunId run, const QString &text)
{
    if (const Item *item = m_list.findRun(run))
        Q_EMIT q->transferNoted(item->transfer.id, text);
}

void TransferEngine::Private::jobEnded(RunId run, const JobEnd &end)
{
    Item *item = m_list.findRun(run);
    if (!item)
        return;
    const RepoId repo = item->transfer.request.repo;
    m_list.endRun(*item);
    switch (end.kind) {
    case JobEnd::Kind::Finished:
        // What was there before is proved by a mark of its own, if at all.
        if (std::ranges::none_of(item->transfer.files, &TransferFile::wasCached)
            && !item->transfer.files.empty() && !item->transfer.fromCache)
            item->transfer.verifiedAt = QDateTime::currentDateTimeUtc();
        setState(*item, TransferState::Finished);
        break;
    case JobEnd::Kind::Failed:
        if (item->after == After::Cancel) {
            removePartials(*item);
            break;
        }
        if (end.error.code == kNoSpace && m_config.waitForSpace && item->after == After::Queue) {
            setState(*item, TransferState::Queued);
            item->transfer.waitReason = end.error.message;
            item->shortage = end.shortage;
            waitForSpace(*item);
            break;
        }
        item->transfer.error = end.error;
        qCWarning(lcTransfer).noquote() << item->transfer.id << repo.uri()
                                        << "failed:" << end.error.message << end.error.detail;
        setState(*item, TransferState::Failed);
        break;
    case JobEnd::Kind::Stopped:
        if (item->after == After::Cancel)
            removePartials(*item);
        else if (item->after == After::Pause)
            setState(*item, TransferState::Paused);
        else
            setState(*item, TransferState::Queued);
        break;
    }
    scheduleSoon();
    if (end.cacheChanged)
        Q_EMIT q->cacheChanged(repo);
    checkStopped();
}

void TransferEngine::Private::partialsRemoved(RunId run)
{
    Item *item = m_list.findRun(run);
    if (!item)
        return;
    m_list.endRun(*item);
    item->after = After::Queue;
    item->forgetPartials();
    setState(*item, TransferState::Canceled);
    checkStopped();
}

void TransferEngine::Private::waitForSpace(Item &item)
{
    item.transfer.waitsForSpace = true;
    item.spaceLeft = -1;
    m_list.markDirty(item);
    m_spaceWaiters.insert(item.transfer.id);
    updateWaiting(item);
    m_unexplained = m_order.waiting();
    m_spaceTimer.start();
    measureSpace();
}

void TransferEngine::Private::endWaitForSpace(Item &item)
{
    item.transfer.waitsForSpace = false;
    m_list.markDirty(item);
    m_spaceWaiters.remove(item.transfer.id);
    if (m_spaceWaiters.isEmpty()) {
        m_spaceTimer.stop();
        m_unexplained = m_order.waiting();
    }
    scheduleSoon();
}

void TransferEngine::Private::measureSpace()
{
    for (const TransferId id : std::as_const(m_spaceWaiters)) {
        const Item *item = find(id);
        if (!item)
            continue;
        const QString &folder = item->transfer.request.localFolder;
        const QString path = !item->shortage.folder.isEmpty() ? item->shortage.folder
            : !folder.isEmpty()                               ? folder
                                                              : rootOf(item->transfer);
        thread().post([id, path, own = item->shortage.own](TransferWorker *worker) {
            worker->measureSpace(id, path, own);
        });
    }
}

void TransferEngine::Private::spaceMeasured(TransferId id, qint64 available, qint64 neededNow)
{
    Item *item = find(id);
    if (!item || !item->transfer.waitsForSpace || available < 0)
        return;
    // How much an unplanned transfer needs is not known: it tries again when there is more than
    // there was.
    const SpaceShortage &shortage = item->shortage;
    const bool isPlanned = item->transfer.totalBytes > 0;
    // What others were promised is theirs as long as they run, less what they have written since.
    const qint64 needed = shortage.needed > 0 ? neededNow
        : isPlanned                           ? item->transfer.totalBytes - item->transfer.doneBytes
                                              : item->spaceLeft + kNoticeableSpace;
    const bool isFirst = std::exchange(item->spaceLeft, available) < 0;
    if (available < needed || (isFirst && !isPlanned && shortage.needed <= 0))
        return;
    qCInfo(lcTransfer).noquote() << id << "goes on: there is room again";
    endWaitForSpace(*item);
    setState(*item, TransferState::Queued);
}

} // namespace hubdesk
