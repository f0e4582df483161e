// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferscontroller.h"

#include "core/model/transferqueue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

QString transferSummaryText(const TransferSummary &summary)
{
    if (summary.active > 0) {
        QString text = TransfersController::tr("%n down", "downloads under way", summary.active);
        if (const QString speed = speedText(summary.speed); !speed.isEmpty())
            text += u' ' + speed;
        if (const QString left = timeLeftText(summary.secondsLeft); !left.isEmpty())
            text += u", "_s + left;
        return text;
    }
    if (summary.waiting > 0)
        return summary.waiting == 1
            ? TransfersController::tr("1 download waiting")
            : TransfersController::tr("%n downloads waiting", nullptr, summary.waiting);
    if (summary.failed > 0)
        return summary.failed == 1
            ? TransfersController::tr("1 download failed")
            : TransfersController::tr("%n downloads failed", nullptr, summary.failed);
    if (summary.paused > 0)
        return summary.paused == 1
            ? TransfersController::tr("1 download paused")
            : TransfersController::tr("%n downloads paused", nullptr, summary.paused);
    return {};
}

TransfersController::TransfersController(TransferQueue *queue, QObject *parent)
    : QObject(parent),
      m_queue(queue),
      m_model(queue)
{
    m_summaryTimer.setSingleShot(true);
    m_summaryTimer.setInterval(kSummaryInterval);
    connect(&m_summaryTimer, &QTimer::timeout, this, &TransfersController::summarise);
    const auto soon = [this] {
        if (!m_summaryTimer.isActive())
            m_summaryTimer.start();
    };
    connect(&m_model, &TransferModel::countsChanged, this, soon);
    connect(&m_model, &TransferModel::dataChanged, this, soon);
    connect(queue, &TransferQueue::transferStateChanged, this,
            [this](TransferId id, TransferState state) {
                if (isEnded(state))
                    Q_EMIT
                transferEnded(id, state);
            });
    summarise();
}

std::optional<Transfer> TransfersController::transfer(TransferId id) const
{
    return m_queue->transfer(id);
}

bool TransfersController::allowed(Verb verb, TransferState state)
{
    switch (verb) {
    case Verb::Pause:
        return state == TransferState::Queued || isActive(state);
    case Verb::Resume:
        return state == TransferState::Paused;
    case Verb::Cancel:
        return !isEnded(state);
    case Verb::Retry:
        return state == TransferState::Failed || state == TransferState::Canceled;
    case Verb::Remove:
        return isEnded(state);
    }
    return false;
}

bool TransfersController::can(Verb verb, const std::vector<TransferId> &ids) const
{
    return std::ranges::any_of(ids, [this, verb](TransferId id) {
        const int row = m_model.rowOf(id);
        return row >= 0 && allowed(verb, m_model.at(row).state);
    });
}

void TransfersController::apply(Verb verb, const std::vector<TransferId> &ids)
{
    for (const TransferId id : ids) {
        const int row = m_model.rowOf(id);
        if (row < 0 || !allowed(verb, m_model.at(row).state))
            continue;
        switch (verb) {
        case Verb::Pause:
            m_queue->pause(id);
            break;
        case Verb::Resume:
            m_queue->resume(id);
            break;
        case Verb::Cancel:
            m_queue->cancel(id);
            break;
        case Verb::Retry:
            m_queue->retry(id);
            break;
        case Verb::Remove:
            m_queue->remove(id);
            break;
        }
    }
}

void TransfersController::pauseAll()
{
    m_queue->pauseAll();
}

void TransfersController::resumeAll()
{
    m_queue->resumeAll();
}

void TransfersController::clearFinished()
{
    m_queue->removeFinished();
}

bool TransfersController::canClearFinished() const
{
    return m_model.count(TransferGroup::Ended) > 0;
}

void TransfersController::summarise()
{
    TransferSummary summary{.active = m_model.count(TransferGroup::Active),
                            .waiting = m_model.count(TransferGroup::Waiting),
                            .paused = m_model.count(TransferGroup::Paused),
                            .failed = m_model.count(TransferGroup::Failed)};
    qint64 remaining = 0;
    if (summary.active > 0) {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const Transfer &transfer = m_model.at(row);
            if (isActive(transfer.state))
                summary.speed += transfer.speed;
            if (isActive(transfer.state) || transfer.state == TransferState::Queued)
                remaining += std::max<qint64>(0, transfer.totalBytes - transfer.doneBytes);
        }
        // A queue whose sizes are not all known cannot say when it ends, but the first figure
        // helps.
        if (summary.speed > 0 && remaining > 0)
            summary.secondsLeft = remaining / summary.speed;
    }
    if (summary == m_summary)
        return;
    m_summary = summary;
    Q_EMIT
    summaryChanged();
}

} // namespace hubdesk
