// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferscontroller.h"

#include "core/model/transferqueue.h"

#include <QSet>

#include <algorithm>
#include <iterator>

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

TransfersController::TransfersController(TransferQueue *queue, const QString &historyFile,
                                         QObject *parent)
    : QObject(parent),
      m_queue(queue),
      m_model(queue),
      m_history(queue, historyFile)
{
    m_sampleTimer.setInterval(kSampleInterval);
    connect(&m_sampleTimer, &QTimer::timeout, this, &TransfersController::sample);
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

void TransfersController::retryAllFailed()
{
    m_queue->retryFailed();
}

void TransfersController::retrySpace()
{
    for (const TransferId id : m_queue->transfers()) {
        const int row = m_model.rowOf(id);
        if (row >= 0 && m_model.at(row).waitsForSpace
            && m_model.at(row).state == TransferState::Queued)
            m_queue->resume(id);
    }
}

void TransfersController::move(const std::vector<TransferId> &ids, TransferId beforeId)
{
    m_model.move(ids, beforeId);
}

void TransfersController::moveBy(Step step, const std::vector<TransferId> &ids,
                                 const std::vector<TransferId> &shown)
{
    const QSet<TransferId> wanted(ids.begin(), ids.end());
    std::vector<TransferId> moving;
    std::vector<TransferId> staying;
    size_t aboveFirst = 0; // how many of those that stay lie above the first that moves
    size_t aboveLast = 0;
    for (const TransferId id : shown) {
        if (!wanted.contains(id)) {
            staying.push_back(id);
            continue;
        }
        if (moving.empty())
            aboveFirst = staying.size();
        aboveLast = staying.size();
        moving.push_back(id);
    }
    if (moving.empty() || staying.empty())
        return;
    size_t before = 0;
    switch (step) {
    case Step::Up:
        before = aboveFirst == 0 ? 0 : aboveFirst - 1;
        break;
    case Step::Down:
        before = aboveLast + 1;
        break;
    case Step::Top:
        before = 0;
        break;
    case Step::Bottom:
        before = staying.size();
        break;
    }
    if (before < staying.size()) {
        m_model.move(moving, staying[before]);
        return;
    }
    // Behind the last one in sight, which need not be the last of the queue.
    const int next = m_model.rowOf(staying.back()) + 1;
    m_model.move(moving, next < m_model.rowCount() ? m_model.at(next).id : 0);
}

std::vector<TransferId> TransfersController::open(const std::vector<TransferId> &ids) const
{
    std::vector<TransferId> open;
    std::ranges::copy_if(ids, std::back_inserter(open), [this](TransferId id) {
        const int row = m_model.rowOf(id);
        return row >= 0 && !isEnded(m_model.at(row).state);
    });
    return open;
}

bool TransfersController::canPlan(const std::vector<TransferId> &ids) const
{
    return !open(ids).empty();
}

void TransfersController::setPriority(const std::vector<TransferId> &ids, TransferPriority priority)
{
    for (const TransferId id : open(ids))
        m_queue->setPriority(id, priority);
}

void TransfersController::setRateLimit(const std::vector<TransferId> &ids, qint64 bytesPerSecond)
{
    for (const TransferId id : open(ids))
        m_queue->setRateLimit(id, bytesPerSecond);
}

void TransfersController::setStartAt(const std::vector<TransferId> &ids, const QDateTime &utc)
{
    for (const TransferId id : open(ids))
        m_queue->setStartAt(id, utc);
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
    if (!summary.isIdle()) {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const Transfer &transfer = m_model.at(row);
            if (isActive(transfer.state))
                summary.speed += transfer.speed;
            if (isActive(transfer.state) || transfer.state == TransferState::Queued)
                summary.remaining += std::max<qint64>(0, transfer.totalBytes - transfer.doneBytes);
            if (transfer.waitsForSpace && transfer.state == TransferState::Queued
                && ++summary.waitingForSpace == 1)
                summary.spaceReason = transfer.waitReason;
        }
        // A queue whose sizes are not all known cannot say when it ends, but the first figure
        // helps.
        if (summary.speed > 0 && summary.remaining > 0)
            summary.secondsLeft = summary.remaining / summary.speed;
    }
    if (summary == m_summary)
        return;
    m_summary = summary;
    if (m_summary.active > 0 && !m_sampleTimer.isActive())
        m_sampleTimer.start();
    Q_EMIT
    summaryChanged();
}

void TransfersController::sample()
{
    m_speeds.add(m_summary.active > 0 ? m_summary.speed : 0);
    // A line that has become flat stands still.
    if (m_summary.active == 0 && m_speeds.highest() == 0)
        m_sampleTimer.stop();
    Q_EMIT
    sampled();
}

} // namespace hubdesk
