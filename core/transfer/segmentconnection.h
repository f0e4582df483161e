// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httpstream.h"
#include "core/transfer/byteranges.h"
#include "core/transfer/ratelimiter.h"
#include "core/transfer/speedmeter.h"
#include "core/transfer/transfer.h"

#include <QObject>

#include <functional>

namespace hubdesk {

//! One connection at work on one segment of a file: asks for the bytes, hands them out in order as
//! long as the rate limit allows, and can be told to stop earlier because somebody else took over
//! its end. It neither retries nor writes: its file decides. Transfer thread.
class SegmentConnection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SegmentConnection)

public:
    //! Called from the event loop; each may destroy the connection with deleteLater().
    struct Handler
    {
        std::function<void(SegmentConnection *, const QHttpHeaders &, bool absolute)> redirected;
        std::function<void(SegmentConnection *, int status, const QHttpHeaders &)> answered;
        std::function<void(SegmentConnection *)>
            readable; //!< Or the limit allows more; or it ended.
    };

    //! \a limiter (may be null) must outlive it. \a wholeFile: asks without an end,
    //! so that servers without ranges serve it too.
    SegmentConnection(ByteRange segment, bool wholeFile, RateLimiter *limiter, Handler handler,
                      QObject *parent);
    ~SegmentConnection() override;

    //! For the flight recorder: which try of its file this is, and why there is another one.
    void setAttempt(int attempt, const QString &lastFailure);
    //! For many small files: over HTTP/2, where the server has it, on one connection with others.
    void setMayShare(bool mayShare) { m_mayShare = mayShare; }
    void start(HttpPool *pool, const ClientConfig &config, const QUrl &url,
               const HttpTimeouts &timeouts, qint64 readBuffer);

    [[nodiscard]] ByteRange segment() const { return m_segment; }
    [[nodiscard]] qint64 position() const
    {
        return m_position - m_pending.size();
    } //!< Next byte that read() gives.
    [[nodiscard]] ByteRange left() const { return {position(), m_segment.end}; }
    //! Somebody else fetches the bytes from \a end on.
    void shrink(qint64 end)
    {
        m_segment.end = end;
        m_shrunk = true;
    }
    [[nodiscard]] bool wasShrunk() const { return m_shrunk; }
    //! Closes the connection; no handler is called any more.
    void stop();
    //! The server sends the whole file from \a begin on.
    void restartAt(qint64 begin, qint64 end);

    //! At most \a max bytes of the segment; empty when there is nothing now. Less than \a least
    //! bytes only at the end, or when nothing more came for a moment.
    [[nodiscard]] QByteArray read(qint64 max, qint64 least);
    [[nodiscard]] bool isComplete() const { return position() >= m_segment.end; }
    //! The reply is over and all of it was read.
    [[nodiscard]] bool hasEnded() const
    {
        return m_ended
            && (isComplete() || (m_stream->bytesAvailable() == 0 && m_pending.isEmpty()));
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const HttpStream &stream() const { return *m_stream; }
    [[nodiscard]] bool gotBytes() const { return m_position > m_begin; }

    //! The rate limit has nothing for it now.
    [[nodiscard]] bool isHeldUp() const { return m_taker.isWaiting(); }
    //! bytes/s; 0: not known yet.
    [[nodiscard]] double speed() const;
    //! For the eyes of a user; \a path is the file in the repo.
    [[nodiscard]] TransferConnection describe(const QString &path) const;

    //! Since it was started.
    [[nodiscard]] std::chrono::milliseconds age() const
    {
        return std::chrono::milliseconds(m_clock.elapsed());
    }

    size_t source = 0; //!< Who is asked, see BlobSources: for the owner.
    int writing = 0; //!< Blocks handed out that are not on the disk yet: for the owner.

private:
    ByteRange m_segment;
    qint64 m_begin; // where this connection began to read
    qint64 m_position; // behind what is pending
    QByteArray m_pending; // received, but not yet a block
    bool m_wholeFile;
    Handler m_handler;
    HttpStream *m_stream = nullptr;
    RateLimiter::Taker m_taker;
    qint64 m_allowed = 0; // granted by the limit, not read yet
    std::optional<Error> m_error;
    int m_attempt = 0;
    QString m_lastFailure;
    bool m_ended = false;
    bool m_shrunk = false;
    bool m_stopped = false;
    bool m_mayShare = false;
    QElapsedTimer m_clock;
    qint64 m_lastRead = 0; // ms
    qint64 m_firstByte = -1; // ms
};

} // namespace hubdesk
