// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferengine_p.h"

#include "core/log/categories.h"
#include "core/transfer/queuetexts.h"
#include "core/transfer/sleepinhibitor.h"
#include "core/transfer/transfertexts.h"
#include "core/transfer/wallclock.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

namespace {

constexpr auto kGatherInterval = 250ms;
constexpr auto kStopPatience = 3000ms;
constexpr auto kThreadPatience = 2500ms; // of these, so that the journal has a chance too
constexpr int kHardCapFactor =
    3; // transfers that only wait for a lock do not block the others for ever
constexpr size_t kRestoredAtOnce = 200; // transfers; the window stays fluent with thousands
// A clock that was set, or a computer that slept, is noticed after this at the latest.
constexpr qint64 kLongestAlarm = 60'000; // ms
constexpr qint64 kShortestAlarm = 10; // ms
constexpr auto kStartsAtOnce = 4ms;
constexpr auto kSpaceInterval = 2s; // between two looks at a full disk

} // namespace

TransferEngine::Private::Private(TransferEngine *engine, EngineConfig config, WallClock *clock)
    : q(engine),
      m_config(std::move(config)),
      m_wallClock(clock),
      m_mailbox(std::make_shared<Mailbox>()),
      m_journal(m_config.journalFolder, m_mailbox)
{
    m_clock.start();
    m_order.setSmallestFirst(m_config.smallestFirst);
    m_orderTimer.setSingleShot(true);
    m_orderTimer.setInterval(0);
    QObject::connect(&m_orderTimer, &QTimer::timeout, q, [this] {
        m_ordersLeft = kOrdersAtOnce;
        carryOut();
    });
    m_scheduleTimer.setSingleShot(true);
    m_scheduleTimer.setInterval(0);
    QObject::connect(&m_scheduleTimer, &QTimer::timeout, q, [this] { schedule(); });
    m_alarm.setSingleShot(true);
    QObject::connect(&m_alarm, &QTimer::timeout, q, [this] { schedule(); });
    QObject::connect(m_wallClock, &WallClock::jumped, q, [this] { scheduleSoon(); });
    m_gatherTimer.setTimerType(Qt::CoarseTimer);
    m_gatherTimer.setInterval(kGatherInterval);
    QObject::connect(&m_gatherTimer, &QTimer::timeout, q, [this] { gather(); });
    m_spaceTimer.setInterval(kSpaceInterval);
    QObject::connect(&m_spaceTimer, &QTimer::timeout, q, [this] { measureSpace(); });
    m_stopTimer.setSingleShot(true);
    m_stopTimer.setInterval(kStopPatience);
    QObject::connect(&m_stopTimer, &QTimer::timeout, q, [this] {
        qCWarning(lcTransfer) << "not everything could be closed in time";
        if (!std::exchange(m_stopAnnounced, true))
            Q_EMIT q->stopped();
    });
}

TransferEngine::Private::~Private()
{
    const QDeadlineTimer deadline(kStopPatience);
    m_quitting = true;
    setInhibitor(nullptr);
    if (m_thread)
        m_thread->close(QDeadlineTimer(kThreadPatience));
    m_thread.reset();
    m_mailbox->close();
    for (Item *item : m_list.runs()) {
        // An order of the last moment counts, although its answer can no longer arrive.
        const bool ordered = item->after != After::Queue;
        if (ordered)
            item->transfer.state =
                item->after == After::Cancel ? TransferState::Canceled : TransferState::Paused;
        if (item->progress)
            item->progress->copyTo(item->transfer);
        if (item->progress || ordered)
            m_journal.write(item->transfer);
    }
    m_journal.close(deadline);
}

void TransferEngine::Private::configChanged()
{
    if (m_thread) {
        m_thread->post(
            [count = m_config.parallelFiles, tuning = m_config.tuning](TransferWorker *worker) {
                worker->setParallelFiles(count);
                worker->setTuning(tuning);
            });
    }
    m_order.setSmallestFirst(m_config.smallestFirst);
    m_momentFrom = {};
    scheduleSoon();
}

TransferId TransferEngine::Private::newId()
{
    // From the clock, so that an id is not given twice even when its journal file is long gone.
    const auto now =
        static_cast<TransferId>(std::chrono::duration_cast<std::chrono::microseconds>(
                                    std::chrono::system_clock::now().time_since_epoch())
                                    .count());
    m_lastId = std::max(m_lastId + 1, now);
    return m_lastId;
}

bool TransferEngine::Private::isIdle() const
{
    bool isBusy = !m_list.runs().isEmpty();
    m_list.forEach(
        [&isBusy](const Item &item) { isBusy |= item.transfer.state == TransferState::Queued; });
    return !isBusy;
}

void TransferEngine::Private::restore()
{
    m_isRestoring = true;
    m_journal.load([this](TransferJournal::Content content) {
        addRestored(std::make_shared<TransferJournal::Content>(std::move(content)), 0);
    });
}

void TransferEngine::Private::addRestored(const std::shared_ptr<TransferJournal::Content> &content,
                                          size_t first)
{
    std::vector<Transfer> &transfers = content->transfers;
    const size_t end = std::min(first + kRestoredAtOnce, transfers.size());
    for (size_t i = first; i < end; ++i) {
        if (find(transfers[i].id))
            continue;
        auto item = std::make_unique<Item>();
        item->transfer = transfers[i];
        item->journaled = true;
        add(std::move(item));
    }
    if (end < transfers.size()) {
        m_mailbox->post([this, content, end] { addRestored(content, end); });
        return;
    }
    m_isRestoring = false;
    std::vector<TransferId> order;
    order.reserve(transfers.size());
    for (const Transfer &transfer : transfers)
        order.push_back(transfer.id);
    // Before those that were added in the meantime, unless the user has moved something already.
    const bool isSorted = m_orderChanged || !m_order.sortLike(order);
    if (std::exchange(m_orderChanged, false))
        m_journal.writeOrder(m_order.ids());
    if (!isSorted)
        Q_EMIT q->orderChanged();
    Q_EMIT q->restored();
}

void TransferEngine::Private::add(std::unique_ptr<Item> added)
{
    const TransferId id = added->transfer.id;
    const TransferState state = added->transfer.state;
    m_lastId = std::max(m_lastId, id);
    Item &item = m_list.add(std::move(added));
    m_order.append(id);
    if (item.journaled) {
        updateWaiting(item);
    } else {
        m_journal.write(item.transfer, [this, id] {
            if (Item *written = find(id)) {
                written->journaled = true;
                updateWaiting(*written);
                scheduleSoon();
            }
        });
        if (isEnded(state)) // wrong from the start: announced when the caller knows the id
            m_mailbox->post([this, id, state] { Q_EMIT q->transferStateChanged(id, state); });
    }
    scheduleSoon();
    Q_EMIT q->transferAdded(id);
}

void TransferEngine::Private::setWaitReason(Item &item, const QString &reason)
{
    if (item.transfer.waitReason == reason)
        return;
    item.transfer.waitReason = reason;
    m_list.markDirty(item);
}

void TransferEngine::Private::setState(Item &item, TransferState state, const QString &waitReason)
{
    Transfer &transfer = item.transfer;
    setWaitReason(item, waitReason);
    if (transfer.state == state) {
        updateWaiting(item);
        return;
    }
    if (!isLegalTransition(transfer.state, state)) {
        qCCritical(lcTransfer).noquote()
            << transfer.id << "cannot go from" << transferStateName(transfer.state) << "to"
            << transferStateName(state);
        return;
    }
    qCInfo(lcTransfer).noquote() << transfer.id << transfer.request.repo.uri()
                                 << transferStateName(transfer.state) << "->"
                                 << transferStateName(state);
    const bool wasActive = isActive(transfer.state);
    transfer.state = state;
    if (state == TransferState::Running && !item.meter.isRunning())
        item.meter.start(m_clock.elapsed(), transfer.fetchedBytes);
    if (isEnded(state))
        transfer.finishedAt = QDateTime::currentDateTimeUtc();
    if (!isActive(state)) {
        item.meter.stop();
        transfer.speed = 0;
        transfer.secondsLeft = -1;
        transfer.currentFile.clear();
        // While it is active the journal says "queued", which is what a restart makes of it.
        if (!wasActive || state != TransferState::Queued)
            m_journal.write(transfer);
    }
    updateWaiting(item);
    scheduleSoon();
    Q_EMIT q->transferStateChanged(transfer.id, state);
}

void TransferEngine::Private::updateWaiting(Item &item)
{
    const Transfer &transfer = item.transfer;
    if (transfer.waitsForSpace && transfer.state != TransferState::Queued)
        endWaitForSpace(item);
    if (item.run != 0 || transfer.state != TransferState::Queued || !item.journaled
        || transfer.waitsForSpace) {
        m_order.setNotWaiting(transfer.id);
        return;
    }
    const qint64 known =
        transfer.totalBytes > 0 ? transfer.totalBytes - transfer.doneBytes : transfer.expectedBytes;
    m_order.setWaiting(transfer.id, {transfer.priority, known, transfer.startAt},
                       m_wallClock->now());
    m_unexplained.push_back(transfer.id);
    scheduleSoon();
}

void TransferEngine::Private::scheduleSoon()
{
    if (!m_quitting && !m_scheduleTimer.isActive())
        m_scheduleTimer.start();
}

void TransferEngine::Private::schedule()
{
    if (m_quitting)
        return;
    const QDateTime now = m_wallClock->now();
    lookAtTheClock(now);
    for (const TransferId id : m_order.release(now))
        m_unexplained.push_back(id);
    startDue();
    explainWaiting(now);
    setAlarm(now);
    updateInhibitor();
    if (m_list.isAnythingMoving() && !m_gatherTimer.isActive())
        m_gatherTimer.start();
}

void TransferEngine::Private::lookAtTheClock(const QDateTime &now)
{
    if (m_momentFrom.isValid() && now >= m_momentFrom
        && (!m_moment.nextChange.isValid() || now < m_moment.nextChange))
        return;
    const QueueMoment before = std::exchange(m_moment, QueueMoment::at(now, m_config));
    m_momentFrom = now;
    applyLimits();
    if (before.mayRun != m_moment.mayRun || before.goesOnAt != m_moment.goesOnAt)
        m_unexplained = m_order.waiting();
    if (m_moment.mayRun)
        return;
    for (Item *item : m_list.runs()) {
        if (!item->stopping)
            stopRun(*item, After::Queue);
    }
}

void TransferEngine::Private::startDue()
{
    const int limit = std::max(1, m_config.maxActive);
    const auto isFull = [this, limit] {
        const auto &runs = m_list.runs();
        return runs.size() >= limit * kHardCapFactor
            || std::ranges::count_if(
                   runs, [](const Item *item) { return isActive(item->transfer.state); })
            >= limit;
    };
    // Anything may have changed after each start, because it is announced.
    // A full disk holds up all of them: each would only fill what was made free for the first.
    const QDeadlineTimer enough(kStartsAtOnce);
    while (m_moment.mayRun && !m_quitting && m_spaceWaiters.isEmpty() && !isFull()) {
        if (enough.hasExpired()) // a thousand of them: the window paints in between
            return scheduleSoon();
        Item *item = find(m_order.next());
        if (!item)
            return;
        start(*item);
    }
}

void TransferEngine::Private::explainWaiting(const QDateTime &now)
{
    for (const TransferId id : std::exchange(m_unexplained, {})) {
        Item *item = find(id);
        if (!item || !m_order.isWaiting(id))
            continue;
        const QDateTime &start = item->transfer.startAt;
        const bool isLater = start.isValid() && start > now;
        if (isLater && (m_moment.mayRun || start > m_moment.goesOnAt))
            setWaitReason(*item, QueueTexts::waitsForStart(start, now));
        else if (!m_moment.mayRun)
            setWaitReason(*item, QueueTexts::waitsForWindow(m_moment.goesOnAt, now));
        else if (!m_spaceWaiters.isEmpty())
            setWaitReason(*item, QueueTexts::waitsForSpace());
        else
            setWaitReason(*item, TransferTexts::waitsForSlot());
    }
}

void TransferEngine::Private::setAlarm(const QDateTime &now)
{
    QDateTime next = m_moment.nextChange;
    const QDateTime start = m_order.nextStart();
    if (start.isValid() && (!next.isValid() || start < next))
        next = start;
    if (!next.isValid()) {
        m_alarm.stop();
        return;
    }
    const qint64 interval = std::clamp(now.msecsTo(next), kShortestAlarm, kLongestAlarm);
    m_alarm.start(std::chrono::milliseconds(interval));
}

void TransferEngine::Private::setInhibitor(SleepInhibitor *inhibitor)
{
    if (m_inhibitor && std::exchange(m_isInhibiting, false))
        m_inhibitor->release();
    m_inhibitor = inhibitor;
    scheduleSoon();
}

void TransferEngine::Private::updateInhibitor()
{
    const bool isWanted = !m_list.runs().isEmpty();
    if (!m_inhibitor || std::exchange(m_isInhibiting, isWanted) == isWanted)
        return;
    if (isWanted)
        m_inhibitor->block(QueueTexts::blocksSleep());
    else
        m_inhibitor->release();
}

void TransferEngine::Private::gather()
{
    const std::vector<TransferId> changed = m_list.takeChanged(m_clock.elapsed());
    if (!m_list.isAnythingMoving() && changed.empty())
        m_gatherTimer.stop();
    if (!changed.empty())
        Q_EMIT q->transfersChanged(changed);
}

void TransferEngine::Private::stop()
{
    if (std::exchange(m_quitting, true))
        return;
    m_orderTimer.stop();
    m_ordersLeft = std::numeric_limits<int>::max(); // what was ordered is kept for the next run
    carryOut();
    m_scheduleTimer.stop();
    m_alarm.stop();
    m_stopTimer.start();
    for (Item *item : m_list.runs()) {
        if (!item->stopping)
            stopRun(*item, After::Queue);
    }
    checkStopped();
}

void TransferEngine::Private::checkStopped()
{
    if (!m_quitting || !m_list.runs().isEmpty())
        return;
    setInhibitor(nullptr);
    m_journal.whenWritten([this] {
        m_stopTimer.stop();
        if (!std::exchange(m_stopAnnounced, true))
            Q_EMIT q->stopped();
    });
}

} // namespace hubdesk
