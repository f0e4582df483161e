// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! The network half of SmallFiles.

#include "core/hub/filemetadata.h"
#include "core/log/categories.h"
#include "core/transfer/replycheck.h"
#include "core/transfer/segmentconnection.h"
#include "core/transfer/smallfiles.h"

#include <algorithm>
#include <utility>

namespace hubdesk {

namespace {

using Outcome = SmallBlob::Outcome;

constexpr qint64 kPiece = 16 * 1024; // bytes: the step of the counters on a slow way
constexpr qint64 kBuffer = 256 * 1024; // bytes unread
constexpr auto kNoticeSilence = std::chrono::seconds(4);

Error broken(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

} // namespace

void SmallFiles::open(SmallBlob blob)
{
    SegmentConnection::Handler handler;
    handler.redirected = [this](SegmentConnection *connection, const QHttpHeaders &headers,
                                bool absolute) { onRedirected(connection, headers, absolute); };
    handler.answered = [this](SegmentConnection *connection, int status,
                              const QHttpHeaders &headers) {
        onAnswered(connection, status, headers);
    };
    handler.readable = [this](SegmentConnection *connection) { pump(connection); };
    const BlobSpec &spec = *blob.spec;
    auto *connection =
        new SegmentConnection({0, spec.size}, true, m_context.limiter, std::move(handler), this);
    blob.content = {};
    m_requests.push_back({std::move(blob), connection, m_isHeld});
    const ClientConfig &config = m_context.session->config();
    connection->setAttempt(1, {});
    connection->setMayShare(true);
    connection->start(
        m_context.session->bulk(), config,
        m_context.session->client()->url(resolvePath(spec.repo, spec.commit, spec.paths.first())),
        {config.downloadTimeout, config.downloadTimeout, config.downloadTimeout}, kBuffer);
    if (!m_tick.isActive())
        m_tick.start();
}

SmallBlob SmallFiles::close(Requests::iterator request)
{
    SmallBlob blob = std::move(request->blob);
    request->connection->stop();
    request->connection->deleteLater();
    m_requests.erase(request);
    m_context.connections->giveBack();
    if (m_requests.empty()) {
        m_tick.stop();
        m_silence.clear();
    }
    return blob;
}

SmallFiles::Requests::iterator SmallFiles::find(const SegmentConnection *connection)
{
    return std::ranges::find(m_requests, connection, &Request::connection);
}

void SmallFiles::onRedirected(const SegmentConnection *connection, const QHttpHeaders &headers,
                              bool absolute)
{
    const auto request = find(connection);
    // The headers of a relative step say nothing (reference: files 1.8).
    if (request != m_requests.end() && absolute && !connection->stream().leftOrigin()
        && !describesBlob(*request->blob.spec, headers, true))
        failed(connection, broken(ErrorKind::Integrity));
}

void SmallFiles::onAnswered(const SegmentConnection *connection, int status,
                            const QHttpHeaders &headers)
{
    const auto request = find(connection);
    if (request == m_requests.end())
        return;
    const BlobSpec &spec = *request->blob.spec;
    if (!connection->stream().leftOrigin() && !describesBlob(spec, headers, false))
        failed(connection, broken(ErrorKind::Integrity));
    else if (contentOf(status, headers, 0, spec.size) != ReplyContent::WholeFile)
        failed(connection, broken(ErrorKind::Protocol));
}

void SmallFiles::pump(const SegmentConnection *connection)
{
    const auto request = find(connection);
    if (request == m_requests.end())
        return;
    SmallBlob &blob = request->blob;
    const qint64 before = blob.content.size();
    while (true) {
        const QByteArray data = request->connection->read(blob.spec->size, kPiece);
        if (data.isEmpty())
            break;
        if (blob.content.isEmpty() && data.size() < blob.spec->size)
            blob.content.reserve(blob.spec->size);
        blob.content += data;
    }
    const qint64 came = blob.content.size() - before;
    if (came > 0)
        m_handler.received(blob.id, blob.content.size(), came);
    // The end of the reply comes with its last byte; one with more of them is not waited for.
    if (connection->isComplete()
        && (connection->hasEnded() || connection->stream().bytesAvailable() > 0)) {
        const bool isProbe = request->isProbe;
        if (m_context.mirrors)
            m_context.mirrors->works(m_context.session->config().endpoint);
        arrived(close(request));
        if (isProbe && m_isHeld)
            goOn();
        else
            m_handler.changed();
        publishSoon();
    } else if (connection->hasEnded()) {
        failed(connection, connection->error().value_or(broken(ErrorKind::Network)));
    }
}

void SmallFiles::failed(const SegmentConnection *connection, const Error &error)
{
    SmallBlob blob = close(find(connection));
    qCInfo(lcTransfer).noquote() << blob.spec->repo.id << blob.spec->paths.first()
                                 << "does not come by itself:" << errorKindName(error.kind)
                                 << error.httpStatus << error.message;
    // While one finds out how long a busy server or a dead network takes, the others need not.
    const bool waits = m_troubles > m_diskTroubles.size() && error.isTransient();
    blob.outcome = waits ? Outcome::Later : Outcome::Trouble;
    blob.failure = errorKindName(error.kind);
    m_troubles += waits ? 0 : 1;
    if (error.isTransient() && hasMirror(*blob.spec)) {
        const ClientConfig &config = m_context.session->config();
        m_context.mirrors->rest(config.endpoint, error, std::chrono::steady_clock::now(),
                                config.retryDelay);
    }
    hold(error);
    SmallBatch one;
    one.push_back(std::move(blob));
    release(std::move(one));
    publishSoon();
    m_handler.changed();
}

void SmallFiles::disconnectAll()
{
    m_mayProbe = m_isHeld; // whatever it was may be over
    while (!m_requests.empty()) {
        SmallBlob blob = close(std::prev(m_requests.end()));
        m_handler.received(blob.id, 0, 0);
        m_stock.push_front(std::move(blob));
    }
}

//! Hands out what waits for company, and says why nothing moves, when nothing moves.
void SmallFiles::tick()
{
    std::vector<const SegmentConnection *> all;
    for (const Request &request : m_requests)
        all.push_back(request.connection);
    for (const SegmentConnection *connection : all)
        pump(connection); // looks whether it is still there
    QString text;
    const auto silence = [](const Request &request) {
        return request.connection->stream().silence();
    };
    const auto quietest = std::ranges::min_element(m_requests, {}, silence);
    if (quietest != m_requests.end() && silence(*quietest) >= kNoticeSilence)
        text = quietest->connection->describe({}).note;
    if (std::exchange(m_silence, text) != text)
        m_handler.changed();
}

qint64 SmallFiles::bytesInMemory() const
{
    qint64 bytes = m_unpublishedBytes;
    for (const Request &request : m_requests)
        bytes += request.blob.content.size();
    return bytes;
}

std::vector<TransferConnection> SmallFiles::connections() const
{
    std::vector<TransferConnection> result;
    result.reserve(m_requests.size());
    for (const Request &request : m_requests)
        result.push_back(request.connection->describe(request.blob.spec->paths.first()));
    return result;
}

} // namespace hubdesk
