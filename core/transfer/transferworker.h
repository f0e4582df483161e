// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachewriter.h"
#include "core/net/clientconfig.h"
#include "core/transfer/downloadjob.h"
#include "core/transfer/mailbox.h"
#include "core/transfer/ratelimiter.h"
#include "core/transfer/taskpool.h"

#include <QObject>
#include <QTimer>

#include <list>
#include <memory>
#include <vector>

namespace hubdesk {

//! Identifies one run of a transfer: answers of an older run are told apart by it.
using RunId = quint64;

//! What the transfer thread tells the engine. Called on the engine's thread.
class TransferWorkerListener
{
public:
    virtual ~TransferWorkerListener() = default;

    virtual void jobPlanned(RunId run, const std::shared_ptr<const FetchPlan> &plan,
                            const std::shared_ptr<JobProgress> &progress) = 0;
    virtual void jobStateChanged(RunId run, TransferState state, const QString &waitReason) = 0;
    virtual void jobEnded(RunId run, const JobEnd &end) = 0;
    //! A sentence for the history of this run.
    virtual void jobNoted(RunId run, const QString &text) = 0;
    virtual void partialsRemoved(RunId run) = 0;
    //! \a available: bytes, -1 when they cannot be known.
    virtual void spaceMeasured(TransferId id, qint64 available, qint64 needed) = 0;
};

//! The inside of the transfer thread: jobs, one network session an account, the pool, and the
//! slots. Made and destroyed on that thread; everything else goes through mailbox().
class TransferWorker : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferWorker)

public:
    //! \a listener is called through \a engineBox; it may go when that box is closed.
    //! \a marksFolder: see VerifiedMarks.
    TransferWorker(TransferWorkerListener *listener, std::shared_ptr<Mailbox> engineBox,
                   const QString &marksFolder);
    //! Waits for the disk work that is under way.
    ~TransferWorker() override;

    [[nodiscard]] const std::shared_ptr<Mailbox> &mailbox() const { return m_mailbox; }

    void setParallelFiles(int count);
    void setJournalFolder(const QString &folder) { m_journalFolder = folder; }
    //! For jobs that start afterwards; the number of connections of all together at once.
    void setTuning(const TransferTuning &tuning);
    void startJob(RunId run, const DownloadRequest &request, const ClientConfig &client,
                  const CacheWriter &writer);
    void stopJob(RunId run);
    void setDownloadLimit(qint64 bytesPerSecond); //!< All jobs together; 0: none.
    void setUploadLimit(qint64 bytesPerSecond); //!< All jobs together; 0: none.
    void setJobLimit(RunId run, qint64 bytesPerSecond); //!< 0: only that of all together.
    //! That of all downloads. Jobs get one of their own below it.
    [[nodiscard]] RateLimiter *limiter() { return &m_downloadLimiter; }
    [[nodiscard]] RateLimiter *uploadLimiter() { return &m_uploadLimiter; }
    //! The network is another, or the computer slept: every connection is taken as dead and
    //! replaced now instead of after its time-out.
    void reconnectAll();
    //! Answers with spaceMeasured() about the disk that \a path is or will be on: the bytes that
    //! are free there, and \a own with what the jobs still write there (0: \a own is not known).
    void measureSpace(TransferId id, const QString &path, qint64 own);
    void removePartials(RunId run, const CacheLayout &layout, const std::vector<BlobSpec> &blobs);

Q_SIGNALS:
    void quit(); //!< The thread is to end.

private:
    struct Job
    {
        RunId run;
        std::shared_ptr<RateLimiter> limiter; // goes after the job
        std::unique_ptr<DownloadJob> job;
        std::shared_ptr<NetworkSession> session;
    };

    std::shared_ptr<NetworkSession> session(const ClientConfig &config);
    void scheduleSoon();
    void schedule();
    bool startOne(bool onlySmall);
    void jobEnded(RunId run, const JobEnd &end);
    void tell(std::function<void(TransferWorkerListener *)> message);

    TransferWorkerListener *m_listener;
    std::shared_ptr<Mailbox> m_engineBox;
    std::shared_ptr<Mailbox> m_mailbox;
    RateLimiter m_downloadLimiter;
    RateLimiter m_uploadLimiter;
    TaskPool m_pool;
    std::vector<std::weak_ptr<NetworkSession>> m_sessions;
    TransferTuning m_tuning;
    ConnectionBudget m_connections;
    VerifiedMarks m_marks;
    QString m_journalFolder;
    MirrorHealth m_mirrors;
    std::list<Job> m_jobs; // the next one to get a slot is in front
    QTimer m_scheduleTimer;
    int m_parallelFiles = 4;
};

} // namespace hubdesk
