// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferengine_p.h"

#include "core/log/categories.h"
#include "core/transfer/transfertexts.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

namespace {

constexpr auto kGatherInterval = 250ms;
constexpr auto kStopPatience = 3000ms;
constexpr int kHardCapFactor =
    3; // transfers that only wait for a lock do not block the others for ever

} // namespace

TransferEngine::Private::Private(TransferEngine *engine, EngineConfig config)
    : q(engine),
      m_config(std::move(config)),
      m_mailbox(std::make_shared<Mailbox>()),
      m_journal(m_config.journalFolder, m_mailbox)
{
    m_clock.start();
    m_scheduleTimer.setSingleShot(true);
    m_scheduleTimer.setInterval(0);
    QObject::connect(&m_scheduleTimer, &QTimer::timeout, q, [this] { schedule(); });
    m_gatherTimer.setTimerType(Qt::CoarseTimer);
    m_gatherTimer.setInterval(kGatherInterval);
    QObject::connect(&m_gatherTimer, &QTimer::timeout, q, [this] { gather(); });
    m_stopTimer.setSingleShot(true);
    m_stopTimer.setInterval(kStopPatience);
    QObject::connect(&m_stopTimer, &QTimer::timeout, q, [this] {
        qCWarning(lcTransfer) << "not everything could be closed in time";
        m_stopAnnounced = true;
        Q_EMIT q->stopped();
    });
}

TransferEngine::Private::~Private()
{
    m_quitting = true;
    m_thread.reset();
    m_mailbox->close();
    for (const auto &item : m_items) {
        // An order of the last moment counts, although its answer can no longer arrive.
        const bool ordered = item->run != 0 && item->after != After::Queue;
        if (ordered)
            item->transfer.state =
                item->after == After::Cancel ? TransferState::Canceled : TransferState::Paused;
        if (item->progress)
            item->progress->copyTo(item->transfer);
        if (item->progress || ordered)
            m_journal.write(item->transfer);
    }
}

TransferThread &TransferEngine::Private::thread()
{
    if (!m_thread) {
        m_thread = std::make_unique<TransferThread>(this, m_mailbox);
        setParallelFiles();
    }
    return *m_thread;
}

void TransferEngine::Private::setParallelFiles()
{
    if (m_thread) {
        m_thread->post(
            [count = m_config.parallelFiles, tuning = m_config.tuning](TransferWorker *worker) {
                worker->setParallelFiles(count);
                worker->setTuning(tuning);
            });
    }
    scheduleSoon();
}

void TransferEngine::Private::reconnect()
{
    if (m_thread)
        m_thread->post([](TransferWorker *worker) { worker->reconnectAll(); });
}

TransferEngine::Private::Item *TransferEngine::Private::find(TransferId id) const
{
    const auto it =
        std::ranges::find(m_items, id, [](const auto &item) { return item->transfer.id; });
    return it == m_items.end() ? nullptr : it->get();
}

TransferEngine::Private::Item *TransferEngine::Private::findRun(RunId run) const
{
    const auto it = std::ranges::find(m_items, run, [](const auto &item) { return item->run; });
    return it == m_items.end() ? nullptr : it->get();
}

std::vector<TransferId> TransferEngine::Private::ids() const
{
    std::vector<TransferId> result;
    result.reserve(m_items.size());
    for (const auto &item : m_items)
        result.push_back(item->transfer.id);
    return result;
}

TransferId TransferEngine::Private::newId()
{
    // From the clock, so that an id is not given twice even when its journal file is long gone.
    const auto now = static_cast<TransferId>(QDateTime::currentMSecsSinceEpoch()) * 1000;
    m_lastId = std::max(m_lastId + 1, now);
    return m_lastId;
}

void TransferEngine::Private::add(std::unique_ptr<Item> item)
{
    const TransferId id = item->transfer.id;
    const TransferState state = item->transfer.state;
    m_lastId = std::max(m_lastId, id);
    if (!item->journaled) {
        m_journal.write(item->transfer, [this, id] {
            if (Item *written = find(id)) {
                written->journaled = true;
                scheduleSoon();
            }
        });
        if (isEnded(state)) // wrong from the start: announced when the caller knows the id
            m_mailbox->post([this, id, state] { Q_EMIT q->transferStateChanged(id, state); });
    }
    m_items.push_back(std::move(item));
    scheduleSoon();
    Q_EMIT q->transferAdded(id);
}

void TransferEngine::Private::setState(Item &item, TransferState state, const QString &waitReason)
{
    Transfer &transfer = item.transfer;
    if (transfer.waitReason != waitReason) {
        transfer.waitReason = waitReason;
        item.dirty = true;
    }
    if (transfer.state == state)
        return;
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
    scheduleSoon();
    Q_EMIT q->transferStateChanged(transfer.id, state);
}

void TransferEngine::Private::scheduleSoon()
{
    if (!m_quitting && !m_scheduleTimer.isActive())
        m_scheduleTimer.start();
}

void TransferEngine::Private::schedule()
{
    const int limit = std::max(2, m_config.parallelFiles);
    int active = 0;
    int running = 0;
    for (const auto &item : m_items) {
        running += item->run != 0 ? 1 : 0;
        active += item->run != 0 && isActive(item->transfer.state) ? 1 : 0;
    }
    for (const TransferId id : ids()) { // slots may change the list
        Item *item = find(id);
        if (!item || item->run != 0 || item->transfer.state != TransferState::Queued || m_quitting)
            continue;
        if (active >= limit || running >= limit * kHardCapFactor) {
            setState(*item, TransferState::Queued, TransferTexts::waitsForSlot());
        } else if (item->journaled) {
            ++active;
            ++running;
            start(*item);
        }
    }
    const bool anything = std::ranges::any_of(
        m_items, [](const auto &item) { return item->run != 0 || item->dirty; });
    if (anything && !m_gatherTimer.isActive())
        m_gatherTimer.start();
}

void TransferEngine::Private::start(Item &item)
{
    item.startRun(++m_lastRun);
    item.cacheRoot = m_config.cacheRoot;
    const CacheWriter writer(CacheLayout(m_config.cacheRoot), m_config.symlinksDisabled,
                             m_config.symlinksWarningDisabled);
    thread().post(
        [run = item.run, request = item.transfer.request, client = m_config.client,
         writer](TransferWorker *worker) { worker->startJob(run, request, client, writer); });
    setState(item, TransferState::Preparing);
}

void TransferEngine::Private::stopRun(Item &item, After after)
{
    item.after = after;
    if (std::exchange(item.stopping, true))
        return;
    thread().post([run = item.run](TransferWorker *worker) { worker->stopJob(run); });
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
    QStringList etags = item.unfinishedEtags();
    // Another transfer may go on with the same partial file.
    for (const auto &other : m_items) {
        if (other.get() == &item || isEnded(other->transfer.state)
            || other->transfer.request.repo != item.transfer.request.repo)
            continue;
        for (const TransferFile &file : other->transfer.files)
            etags.removeAll(file.etag);
    }
    item.run = ++m_lastRun;
    item.after = After::Cancel;
    item.stopping = true;
    // The folder may have been changed in the settings since the transfer began.
    const QString &root = item.cacheRoot.isEmpty() ? m_config.cacheRoot : item.cacheRoot;
    thread().post(
        [run = item.run, layout = CacheLayout(root), repo = item.transfer.request.repo,
         etags](TransferWorker *worker) { worker->removePartials(run, layout, repo, etags); });
}

void TransferEngine::Private::retry(Item &item)
{
    if (item.run != 0
        || (item.transfer.state != TransferState::Failed
            && item.transfer.state != TransferState::Canceled))
        return;
    item.transfer.error.reset();
    item.transfer.finishedAt = {};
    setState(item, TransferState::Queued);
}

void TransferEngine::Private::remove(TransferId id)
{
    const auto it =
        std::ranges::find(m_items, id, [](const auto &item) { return item->transfer.id; });
    if (it == m_items.end() || (*it)->run != 0 || !isEnded((*it)->transfer.state))
        return;
    m_items.erase(it);
    m_journal.remove(id);
    Q_EMIT q->transferRemoved(id);
}

void TransferEngine::Private::jobPlanned(RunId run, const std::shared_ptr<const FetchPlan> &plan,
                                         const std::shared_ptr<JobProgress> &progress)
{
    Item *item = findRun(run);
    if (!item)
        return;
    item->applyPlan(*plan, progress);
    m_journal.write(item->transfer);
}

void TransferEngine::Private::jobStateChanged(RunId run, TransferState state,
                                              const QString &waitReason)
{
    Item *item = findRun(run);
    if (!item || item->stopping)
        return;
    item->collect();
    setState(*item, state, waitReason);
}

void TransferEngine::Private::jobEnded(RunId run, const JobEnd &end)
{
    Item *item = findRun(run);
    if (!item)
        return;
    const RepoId repo = item->transfer.request.repo;
    item->endRun();
    switch (end.kind) {
    case JobEnd::Kind::Finished:
        setState(*item, TransferState::Finished);
        break;
    case JobEnd::Kind::Failed:
        if (item->after == After::Cancel) {
            removePartials(*item);
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
    if (end.cacheChanged)
        Q_EMIT q->cacheChanged(repo);
    checkStopped();
}

void TransferEngine::Private::partialsRemoved(RunId run)
{
    Item *item = findRun(run);
    if (!item)
        return;
    item->run = 0;
    item->stopping = false;
    item->after = After::Queue;
    item->forgetPartials();
    setState(*item, TransferState::Canceled);
    checkStopped();
}

void TransferEngine::Private::gather()
{
    std::vector<TransferId> changed;
    const qint64 now = m_clock.elapsed();
    bool anything = false;
    for (const auto &entry : m_items) {
        anything |= entry->run != 0;
        if (entry->refresh(now))
            changed.push_back(entry->transfer.id);
    }
    if (!anything && changed.empty())
        m_gatherTimer.stop();
    if (!changed.empty())
        Q_EMIT q->transfersChanged(changed);
}

void TransferEngine::Private::stop()
{
    if (std::exchange(m_quitting, true))
        return;
    m_scheduleTimer.stop();
    m_stopTimer.start();
    for (const auto &item : m_items) {
        if (item->run != 0 && !item->stopping)
            stopRun(*item, After::Queue);
    }
    checkStopped();
}

void TransferEngine::Private::checkStopped()
{
    if (!m_quitting
        || std::ranges::any_of(m_items, [](const auto &item) { return item->run != 0; }))
        return;
    m_journal.whenWritten([this] {
        m_stopTimer.stop();
        if (!std::exchange(m_stopAnnounced, true))
            Q_EMIT q->stopped();
    });
}

} // namespace hubdesk
