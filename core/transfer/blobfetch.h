// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"
#include "core/transfer/blobsources.h"
#include "core/transfer/blobspec.h"
#include "core/transfer/blobworkspace.h"
#include "core/transfer/connectiontuner.h"
#include "core/transfer/fetchcontext.h"
#include "core/transfer/hashfollower.h"
#include "core/transfer/retrycounter.h"
#include "core/transfer/segmentplan.h"
#include "core/transfer/transfer.h"

#include <QElapsedTimer>
#include <QHttpHeaders>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace hubdesk {

class SegmentConnection;

//! Brings one blob into the cache: lock, what is there already, the missing bytes over one or
//! several connections, check, publish. Breaks, time-outs and busy servers are waited out here;
//! what it cannot mend is the outcome.
//!
//! The bytes come from the endpoint and, for repos that anyone may read, from mirrors besides. What
//! the blob is, only the endpoint says. A mirror that fails is left out while the others go on;
//! when nobody is left, the endpoint's error counts. blobfetch.cpp has the course of events and the
//! disk, blobconnections.cpp the network, blobfailures.cpp what follows a failure of it, and
//! blobmending.cpp what follows a wrong hash.
//!
//! Lives on the transfer thread; writing and hashing happen on two strands of the pool. After
//! start() exactly one Handler::ended follows, when file and lock are closed. Delete it then, never
//! earlier.
class BlobFetch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlobFetch)

public:
    enum class Outcome {
        Fetched,
        Present, //!< Was in the cache, or came there meanwhile.
        Busy, //!< Somebody else is fetching it: try again later.
        Changed, //!< The Hub has other content than the plan says.
        Stopped,
        Failed,
    };

    //! Called on the transfer thread.
    struct Handler
    {
        std::function<void(TransferState state, const QString &waitReason)> stateChanged;
        std::function<void(Outcome outcome, const Error &error)> ended;
    };
    //! Written from several threads, read by the engine.
    struct Counters
    {
        std::atomic<qint64> *received; //!< Bytes of this blob on the disk.
        std::atomic<qint64> *fetched; //!< Bytes that came over the network.
        std::atomic<bool> *dirty;
    };

    BlobFetch(BlobSpec spec, FetchContext context, Counters counters, Handler handler,
              QObject *parent = nullptr);
    ~BlobFetch() override;

    [[nodiscard]] const BlobSpec &spec() const { return m_spec; }
    void start();
    //! For the flight recorder: somebody else tried before, and \a failure (errorKindName()) ended
    //! it.
    void setEarlierTry(const QString &failure)
    {
        m_attempts = 1;
        m_lastFailure = failure;
    }
    //! Ends with Outcome::Stopped; the partial file stays.
    void stop();
    //! The network is another one now, or the machine slept: connections that look open may be
    //! dead. First all are closed, then, when the pool has forgotten its idle ones, new
    //! ones are opened.
    void disconnectAll();
    void reconnect();
    [[nodiscard]] std::vector<TransferConnection> connections() const;
    //! Some bytes came from the endpoint itself.
    [[nodiscard]] bool hasEndpointBytes() const { return m_endpointWorks; }

private:
    [[nodiscard]] static BlobSources::Time now() { return std::chrono::steady_clock::now(); }
    void run(std::function<void()> task); // on the writing strand
    void setState(TransferState state, const QString &waitReason = {});
    void opened(const Result<BlobWorkspace::Found> &found);
    void adopt(const QStringList &sources);
    void begin();

    // Connections
    void fill();
    bool openOne();
    [[nodiscard]] std::optional<SegmentPlan::Takeover> takeover();
    void open(ByteRange segment, size_t source);
    [[nodiscard]] std::vector<BlobSources::Load> loads() const;
    [[nodiscard]] BlobSources::Choice choice() const;
    [[nodiscard]] int connectionsTo(size_t source) const;
    void close(SegmentConnection *connection);
    void closeAll();
    void onRedirected(SegmentConnection *connection, const QHttpHeaders &headers, bool absolute);
    void onAnswered(SegmentConnection *connection, int status, const QHttpHeaders &headers);
    void onWholeFile(SegmentConnection *connection);
    void pump(SegmentConnection *connection);
    void failed(SegmentConnection *connection, const Error &error);
    void badReply(SegmentConnection *connection, const QString &message, int status);
    void mirrorFailed(size_t source, const Error &error, bool wasLink, const QUrl &address);
    void endpointFailed(const Error &error);
    void pauseOpening(const Error &error);
    void goOn();
    void waitForEndpoint();
    void leaveBadMirrors();
    void tick();
    void announceSilence();

    // Disk
    void write(SegmentConnection *connection, QByteArray data);
    void written(ByteRange range, const QByteArray &data, const Result<void> &result,
                 size_t source);
    void startAgain();
    void damaged(ByteRange range);
    void checkComplete();
    void published(const Result<void> &result);

    // Mending
    void mend();
    void readAgain();
    void fetchWithoutMirrors();
    void compareMirror(size_t mirror);
    void mirrorCompared(ByteRange range, bool differs, size_t source);
    void compareAgain();
    void hashAgain();
    void compared(ByteRange range, bool differs, size_t source);
    void dropGuiltyMirrors();

    void changedUpstream();
    void fail(const Error &error);
    void end(Outcome outcome, const Error &error = {});
    [[nodiscard]] Error named(Error error) const;

    BlobSpec m_spec;
    FetchContext m_context;
    Counters m_counters;
    Handler m_handler;
    const bool m_segmented;
    std::shared_ptr<Strand> m_strand;
    std::unique_ptr<BlobWorkspace> m_workspace; // used on the strand only, but for partial().read()
    std::unique_ptr<HashFollower> m_hash;
    ByteRanges m_present; // on the disk
    ByteRanges m_unchecked; // of those: taken over, nobody vouches for them
    SegmentPlan m_plan;
    ConnectionTuner m_tuner;
    std::vector<SegmentConnection *> m_connections; // children of this
    BlobSources m_sources;
    std::optional<Error> m_endpointError; // its last one
    bool m_endpointWorks = false;
    bool m_endpointRefuses = false; // that one does not pass by itself
    bool m_noRanges = false; // the endpoint sends nothing but whole files
    RetryCounter m_retries;
    QTimer m_retryTimer;
    QTimer m_tick;
    QElapsedTimer m_clock;
    QElapsedTimer m_allTaken; // since no segment is free any more
    std::atomic_bool m_stopping = false;
    bool m_ending = false;
    bool m_publishing = false;
    bool m_canMend = true; // a wrong hash is no reason to give up yet
    bool m_hasRead = false; // all blocks were compared with their checksums after a wrong hash
    //! What is fetched again to find out what is wrong.
    enum class Comparing { Nothing, Mirror, Everything };
    Comparing m_comparing = Comparing::Nothing;
    size_t m_suspect = 0; // the mirror, while it is compared
    bool m_suspectDiffers = false;
    Error m_wrongHash;
    ByteRanges m_compared; // of that: known to be what the server has
    QString m_requestId; // of the last stream
    QString m_silence; // announced
    int m_generation = 0; // answers from before a new start are ignored
    int m_writing = 0; // blocks on the strand
    int m_attempts = 0;
    QString m_lastFailure; // kind of what ended the last connection
    int m_restarts = 0;
    qint64 m_arrived = 0; // bytes over the network
};

} // namespace hubdesk
