// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/requesttrace.h"

#include "core/log/flightrecorder.h"
#include "core/net/clientconfig.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <utility>

namespace hubdesk {

namespace {

constexpr qint64 kStall = 2000; // ms
constexpr qint64 kSignOfLife = 30'000; // ms between two notes about a request under way

} // namespace

RequestTrace::~RequestTrace()
{
    stop();
}

void RequestTrace::begin(const ClientConfig &config, const QByteArray &method, const QUrl &url,
                         int attempt, const QString &reason)
{
    stop();
    if (!config.recorder)
        return;
    m_recorder = config.recorder;
    m_record = FlightRecord();
    m_record.number = m_recorder->nextNumber();
    m_record.startedAt = QDateTime::currentMSecsSinceEpoch();
    m_record.setRequest(method, url, config.endpoint);
    m_record.attempt = attempt;
    if (attempt > 1)
        m_record.setReason(reason.isEmpty() ? m_lastError : reason.toLatin1());
    m_clock.start();
    m_written = 0;
    m_stalling = false;
}

void RequestTrace::ask(const QByteArray &range, bool countsBytes)
{
    if (!m_recorder)
        return;
    m_asked = m_clock.elapsed();
    m_record.connectingMs = m_record.encryptedMs = m_record.sentMs = m_record.firstByteMs = -1;
    m_record.status = 0;
    m_record.bytes = 0;
    m_record.length = -1;
    m_countsBytes = countsBytes;
    if (range.startsWith("bytes=")) {
        const auto ends = range.sliced(qsizetype(sizeof("bytes=")) - 1).split('-');
        bool isNumber = false;
        const qint64 from = ends.value(0).toLongLong(&isNumber);
        m_record.rangeFrom = isNumber ? from : -1;
        const qint64 to = ends.value(1).toLongLong(&isNumber);
        m_record.rangeTo = isNumber ? to : -1;
    }
}

void RequestTrace::sent(qint64 connectingMs, qint64 encryptedMs)
{
    if (!m_recorder)
        return;
    const auto since = [this](qint64 ms) { return ms < 0 ? -1 : m_asked + ms; };
    m_record.connectingMs = since(connectingMs);
    m_record.encryptedMs = since(encryptedMs);
    m_record.sentMs = m_clock.elapsed();
}

void RequestTrace::attach(QNetworkReply *reply, QObject *context)
{
    if (!m_recorder)
        return;
    ask(reply->request().rawHeader("Range"),
        reply->operation() == QNetworkAccessManager::GetOperation
            && reply->request().rawHeader("Accept-Encoding") == "identity");
    const auto now = [this](qint64 FlightRecord::*time) {
        if (m_recorder && m_record.*time < 0)
            m_record.*time = m_clock.elapsed();
    };
    QObject::connect(reply, &QNetworkReply::socketStartedConnecting, context,
                     [now] { now(&FlightRecord::connectingMs); });
    QObject::connect(reply, &QNetworkReply::encrypted, context,
                     [now] { now(&FlightRecord::encryptedMs); });
    QObject::connect(reply, &QNetworkReply::requestSent, context,
                     [now] { now(&FlightRecord::sentMs); });
    QObject::connect(reply, &QNetworkReply::metaDataChanged, context,
                     [this, reply] { noteHeaders(reply); });
}

void RequestTrace::noteHeaders(const QNetworkReply *reply)
{
    answered(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
             reply->rawHeader("Content-Length"));
}

void RequestTrace::answered(int status, const QByteArray &contentLength)
{
    if (!m_recorder || status < 200)
        return;
    m_record.status = status;
    bool isNumber = false;
    const qint64 length = contentLength.toLongLong(&isNumber);
    m_record.length = isNumber ? length : -1;
    if (m_record.firstByteMs < 0)
        m_record.firstByteMs = m_clock.elapsed();
}

void RequestTrace::redirected(const QUrl &target)
{
    if (m_recorder)
        m_record.addRedirect(target, m_clock.elapsed());
}

void RequestTrace::arrived(const QNetworkReply *reply)
{
    noteHeaders(reply);
    received(reply->bytesAvailable());
}

QByteArray RequestTrace::phase() const
{
    if (m_record.firstByteMs >= 0)
        return QByteArrayLiteral("body");
    return m_record.sentMs >= 0 ? QByteArrayLiteral("firstByte") : QByteArrayLiteral("connect");
}

void RequestTrace::silent(qint64 ms)
{
    if (!m_recorder)
        return;
    const bool wasStalling = std::exchange(m_stalling, ms >= kStall);
    if (m_stalling)
        m_record.noteStall(phase(), ms, wasStalling);
    // A program that hangs or is killed has told what it was waiting for.
    if (m_stalling != wasStalling || m_clock.elapsed() - m_written >= kSignOfLife)
        write(FlightRecord::Outcome::Open);
}

void RequestTrace::end(const std::optional<Error> &error, const QString &requestId)
{
    if (!m_recorder)
        return;
    m_lastError.clear();
    if (error) {
        m_lastError = errorKindName(error->kind).toLatin1();
        m_record.setError(m_lastError);
        if (error->httpStatus > 0)
            m_record.status = error->httpStatus;
        if (error->kind == ErrorKind::Timeout && m_record.firstByteMs < 0)
            m_record.noteStall(phase(), m_clock.elapsed() - qMax<qint64>(0, m_record.sentMs),
                               m_stalling);
    }
    // Qt takes some connections that break in the middle for the end of the body.
    const bool tooShort = !error && m_countsBytes && m_record.bytes < m_record.length;
    if (tooShort)
        m_record.setError("network");
    const QString &id = error && !error->requestId.isEmpty() ? error->requestId : requestId;
    m_record.setRequestId(id.toLatin1());
    write(error || tooShort ? FlightRecord::Outcome::Failed : FlightRecord::Outcome::Done);
    m_recorder.reset();
}

void RequestTrace::stop()
{
    if (!m_recorder)
        return;
    write(FlightRecord::Outcome::Stopped);
    m_recorder.reset();
}

void RequestTrace::write(FlightRecord::Outcome outcome)
{
    m_written = m_clock.elapsed();
    m_record.endMs = m_written;
    m_record.outcome = outcome;
    m_recorder->add(m_record);
}

} // namespace hubdesk
