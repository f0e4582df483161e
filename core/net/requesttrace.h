// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/log/flightrecord.h"
#include "core/net/error.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

class QNetworkReply;
class QObject;

namespace hubdesk {

class FlightRecorder;
struct ClientConfig;

//! What a request tells the flight recorder about itself; costs nothing when the configuration has
//! no recorder. One after another it may follow several tries. Lives on the thread of its request.
class RequestTrace
{
public:
    RequestTrace() = default;
    ~RequestTrace(); //!< stop()
    RequestTrace(const RequestTrace &) = delete;
    RequestTrace &operator=(const RequestTrace &) = delete;

    //! A try begins. \a reason: errorKindName() of what ended the one before; empty: as this object
    //! remembers it.
    void begin(const ClientConfig &config, const QByteArray &method, const QUrl &url,
               int attempt = 1, const QString &reason = {});
    //! Takes times, range and status from \a reply, which lives until \a context has disconnected
    //! from it. Once for each host on the way.
    void attach(QNetworkReply *reply, QObject *context);
    //! The same for a request that is not Qt's: says what is asked, then tell each step yourself.
    //! \a countsBytes: the length that is announced is the one that arrives.
    void ask(const QByteArray &range, bool countsBytes);
    //! The request is on its way. The times are ms since ask(); -1: there was no such step.
    void sent(qint64 connectingMs, qint64 encryptedMs);
    void answered(int status, const QByteArray &contentLength);
    void redirected(const QUrl &target);
    //! Bytes of the body reached the reader.
    void received(qint64 bytes) { m_record.bytes += bytes; }
    //! \a reply is complete, its body not yet read.
    void arrived(const QNetworkReply *reply);
    //! Nothing has come for \a ms. To be called now and then while waiting; from two seconds on it
    //! counts as a stall.
    void silent(qint64 ms);
    //! The try is over. Later calls do nothing until begin().
    void end(const std::optional<Error> &error, const QString &requestId = {});
    //! Not needed any more.
    void stop();

private:
    void noteHeaders(const QNetworkReply *reply);
    void write(FlightRecord::Outcome outcome);
    [[nodiscard]] QByteArray phase() const;

    std::shared_ptr<FlightRecorder> m_recorder; //!< Null: no request is being traced.
    FlightRecord m_record;
    QElapsedTimer m_clock;
    qint64 m_asked = 0; //!< ms: start of this hop
    qint64 m_written = 0; //!< ms: when the recorder last heard of it
    bool m_stalling = false;
    bool m_countsBytes = false; //!< The length that is announced is the one that arrives.
    QByteArray m_lastError;
};

} // namespace hubdesk
