// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpstream.h"

#include "core/log/categories.h"
#include "core/log/redaction.h"
#include "core/net/curlcommand.h"
#include "core/net/errormapping.h"
#include "core/net/httppool.h"
#include "core/net/networkmanager.h"
#include "core/net/originpolicy.h"
#include "core/net/proxyrules.h"
#include "core/net/proxyscript.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kErrorBodyLimit = 64 * 1024; // bytes

} // namespace

HttpStream::HttpStream(HttpPool *pool, ClientConfig config, QObject *parent)
    : QObject(parent),
      m_pool(pool),
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
    // Lengths and offsets are only true without compression.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_from > 0 || m_end >= 0) {
        QByteArray range = "bytes=" + QByteArray::number(m_from) + '-';
        if (m_end >= 0)
            range += QByteArray::number(m_end - 1);
        request.setRawHeader("Range", range);
    }
    m_traceId = QString::fromLatin1(request.rawHeader("X-Amzn-Trace-Id"));

    // What redirected us has ended, and is not to be taken for an answer to this.
    m_transfer.reset();
    m_phase = Phase::Connecting;
    m_status = 0;
    m_errorBody.clear();
    m_silence.start();
    m_trace.ask(request.rawHeader("Range"), true);
    if (const QString problem = request.attribute(kCaProblemAttribute).toString();
        !problem.isEmpty()) {
        const Error error = errorFromNetwork(kCaProblemError, problem, m_url, m_traceId);
        QMetaObject::invokeMethod(this, [this, error] { end(error); }, Qt::QueuedConnection);
        return;
    }
    if (lcCurl().isDebugEnabled())
        qCDebug(lcCurl).noquote() << curlCommand("GET", request);
    if (mustAskScript(m_config.proxies, m_url)) {
        m_config.proxies.script->find(m_url).then(
            this, [this, request, asked = m_traceId](const Result<QNetworkProxy> &proxy) {
                if (asked != m_traceId || m_transfer || m_phase != Phase::Connecting)
                    return; // nobody waits for this any more
                if (proxy)
                    open(request);
                else
                    end(proxy.error());
            });
        return;
    }
    open(request);
}

void HttpStream::open(const QNetworkRequest &request)
{
    const HttpTransfer::Options options{m_readBuffer, m_timeouts.connect, m_mayShare};
    m_transfer = std::make_unique<HttpTransfer>(m_pool, request, options, this);
}

void HttpStream::transferChanged()
{
    // Whoever hears of it may end this stream, or make it ask somebody else.
    const QPointer<HttpStream> alive(this);
    const HttpTransfer *transfer = m_transfer.get();
    const auto isOver = [&] { return !alive || m_transfer.get() != transfer; };
    m_silence.start();
    if (m_phase == Phase::Connecting && m_transfer->isSent())
        onSent();
    if (m_status == 0 && m_transfer->status() != 0) {
        onHeaders();
        if (isOver())
            return;
    }
    if (m_status >= 300) {
        // A short body is read to its end, so that the connection can be used again.
        m_errorBody += m_transfer->read(m_transfer->bytesAvailable());
        if (m_errorBody.size() >= kErrorBodyLimit) {
            m_errorBody.truncate(kErrorBodyLimit);
            return onEnded();
        }
    } else if (m_status != 0 && m_transfer->bytesAvailable() > 0 && !m_transfer->hasEnded()) {
        Q_EMIT readyRead();
        if (isOver())
            return;
    }
    if (m_transfer->hasEnded())
        onEnded();
}

void HttpStream::onSent()
{
    m_phase = Phase::Waiting;
    const auto inMs = [](qint64 microseconds) {
        return microseconds < 0 ? microseconds : microseconds / 1000;
    };
    m_trace.sent(inMs(m_transfer->times().connecting), inMs(m_transfer->times().encrypted));
}

void HttpStream::onHeaders()
{
    m_status = m_transfer->status();
    m_phase = Phase::Body;
    const QHttpHeaders &headers = m_transfer->headers();
    m_trace.answered(m_status,
                     headers.value(QHttpHeaders::WellKnownHeader::ContentLength).toByteArray());
    // A storage host has no such header: the Hub's own id, from before the redirect, stays.
    m_requestId = requestIdOf(headers, m_requestId.isEmpty() ? m_traceId : m_requestId);
    qCDebug(lcHttp).noquote() << "GET" << redactedUrl(m_url) << m_status << "from" << m_from;
    if (m_status < 300)
        Q_EMIT headersReceived(m_status, headers);
}

void HttpStream::onEnded()
{
    if (m_status >= 300 && m_status < 400)
        return followRedirect();
    if (m_status == 407) // only a proxy says so
        return end(errorFromNetwork(QNetworkReply::ProxyAuthenticationRequiredError, {}, m_url,
                                    m_traceId));
    if (m_status >= 400)
        return end(errorFromReply(m_status, m_transfer->headers(), m_errorBody, m_url, m_traceId));
    const auto code = m_transfer->error();
    if (m_status == 0 && mayTryNextProxy(m_config.proxies, m_url, code)) {
        m_pool->forgetConnections(); // and which proxy they go through
        return request();
    }
    if (code != QNetworkReply::NoError)
        return end(errorFromNetwork(code, m_transfer->errorText(), m_url, m_traceId));
    end(std::nullopt);
}

void HttpStream::followRedirect()
{
    const QHttpHeaders headers = m_transfer->headers();
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
    const QPointer<HttpStream> alive(this);
    Q_EMIT redirected(headers, !isRelativeRedirect(location));
    if (!alive || !m_transfer) // the receiver had enough
        return;
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
    else if (isReaderSlow())
        m_silence.start();
    m_trace.silent(m_silence.elapsed());
    if (m_silence.durationElapsed() < limit)
        return;
    // A proxy that swallows everything, if it is one.
    if (m_phase == Phase::Connecting && m_transfer
        && mayTryNextProxy(m_config.proxies, m_url, QNetworkReply::ProxyTimeoutError)) {
        m_pool->forgetConnections();
        return request();
    }
    Error error = errorFromNetwork(QNetworkReply::TimeoutError, {}, m_url, m_traceId);
    // Its end does not close a connection that others use, and they would wait for it in turn.
    if (m_mayShare)
        m_pool->forgetConnections();
    error.message =
        m_phase == Phase::Body ? tr("%1 stopped sending.").arg(m_url.host()) : error.message;
    end(error);
}

std::chrono::milliseconds HttpStream::silence() const
{
    if (m_phase == Phase::Idle || m_phase == Phase::Ended || isReaderSlow())
        return std::chrono::milliseconds(0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_silence.durationElapsed());
}

//! Then nothing comes, and the server is not to blame.
bool HttpStream::isReaderSlow() const
{
    return m_heldUp || (m_transfer && m_transfer->isPaused() && m_status < 300);
}

void HttpStream::end(const std::optional<Error> &error)
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_watchdog.stop();
    // What arrived before the end stays readable; everything else is closed now.
    if (m_transfer && m_status >= 200 && m_status < 300)
        m_rest = m_transfer->read(m_transfer->bytesAvailable());
    m_trace.received(m_rest.size());
    m_trace.end(error, m_requestId);
    m_transfer.reset();
    Q_EMIT finished(error);
}

void HttpStream::abort()
{
    m_phase = Phase::Ended;
    m_watchdog.stop();
    m_rest.clear();
    m_trace.stop();
    m_transfer.reset();
}

qint64 HttpStream::bytesAvailable() const
{
    if (m_phase == Phase::Ended)
        return m_rest.size();
    return m_transfer && m_status >= 200 && m_status < 300 ? m_transfer->bytesAvailable() : 0;
}

QByteArray HttpStream::read(qint64 max)
{
    if (m_phase == Phase::Ended) {
        if (max >= m_rest.size())
            return std::exchange(m_rest, {});
        const QByteArray data = m_rest.first(max);
        m_rest.remove(0, max);
        return data;
    }
    const QByteArray data = bytesAvailable() > 0 ? m_transfer->read(max) : QByteArray();
    m_trace.received(data.size());
    return data;
}

} // namespace hubdesk
