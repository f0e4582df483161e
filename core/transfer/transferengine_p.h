// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/mailbox.h"
#include "core/transfer/transferengine.h"
#include "core/transfer/transferitem.h"
#include "core/transfer/transferjournal.h"
#include "core/transfer/transferthread.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <vector>

namespace hubdesk {

//! The queue behind the engine. Lives on the engine's thread.
class TransferEngine::Private final : public TransferWorkerListener
{
public:
    using Item = TransferItem;
    using After = TransferItem::After;

    Private(TransferEngine *engine, EngineConfig config);
    ~Private() override;

    Item *find(TransferId id) const;
    std::vector<TransferId> ids() const;
    TransferId newId();

    void add(std::unique_ptr<Item> item);
    void pause(Item &item);
    void resume(Item &item);
    void cancel(Item &item);
    void retry(Item &item);
    void remove(TransferId id);
    void stop();
    void reconnect();
    void scheduleSoon();
    void setParallelFiles();

    // TransferWorkerListener
    void jobPlanned(RunId run, const std::shared_ptr<const FetchPlan> &plan,
                    const std::shared_ptr<JobProgress> &progress) override;
    void jobStateChanged(RunId run, TransferState state, const QString &waitReason) override;
    void jobEnded(RunId run, const JobEnd &end) override;
    void partialsRemoved(RunId run) override;

    TransferEngine *q;
    EngineConfig m_config;
    std::vector<std::unique_ptr<Item>> m_items; // in queue order
    std::shared_ptr<Mailbox> m_mailbox;
    TransferJournal m_journal;
    TransferId m_lastId = 0;
    bool m_quitting = false;

private:
    //! The only place where a state changes: checks that the step is legal, writes the journal,
    //! announces. A slot may do anything, remove the transfer included: touch nothing of it
    //! afterwards.
    void setState(Item &item, TransferState state, const QString &waitReason = {});
    void schedule();
    void start(Item &item);
    void stopRun(Item &item, After after);
    void removePartials(Item &item);
    void gather();
    Item *findRun(RunId run) const;
    TransferThread &thread();
    void checkStopped();

    RunId m_lastRun = 0;
    bool m_stopAnnounced = false;
    QTimer m_scheduleTimer;
    QTimer m_gatherTimer;
    QTimer m_stopTimer;
    QElapsedTimer m_clock;
    std::unique_ptr<TransferThread> m_thread; // last: it goes first
};

} // namespace hubdesk
