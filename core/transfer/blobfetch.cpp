// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobfetch.h"

#include "core/hub/filemetadata.h"
#include "core/log/categories.h"
#include "core/net/httpstream.h"
#include "core/transfer/blobworkspace.h"
#include "core/transfer/contentrange.h"
#include "core/transfer/hasher.h"
#include "core/transfer/transfertexts.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kBlocksInFlight = 2; // one being written, one ready
constexpr qint64 kBlock = 1024 * 1024; // bytes
constexpr int kMaxExpiredLinks = 3; // in a row without progress
constexpr int kMaxRestarts = 3;

} // namespace

BlobFetch::BlobFetch(BlobSpec spec, FetchContext context, Counters counters, Handler handler,
                     QObject *parent)
    : QObject(parent),
      m_spec(std::move(spec)),
      m_context(std::move(context)),
      m_counters(counters),
      m_handler(std::move(handler)),
      m_strand(std::make_shared<Strand>(m_context.pool)),
      m_workspace(std::make_unique<BlobWorkspace>(m_context.writer, m_spec)),
      m_retries(m_context.session->config().retryDelay)
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &BlobFetch::request);
}

BlobFetch::~BlobFetch() = default;

void BlobFetch::run(std::function<void()> task)
{
    m_strand->run(std::move(task));
}

void BlobFetch::setState(TransferState state, const QString &waitReason)
{
    m_handler.stateChanged(state, waitReason);
}

void BlobFetch::start()
{
    // No state yet: a look at a lock that somebody else holds is nothing to announce.
    run([this] {
        const auto found = m_workspace->open();
        m_context.mailbox->post([this, found] {
            opened(found ? Result<int>(static_cast<int>(*found)) : std::unexpected(found.error()));
        });
    });
}

void BlobFetch::opened(const Result<int> &found)
{
    if (!found)
        return end(Outcome::Failed, named(found.error()));
    if (m_stopping)
        return end(Outcome::Stopped);
    switch (static_cast<BlobWorkspace::Found>(*found)) {
    case BlobWorkspace::Found::Busy:
        return end(Outcome::Busy);
    case BlobWorkspace::Found::Present:
        m_counters.received->store(m_spec.size);
        return end(Outcome::Present);
    case BlobWorkspace::Found::Partial:
        break;
    }
    m_offset = m_workspace->size();
    m_counters.received->store(m_offset);
    m_counters.dirty->store(true);
    m_resumed = m_offset > 0;
    if (m_resumed)
        return hashFound();
    if (m_spec.size == 0)
        return publish();
    request();
}

void BlobFetch::hashFound()
{
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first() << "goes on at byte"
                                 << m_offset << "of" << m_spec.size;
    setState(TransferState::Hashing);
    run([this] {
        const auto hashed = m_workspace->hashFound([this](qint64) { return !m_stopping; });
        m_context.mailbox->post([this, hashed] {
            if (m_stopping)
                return end(Outcome::Stopped);
            if (!hashed)
                return end(Outcome::Failed, named(hashed.error()));
            if (m_offset == m_spec.size)
                return publish();
            request();
        });
    });
}

void BlobFetch::request()
{
    if (m_ending)
        return;
    setState(TransferState::Running);
    m_streamDone = false;
    m_streamError.reset();
    const ClientConfig &config = m_context.session->config();
    m_stream = new HttpStream(m_context.session->bulk(), config, this);
    m_stream->setTimeouts({config.downloadTimeout, config.downloadTimeout, config.downloadTimeout});
    connect(m_stream, &HttpStream::redirected, this, &BlobFetch::onRedirected);
    connect(m_stream, &HttpStream::headersReceived, this, &BlobFetch::onHeaders);
    connect(m_stream, &HttpStream::readyRead, this, &BlobFetch::pump);
    connect(m_stream, &HttpStream::finished, this, &BlobFetch::onStreamFinished);
    const QByteArray path = resolvePath(m_spec.repo, m_spec.commit, m_spec.paths.first());
    m_stream->start(m_context.session->client()->url(path), m_offset);
}

bool BlobFetch::describesOurBlob(const QHttpHeaders &headers, bool redirect) const
{
    const auto text = [&headers](QByteArrayView name) {
        return QString::fromLatin1(headers.value(name));
    };
    const QString commit = text("x-repo-commit");
    if (!commit.isEmpty() && commit != m_spec.commit)
        return false;
    // The ETag of a storage host is another hash: only the Hub's own words count.
    QString etag = normalizedEtag(text("x-linked-etag"));
    if (etag.isEmpty() && !redirect)
        etag = normalizedEtag(text("etag"));
    if (Hasher::kindOf(etag) && etag != m_spec.etag)
        return false;
    bool isNumber = false;
    const qint64 size = text("x-linked-size").toLongLong(&isNumber);
    return !isNumber || size == m_spec.size;
}

void BlobFetch::onRedirected(const QHttpHeaders &headers, bool absolute)
{
    // The headers of a relative step say nothing (reference: files 1.8).
    if (absolute && !m_stream->leftOrigin() && !describesOurBlob(headers, true)) {
        changedUpstream();
    }
}

void BlobFetch::onHeaders(int status, const QHttpHeaders &headers)
{
    if (!m_stream->leftOrigin() && !describesOurBlob(headers, false)) {
        return changedUpstream();
    }
    if (status == 206) {
        const auto range = ContentRange::parse(headers.value("content-range"));
        if (!range || range->first != m_offset) {
            dropStream();
            Error error;
            error.kind = ErrorKind::Protocol;
            error.httpStatus = status;
            error.message = TransferTexts::wrongRange(m_spec.paths.first());
            return retryLater(error);
        }
        if (range->total >= 0 && range->total != m_spec.size) {
            return changedUpstream();
        }
        return;
    }
    bool isNumber = false;
    const qint64 length = headers.value("content-length").toLongLong(&isNumber);
    if (isNumber && length != m_spec.size && !headers.contains("content-encoding")) {
        dropStream();
        Error error;
        error.kind = ErrorKind::Protocol;
        error.httpStatus = status;
        error.message = TransferTexts::wrongLength(m_spec.paths.first(), m_spec.size, length);
        return retryLater(error);
    }
    if (m_offset > 0) {
        // The server sends all of it: a whole file is not appended to a part.
        qCInfo(lcTransfer).noquote()
            << m_spec.repo.id << m_spec.paths.first() << "starts again: the server does not resume";
        restart();
    }
}

void BlobFetch::restart()
{
    m_offset = 0;
    m_resumed = false;
    m_counters.received->store(0);
    m_counters.dirty->store(true);
    run([this] {
        if (const auto cleared = m_workspace->restart(); !cleared) {
            m_context.mailbox->post(
                [this, error = cleared.error()] { end(Outcome::Failed, named(error)); });
        }
    });
}

void BlobFetch::pump()
{
    while (!m_ending && m_stream && m_writing < kBlocksInFlight) {
        QByteArray data = m_stream->read(kBlock);
        if (data.isEmpty())
            break;
        write(std::move(data));
    }
    if (!m_ending && m_streamDone && m_writing == 0
        && (!m_stream || m_stream->bytesAvailable() == 0))
        drained();
}

void BlobFetch::write(QByteArray data)
{
    m_retries.reset();
    m_expiredLinks = 0;
    m_offset += data.size();
    m_counters.fetched->fetch_add(data.size());
    ++m_writing;
    run([this, data = std::move(data)] {
        const auto written = m_workspace->append(data);
        m_counters.received->store(m_workspace->size());
        m_counters.dirty->store(true);
        m_context.mailbox->post([this, written] {
            --m_writing;
            if (!written)
                return end(Outcome::Failed, named(written.error()));
            pump();
        });
    });
}

void BlobFetch::onStreamFinished(const std::optional<Error> &error)
{
    m_streamDone = true;
    m_streamError = error;
    m_leftOrigin = m_stream->leftOrigin();
    pump();
}

void BlobFetch::drained()
{
    dropStream();
    m_streamDone = false;
    if (m_streamError)
        return streamFailed(*std::exchange(m_streamError, std::nullopt));
    if (m_offset == m_spec.size)
        return publish();
    Error error;
    error.kind = ErrorKind::Network;
    error.message = TransferTexts::tooShort(m_spec.paths.first(), m_spec.size, m_offset);
    streamFailed(error);
}

void BlobFetch::streamFailed(const Error &error)
{
    if (m_offset == m_spec.size && m_spec.size > 0 && error.httpStatus == 0)
        return publish(); // it broke after the last byte
    if (error.httpStatus == 416 && m_offset > 0 && m_restarts++ < kMaxRestarts) {
        restart();
        return request();
    }
    // A signed link lives for minutes: ask the Hub for a new one.
    const bool expired =
        error.httpStatus == 401 || error.httpStatus == 403 || error.httpStatus == 410;
    if (expired && m_leftOrigin && m_expiredLinks++ < kMaxExpiredLinks)
        return request();
    const bool brokenReply = error.kind == ErrorKind::Protocol && error.httpStatus == 0;
    if ((error.isTransient() && error.kind != ErrorKind::Offline) || brokenReply)
        return retryLater(error);
    end(Outcome::Failed, named(error));
}

void BlobFetch::retryLater(const Error &error)
{
    const auto wait = m_retries.next(error);
    if (!wait)
        return end(Outcome::Failed, named(error));
    const int seconds = static_cast<int>((wait->count() + 999) / 1000);
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first() << "tries again in"
                                 << wait->count() << "ms:" << error.message;
    setState(TransferState::Running,
             error.kind == ErrorKind::RateLimited
                 ? TransferTexts::waitsForRateLimit(seconds)
                 : TransferTexts::waitsAfterError(error.message, seconds));
    m_retryTimer.start(*wait);
}

void BlobFetch::publish()
{
    if (m_ending)
        return;
    setState(TransferState::Verifying);
    run([this] {
        const auto result = m_workspace->publish();
        m_context.mailbox->post([this, result] { published(result); });
    });
}

void BlobFetch::published(const Result<void> &result)
{
    if (result)
        return end(Outcome::Fetched);
    m_counters.received->store(0);
    m_counters.dirty->store(true);
    if (result.error().kind == ErrorKind::Integrity && m_resumed) {
        if (m_stopping)
            return end(Outcome::Stopped);
        // What another run or program left was no beginning of this file. Once more, all of it.
        restart();
        return request();
    }
    end(Outcome::Failed, named(result.error()));
}

void BlobFetch::stop()
{
    m_stopping = true;
    // Publishing and reading finish or notice the flag; the network stops here.
    if (m_stream || m_retryTimer.isActive()) {
        dropStream();
        end(Outcome::Stopped);
    }
}

void BlobFetch::dropStream()
{
    if (HttpStream *stream = std::exchange(m_stream, nullptr)) {
        m_requestId = stream->requestId();
        stream->disconnect(this);
        stream->abort();
        stream->deleteLater();
    }
}

Error BlobFetch::named(Error error) const
{
    error.message = TransferTexts::ofFile(m_spec.paths.first(), error.message);
    // A disk error has nothing to do with any request.
    if (error.requestId.isEmpty() && error.kind != ErrorKind::File)
        error.requestId = m_requestId;
    return error;
}

void BlobFetch::changedUpstream()
{
    dropStream();
    Error error;
    error.kind = ErrorKind::Integrity;
    error.message = TransferTexts::changed(m_spec.paths.first());
    error.requestId = m_requestId;
    end(Outcome::Changed, error);
}

void BlobFetch::end(Outcome outcome, const Error &error)
{
    if (std::exchange(m_ending, true))
        return;
    dropStream();
    m_retryTimer.stop();
    // Behind everything that is still on the strand: afterwards nothing refers to this object.
    run([this, outcome, error] {
        m_workspace->close();
        m_context.mailbox->post([this, outcome, error] { m_handler.ended(outcome, error); });
    });
}

} // namespace hubdesk
