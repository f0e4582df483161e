// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! The network half of BlobFetch: which connections there are, and what they are asked for.

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
constexpr int kMaxRestarts = 3;
constexpr qint64 kUnread = 64 * 1024; // bytes
constexpr double kWorthSharing = 0.2; // seconds: less is faster done than handed over
// On a fast line a connection that does not get the processor for a moment looks slow, and has sent
// on, before anybody could help, what would then be fetched twice.
constexpr qint64 kPatience = 300; // ms
constexpr auto kBegins = std::chrono::milliseconds(500); // nobody knows yet how fast it will be
constexpr auto kNoticeSilence = std::chrono::seconds(4);

} // namespace

std::vector<BlobSources::Load> BlobFetch::loads() const
{
    std::vector<BlobSources::Load> result;
    result.reserve(m_connections.size());
    for (const SegmentConnection *connection : m_connections)
        result.push_back({connection->source, connection->speed()});
    return result;
}

int BlobFetch::connectionsTo(size_t source) const
{
    return static_cast<int>(std::ranges::count(m_connections, source, &SegmentConnection::source));
}

BlobSources::Choice BlobFetch::choice() const
{
    // What a mirror sent is compared with the endpoint's content as long as that can be had, and
    // when everything is in doubt with nothing else. Whole files are only taken from it, too.
    const bool proves = m_comparing == Comparing::Everything
        || (m_comparing == Comparing::Mirror && m_sources.isReady(BlobSources::kEndpoint, now()));
    return proves || m_noRanges ? BlobSources::Choice::EndpointOnly : BlobSources::Choice::All;
}

//! What a further connection could do for those that are busy, when nothing else is left to do.
std::optional<SegmentPlan::Takeover> BlobFetch::takeover()
{
    if (!m_allTaken.isValid())
        m_allTaken.start();
    // What one connection has brought so far, on average.
    double leastSpeed = 0;
    if (!m_allTaken.hasExpired(kPatience)) {
        const double seconds = static_cast<double>(std::max<qint64>(m_clock.elapsed(), 1)) / 1000;
        leastSpeed = static_cast<double>(m_arrived) / seconds / m_tuner.wanted();
    }
    std::vector<SegmentPlan::Active> active;
    active.reserve(m_connections.size());
    for (const SegmentConnection *connection : m_connections) {
        // Of one that has bytes waiting, this program is the slow part: taking its end away would
        // only throw away what is on the way already.
        const bool waitsForUs =
            connection->stream().bytesAvailable() > kUnread || connection->isHeldUp();
        const bool begins = connection->speed() <= 0 && connection->age() < kBegins;
        active.push_back({waitsForUs || begins ? ByteRange{} : connection->left(),
                          std::max(connection->speed(), leastSpeed)});
    }
    return SegmentPlan::share(active, m_context.tuning.leastShare, kWorthSharing);
}

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
    if (!m_connections.empty() && m_noRanges)
        return false;
    const auto busy = loads();
    m_sources.measure(busy);
    const auto source = m_sources.next(busy, now(), choice());
    if (!source)
        return false;
    double speed = 0;
    for (const SegmentConnection *connection : m_connections) {
        if (connection->source == *source)
            speed = std::max(speed, connection->speed());
    }
    const qint64 length = !m_segmented || m_noRanges
        ? m_spec.size
        : SegmentPlan::lengthFor(speed, m_plan.freeBytes(), m_tuner.wanted());
    auto segment = m_plan.next(length);
    std::optional<SegmentPlan::Takeover> share;
    if (segment) {
        m_allTaken.invalidate();
    } else if (m_segmented && !m_noRanges) {
        share = takeover();
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
    open(*segment, *source);
    return true;
}

void BlobFetch::open(ByteRange segment, size_t source)
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
    connection->source = source;
    m_connections.push_back(connection);
    ClientConfig config = m_context.session->config();
    if (source != BlobSources::kEndpoint) {
        // A mirror is a Hub of its own that nobody has signed in to: what leads to it or away from
        // it, to the endpoint even, can carry no token, because there is none.
        config.endpoint = m_sources.url(source);
        config.forgetTokens();
    }
    if (source == BlobSources::kEndpoint)
        m_sources.askEndpoint(now(), config.downloadTimeout);
    const QUrl &link = m_sources.link(source);
    const QByteArray path = resolvePath(m_spec.repo, m_spec.commit, m_spec.paths.first());
    connection->setAttempt(++m_attempts, m_lastFailure);
    connection->start(m_context.session->bulk(), config,
                      link.isEmpty() ? urlBelow(m_sources.url(source), path) : link,
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
    m_sources.startOver();
    m_retryTimer.stop();
    m_retries.reset();
    m_silence.clear();
    setState(TransferState::Running);
    fill();
}

void BlobFetch::onRedirected(SegmentConnection *connection, const QHttpHeaders &headers,
                             bool absolute)
{
    // The headers of a relative step say nothing (reference: files 1.8).
    if (!absolute || connection->stream().leftOrigin() || describesBlob(m_spec, headers, true))
        return;
    m_requestId = connection->stream().requestId();
    if (connection->source == BlobSources::kEndpoint)
        changedUpstream();
    else
        badReply(connection, TransferTexts::otherContent(m_spec.paths.first()), 0);
}

void BlobFetch::onAnswered(SegmentConnection *connection, int status, const QHttpHeaders &headers)
{
    const HttpStream &stream = connection->stream();
    m_requestId = stream.requestId();
    const QString &path = m_spec.paths.first();
    const bool isEndpoint = connection->source == BlobSources::kEndpoint;
    const auto other = [&] {
        if (isEndpoint)
            changedUpstream();
        else
            badReply(connection, TransferTexts::otherContent(path), status);
    };
    if (!stream.leftOrigin() && !describesBlob(m_spec, headers, false))
        return other();
    switch (contentOf(status, headers, connection->position(), m_spec.size)) {
    case ReplyContent::WrongSize:
        return other();
    case ReplyContent::WrongRange:
        return badReply(connection, TransferTexts::wrongRange(path), status);
    case ReplyContent::WrongLength: {
        const qint64 length = headers.value("content-length").toLongLong();
        return badReply(connection, TransferTexts::wrongLength(path, m_spec.size, length), status);
    }
    case ReplyContent::WholeFile:
        return onWholeFile(connection);
    case ReplyContent::Range:
        m_sources.answered(connection->source, true);
        if (stream.leftOrigin())
            m_sources.setLink(connection->source, stream.url());
        fill();
    }
}

void BlobFetch::onWholeFile(SegmentConnection *connection)
{
    const size_t source = connection->source;
    m_sources.answered(source, false);
    if (connection->position() == 0 && connection->segment().end == m_spec.size)
        return; // what was asked for
    const QString message = TransferTexts::noRanges(m_spec.paths.first());
    if (source != BlobSources::kEndpoint)
        return badReply(connection, message, 0);
    // What is there already is only given up for a server that says it several times, and that has
    // the right size.
    if ((m_sources.hasSentRanges(source) || !m_present.isEmpty()) && m_restarts++ < kMaxRestarts)
        // It can do better: some machine on the way answered instead.
        return badReply(connection, message, 0);
    if (choice() == BlobSources::Choice::All && m_sources.isAnyMirrorSendingRanges(now())) {
        // Others send parts, so nothing has to be given up.
        m_sources.setAside(source);
        return badReply(connection, message, 0);
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
               && m_sources.hasSentRanges(connection->source)) {
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

void BlobFetch::tick()
{
    m_tuner.look(m_clock.elapsed(), m_arrived, static_cast<int>(m_connections.size()));
    for (SegmentConnection *connection : std::vector(m_connections)) {
        if (std::ranges::contains(m_connections, connection))
            pump(connection);
    }
    if (m_ending)
        return;
    leaveBadMirrors();
    if (m_retryTimer.isActive() && choice() == BlobSources::Choice::All
        && m_sources.isAnyMirrorReady(now())) {
        // A mirror is back before the endpoint, which goes on resting.
        m_retryTimer.stop();
        setState(TransferState::Running);
    }
    goOn();
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
