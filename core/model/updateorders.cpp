// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/updateorders.h"

#include "core/cache/cachelookup.h"
#include "core/cache/cachewriter.h"
#include "core/log/categories.h"

#include <QFileInfo>
#include <QFuture>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

UpdateOrders::UpdateOrders(TransferQueue *queue, VersionStore *store,
                           std::function<CachePlaces()> places, QObject *parent)
    : QObject(parent),
      m_queue(queue),
      m_store(store),
      m_places(std::move(places))
{
    connect(queue, &TransferQueue::transferStateChanged, this, &UpdateOrders::follow);
    // Restored ones may have ended in the moment in which the program did.
    connect(queue, &TransferQueue::transferAdded, this, &UpdateOrders::follow);
    connect(queue, &TransferQueue::transferRemoved, this, [this](TransferId id) {
        if (m_store->removePending(id))
            Q_EMIT
        changed();
    });
}

UpdateOrders::~UpdateOrders() = default;

const PendingUpdate *UpdateOrders::pendingOf(const RepoId &repo) const
{
    const auto found = std::ranges::find(m_store->pending(), repo, &PendingUpdate::repo);
    return found == m_store->pending().end() ? nullptr : &*found;
}

bool UpdateOrders::isUpdating(const RepoId &repo) const
{
    const PendingUpdate *update = pendingOf(repo);
    const auto transfer = update ? m_queue->transfer(update->transfer) : std::nullopt;
    return transfer && transfer->state != TransferState::Failed
        && transfer->state != TransferState::Canceled;
}

void UpdateOrders::order(PendingUpdate update, const QStringList &paths,
                         const TransferOptions &options)
{
    const PendingUpdate *old = pendingOf(update.repo);
    if (const auto transfer = old ? m_queue->transfer(old->transfer) : std::nullopt; transfer
        && old->to == update.to && transfer->request.files == paths
        && transfer->state != TransferState::Canceled) {
        if (transfer->state == TransferState::Failed)
            m_queue->retry(old->transfer);
        else if (transfer->state == TransferState::Paused)
            m_queue->resume(old->transfer);
        return;
    }
    DownloadRequest request;
    request.repo = update.repo;
    request.revision = update.to;
    request.files = paths;
    update.transfer = m_queue->addDownload(request, options);
    m_store->addPending(update);
    Q_EMIT
    changed();
    follow(update.transfer); // a queue may be done at once
}

void UpdateOrders::follow(TransferId id)
{
    const auto found = std::ranges::find(m_store->pending(), id, &PendingUpdate::transfer);
    if (found == m_store->pending().end())
        return;
    const auto transfer = m_queue->transfer(id);
    if (!transfer)
        return;
    if (transfer->state == TransferState::Finished && !m_moving.contains(id)) {
        // Without an answer of the Hub the files of the cache are taken for all there are.
        if (transfer->fromCache) {
            m_store->removePending(id);
        } else {
            m_moving.insert(id);
            // Journals of earlier versions do not say where the files are.
            moveRef(*found,
                    transfer->cacheRoot.isEmpty() ? m_places().rootFor(found->repo.type)
                                                  : transfer->cacheRoot);
        }
    }
    Q_EMIT
    changed();
}

void UpdateOrders::moveRef(const PendingUpdate &update, const QString &root)
{
    QtConcurrent::run([update, layout = CacheLayout(root)]() -> Result<void> {
        // Another folder is the cache by now: there is no ref to move.
        if (!QFileInfo::exists(layout.snapshot(update.repo, update.to)))
            return {};
        // Somebody else was faster; the Hub may even be further. No ref: the transfer was begun
        // anew in another folder.
        const QString now = cachedCommit(layout, update.repo, update.ref);
        if (!now.isEmpty() && now != update.from)
            return {};
        return CacheWriter(layout).writeRef(update.repo, update.ref, update.to);
    }).then(this, [this, update](const Result<void> &moved) {
        m_moving.remove(update.transfer);
        m_store->removePending(update.transfer);
        std::optional<Error> error;
        if (!moved) {
            error = moved.error();
            qCWarning(lcCache).noquote() << update.repo.id << "ref not moved:" << error->message;
        }
        Q_EMIT
        updated(update.repo, error);
    });
}

} // namespace hubdesk
