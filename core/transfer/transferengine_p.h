// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/mailbox.h"
#include "core/transfer/queuemoment.h"
#include "core/transfer/transferengine.h"
#include "core/transfer/transferjournal.h"
#include "core/transfer/transferlist.h"
#include "core/transfer/transferorder.h"
#include "core/transfer/transferthread.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <memory>
#include <utility>
#include <vector>

namespace hubdesk {

class SleepInhibitor;
class WallClock;

//! The queue behind the engine. Lives on the engine's thread. What goes next is decided by
//! TransferOrder and QueueMoment; here it is done. transferengine_orders.cpp has the user's orders,
//! transferengine_runs.cpp what goes to the transfer thread and comes from it, transferengine_p.cpp
//! the list, the states and the time.
class TransferEngine::Private final : public TransferWorkerListener
{
public:
    using Item = TransferItem;
    using After = TransferItem::After;

    Private(TransferEngine *engine, EngineConfig config, WallClock *clock);
    ~Private() override;

    [[nodiscard]] Item *find(TransferId id) const { return m_list.find(id); }
    TransferId newId();
    [[nodiscard]] bool isIdle() const;

    void restore();
    void add(std::unique_ptr<Item> item);
    static constexpr int kOrdersAtOnce = 64;
    using Order = void (Private::*)(Item &);
    //! A person may give the same order about a thousand transfers: those for which a moment has
    //! no room are carried out in the next ones, in the order in which they were given.
    void order(TransferId id, Order wanted);
    void carryOut();
    void pause(Item &item);
    void resume(Item &item);
    void cancel(Item &item);
    void retry(Item &item);
    void remove(const std::vector<TransferId> &ids);
    void move(const std::vector<TransferId> &ids, TransferId before);
    void setPriority(Item &item, TransferPriority priority);
    void setStartAt(Item &item, const QDateTime &startAt);
    void setRateLimit(Item &item, qint64 bytesPerSecond);
    void reconnect();
    void stop();
    void configChanged();
    void setInhibitor(SleepInhibitor *inhibitor);

    // TransferWorkerListener
    void jobPlanned(RunId run, const std::shared_ptr<const FetchPlan> &plan,
                    const std::shared_ptr<JobProgress> &progress) override;
    void jobStateChanged(RunId run, TransferState state, const QString &waitReason) override;
    void jobEnded(RunId run, const JobEnd &end) override;
    void jobNoted(RunId run, const QString &text) override;
    void partialsRemoved(RunId run) override;
    void spaceMeasured(TransferId id, qint64 available, qint64 needed) override;

    TransferEngine *q;
    EngineConfig m_config;
    TransferList m_list;
    TransferOrder m_order;
    QueueMoment m_moment; // as of the last schedule()

private:
    //! The only place where a state changes: checks that the step is legal, writes the journal,
    //! announces. A slot may do anything, remove the transfer included: touch nothing of it
    //! afterwards.
    void setState(Item &item, TransferState state, const QString &waitReason = {});
    void setWaitReason(Item &item, const QString &reason);
    //! Tells the order whether \a item waits for its turn; after a change of anything it depends
    //! on.
    void updateWaiting(Item &item);
    void addRestored(const std::shared_ptr<TransferJournal::Content> &content, size_t first);

    void scheduleSoon();
    void schedule();
    void lookAtTheClock(const QDateTime &now);
    void startDue();
    void explainWaiting(const QDateTime &now);
    void setAlarm(const QDateTime &now);
    void updateInhibitor();
    void applyLimits();

    [[nodiscard]] ClientConfig clientOf(const Transfer &transfer) const;
    [[nodiscard]] QString rootOf(const Transfer &transfer) const;
    void start(Item &item);
    void stopRun(Item &item, After after);
    void removePartials(Item &item);
    void waitForSpace(Item &item);
    void endWaitForSpace(Item &item);
    void measureSpace();
    void changed(Item &item);
    void gather();
    TransferThread &thread();
    void checkStopped();

    WallClock *m_wallClock;
    std::shared_ptr<Mailbox> m_mailbox;
    TransferJournal m_journal;
    TransferId m_lastId = 0;
    bool m_quitting = false;
    bool m_isRestoring = false;
    bool m_orderChanged = false; // while restoring, so it is to be written then
    bool m_stopAnnounced = false;
    QDateTime m_momentFrom; // m_moment counts from here on; invalid: not at all
    std::vector<TransferId> m_unexplained; // wait and have to be told why
    qint64 m_appliedDownloadLimit = 0; // bytes/s, what the transfer thread was told
    qint64 m_appliedUploadLimit = 0; // bytes/s
    SleepInhibitor *m_inhibitor = nullptr;
    bool m_isInhibiting = false;
    std::deque<std::pair<TransferId, Order>> m_orders; // that had no room yet
    QTimer m_orderTimer; // until the next moment
    int m_ordersLeft = 0; // for which this one has room
    bool m_isCarryingOut = false;
    QTimer m_scheduleTimer;
    QTimer m_alarm; // for what happens at a time
    QTimer m_gatherTimer;
    QTimer m_stopTimer;
    QTimer m_spaceTimer;
    QSet<TransferId> m_spaceWaiters;
    QElapsedTimer m_clock;
    std::unique_ptr<TransferThread> m_thread; // last: it goes first
};

} // namespace hubdesk
