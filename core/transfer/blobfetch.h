// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"
#include "core/transfer/blobspec.h"
#include "core/transfer/fetchcontext.h"
#include "core/transfer/retrycounter.h"
#include "core/transfer/transfer.h"

#include <QHttpHeaders>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace hubdesk {

class BlobWorkspace;
class HttpStream;

//! Brings one blob into the cache: lock, what is there already, GET from there, check, publish.
//! Breaks, time-outs and busy servers are waited out here; what it cannot mend is the outcome.
//!
//! Lives on the transfer thread; all disk work happens on a strand of the pool. After start()
//! exactly one Handler::ended follows, when file and lock are closed. Delete it then, never
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
    //! Ends with Outcome::Stopped; the partial file stays.
    void stop();

private:
    void run(std::function<void()> task); // on the strand
    void setState(TransferState state, const QString &waitReason = {});
    void opened(const Result<int> &found);
    void hashFound();
    void request();
    void onRedirected(const QHttpHeaders &headers, bool absolute);
    void onHeaders(int status, const QHttpHeaders &headers);
    void pump();
    void write(QByteArray data);
    void onStreamFinished(const std::optional<Error> &error);
    void drained();
    void streamFailed(const Error &error);
    void retryLater(const Error &error);
    void restart();
    void publish();
    void published(const Result<void> &result);
    void dropStream();
    [[nodiscard]] bool describesOurBlob(const QHttpHeaders &headers, bool redirect) const;
    void changedUpstream();
    void end(Outcome outcome, const Error &error = {});
    [[nodiscard]] Error named(Error error) const;

    BlobSpec m_spec;
    FetchContext m_context;
    Counters m_counters;
    Handler m_handler;
    std::shared_ptr<Strand> m_strand;
    std::unique_ptr<BlobWorkspace> m_workspace; // used on the strand only
    std::atomic_bool m_stopping = false;
    RetryCounter m_retries;
    QTimer m_retryTimer;
    HttpStream *m_stream = nullptr;
    std::optional<Error> m_streamError;
    bool m_streamDone = false;
    bool m_leftOrigin = false; // the last stream was redirected to another host
    bool m_ending = false;
    QString m_requestId; // of the last stream
    bool m_resumed = false; // began with bytes of an earlier run
    int m_writing = 0; // blocks on the strand
    int m_expiredLinks = 0;
    int m_restarts = 0;
    qint64 m_offset = 0; // bytes handed to the strand
};

} // namespace hubdesk
