// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/clientconfig.h"
#include "core/transfer/transfer.h"
#include "core/transfer/transfertuning.h"

#include <QObject>

#include <memory>

namespace hubdesk {

//! What the engine works with. A value; setConfig() applies to transfers that start afterwards,
//! running ones keep the account and the folder that they began with.
struct EngineConfig
{
    ClientConfig client;
    QString cacheRoot; //!< Absolute path of the `hub` folder.
    QString journalFolder; //!< One small JSON file a transfer; empty: nothing survives a restart
                           //!< (cli). Taken once.
    int parallelFiles = 4; //!< Files at once over all transfers, 1 to 16.
    bool symlinksDisabled = false;
    TransferTuning tuning;
    bool symlinksWarningDisabled = false; //!< A disk without links is not reported.

    bool operator==(const EngineConfig &) const = default;
};

//! The queue of transfers. Lives on the thread that made it (the GUI thread) and needs no locks
//! from its users; network and files are worked on by one transfer thread, hashes by a pool.
//!
//! State changes are announced at once, progress at most ten times a second and for all changed
//! transfers together. Pause, cancel and remove are three verbs: pause keeps partial files, cancel
//! removes them (transferStateChanged(Canceled) arrives when they are closed), remove takes an
//! ended transfer off the list.
class TransferEngine : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferEngine)

public:
    explicit TransferEngine(EngineConfig config, QObject *parent = nullptr);
    //! Pauses everything and waits at most 3 s for files and journal to be closed.
    ~TransferEngine() override;

    [[nodiscard]] const EngineConfig &config() const;
    void setConfig(const EngineConfig &config);

    //! Reads the journal: unfinished transfers come back Queued (or Paused, if they were). Call
    //! once, after connecting.
    void restore();

    //! Puts \a request at the end of the queue. A wrong repo id, revision or path makes a transfer
    //! that is Failed from the start, so that the user sees it.
    TransferId addDownload(const DownloadRequest &request);

    void pause(TransferId id);
    void resume(TransferId id);
    void cancel(TransferId id);
    void retry(TransferId id); //!< Failed or Canceled: back into the queue.
    void remove(TransferId id); //!< Only ended transfers.
    void pauseAll();
    void resumeAll();
    void removeFinished();
    //! The network is another one now, or the machine slept: every open connection is replaced at
    //! once instead of after its time-out.
    void reconnect();

    [[nodiscard]] std::vector<TransferId> transfers() const; //!< In queue order.
    [[nodiscard]] std::optional<Transfer> transfer(TransferId id) const;
    [[nodiscard]] bool isIdle() const; //!< Nothing active, nothing queued.

    //! Quit = pause all, close files, flush the journal; stopped() follows within 3 s.
    void stop();

Q_SIGNALS:
    void transferAdded(hubdesk::TransferId id);
    void transferRemoved(hubdesk::TransferId id);
    void transferStateChanged(hubdesk::TransferId id, hubdesk::TransferState state);
    //! Progress of all \a ids since the last time.
    void transfersChanged(const std::vector<hubdesk::TransferId> &ids);
    //! A repo's folder in the cache changed: scans are out of date.
    void cacheChanged(const hubdesk::RepoId &repo);
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hubdesk
