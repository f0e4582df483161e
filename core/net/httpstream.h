// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clientconfig.h"
#include "core/net/error.h"
#include "core/net/httptransfer.h"
#include "core/net/requesttrace.h"

#include <QElapsedTimer>
#include <QHttpHeaders>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace hubdesk {

//! How long one streaming request may be silent in each of its phases.
struct HttpTimeouts
{
    std::chrono::milliseconds connect = std::chrono::seconds(10); //!< Until the request is sent.
    std::chrono::milliseconds firstByte = std::chrono::seconds(10); //!< Until the reply begins.
    std::chrono::milliseconds idle = std::chrono::seconds(10); //!< Between two pieces of the body.
};

//! One streaming GET of a body: byte range, identity encoding, redirects followed by hand with the
//! token rule, a limit on what is buffered, time-outs a phase. HTTP/1.1 unless setMayShare(), so
//! that several parts really use several connections. It does not retry: the caller knows the
//! offset.
//!
//! Lives on the thread of its pool. Used for one request; start another object for the next one.
class HttpStream : public QObject, public HttpTransfer::Owner
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpStream)

public:
    static constexpr qint64 kReadBuffer = 2 * 1024 * 1024; // bytes

    //! \a pool is not owned and must outlive the stream.
    HttpStream(HttpPool *pool, ClientConfig config, QObject *parent = nullptr);
    ~HttpStream() override;

    void setTimeouts(const HttpTimeouts &timeouts) { m_timeouts = timeouts; }
    //! For the flight recorder: this is try number \a attempt, because the last one ended with \a
    //! reason (errorKindName()).
    void setAttempt(int attempt, const QString &reason)
    {
        m_attempt = attempt;
        m_reason = reason;
    }

    //! What may lie unread before the server is slowed down, in bytes.
    void setReadBuffer(qint64 bytes) { m_readBuffer = bytes; }

    //! Over HTTP/2, where the server has it, many small files come over one connection.
    void setMayShare(bool mayShare) { m_mayShare = mayShare; }

    //! Asks for \a url from byte \a from to in front of \a before (-1: to the end of the file). The
    //! token goes along only to the endpoint's origin.
    void start(const QUrl &url, qint64 from = 0, qint64 before = -1);

    //! Ends in silence: no signal follows, unread bytes are lost.
    void abort();

    //! Bytes that read() has at once. What arrived before finished() can still be read after it.
    [[nodiscard]] qint64 bytesAvailable() const;
    [[nodiscard]] QByteArray read(qint64 max);

    //! The address that answers, after redirects. May be signed: never show or log it.
    [[nodiscard]] const QUrl &url() const { return m_url; }
    //! True when a redirect led away from the endpoint, e.g. to a signed link.
    [[nodiscard]] bool leftOrigin() const { return m_leftOrigin; }

    //! How long nothing has come that was waited for, in whichever phase.
    [[nodiscard]] std::chrono::milliseconds silence() const;
    //! True between the request and the first byte of the body.
    [[nodiscard]] bool isWaiting() const { return m_phase == Phase::Waiting; }
    [[nodiscard]] bool isConnecting() const { return m_phase == Phase::Connecting; }
    //! The reader does not read on purpose: that is not the server's silence.
    void setHeldUp(bool held) { m_heldUp = held; }

    //! `X-Request-Id` of the Hub's last reply, else the trace id that was sent.
    [[nodiscard]] const QString &requestId() const { return m_requestId; }

Q_SIGNALS:
    //! A redirect is about to be followed. \a absolute: `Location` names a host.
    void redirected(const QHttpHeaders &headers, bool absolute);
    //! The final reply with a status below 300; bodies of other replies become the error.
    void headersReceived(int status, const QHttpHeaders &headers);
    void readyRead();
    //! Last signal. No error: the body is complete as far as HTTP can tell.
    void finished(const std::optional<hubdesk::Error> &error);

private:
    enum class Phase { Idle, Connecting, Waiting, Body, Ended };

    void request();
    void open(const QNetworkRequest &request);
    void transferChanged() override;
    void onSent();
    void onHeaders();
    void onEnded();
    void followRedirect();
    void watch();
    [[nodiscard]] bool isReaderSlow() const;
    void end(const std::optional<Error> &error);

    HttpPool *m_pool;
    ClientConfig m_config;
    HttpTimeouts m_timeouts;
    std::unique_ptr<HttpTransfer> m_transfer;
    QUrl m_url;
    qint64 m_from = 0;
    qint64 m_end = -1;
    qint64 m_readBuffer = kReadBuffer;
    int m_redirects = 0;
    int m_status = 0;
    bool m_leftOrigin = false;
    bool m_withToken = true;
    bool m_heldUp = false;
    bool m_mayShare = false;
    Phase m_phase = Phase::Idle;
    QString m_traceId;
    QString m_requestId;
    QByteArray m_errorBody;
    QByteArray m_rest; // what was there when it ended
    QElapsedTimer m_silence;
    QTimer m_watchdog;
    RequestTrace m_trace;
    int m_attempt = 1;
    QString m_reason;
};

} // namespace hubdesk
