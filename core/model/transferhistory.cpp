// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferhistory.h"

#include "core/model/transferhistorystore.h"
#include "core/model/transferqueue.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

TransferHistory::TransferHistory(TransferQueue *queue, const QString &file, QObject *parent)
    : QObject(parent),
      m_queue(queue),
      m_model(kMostEvents),
      m_since(QDateTime::currentDateTimeUtc().addSecs(-1))
{
    m_clock.start();
    m_gatherTimer.setSingleShot(true);
    m_gatherTimer.setInterval(kGather);
    connect(&m_gatherTimer, &QTimer::timeout, this, &TransferHistory::flush);
    // The thread runs without a file too: an export is as slow as its disk.
    m_store = new TransferHistoryStore(file, kMostEvents);
    m_store->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_store, &QObject::deleteLater);
    connect(m_store, &TransferHistoryStore::exported, this, &TransferHistory::exported);
    m_thread.setObjectName(u"history"_s);
    m_thread.start(QThread::LowPriority);
    m_keeps = !file.isEmpty();
    if (m_keeps) {
        connect(m_store, &TransferHistoryStore::loaded, &m_model, &TransferHistoryModel::addOlder);
        QMetaObject::invokeMethod(m_store, &TransferHistoryStore::load);
    }
    for (const TransferId id : queue->transfers())
        noteAdded(id);
    connect(queue, &TransferQueue::transferAdded, this, &TransferHistory::noteAdded);
    connect(queue, &TransferQueue::transferStateChanged, this, &TransferHistory::noteState);
    connect(queue, &TransferQueue::transferNoted, this, [this](TransferId id, const QString &note) {
        if (const auto transfer = m_queue->transfer(id))
            add(transferNotedEvent(*transfer, note, QDateTime::currentDateTimeUtc()));
    });
    connect(queue, &TransferQueue::transferRemoved, this,
            [this](TransferId id) { m_known.remove(id); });
}

TransferHistory::~TransferHistory()
{
    flush();
    // quit() is an event behind the ones that write.
    QMetaObject::invokeMethod(m_store, [thread = &m_thread] { thread->quit(); });
    m_thread.wait();
}

void TransferHistory::noteAdded(TransferId id)
{
    const auto transfer = m_queue->summary(id);
    if (!transfer || m_known.contains(id))
        return;
    Known known{.state = transfer->state};
    if (isActive(transfer->state))
        known.activeSince = m_clock.elapsed();
    m_known.insert(id, known);
    // What comes back from the journal was added long ago.
    if (transfer->createdAt.isValid() && transfer->createdAt < m_since)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    add(transferAddedEvent(*transfer, now));
    if (auto event = transferEvent(*transfer, TransferState::Queued, 0, now))
        add(std::move(*event));
}

void TransferHistory::noteState(TransferId id, TransferState state)
{
    const auto found = m_known.find(id);
    if (found == m_known.end() || found->state == state)
        return;
    const qint64 now = m_clock.elapsed();
    if (isActive(state) && found->activeSince < 0) {
        found->activeSince = now;
    } else if (!isActive(state) && found->activeSince >= 0) {
        found->activeBefore += now - std::exchange(found->activeSince, -1);
    }
    const TransferState before = std::exchange(found->state, state);
    const qint64 seconds = found->activeBefore / 1000;
    if (isEnded(state))
        found->activeBefore = 0;
    // Of all that happens to thousands of transfers most is not worth a copy of them.
    if (isActive(before) && isActive(state))
        return;
    if (auto transfer = m_queue->summary(id)) {
        transfer->state = state; // A slot before us may have changed it again.
        if (auto event = transferEvent(*transfer, before, seconds, QDateTime::currentDateTimeUtc()))
            add(std::move(*event));
    }
}

void TransferHistory::add(TransferEvent event)
{
    m_pending.push_back(std::move(event));
    if (!m_gatherTimer.isActive())
        m_gatherTimer.start();
}

void TransferHistory::flush()
{
    if (m_pending.empty())
        return;
    const std::vector<TransferEvent> events = std::exchange(m_pending, {});
    m_model.addNewer(events);
    if (!m_keeps)
        return;
    QMetaObject::invokeMethod(m_store, [store = m_store, events] {
        QByteArray lines;
        for (const TransferEvent &event : events)
            lines += QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact) + '\n';
        store->append(lines, static_cast<int>(events.size()));
    });
}

void TransferHistory::clear()
{
    m_pending.clear();
    m_model.clear();
    // What is being read is forgotten as well.
    disconnect(m_store, &TransferHistoryStore::loaded, &m_model, nullptr);
    if (m_keeps)
        QMetaObject::invokeMethod(m_store, &TransferHistoryStore::clear);
}

void TransferHistory::exportTo(const QString &path)
{
    flush();
    std::vector<TransferEvent> events;
    events.reserve(static_cast<size_t>(m_model.rowCount()));
    for (int row = m_model.rowCount() - 1; row >= 0; --row)
        events.push_back(m_model.at(row));
    QMetaObject::invokeMethod(m_store, [store = m_store, path, events = std::move(events)] {
        store->exportTo(path, exportedHistory(events, historyFormat(path)));
    });
}

} // namespace hubdesk
