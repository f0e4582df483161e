// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/archivejob.h"
#include "core/transfer/blobfetch.h"
#include "core/transfer/downloadplanner.h"
#include "core/transfer/jobprogress.h"
#include "core/transfer/smallfiles.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace hubdesk {

//! How a job ended.
struct JobEnd
{
    enum class Kind { Finished, Failed, Stopped };
    Kind kind = Kind::Finished;
    Error error; //!< When Failed.
    SpaceShortage shortage; //!< When room was missing and it is known where.
    bool cacheChanged = false; //!< Files appeared in the cache.
};

//! One download on the transfer thread: plans, then fetches blobs whenever the worker grants it a
//! slot. The first error that nothing mends stops it; finished files and partial files stay.
class DownloadJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadJob)

public:
    static constexpr qint64 kSmallFile = 1024 * 1024; // bytes; these may overtake

    //! Called on the transfer thread.
    struct Handler
    {
        std::function<void(std::shared_ptr<const FetchPlan>, std::shared_ptr<JobProgress>)> planned;
        std::function<void(TransferState state, const QString &waitReason)> stateChanged;
        std::function<void()> slotsWanted; //!< There is something to start, or a slot is free.
        std::function<void(const JobEnd &end)> ended; //!< Last call; delete the job later.
        std::function<bool(const QString &lockPath)>
            isLockedByUs; //!< By another job of this process.
        DownloadPlanner::Promises promised; //!< What the other jobs still write.
    };

    DownloadJob(DownloadRequest request, FetchContext context, Handler handler,
                QObject *parent = nullptr);
    ~DownloadJob() override;

    void start();
    //! Ends with Kind::Stopped when all files are closed.
    void stop();

    //! Starts the next file when there is one that a slot of this kind may be given to.
    bool startNext(bool onlySmall);
    //! Files that use the network, or are about to.
    [[nodiscard]] int activeFetches() const;
    //! Of those the ones that are not small.
    [[nodiscard]] int activeLarge() const;
    //! Those and the ones that are only being flushed and published.
    [[nodiscard]] int openFetches() const
    {
        return static_cast<int>(m_fetches.size()) + (m_smallFiles ? m_smallFiles->requests() : 0);
    }
    //! The worker has no slot left: says so when nothing of this job runs.
    void noteNoSlot();
    //! Connections that look open may be dead: opens new ones.
    void disconnectAll();
    void reconnect(); //!< After disconnectAll().
    [[nodiscard]] bool holdsLock(const QString &lockPath) const;
    //! No less than what addSpaceNeeds() adds up to, in bytes; does not look at the files.
    [[nodiscard]] qint64 spaceNeededAtMost() const;
    //! Adds what this one still writes; nothing before it has a plan.
    void addSpaceNeeds(SpaceNeeds &needs) const;

private:
    struct Fetch
    {
        std::unique_ptr<BlobFetch> fetch;
        size_t blob; // index into m_blobs
        TransferState state = TransferState::Queued; // until it has its lock
        QString waitReason;
        bool isTrouble = false; // m_smallFiles waits for its end
    };
    //! A small blob that m_smallFiles has no rules for.
    struct GivenBack
    {
        size_t blob;
        bool isTrouble;
        QString failure; // what ended the try there; empty: none was made
    };

    void plan();
    void onPlanned(Result<FetchPlan> plan);
    void startFetch(size_t blob, bool isTrouble, const QString &earlierFailure = {});
    void fetchStateChanged(quint64 id, TransferState state, const QString &waitReason);
    void fetchEnded(quint64 id, BlobFetch::Outcome outcome, const Error &error);
    void setFileStates(size_t blob, TransferState state);
    void blobDone(size_t blob, bool wasCached);
    void blobLocked(size_t blob);
    // Small files
    void prepareSmall();
    [[nodiscard]] std::optional<size_t> nextSmall() const;
    bool startSmall();
    void smallReceived(size_t blob, qint64 bytes, qint64 arrived);
    void smallSettled(std::span<const SmallBlob> blobs);
    void forgetQueues();
    void stopFetches();
    void updateState();
    void checkEnd();
    void end(const JobEnd &end);
    void startArchive();
    void archive(size_t file);
    //! True when there is nothing (more) to pack.
    [[nodiscard]] bool finishArchive();
    void showConnections();
    void announce(TransferState state, const QString &waitReason);

    DownloadRequest m_request;
    FetchContext m_context;
    Handler m_handler;
    std::unique_ptr<DownloadPlanner> m_planner;
    std::shared_ptr<const FetchPlan> m_plan;
    std::shared_ptr<JobProgress> m_progress;
    std::vector<PlannedBlob> m_blobs;
    size_t m_blobsLeft = 0; // not in the cache yet
    std::deque<size_t> m_bigBlobs; // waiting, indexes into m_blobs
    std::deque<size_t> m_smallBlobs;
    std::vector<size_t> m_lockedBlobs; // somebody else's; tried again by the timer
    std::deque<GivenBack> m_givenBack;
    std::map<quint64, Fetch> m_fetches;
    std::unique_ptr<SmallFiles> m_smallFiles; // null: all blobs go the ordinary way
    QTimer m_lockTimer;
    QTimer m_showTimer;
    QString m_lockReason;
    quint64 m_lastFetch = 0;
    qint64 m_planBytes = 0; // of all files
    int m_replans = 0;
    std::optional<Error> m_error;
    SpaceShortage m_shortage;
    bool m_stopping = false;
    bool m_replanning = false;
    bool m_cacheChanged = false;
    bool m_ended = false;
    std::vector<std::unique_ptr<ArchiveJob>> m_archives; // the last one counts
    int m_idleArchives = 0;
    bool m_isPacking = false; // everything is in the archive, which gets its end
    bool m_isPacked = false;
    TransferState m_state = TransferState::Queued;
    QString m_waitReason;
};

} // namespace hubdesk
