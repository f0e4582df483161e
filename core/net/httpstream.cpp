// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpstream.h"

#include "core/log/categories.h"
#include "core/log/redaction.h"
#include "core/net/errormapping.h"
#include "core/net/originpolicy.h"

#include <QHttp1Configuration>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kErrorBodyLimit = 64 * 1024; // bytes
// More than the engine ever opens at once: nothing may wait inside the network manager, where our
// time-outs cannot tell waiting from a dead host.
constexpr qsizetype kConnectionsPerHost = 96;

} // namespace

HttpStream::HttpStream(QNetworkAccessManager *network, ClientConfig config, QObject *parent)
    : QObject(parent),
      m_network(network),
      m_config(std::move(config))
{
    // One slow timer instead of restarting a timer for every piece of the body.
    connect(&m_watchdog, &QTimer::timeout, this, &HttpStream::watch);
}

HttpStream::~HttpStream()
{
    abort();
}

void HttpStream::start(const QUrl &url, qint64 from, qint64 before)
{
    Q_ASSERT(m_phase == Phase::Idle);
    m_url = url;
    m_from = from;
    m_end = before;
    m_leftOrigin = !sameOriginForToken(m_config.endpoint, url);
    if (m_config.offline) {
        QMetaObject::invokeMethod(this, [this] { end(offlineError()); }, Qt::QueuedConnection);
        return;
    }
    m_trace.begin(m_config, "GET", url, m_attempt, m_reason);
    const auto shortest = std::min({m_timeouts.connect, m_timeouts.firstByte, m_timeouts.idle});
    m_watchdog.start(
        std::clamp(shortest / 8, std::chrono::milliseconds(10), std::chrono::milliseconds(1000)));
    request();
}

void HttpStream::request()
{
    QNetworkRequest request;
    prepareRequest(request, m_config, m_url, m_withToken);
    request.setRawHeader("Accept", "*/*");
    // Lengths and offsets are only true without compression; Qt adds gzip unless told otherwise.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_from > 0 || m_end >= 0) {
        QByteArray range = "bytes=" + QByteArray::number(m_from) + '-';
        if (m_end >= 0)
            range += QByteArray::number(m_end - 1);
        request.setRawHeader("Range", range);
    }
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setPriority(QNetworkRequest::LowPriority);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(kConnectionsPerHost);
    request.setHttp1Configuration(http1);
    m_traceId = QString::fromLatin1(request.rawHeader("X-Amzn-Trace-Id"));

    m_phase = Phase::Connecting;
    m_status = 0;
    m_errorBody.clear();
    m_silence.start();
    m_reply = m_network->get(request);
    m_reply->setParent(this);
    m_reply->setReadBufferSize(m_readBuffer);
    m_trace.attach(m_reply, this);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        if (m_phase == Phase::Connecting) {
            m_phase = Phase::Waiting;
            m_silence.start();
        }
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        // Qt sends a request again by itself when some connections break, even in the middle of a
        // body, and would put the second body behind the first part of the first one.
        if (m_phase == Phase::Body && m_status < 300)
            end(errorFromNetwork(QNetworkReply::RemoteHostClosedError, {}, m_url, m_traceId));
        else
            onMetaData();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpStream::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpStream::onFinished);
}

void HttpStream::onMetaData()
{
    if (!m_reply || m_status != 0)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200)
        return;
    m_status = status;
    m_phase = Phase::Body;
    // A storage host has no such header: the Hub's own id, from before the redirect, stays.
    m_requestId = requestIdOf(m_reply->headers(), m_requestId.isEmpty() ? m_traceId : m_requestId);
    m_silence.start();
    qCDebug(lcHttp).noquote() << "GET" << redactedUrl(m_url) << m_status << "from" << m_from;
    if (m_status < 300)
        Q_EMIT headersReceived(m_status, m_reply->headers());
}

void HttpStream::onReadyRead()
{
    m_silence.start();
    onMetaData();
    if (!m_reply)
        return;
    if (m_status >= 300) {
        // A short body is read to its end, so that the connection can be used again.
        m_errorBody += m_reply->readAll();
        if (m_errorBody.size() > kErrorBodyLimit) {
            m_errorBody.truncate(kErrorBodyLimit);
            onFinished();
        }
        return;
    }
    if (m_status != 0)
        Q_EMIT readyRead();
}

void HttpStream::onFinished()
{
    if (!m_reply || m_phase == Phase::Ended)
        return;
    onMetaData();
    if (!m_reply)
        return;
    if (m_status >= 300)
        m_errorBody += m_reply->read(kErrorBodyLimit);
    if (m_status >= 300 && m_status < 400) {
        followRedirect();
        return;
    }
    if (m_status >= 400) {
        end(errorFromReply(m_status, m_reply->headers(), m_errorBody, m_url, m_traceId));
        return;
    }
    if (m_reply->error() != QNetworkReply::NoError) {
        end(errorFromNetwork(m_reply->error(), m_reply->errorString(), m_url, m_traceId));
        return;
    }
    end(std::nullopt);
}

void HttpStream::followRedirect()
{
    const QHttpHeaders headers = m_reply->headers();
    const QByteArray location =
        headers.value(QHttpHeaders::WellKnownHeader::Location).toByteArray();
    const QUrl target = redirectTarget(m_url, location);
    if (target.isEmpty() || ++m_redirects > kMaxRedirects) {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.httpStatus = m_status;
        error.message = tr("%1 redirects to an address that cannot be followed.").arg(m_url.host());
        error.requestId = requestIdOf(headers, m_traceId);
        end(error);
        return;
    }
    Q_EMIT redirected(headers, !isRelativeRedirect(location));
    if (!m_reply) // the receiver had enough
        return;
    dropReply();
    // Once dropped, the token does not come back: a third host could lead to the first again.
    m_withToken = m_withToken && sameOriginForToken(m_url, target);
    m_url = target;
    m_trace.redirected(target);
    m_leftOrigin = !sameOriginForToken(m_config.endpoint, target);
    request();
}

void HttpStream::watch()
{
    std::chrono::milliseconds limit = m_timeouts.idle;
    if (m_phase == Phase::Connecting)
        limit = m_timeouts.connect;
    else if (m_phase == Phase::Waiting)
        limit = m_timeouts.firstByte;
    else if (m_heldUp || bytesAvailable() > 0) // the reader is slow, not the server
        m_silence.start();
    m_trace.silent(m_silence.elapsed());
    if (m_silence.durationElapsed() < limit)
        return;
    Error error = errorFromNetwork(QNetworkReply::TimeoutError, {}, m_url, m_traceId);
    error.message =
        m_phase == Phase::Body ? tr("%1 stopped sending.").arg(m_url.host()) : error.message;
    end(error);
}

std::chrono::milliseconds HttpStream::silence() const
{
    if (m_phase == Phase::Idle || m_phase == Phase::Ended || m_heldUp || bytesAvailable() > 0)
        return std::chrono::milliseconds(0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_silence.durationElapsed());
}

void HttpStream::end(const std::optional<Error> &error)
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_watchdog.stop();
    // What arrived before the end stays readable; everything else is closed now.
    if (m_reply && m_status >= 200 && m_status < 300)
        m_rest = m_reply->readAll();
    m_trace.received(m_rest.size());
    m_trace.end(error, m_requestId);
    dropReply();
    Q_EMIT finished(error);
}

void HttpStream::abort()
{
    m_phase = Phase::Ended;
    m_watchdog.stop();
    m_rest.clear();
    m_trace.stop();
    dropReply();
}

void HttpStream::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

qint64 HttpStream::bytesAvailable() const
{
    if (m_phase == Phase::Ended)
        return m_rest.size();
    return m_reply && m_status >= 200 && m_status < 300 ? m_reply->bytesAvailable() : 0;
}

QByteArray HttpStream::read(qint64 max)
{
    if (m_phase == Phase::Ended) {
        const qsizetype size = std::min<qint64>(max, m_rest.size());
        const QByteArray data = m_rest.first(size);
        m_rest.remove(0, size);
        return data;
    }
    const QByteArray data = bytesAvailable() > 0 ? m_reply->read(max) : QByteArray();
    m_trace.received(data.size());
    return data;
}

} // namespace hubdesk
