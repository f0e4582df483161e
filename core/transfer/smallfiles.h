// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/fetchcontext.h"
#include "core/transfer/retrycounter.h"
#include "core/transfer/smallfilesdisk.h"
#include "core/transfer/transfer.h"

#include <QHttpHeaders>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace hubdesk {

class SegmentConnection;

//! The short way into the cache for the many small blobs of one job: locked ahead by the dozen,
//! fetched into memory, published by the dozen. It knows only what happens when all goes well. A
//! blob with which anything else happens is given back to the job, whose BlobFetch meets the same
//! and has the rules and the words for it. Until that has ended with bytes of the endpoint, no more
//! than a blob at a time is tried here, at longer and longer intervals: a server in trouble is not
//! helped by more requests. Mirrors are not asked here: meanwhile the job may do so.
//!
//! Lives on the transfer thread; disk work is done by tasks of the pool, a batch each. Delete it
//! when it is idle, or when the pool has been waited for and the mailbox is closed.
class SmallFiles : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmallFiles)

public:
    //! Called on the transfer thread.
    struct Handler
    {
        //! \a bytes of this blob are here; \a arrived of them came just now.
        std::function<void(size_t id, qint64 bytes, qint64 arrived)> received;
        //! These are out of here, each with an outcome that is not Open.
        std::function<void(std::span<const SmallBlob> blobs)> settled;
        std::function<void()> changed; //!< There is something to start, or to show.
    };

    SmallFiles(FetchContext context, Handler handler, QObject *parent = nullptr);
    ~SmallFiles() override;

    //! How many blobs it would take now: at most a batch ahead of what is being fetched.
    [[nodiscard]] int room() const;
    //! \a blobs: id and spec are set; takes no more than room() of them, and tells how many.
    size_t add(std::span<const SmallBlob> blobs);
    //! Starts to fetch the next blob. None: there is nothing to start for now, or no connection
    //! free, whose return is told by ConnectionBudget.
    std::optional<size_t> startNext();
    //! The blob that will be started next, as far as it is known.
    [[nodiscard]] std::optional<size_t> next() const;
    //! What was given back with Outcome::Trouble has ended. \a endpointWorks: with bytes from
    //! there.
    void troubleEnded(size_t id, bool endpointWorks);

    //! Ends everything; what has arrived is still published. Blobs come back as Unused.
    void stop();
    //! Nothing refers to this any more, and nothing is held.
    [[nodiscard]] bool isIdle() const;
    //! Connections that look open may be dead: closes them; startNext() opens new ones.
    void disconnectAll();

    [[nodiscard]] int requests() const { return static_cast<int>(m_requests.size()); }
    //! Of those some that are not only a look whether the trouble is over.
    [[nodiscard]] bool isFetching() const { return !m_requests.empty() && !m_isHeld; }
    //! Waits until a trouble is over.
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    //! Waits, and a mirror of \a spec may be asked instead.
    [[nodiscard]] bool leavesToMirrors(const BlobSpec &spec) const;
    //! Looks what of some blobs is there.
    [[nodiscard]] bool isPreparing() const { return m_preparing.has_value(); }
    //! Something has arrived and is not published yet.
    [[nodiscard]] bool isPublishing() const { return m_unpublished > 0; }
    //! bytes that have arrived and are not on the disk.
    [[nodiscard]] qint64 bytesInMemory() const;
    //! Why nothing moves; empty when something does.
    [[nodiscard]] const QString &silence() const { return m_silence; }
    [[nodiscard]] bool holds(const QString &etag) const { return m_etags.contains(etag); }
    [[nodiscard]] std::vector<TransferConnection> connections() const;

private:
    struct Request
    {
        SmallBlob blob;
        SegmentConnection *connection; // child of this
        bool isProbe;
    };
    using Requests = std::vector<Request>;

    void run(SmallBatch batch, void (SmallFilesDisk::*work)(SmallBatch &) const,
             void (SmallFiles::*then)(SmallBatch &));
    void prepared(SmallBatch &batch);
    void published(SmallBatch &batch);
    void settle(SmallBatch &batch);

    // Network
    void open(SmallBlob blob);
    [[nodiscard]] SmallBlob close(Requests::iterator request);
    [[nodiscard]] Requests::iterator find(const SegmentConnection *connection);
    void onRedirected(const SegmentConnection *connection, const QHttpHeaders &headers,
                      bool absolute);
    void onAnswered(const SegmentConnection *connection, int status, const QHttpHeaders &headers);
    void pump(const SegmentConnection *connection);
    void arrived(SmallBlob blob);
    void failed(const SegmentConnection *connection, const Error &error);
    void tick();

    void publishSoon();
    void publishNow();
    [[nodiscard]] bool hasMirror(const BlobSpec &spec) const;
    void hold(const Error &error);
    void goOn();
    void release(SmallBatch batch);
    [[nodiscard]] bool mayStart() const;
    [[nodiscard]] bool takeConnection();

    FetchContext m_context;
    Handler m_handler;
    std::atomic_bool m_stopping = false; // before the disk, which looks at it
    SmallFilesDisk m_disk;
    std::deque<SmallBlob> m_stock; // locked and not there: to be fetched
    Requests m_requests;
    SmallBatch m_arrived; // to be published
    QSet<QString> m_etags; // of all blobs that are in here
    std::optional<size_t> m_preparing; // the first blob of the batch that is being looked at
    int m_unpublished = 0; // blobs that have arrived
    qint64 m_unpublishedBytes = 0;
    int m_tasks = 0; // in the pool
    QTimer m_gatherTimer;
    QTimer m_tick;
    QString m_silence;

    // After a trouble
    bool m_isHeld = false;
    bool m_mayProbe = false;
    int m_troubles = 0; // blobs that the job has
    QSet<size_t> m_diskTroubles; // of those: arrived, but not published
    RetryCounter m_backOff;
    QTimer m_holdTimer;
};

} // namespace hubdesk
