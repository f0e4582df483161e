// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferengine_p.h"
#include "core/transfer/wallclock.h"

#include <QScopedValueRollback>
#include <QSet>

#include <utility>

namespace hubdesk {

void TransferEngine::Private::order(TransferId id, Order wanted)
{
    m_orders.emplace_back(id, wanted);
    if (!m_quitting && !m_orderTimer.isActive()) { // the first of this moment
        m_ordersLeft = kOrdersAtOnce;
        m_orderTimer.start();
    }
    carryOut();
}

void TransferEngine::Private::carryOut()
{
    if (m_isCarryingOut) // somebody orders something because of what is being carried out
        return;
    const QScopedValueRollback busy(m_isCarryingOut, true);
    while (!m_orders.empty() && m_ordersLeft > 0) {
        --m_ordersLeft;
        const auto [id, wanted] = m_orders.front();
        m_orders.pop_front();
        if (Item *item = find(id))
            (this->*wanted)(*item);
    }
    if (!m_orders.empty() && !m_orderTimer.isActive())
        m_orderTimer.start();
}

void TransferEngine::Private::pause(Item &item)
{
    if (item.run != 0) {
        if (item.after != After::Cancel)
            stopRun(item, After::Pause);
    } else if (item.transfer.state == TransferState::Queued) {
        setState(item, TransferState::Paused);
    }
}

void TransferEngine::Private::resume(Item &item)
{
    if (item.run != 0 && item.after == After::Pause)
        item.after = After::Queue; // goes on as soon as it has stopped
    else if (item.transfer.state == TransferState::Paused)
        setState(item, TransferState::Queued);
    else if (item.transfer.waitsForSpace) { // the user knows that there is room
        endWaitForSpace(item);
        updateWaiting(item);
    }
}

void TransferEngine::Private::cancel(Item &item)
{
    if (item.run != 0)
        stopRun(item, After::Cancel);
    else if (isLegalTransition(item.transfer.state, TransferState::Canceled))
        removePartials(item);
}

void TransferEngine::Private::removePartials(Item &item)
{
    std::vector<BlobSpec> blobs = item.unfinishedBlobs();
    // Another transfer may go on with the same partial file.
    if (!blobs.empty()) {
        m_list.forEach([&](const Item &other) {
            if (&other == &item || isEnded(other.transfer.state)
                || other.transfer.request.repo != item.transfer.request.repo
                || other.transfer.request.localFolder != item.transfer.request.localFolder
                || rootOf(other.transfer) != rootOf(item.transfer))
                return;
            for (const TransferFile &file : other.transfer.files)
                std::erase_if(blobs, [&](const BlobSpec &blob) { return blob.etag == file.etag; });
        });
    }
    if (blobs.empty()) { // never planned, or all of it is somebody else's too
        item.after = After::Queue;
        item.forgetPartials();
        setState(item, TransferState::Canceled);
        checkStopped();
        return;
    }
    m_list.beginRun(item);
    item.after = After::Cancel;
    item.stopping = true;
    updateWaiting(item);
    // The folder may have been changed in the settings since the transfer began.
    const CacheLayout layout(rootOf(item.transfer));
    thread().post([run = item.run, layout, blobs = std::move(blobs)](TransferWorker *worker) {
        worker->removePartials(run, layout, blobs);
    });
}

void TransferEngine::Private::retry(Item &item)
{
    if (item.run != 0
        || (item.transfer.state != TransferState::Failed
            && item.transfer.state != TransferState::Canceled))
        return;
    // Whoever chose another folder because this one is full or gone wants it to go there.
    if (item.transfer.error && item.transfer.error->kind == ErrorKind::File)
        item.transfer.cacheRoot.clear();
    item.transfer.error.reset();
    item.transfer.finishedAt = {};
    setState(item, TransferState::Queued);
}

void TransferEngine::Private::remove(const std::vector<TransferId> &ids)
{
    QSet<TransferId> removed;
    for (const TransferId id : ids) {
        const Item *item = find(id);
        if (!item || item->run != 0 || !isEnded(item->transfer.state))
            continue;
        m_list.remove(id);
        m_journal.remove(id);
        removed.insert(id);
    }
    m_order.remove(removed);
    for (const TransferId id : ids) {
        if (removed.contains(id))
            Q_EMIT q->transferRemoved(id);
    }
}

void TransferEngine::Private::move(const std::vector<TransferId> &ids, TransferId before)
{
    if (!m_order.move(ids, before))
        return;
    if (m_isRestoring)
        m_orderChanged = true; // what is on the disk is not known yet
    else
        m_journal.writeOrder(m_order.ids());
    scheduleSoon();
    Q_EMIT q->orderChanged();
}

void TransferEngine::Private::changed(Item &item)
{
    m_journal.write(item.transfer);
    m_list.markDirty(item);
    updateWaiting(item);
    scheduleSoon();
}

void TransferEngine::Private::setPriority(Item &item, TransferPriority priority)
{
    if (std::exchange(item.transfer.priority, priority) != priority)
        changed(item);
}

void TransferEngine::Private::setStartAt(Item &item, const QDateTime &startAt)
{
    const QDateTime start = startAt.toUTC();
    if (std::exchange(item.transfer.startAt, start) == start)
        return;
    if (item.run != 0 && !item.stopping && start.isValid() && start > m_wallClock->now())
        stopRun(item, After::Queue);
    changed(item);
}

void TransferEngine::Private::setRateLimit(Item &item, qint64 bytesPerSecond)
{
    const qint64 limit = std::max<qint64>(0, bytesPerSecond);
    if (std::exchange(item.transfer.rateLimit, limit) == limit)
        return;
    changed(item);
    if (item.run != 0)
        thread().post(
            [run = item.run, limit](TransferWorker *worker) { worker->setJobLimit(run, limit); });
}

void TransferEngine::Private::reconnect()
{
    if (m_thread)
        m_thread->post([](TransferWorker *worker) { worker->reconnectAll(); });
    scheduleSoon(); // it may be much later than it was a moment ago
}

} // namespace hubdesk
