// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! What BlobFetch does when a connection, the endpoint or a mirror fails: whom it asks next, and
//! when nobody is left.

#include "core/log/categories.h"
#include "core/transfer/blobfetch.h"
#include "core/transfer/segmentconnection.h"
#include "core/transfer/transfertexts.h"

#include <algorithm>
#include <limits>

namespace hubdesk {

namespace {

constexpr int kMaxRestarts = 3;
constexpr auto kMirrorsChance = std::chrono::seconds(2); // to show what it can do
constexpr double kMirrorsEnd = 3; // seconds that the end of a file may take a mirror longer
constexpr double kMuchFaster = 4;

} // namespace

void BlobFetch::badReply(SegmentConnection *connection, const QString &message, int status)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.httpStatus = status;
    error.message = message;
    error.requestId = connection->stream().requestId();
    failed(connection, error);
}

void BlobFetch::failed(SegmentConnection *connection, const Error &error)
{
    const size_t source = connection->source;
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
    if (source != BlobSources::kEndpoint)
        return mirrorFailed(source, error, refused && leftOrigin, address);
    if (refused && leftOrigin) {
        m_sources.dropLink(source, address);
        if (connectionsTo(source) > 0) {
            m_tuner.refused(static_cast<int>(m_connections.size()));
            return pauseOpening(error);
        }
        if (m_sources.mayAskForLink(source)) {
            m_sources.forgetAnswer(source);
            return fill();
        }
    }
    // The file has these bytes. What is there is only given up for a server that insists.
    const bool noSuchRange = error.httpStatus == 416 && !m_noRanges;
    if (noSuchRange && ++m_restarts > kMaxRestarts) {
        if (choice() == BlobSources::Choice::All && m_sources.isAnyMirrorReady(now())) {
            m_sources.setAside(source);
            m_endpointError = error;
            return goOn();
        }
        closeAll();
        m_noRanges = true;
        startAgain();
        return fill();
    }
    const bool brokenReply = noSuchRange
        || (error.kind == ErrorKind::Protocol
            && (error.httpStatus == 0 || (error.httpStatus >= 200 && error.httpStatus < 300)));
    if ((!error.isTransient() || error.kind == ErrorKind::Offline) && !brokenReply) {
        // Who says no may have closed the repo, whose names are then nobody's business: mirrors are
        // only asked for a file that is not there, or that the storage behind does not hand out.
        if (error.kind == ErrorKind::Offline || m_sources.count() == 1
            || (!leftOrigin && !error.isEntryNotFound()))
            return fail(error);
        // Somebody else may have the rest. If not, this is what went wrong.
        m_endpointRefuses = true;
        m_sources.setAside(source);
        m_endpointError = error;
        return goOn();
    }
    if (connectionsTo(source) == 0)
        return endpointFailed(error);
    // The others go on.
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first()
                                 << "lost a connection:" << error.message;
    if (error.httpStatus == 429 || error.httpStatus == 503)
        m_tuner.refused(static_cast<int>(m_connections.size()));
    if (!gotBytes || error.retryAfter > 0)
        return pauseOpening(error);
    fill();
}

//! A mirror is not worth waiting for, as long as anybody else has the bytes.
void BlobFetch::mirrorFailed(size_t source, const Error &error, bool wasLink, const QUrl &address)
{
    if (wasLink) {
        m_sources.dropLink(source, address);
        if (connectionsTo(source) > 0) {
            m_sources.pause(source, now() + m_context.session->config().retryDelay);
            return goOn();
        }
        if (m_sources.mayAskForLink(source)) {
            m_sources.forgetAnswer(source);
            return goOn();
        }
    }
    const bool passes = error.isTransient();
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first()
                                 << "leaves out the mirror" << m_sources.url(source).host()
                                 << (passes ? "for a while:" : "for this file:") << error.message;
    if (passes)
        m_sources.rest(source, error, now());
    else
        m_sources.setAside(source);
    goOn();
}

//! No connection to the endpoint is left, and there will be none for a moment.
void BlobFetch::endpointFailed(const Error &error)
{
    m_endpointError = error;
    if (!m_retries.next(error)) {
        m_endpointRefuses = true;
        m_sources.setAside(BlobSources::kEndpoint);
    } else if (!m_sources.isSetAside(BlobSources::kEndpoint)) {
        // Whatever the address was: the Hub may know a better one by then.
        m_sources.rest(BlobSources::kEndpoint, error, now());
        qCInfo(lcTransfer).noquote()
            << m_spec.repo.id << m_spec.paths.first() << "tries again in"
            << m_sources.restLeft(BlobSources::kEndpoint, now()).count() << "ms:" << error.message;
    }
    goOn();
}

//! No further connection to the endpoint for a moment, or for as long as it asks.
void BlobFetch::pauseOpening(const Error &error)
{
    const std::chrono::milliseconds wait = error.retryAfter > 0
        ? std::chrono::seconds(error.retryAfter + 1)
        : m_context.session->config().retryDelay;
    m_sources.pause(BlobSources::kEndpoint, now() + wait, error.retryAfter > 0);
}

//! With whoever is left.
void BlobFetch::goOn()
{
    fill();
    if (m_connections.empty() && !m_ending && !m_stopping && !m_publishing
        && !m_retryTimer.isActive() && m_plan.freeBytes() > 0)
        waitForEndpoint();
}

//! Nobody can be asked now: what becomes of the file is the endpoint's matter.
void BlobFetch::waitForEndpoint()
{
    const auto endpoint = BlobSources::kEndpoint;
    if (m_sources.bringSlowBack())
        return goOn();
    if (m_endpointRefuses)
        return fail(*m_endpointError);
    if (m_sources.isSetAside(endpoint)) {
        // Others were better. There are none any more.
        m_sources.bringBack(endpoint);
        return goOn();
    }
    if (!m_endpointError)
        return; // not its time yet
    const auto wait = m_sources.restLeft(endpoint, now());
    const int seconds = static_cast<int>((wait.count() + 999) / 1000);
    m_silence.clear();
    setState(TransferState::Running,
             m_endpointError->kind == ErrorKind::RateLimited
                 ? TransferTexts::waitsForRateLimit(seconds)
                 : TransferTexts::waitsAfterError(m_endpointError->message, seconds));
    m_retryTimer.start(wait);
}

//! Closes what is open to mirrors that another file has found out about, and what would make the
//! end of this one wait for a slow mirror.
void BlobFetch::leaveBadMirrors()
{
    if (m_sources.count() == 1)
        return;
    double fastest = 0;
    for (size_t i = 0; i < m_sources.count(); ++i) {
        // Who has rested may still be down: only those count who have answered since.
        if (!m_sources.isReady(i, now()) || !m_sources.hasAnswered(i))
            continue;
        // Of one that was done before its speed could be taken, much is to be expected.
        const bool wasTooFast = m_sources.speed(i) <= 0 && connectionsTo(i) == 0;
        fastest = wasTooFast ? std::numeric_limits<double>::infinity()
                             : std::max(fastest, m_sources.speed(i));
    }
    const bool isEnd = m_plan.freeBytes() == 0;
    for (SegmentConnection *connection : std::vector(m_connections)) {
        const size_t source = connection->source;
        if (source == BlobSources::kEndpoint)
            continue;
        const double speed = std::max(connection->speed(), 1.0);
        const bool isSlow = isEnd && connection->age() >= kMirrorsChance
            && static_cast<double>(connection->left().size()) / speed > kMirrorsEnd
            && fastest > kMuchFaster * speed && !connection->isHeldUp();
        if (!m_sources.isDropped(source) && !isSlow)
            continue;
        m_plan.giveBack(connection->left());
        close(connection);
        if (isSlow)
            m_sources.leaveSlow(source);
    }
}

} // namespace hubdesk
