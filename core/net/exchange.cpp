// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/exchange.h"

#include "core/log/categories.h"
#include "core/log/redaction.h"
#include "core/net/cafile.h"
#include "core/net/errormapping.h"
#include "core/net/originpolicy.h"
#include "core/net/proxyrules.h"
#include "core/net/proxyscript.h"
#include "core/net/retrypolicy.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! An API reply is text: more than this is not one, and must not fill the memory.
constexpr qint64 kMaxReplyBytes = 256'000'000;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

//! Qt takes the end of some broken connections for the end of the reply. It removes the length of a
//! body that it unpacked.
bool isCutShort(const QHttpHeaders &headers, qint64 received)
{
    bool ok = false;
    const qint64 announced =
        headers.value(QHttpHeaders::WellKnownHeader::ContentLength).toByteArray().toLongLong(&ok);
    return ok && received < announced
        && !headers.contains(QHttpHeaders::WellKnownHeader::ContentEncoding);
}

} // namespace

Exchange::Exchange(QNetworkAccessManager *network, ClientConfig config, RequestSpec spec,
                   QUrl target, Finished finished)
    : m_network(network),
      m_config(std::move(config)),
      m_spec(std::move(spec)),
      m_asked(m_spec),
      m_target(std::move(target)),
      m_finished(std::move(finished)),
      m_traceId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Exchange::sendNow);
}

Exchange::~Exchange()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void Exchange::start()
{
    m_current = m_target;
    m_spec = m_asked;
    m_withToken = m_spec.withToken;
    m_redirects = 0;
    ++m_tries;
    m_trace.begin(m_config, m_spec.method, m_target, m_tries);
    sendNow();
}

void Exchange::sendNow()
{
    if (m_current.isEmpty()) { // a retry begins at the first address again
        start();
        return;
    }
    if (mustAskScript(m_config.proxies, m_current)) {
        m_config.proxies.script->find(m_current).then(this,
                                                      [this](const Result<QNetworkProxy> &proxy) {
                                                          if (proxy) {
                                                              sendTrusted();
                                                              return;
                                                          }
                                                          Error error = proxy.error();
                                                          error.requestId = m_traceId;
                                                          answer(std::unexpected(error));
                                                      });
        return;
    }
    sendTrusted();
}

void Exchange::sendTrusted()
{
    if (m_config.caFile.isEmpty() || m_current.scheme() != "https"_L1) {
        sendRequest();
        return;
    }
    // The file may have changed since the last request; this thread does not wait for the disk.
    readCaFileInPool(m_config.caFile)
        .then(this, [this](const Result<QSslConfiguration> &authorities) {
            if (authorities) {
                sendRequest();
                return;
            }
            Error error = authorities.error();
            error.requestId = m_traceId;
            answer(std::unexpected(error));
        });
}

void Exchange::sendRequest()
{
    QNetworkRequest request;
    request.setRawHeader("X-Amzn-Trace-Id", m_traceId.toUtf8());
    prepareRequest(request, m_config, m_current, m_withToken);
    request.setRawHeader("Accept", m_spec.accept);
    if (m_spec.identityEncoding)
        request.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : m_spec.headers)
        request.setRawHeader(name, value);
    if (!m_spec.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_spec.contentType);
    // The metadata HEAD has a limit of its own, which the environment may set
    // (HF_HUB_ETAG_TIMEOUT).
    const bool isMetadata = m_spec.redirects == RequestSpec::Redirects::RelativeOnly;
    request.setTransferTimeout(isMetadata ? m_config.metadataTimeout : m_spec.timeout);

    if (m_spec.method == "GET")
        m_reply = m_network->get(request);
    else if (m_spec.method == "HEAD")
        m_reply = m_network->head(request);
    else
        m_reply = m_network->sendCustomRequest(request, m_spec.method, m_spec.body);
    m_trace.attach(m_reply, this);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::replyFinished);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received, qint64) {
        if (received > kMaxReplyBytes && m_reply) {
            m_tooLarge = true;
            m_reply->abort();
        }
    });
}

void Exchange::replyFinished()
{
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->deleteLater();

    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    log(status);
    m_trace.arrived(reply);
    if (m_tooLarge) {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.httpStatus = status;
        error.message = QCoreApplication::translate(
            "hubdesk::Exchange", "The server sends more than an answer of the Hub can be.");
        error.requestId = requestIdOf(reply->headers(), m_traceId);
        answer(std::unexpected(error));
        return;
    }
    if (isRedirect(status)) {
        const QByteArray location = reply->rawHeader("Location");
        const bool follows = m_spec.redirects == RequestSpec::Redirects::Follow
            ? !location.isEmpty()
            : isRelativeRedirect(location);
        if (follows) {
            const bool becomesGet =
                status == 302 || status == 303 || (status == 301 && m_spec.method == "POST");
            if (becomesGet && m_spec.method != "HEAD") {
                m_spec.method = "GET";
                m_spec.body.clear();
                m_spec.contentType.clear();
            }
            follow(location);
            return;
        }
    }
    if (status >= 400) {
        fail(errorFromReply(status, reply->headers(), reply->readAll(), m_current, m_traceId));
        return;
    }
    // Qt reports aborts by its transfer timer as a cancellation; ours never arrive here.
    auto code = reply->error();
    if (code == QNetworkReply::OperationCanceledError)
        code = QNetworkReply::TimeoutError;
    if (status == 0 && mayTryNextProxy(m_config.proxies, m_current, code)) {
        sendTrusted();
        return;
    }
    if (status == 0 || (code != QNetworkReply::NoError && !isRedirect(status))) {
        fail(errorFromNetwork(code, reply->errorString(), m_current, m_traceId));
        return;
    }
    ReplyData data;
    data.status = status;
    data.url = m_current;
    data.headers = reply->headers();
    data.body = reply->readAll();
    if (m_spec.method != "HEAD" && status < 300 && status != 204
        && isCutShort(data.headers, data.body.size())) {
        fail(errorFromNetwork(QNetworkReply::RemoteHostClosedError, {}, m_current, m_traceId));
        return;
    }
    data.requestId = requestIdOf(data.headers, m_traceId);
    answer(std::move(data));
}

void Exchange::follow(const QByteArray &location)
{
    const bool metadata = m_spec.redirects == RequestSpec::Redirects::RelativeOnly;
    const QUrl next = metadata ? metadataRedirectTarget(m_current, location)
                               : redirectTarget(m_current, location);
    // What was sent was meant for this host, a secret perhaps: another one does not get it.
    const bool takesBodyElsewhere = !m_spec.body.isEmpty() && !sameOriginForToken(m_current, next);
    if (next.isEmpty() || takesBodyElsewhere || ++m_redirects > kMaxRedirects) {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message = QCoreApplication::translate(
            "hubdesk::Exchange",
            "The server leads in circles or to an address that cannot be opened.");
        error.detail = redactedUrl(m_current);
        error.requestId = m_traceId;
        answer(std::unexpected(error));
        return;
    }
    // Once dropped, the token does not come back: a third host could lead to the first again.
    m_withToken = m_withToken && sameOriginForToken(m_current, next);
    m_current = next;
    m_trace.redirected(next);
    sendNow();
}

void Exchange::fail(const Error &error)
{
    m_trace.end(error);
    if (m_asked.isRepeatable()) {
        if (const auto wait = retryWait(error, m_tries, m_config.retryDelay, m_spec.maxTries)) {
            qCInfo(lcHub).noquote() << "retry in" << wait->count() << "ms:" << m_spec.method
                                    << redactedUrl(m_target) << errorKindName(error.kind);
            m_current.clear();
            m_retryTimer.start(*wait);
            return;
        }
    }
    answer(std::unexpected(error));
}

void Exchange::answer(Result<ReplyData> result)
{
    if (result)
        m_trace.end(std::nullopt, result->requestId);
    else
        m_trace.end(result.error());
    // The callback makes the client delete this object.
    const auto finished = std::exchange(m_finished, nullptr);
    if (finished)
        finished(std::move(result));
}

void Exchange::log(int status) const
{
    qCDebug(lcHttp).noquote() << m_spec.method << redactedUrl(m_current) << status << m_traceId;
}

} // namespace hubdesk
