// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferbatch.h"

#include "core/model/transferqueue.h"
#include "core/model/transfertext.h"

#include <QElapsedTimer>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qsizetype kMostNames = 4;

TransferBatch::Clock realClock()
{
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [timer] { return timer->elapsed(); };
}

void addLines(QStringList &lines, const QStringList &names, const QString &line)
{
    const qsizetype room = std::max<qsizetype>(0, kMostNames - lines.size());
    for (const QString &name : names.first(std::min(room, names.size())))
        lines.append(line.arg(name));
}

} // namespace

QString batchTitle(const TransferBatchResult &result)
{
    const auto finished = static_cast<int>(result.finished.size());
    const auto failed = static_cast<int>(result.failed.size());
    QString good = finished == 1 ? TransferBatch::tr("1 download finished")
                                 : TransferBatch::tr("%n downloads finished", nullptr, finished);
    if (failed == 0)
        return good;
    if (finished == 0)
        return failed == 1 ? TransferBatch::tr("1 download failed")
                           : TransferBatch::tr("%n downloads failed", nullptr, failed);
    return TransferBatch::tr("%1, %2 failed", "2 downloads finished, 1 failed")
        .arg(good)
        .arg(failed);
}

QString batchText(const TransferBatchResult &result)
{
    QStringList lines;
    addLines(lines, result.failed, TransferBatch::tr("Failed: %1"));
    addLines(lines, result.finished, TransferBatch::tr("Finished: %1"));
    const auto left =
        static_cast<int>(result.failed.size() + result.finished.size() - lines.size());
    if (left > 0)
        lines.append(left == 1 ? TransferBatch::tr("and 1 more")
                               : TransferBatch::tr("and %n more", nullptr, left));
    return lines.join(u'\n');
}

TransferBatch::TransferBatch(TransferQueue *queue, Clock clock, QObject *parent)
    : QObject(parent),
      m_queue(queue),
      m_clock(clock ? std::move(clock) : realClock())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettle);
    connect(&m_settle, &QTimer::timeout, this, &TransferBatch::finish);
    connect(queue, &TransferQueue::transferStateChanged, this, &TransferBatch::noteState);
    connect(queue, &TransferQueue::transferRemoved, this, &TransferBatch::forget);
    for (const TransferId id : queue->transfers()) {
        if (const auto transfer = queue->summary(id); transfer && isActive(transfer->state))
            m_active.insert(id, m_clock());
    }
}

void TransferBatch::noteState(TransferId id, TransferState state)
{
    if (isActive(state)) {
        m_settle.stop();
        if (!m_active.contains(id))
            m_active.insert(id, m_clock());
        return;
    }
    const auto since = m_active.constFind(id);
    const bool worked = since != m_active.constEnd();
    if (worked) {
        m_result.longestSeconds = std::max(m_result.longestSeconds, (m_clock() - *since) / 1000);
        m_active.erase(since);
    }
    if (state == TransferState::Finished || state == TransferState::Failed) {
        if (const auto transfer = m_queue->summary(id)) {
            const QString title = transferTitle(transfer->request);
            (state == TransferState::Finished ? m_result.finished : m_result.failed).append(title);
            if (state == TransferState::Finished)
                m_result.finishedBytes += transfer->totalBytes;
        }
    }
    if (m_active.isEmpty())
        m_settle.start();
}

void TransferBatch::forget(TransferId id)
{
    if (m_active.remove(id) && m_active.isEmpty())
        m_settle.start();
}

void TransferBatch::finish()
{
    const TransferBatchResult result = std::exchange(m_result, {});
    if (!result.finished.isEmpty() || !result.failed.isEmpty())
        Q_EMIT
    ended(result);
}

} // namespace hubdesk
