// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobfetch.h"

#include "core/cache/filehash.h"
#include "core/log/categories.h"
#include "core/transfer/blobelsewhere.h"
#include "core/transfer/segmentconnection.h"
#include "core/transfer/transfertexts.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr std::chrono::milliseconds kTick{100};

} // namespace

BlobFetch::BlobFetch(BlobSpec spec, FetchContext context, Counters counters, Handler handler,
                     QObject *parent)
    : QObject(parent),
      m_spec(std::move(spec)),
      m_context(std::move(context)),
      m_counters(counters),
      m_handler(std::move(handler)),
      m_segmented(m_spec.size > m_context.tuning.segmentsAbove),
      m_strand(std::make_shared<Strand>(m_context.pool)),
      m_workspace(std::make_unique<BlobWorkspace>(m_context.writer, m_spec, &m_stopping)),
      m_plan(0, {}),
      m_tuner(m_segmented ? m_context.tuning.connectionsPerFile : 1,
              m_context.tuning.firstConnections),
      m_sources(m_context.session->config().endpoint,
                m_spec.isPublic ? m_context.tuning.mirrors : std::vector<QUrl>(), m_context.mirrors,
                m_context.session->config().retryDelay),
      m_retries(m_context.session->config().retryDelay, m_context.tuning.retries)
{
    m_clock.start();
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, [this] {
        m_sources.wake();
        setState(TransferState::Running);
        fill();
    });
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &BlobFetch::tick);
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
        const auto found = m_workspace->open(m_segmented);
        QStringList elsewhere;
        if (found && *found == BlobWorkspace::Found::Partial)
            elsewhere = findBlobElsewhere(m_context.writer.layout(), m_spec);
        m_context.mailbox->post([this, found, elsewhere] {
            if (found && *found == BlobWorkspace::Found::Partial && !elsewhere.isEmpty()
                && !m_stopping)
                return adopt(elsewhere);
            opened(found);
        });
    });
}

void BlobFetch::adopt(const QStringList &sources)
{
    setState(TransferState::Hashing);
    run([this, sources] {
        // Whoever left it there may have damaged it since: nothing is published unread.
        Result<bool> taken = false;
        for (const QString &source : sources) {
            if (m_stopping || !taken || *taken)
                break;
            const auto hash = hashOfFile(source, *Hasher::kindOf(m_spec.etag),
                                         [this](qint64) { return !m_stopping; });
            if (hash && *hash == m_spec.etag)
                taken = m_workspace->adopt(source);
            else if (hash)
                rememberDamaged(source);
        }
        m_context.mailbox->post([this, taken] {
            if (!taken)
                return end(Outcome::Failed, named(taken.error()));
            if (!*taken) // the ordinary way, with whatever is there
                return opened(BlobWorkspace::Found::Partial);
            qCInfo(lcTransfer).noquote()
                << m_spec.repo.id << m_spec.paths.first() << "was already in the cache elsewhere";
            m_counters.received->store(m_spec.size);
            end(Outcome::Present);
        });
    });
}

void BlobFetch::opened(const Result<BlobWorkspace::Found> &found)
{
    if (m_stopping)
        return end(Outcome::Stopped);
    if (!found)
        return end(Outcome::Failed, named(found.error()));
    switch (*found) {
    case BlobWorkspace::Found::Busy:
        return end(Outcome::Busy);
    case BlobWorkspace::Found::Present:
        m_counters.received->store(m_spec.size);
        return end(Outcome::Present);
    case BlobWorkspace::Found::Partial:
        break;
    }
    HashFollower::Handler handler;
    handler.advanced = [this] {
        m_hash->follow(m_present);
        checkComplete();
    };
    handler.damaged = [this](ByteRange range) { damaged(range); };
    handler.failed = [this](const Error &error) { fail(error); };
    m_hash = std::make_unique<HashFollower>(m_context, &m_workspace->partial(),
                                            *Hasher::kindOf(m_spec.etag), m_spec.size,
                                            std::move(handler));
    begin();
}

void BlobFetch::begin()
{
    // Nothing runs on the strand now.
    const auto &found = m_workspace->partial().found();
    for (const RangeJournal::Block &block : found) {
        m_present.add(block.range);
        if (!block.checked)
            m_unchecked.add(block.range);
    }
    m_hash->expect(found);
    run([this] { m_workspace->forgetFound(); });
    m_plan = SegmentPlan(m_spec.size, m_present);
    m_counters.received->store(m_present.total());
    m_counters.dirty->store(true);
    if (!m_present.isEmpty()) {
        qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first() << "goes on with"
                                     << m_present.total() << "of" << m_spec.size << "bytes";
    }
    // Reading what an earlier run left goes on beside the network, unless there is nothing else to
    // do.
    setState(m_plan.freeBytes() > 0 ? TransferState::Running : TransferState::Hashing);
    m_hash->follow(m_present);
    m_tick.start();
    fill();
    checkComplete();
}

void BlobFetch::write(SegmentConnection *connection, QByteArray data)
{
    m_retries.reset();
    m_sources.gotBytes(connection->source);
    m_endpointWorks = m_endpointWorks || connection->source == BlobSources::kEndpoint;
    m_arrived += data.size();
    m_counters.fetched->fetch_add(data.size());
    ++m_writing;
    ++connection->writing;
    const qint64 offset = connection->position() - data.size();
    run([this, data = std::move(data), offset, generation = m_generation,
         compares = m_comparing != Comparing::Nothing, source = connection->source,
         from = QPointer<SegmentConnection>(connection)] {
        const bool differs = compares && m_workspace->differs(offset, data).value_or(true);
        const auto result =
            compares && !differs ? Result<void>() : m_workspace->write(offset, data);
        m_context.mailbox->post(
            [this, data, offset, generation, from, result, compares, differs, source] {
                --m_writing;
                if (from)
                    --from->writing;
                if (m_ending)
                    return;
                const ByteRange range{offset, offset + data.size()};
                if (generation == m_generation && compares && result)
                    compared(range, differs, source);
                else if (generation == m_generation)
                    written(range, data, result, source);
                if (from && !m_ending)
                    pump(from);
                checkComplete();
            });
    });
}

void BlobFetch::written(ByteRange range, const QByteArray &data, const Result<void> &result,
                        size_t source)
{
    if (!result)
        return fail(result.error());
    m_present.add(range);
    m_sources.wrote(source, range);
    m_unchecked.remove(range);
    if (source == BlobSources::kEndpoint)
        m_restarts = 0;
    m_counters.received->store(m_present.total());
    m_counters.dirty->store(true);
    m_hash->written(range.begin, data);
    m_hash->follow(m_present);
}

//! Nothing that is there counts any more.
void BlobFetch::startAgain()
{
    ++m_generation;
    m_comparing = Comparing::Nothing;
    m_compared.clear();
    m_sources.forgetBytes();
    m_present.clear();
    m_unchecked.clear();
    m_plan = SegmentPlan(m_spec.size, m_present);
    m_hash->reset();
    m_counters.received->store(0);
    m_counters.dirty->store(true);
    run([this] {
        if (const auto cleared = m_workspace->clear(); !cleared)
            m_context.mailbox->post([this, error = cleared.error()] { fail(error); });
    });
}

void BlobFetch::damaged(ByteRange range)
{
    qCWarning(lcTransfer).noquote()
        << m_spec.repo.id << m_spec.paths.first() << "was damaged on the disk from byte"
        << range.begin << "to" << range.end << ": fetched again";
    m_present.remove(range);
    m_sources.forgetBytes(range);
    m_plan.giveBack(range);
    m_counters.received->store(m_present.total());
    m_counters.dirty->store(true);
    setState(TransferState::Running);
    fill();
}

void BlobFetch::checkComplete()
{
    if (m_ending || m_publishing || m_comparing != Comparing::Nothing || !m_hash || m_writing > 0
        || m_present.total() != m_spec.size)
        return;
    if (!m_hash->isAt(m_spec.size)) {
        if (m_connections.empty())
            setState(TransferState::Verifying);
        return;
    }
    m_publishing = true;
    closeAll();
    m_tick.stop();
    setState(TransferState::Verifying);
    m_hash->result([this](const QString &hash) {
        // A mirror's fault costs none of the attempts.
        run([this, hash, keep = m_canMend || m_sources.suspect().has_value()] {
            const auto result = m_workspace->publish(hash, keep);
            if (result && m_context.marks && m_spec.localFolder.isEmpty())
                m_context.marks->mark(m_context.writer.layout().blob(m_spec.repo, m_spec.etag),
                                      m_spec.etag);
            m_context.mailbox->post([this, result] { published(result); });
        });
    });
}

void BlobFetch::published(const Result<void> &result)
{
    if (result) {
        dropGuiltyMirrors();
        return end(Outcome::Fetched);
    }
    m_publishing = false;
    if (m_stopping)
        return end(Outcome::Stopped);
    if (result.error().kind != ErrorKind::Integrity || (!m_canMend && !m_sources.suspect())) {
        m_counters.received->store(0);
        m_counters.dirty->store(true);
        return end(Outcome::Failed, named(result.error()));
    }
    m_wrongHash = result.error();
    setState(TransferState::Running);
    mend();
}

void BlobFetch::stop()
{
    m_stopping = true;
    if (!m_hash || m_publishing || m_ending)
        return; // opening and publishing finish, and notice the flag
    end(Outcome::Stopped);
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
    closeAll();
    Error error;
    error.kind = ErrorKind::Integrity;
    error.message = TransferTexts::changed(m_spec.paths.first());
    error.requestId = m_requestId;
    end(Outcome::Changed, error);
}

void BlobFetch::fail(const Error &error)
{
    closeAll();
    end(Outcome::Failed, named(error));
}

void BlobFetch::end(Outcome outcome, const Error &error)
{
    if (std::exchange(m_ending, true))
        return;
    closeAll();
    m_retryTimer.stop();
    m_tick.stop();
    // Behind everything that is still on the strands: afterwards nothing refers to this object.
    auto close = [this, outcome, error] {
        m_workspace->close();
        m_context.mailbox->post([this, outcome, error] { m_handler.ended(outcome, error); });
    };
    if (!m_hash)
        return run(std::move(close));
    m_hash->stop();
    m_hash->whenIdle([this, close] { run(close); });
}

} // namespace hubdesk
