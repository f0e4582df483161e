// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/engineconfig.h"
#include "core/transfer/transfer.h"

#include <QObject>

#include <memory>

namespace hubdesk {

class SleepInhibitor;
class WallClock;

//! The queue of transfers. Lives on the thread that made it (the GUI thread) and needs no locks
//! from its users; network and files are worked on by one transfer thread, hashes by a pool.
//!
//! State changes are announced at once, progress at most ten times a second and for all changed
//! transfers together. Pause, cancel and remove are three verbs: pause keeps partial files, cancel
//! removes them (transferStateChanged(Canceled) arrives when they are closed), remove takes an
//! ended transfer off the list.
//!
//! Of the queued transfers those of higher priority start first, then those that are first in the
//! user's order (or the smallest, if the configuration says so). Outside the configured hours
//! nothing runs: what does is stopped, keeps its partial files and goes on by itself.
class TransferEngine : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferEngine)

public:
    explicit TransferEngine(EngineConfig config, QObject *parent = nullptr);
    //! \a clock: the time of day for starts, windows and limits; must outlive the engine.
    TransferEngine(EngineConfig config, WallClock *clock, QObject *parent = nullptr);
    //! Pauses everything and waits at most 3 s for files and journal to be closed.
    ~TransferEngine() override;

    [[nodiscard]] const EngineConfig &config() const;
    void setConfig(const EngineConfig &config);

    //! \a inhibitor keeps the computer awake while something runs; not owned, null: none.
    void setSleepInhibitor(SleepInhibitor *inhibitor);

    //! Has the journal read: unfinished transfers come back Queued (or Paused, if they were), each
    //! with transferAdded(), and restored() follows. Call once, after connecting.
    void restore();

    //! Puts \a request at the end of the queue. A wrong repo id, revision or path makes a transfer
    //! that is Failed from the start, so that the user sees it.
    TransferId addDownload(const DownloadRequest &request, const TransferOptions &options = {});

    void pause(TransferId id);
    void resume(TransferId id);
    void cancel(TransferId id);
    void retry(TransferId id); //!< Failed or Canceled: back into the queue.
    void remove(TransferId id); //!< Only ended transfers.
    void pauseAll();
    void resumeAll();
    void removeFinished();
    void retryFailed(); //!< All that are Failed.

    //! Takes \a ids, which keep their order among themselves, to the place before \a before; 0: to
    //! the end. Does not stop what runs.
    void move(const std::vector<TransferId> &ids, TransferId before);
    void setPriority(TransferId id, TransferPriority priority);
    //! Not before \a startAt; invalid: at once. Stops what runs, if that is in the future.
    void setStartAt(TransferId id, const QDateTime &startAt);
    //! bytes/s, below the limit of all together; 0: only that one. In force at once.
    void setRateLimit(TransferId id, qint64 bytesPerSecond);

    //! The limit of all downloads that is in force now, bytes/s; 0: none.
    [[nodiscard]] qint64 downloadLimit() const;
    //! The same for uploads.
    [[nodiscard]] qint64 uploadLimit() const;

    //! Connections are taken as dead and replaced at once: the way to the Hub is another now.
    void networkChanged();
    //! The computer slept: the same, and the clock is looked at.
    void wokeUp();

    [[nodiscard]] std::vector<TransferId> transfers() const; //!< In queue order.
    [[nodiscard]] std::optional<Transfer> transfer(TransferId id) const;
    //! The same without Transfer::files: costs the same for any number of them.
    [[nodiscard]] std::optional<Transfer> summary(TransferId id) const;
    [[nodiscard]] bool isIdle() const; //!< Nothing active, nothing queued.

    //! Quit = pause all, close files, flush the journal; stopped() follows within 3 s.
    void stop();

Q_SIGNALS:
    void transferAdded(hubdesk::TransferId id);
    void transferRemoved(hubdesk::TransferId id);
    void transferStateChanged(hubdesk::TransferId id, hubdesk::TransferState state);
    //! Progress of all \a ids since the last time.
    void transfersChanged(const std::vector<hubdesk::TransferId> &ids);
    //! Something about a running transfer that its history should tell and that changes nothing.
    //! \a text: a translated sentence.
    void transferNoted(hubdesk::TransferId id, const QString &text);
    //! transfers() is in another order, its members are the same.
    void orderChanged();
    //! All of the journal is in the list.
    void restored();
    //! A repo's folder in the cache changed: scans are out of date.
    void cacheChanged(const hubdesk::RepoId &repo);
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hubdesk
