// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! The network half of BlobFetch: which connections there are, what they are asked for, and what
//! happens when one of them fails.

#include "core/hub/filemetadata.h"
#include "core/log/categories.h"
#include "core/transfer/blobfetch.h"
#include "core/transfer/replycheck.h"
#include "core/transfer/segmentconnection.h"
#include "core/transfer/transfertexts.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kBlocksInFlight = 2; // of one connection: one being written, one ready
constexpr qint64 kBlock = 1024 * 1024; // bytes, at most: more than a connection has unread
constexpr qint64 kLeastBlock = 128 * 1024; // bytes
constexpr qint64 kBufferAlone = 768 * 1024; // bytes unread, of a file with one connection
constexpr qint64 kBufferOfMany = 512 * 1024; // bytes: sixteen of them must not fill the memory
constexpr int kMaxExpiredLinks = 3; // in a row without progress
constexpr int kMaxRestarts = 3;
constexpr qint64 kUnread = 64 * 1024; // bytes
constexpr double kWorthSharing = 0.2; // seconds: less is faster done than handed over
constexpr auto kNoticeSilence = std::chrono::seconds(4);

} // namespace

//! Opens connections until there are as many as are of use.
void BlobFetch::fill()
{
    if (m_ending || m_stopping || m_publishing || m_retryTimer.isActive())
        return;
    while (static_cast<int>(m_connections.size()) < m_tuner.wanted() && openOne()) { }
}

bool BlobFetch::openOne()
{
    // One asks first: it learns where the bytes are and whether ranges can be had.
    if (!m_connections.empty() && (!m_answered || m_noRanges))
        return false;
    if (!m_connections.empty() && !m_openAgain.hasExpired())
        return false;
    double speed = 0;
    std::vector<SegmentPlan::Active> active;
    for (const SegmentConnection *connection : m_connections) {
        speed = std::max(speed, connection->speed());
        // Of one that has bytes waiting, this program is the slow part: taking its end away would
        // only throw away what is on the way already.
        const bool waitsForUs =
            connection->stream().bytesAvailable() > kUnread || connection->isHeldUp();
        active.push_back({waitsForUs ? ByteRange{} : connection->left(), connection->speed()});
    }
    const qint64 length = !m_segmented || m_noRanges
        ? m_spec.size
        : SegmentPlan::lengthFor(speed, m_plan.freeBytes(), m_tuner.wanted());
    auto segment = m_plan.next(length);
    std::optional<SegmentPlan::Takeover> share;
    if (!segment && m_segmented && !m_noRanges) {
        share = SegmentPlan::share(active, m_context.tuning.leastShare, kWorthSharing);
        if (share)
            segment = share->range;
    }
    if (!segment)
        return false;
    if (m_connections.empty()) {
        m_context.connections->takeFirst();
    } else if (!m_context.connections->takeMore()) {
        if (!share)
            m_plan.giveBack(*segment);
        return false;
    }
    if (share)
        m_connections[share->victim]->shrink(share->range.begin);
    open(*segment);
    return true;
}

void BlobFetch::open(ByteRange segment)
{
    SegmentConnection::Handler handler;
    handler.redirected = [this](SegmentConnection *connection, const QHttpHeaders &headers,
                                bool absolute) { onRedirected(connection, headers, absolute); };
    handler.answered = [this](SegmentConnection *connection, int status,
                              const QHttpHeaders &headers) {
        onAnswered(connection, status, headers);
    };
    handler.readable = [this](SegmentConnection *connection) { pump(connection); };
    const bool wholeFile = !m_segmented || m_noRanges;
    auto *connection =
        new SegmentConnection(segment, wholeFile, m_context.limiter, std::move(handler), this);
    m_connections.push_back(connection);
    const ClientConfig &config = m_context.session->config();
    const QByteArray path = resolvePath(m_spec.repo, m_spec.commit, m_spec.paths.first());
    connection->setAttempt(++m_attempts, m_lastFailure);
    connection->start(m_context.session->bulk(), config,
                      m_link.isEmpty() ? m_context.session->client()->url(path) : m_link,
                      {config.downloadTimeout, config.downloadTimeout, config.downloadTimeout},
                      m_segmented && m_connections.size() > 1 ? kBufferOfMany : kBufferAlone);
}

void BlobFetch::close(SegmentConnection *connection)
{
    m_requestId = connection->stream().requestId();
    std::erase(m_connections, connection);
    m_context.connections->giveBack();
    connection->stop();
    connection->deleteLater();
}

void BlobFetch::closeAll()
{
    while (!m_connections.empty()) {
        m_plan.giveBack(m_connections.back()->left());
        close(m_connections.back());
    }
}

void BlobFetch::disconnectAll()
{
    closeAll();
}

void BlobFetch::reconnect()
{
    if (!m_hash || m_ending || m_publishing || m_stopping)
        return;
    closeAll();
    m_link.clear();
    m_answered = false;
    m_retryTimer.stop();
    m_retries.reset();
    m_openAgain = QDeadlineTimer(0);
    m_silence.clear();
    setState(TransferState::Running);
    fill();
}

void BlobFetch::onRedirected(SegmentConnection *connection, const QHttpHeaders &headers,
                             bool absolute)
{
    // The headers of a relative step say nothing (reference: files 1.8).
    if (absolute && !connection->stream().leftOrigin() && !describesBlob(m_spec, headers, true)) {
        m_requestId = connection->stream().requestId();
        changedUpstream();
    }
}

void BlobFetch::onAnswered(SegmentConnection *connection, int status, const QHttpHeaders &headers)
{
    const HttpStream &stream = connection->stream();
    m_requestId = stream.requestId();
    if (!stream.leftOrigin() && !describesBlob(m_spec, headers, false))
        return changedUpstream();
    const auto wrong = [&](const QString &message) {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.httpStatus = status;
        error.message = message;
        error.requestId = stream.requestId();
        failed(connection, error);
    };
    switch (contentOf(status, headers, connection->position(), m_spec.size)) {
    case ReplyContent::WrongSize:
        return changedUpstream();
    case ReplyContent::WrongRange:
        return wrong(TransferTexts::wrongRange(m_spec.paths.first()));
    case ReplyContent::WrongLength: {
        const qint64 length = headers.value("content-length").toLongLong();
        return wrong(TransferTexts::wrongLength(m_spec.paths.first(), m_spec.size, length));
    }
    case ReplyContent::WholeFile:
        return onWholeFile(connection);
    case ReplyContent::Range:
        m_gotRange = true;
        m_answered = true;
        if (stream.leftOrigin())
            m_link = stream.url();
        fill();
    }
}

void BlobFetch::onWholeFile(SegmentConnection *connection)
{
    m_answered = true;
    if (connection->position() == 0 && connection->segment().end == m_spec.size)
        return; // what was asked for
    // What is there already is only given up for a server that says it twice, and that has the
    // right size.
    if ((m_gotRange || !m_present.isEmpty()) && m_restarts++ < kMaxRestarts) {
        // It can do better: some machine on the way answered instead.
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message = TransferTexts::noRanges(m_spec.paths.first());
        error.requestId = connection->stream().requestId();
        return failed(connection, error);
    }
    // A whole file is not put behind a part. This reply is used from its first byte on.
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first()
                                 << "starts again: the server does not send parts";
    m_noRanges = true;
    for (SegmentConnection *other : std::vector(m_connections)) {
        if (other != connection)
            close(other);
    }
    startAgain();
    (void)m_plan.next(m_spec.size);
    connection->restartAt(0, m_spec.size);
}

void BlobFetch::pump(SegmentConnection *connection)
{
    while (!m_ending && connection->writing < kBlocksInFlight) {
        QByteArray data = connection->read(kBlock, kLeastBlock);
        if (data.isEmpty())
            break;
        write(connection, std::move(data));
    }
    if (m_ending || !std::ranges::contains(m_connections, connection))
        return;
    if (connection->isComplete()) {
        // Waits for the end of the reply, which comes with the last byte, so that the connection
        // can be used again; not when somebody else fetches what would follow,
        // and not when the server sends more than it was asked for.
        if (connection->hasEnded() || connection->wasShrunk()
            || connection->stream().bytesAvailable() > 0) {
            close(connection);
            fill();
        }
    } else if (connection->hasEnded() && !connection->error() && connection->gotBytes()
               && m_gotRange) {
        // A complete reply with less than was asked for: servers may do that.
        m_plan.giveBack(connection->left());
        close(connection);
        fill();
    } else if (connection->hasEnded()) {
        Error error;
        error.kind = ErrorKind::Network;
        error.message =
            TransferTexts::tooShort(m_spec.paths.first(), m_spec.size, m_present.total());
        failed(connection, connection->error().value_or(error));
    }
}

void BlobFetch::failed(SegmentConnection *connection, const Error &error)
{
    const bool leftOrigin = connection->stream().leftOrigin();
    const bool gotBytes = connection->gotBytes();
    const QUrl address = connection->stream().url();
    m_lastFailure = errorKindName(error.kind);
    m_plan.giveBack(connection->left());
    close(connection);
    // A signed link lives for minutes, and storage hosts have their own words for one that is over:
    // the Hub is asked for a new one.
    const bool refused = error.httpStatus >= 400 && error.httpStatus < 500
        && error.httpStatus != 408 && error.httpStatus != 416 && error.httpStatus != 429;
    if (refused && leftOrigin) {
        if (m_link == address)
            m_link.clear();
        if (!m_connections.empty()) {
            m_tuner.refused(static_cast<int>(m_connections.size()));
            return pauseOpening(error);
        }
        if (m_expiredLinks++ < kMaxExpiredLinks) {
            m_answered = false;
            return fill();
        }
    }
    // The file has these bytes. What is there is only given up for a server that insists.
    const bool noSuchRange = error.httpStatus == 416 && !m_noRanges;
    if (noSuchRange && ++m_restarts > kMaxRestarts) {
        closeAll();
        m_noRanges = true;
        startAgain();
        return fill();
    }
    const bool brokenReply = noSuchRange
        || (error.kind == ErrorKind::Protocol
            && (error.httpStatus == 0 || (error.httpStatus >= 200 && error.httpStatus < 300)));
    if ((!error.isTransient() || error.kind == ErrorKind::Offline) && !brokenReply)
        return fail(error);
    if (m_connections.empty())
        return retryLater(error);
    // The others go on.
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first()
                                 << "lost a connection:" << error.message;
    if (error.httpStatus == 429 || error.httpStatus == 503)
        m_tuner.refused(static_cast<int>(m_connections.size()));
    if (!gotBytes || error.retryAfter > 0)
        return pauseOpening(error);
    fill();
}

//! No further connection for a moment, or for as long as the server asks.
void BlobFetch::pauseOpening(const Error &error)
{
    const std::chrono::milliseconds wait = error.retryAfter > 0
        ? std::chrono::seconds(error.retryAfter + 1)
        : m_context.session->config().retryDelay;
    m_openAgain = QDeadlineTimer(wait);
}

void BlobFetch::retryLater(const Error &error)
{
    const auto wait = m_retries.next(error);
    if (!wait)
        return fail(error);
    const int seconds = static_cast<int>((wait->count() + 999) / 1000);
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first() << "tries again in"
                                 << wait->count() << "ms:" << error.message;
    // Whatever the address was: the Hub may know a better one by then.
    m_link.clear();
    m_answered = false;
    m_silence.clear();
    setState(TransferState::Running,
             error.kind == ErrorKind::RateLimited
                 ? TransferTexts::waitsForRateLimit(seconds)
                 : TransferTexts::waitsAfterError(error.message, seconds));
    m_retryTimer.start(*wait);
}

void BlobFetch::tick()
{
    m_tuner.look(m_clock.elapsed(), m_arrived, static_cast<int>(m_connections.size()));
    for (SegmentConnection *connection : std::vector(m_connections)) {
        if (std::ranges::contains(m_connections, connection))
            pump(connection);
    }
    fill();
    if (!m_ending)
        announceSilence();
}

//! Says why nothing moves, when nothing moves.
void BlobFetch::announceSilence()
{
    if (m_retryTimer.isActive())
        return; // what it waits for is said already
    QString text;
    if (!m_connections.empty()) {
        const auto *quietest =
            *std::ranges::min_element(m_connections, {}, [](const auto *connection) {
                return connection->stream().silence();
            });
        if (quietest->stream().silence() >= kNoticeSilence)
            text = quietest->describe({}).note;
    }
    if (text == m_silence)
        return;
    m_silence = text;
    setState(TransferState::Running, text);
}

std::vector<TransferConnection> BlobFetch::connections() const
{
    std::vector<TransferConnection> result;
    result.reserve(m_connections.size());
    for (const SegmentConnection *connection : m_connections)
        result.push_back(connection->describe(m_spec.paths.first()));
    return result;
}

} // namespace hubdesk
