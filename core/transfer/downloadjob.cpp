// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/downloadjob.h"

#include "core/cache/diskerror.h"
#include "core/log/categories.h"
#include "core/transfer/transfertexts.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr std::chrono::milliseconds kLockPoll{200};
constexpr std::chrono::milliseconds kShow{250};
constexpr int kMaxReplans = 2;

} // namespace

DownloadJob::DownloadJob(DownloadRequest request, FetchContext context, Handler handler,
                         QObject *parent)
    : QObject(parent),
      m_request(std::move(request)),
      m_context(std::move(context)),
      m_handler(std::move(handler))
{
    m_showTimer.setInterval(kShow);
    connect(&m_showTimer, &QTimer::timeout, this, &DownloadJob::showConnections);
    m_lockTimer.setSingleShot(true);
    m_lockTimer.setInterval(kLockPoll);
    connect(&m_lockTimer, &QTimer::timeout, this, [this] {
        for (const size_t blob : std::exchange(m_lockedBlobs, {}))
            (m_blobs[blob].spec.size <= kSmallFile ? m_smallBlobs : m_bigBlobs).push_front(blob);
        m_handler.slotsWanted();
    });
}

DownloadJob::~DownloadJob() = default;

void DownloadJob::start()
{
    plan();
}

void DownloadJob::plan()
{
    announce(TransferState::Preparing, {});
    DownloadPlanner::Handler handler;
    handler.waiting = [this](const QString &reason) { announce(TransferState::Preparing, reason); };
    handler.ended = [this](Result<FetchPlan> result) { onPlanned(std::move(result)); };
    m_planner = std::make_unique<DownloadPlanner>(m_request, m_context, m_handler.promised,
                                                  std::move(handler));
    m_planner->start();
}

void DownloadJob::onPlanned(Result<FetchPlan> plan)
{
    m_shortage = m_planner->shortage();
    m_planner.release()->deleteLater(); // it is calling us
    if (!plan) {
        if (!m_stopping)
            m_error = plan.error();
        return checkEnd();
    }
    m_plan = std::make_shared<const FetchPlan>(std::move(*plan));
    m_progress = std::make_shared<JobProgress>(*m_plan);
    m_planBytes = 0;
    for (const PlannedFile &file : m_plan->files)
        m_planBytes += file.size;
    m_blobs = missingBlobs(m_request, *m_plan);
    m_blobsLeft = m_blobs.size();
    for (size_t i = 0; i < m_blobs.size(); ++i)
        (m_blobs[i].spec.size <= kSmallFile ? m_smallBlobs : m_bigBlobs).push_back(i);
    prepareSmall();
    startArchive();
    m_handler.planned(m_plan, m_progress);
    m_showTimer.start();
    m_handler.slotsWanted();
    checkEnd();
}

bool DownloadJob::startNext(bool onlySmall)
{
    if (m_stopping || m_error || m_replanning)
        return false;
    const std::optional<size_t> small = nextSmall();
    if (small && (onlySmall || m_bigBlobs.empty() || *small < m_bigBlobs.front())) {
        // Small ones that are being looked at come in a moment, in their turn.
        if (startSmall())
            return true;
        if (!m_smallFiles || !m_smallFiles->isHeld())
            return false;
    }
    if (onlySmall || m_bigBlobs.empty())
        return false;
    startFetch(m_bigBlobs.front(), false);
    m_bigBlobs.pop_front();
    return true;
}

void DownloadJob::startFetch(size_t blob, bool isTrouble, const QString &earlierFailure)
{
    const quint64 id = ++m_lastFetch;
    BlobFetch::Handler handler;
    handler.stateChanged = [this, id](TransferState state, const QString &reason) {
        fetchStateChanged(id, state, reason);
    };
    handler.ended = [this, id](BlobFetch::Outcome outcome, const Error &error) {
        fetchEnded(id, outcome, error);
    };
    const size_t file = m_blobs[blob].files.front();
    const BlobFetch::Counters counters{&m_progress->files[file].received, &m_progress->fetched,
                                       &m_progress->dirty};
    auto fetch =
        std::make_unique<BlobFetch>(m_blobs[blob].spec, m_context, counters, std::move(handler));
    BlobFetch *started = fetch.get();
    m_fetches.emplace(id, Fetch{std::move(fetch), blob, TransferState::Queued, {}, isTrouble});
    m_progress->currentFile = static_cast<qint64>(file);
    if (!earlierFailure.isEmpty())
        started->setEarlierTry(earlierFailure);
    started->start();
}

qint64 DownloadJob::spaceNeededAtMost() const
{
    if (!m_plan || m_ended)
        return 0;
    // As of the last look, and without those that are there already.
    const qint64 inMemory = m_smallFiles ? m_smallFiles->bytesInMemory() : 0;
    const qint64 left = m_planBytes - m_progress->doneBytes() + inMemory;
    return left + (m_request.archive.isEmpty() ? 0 : m_planBytes);
}

void DownloadJob::addSpaceNeeds(SpaceNeeds &needs) const
{
    if (!m_plan || m_ended)
        return;
    qint64 packed = m_planBytes;
    for (size_t i = 0; i < m_plan->files.size(); ++i) {
        if (m_progress->files[i].state == TransferState::Finished)
            packed -= m_plan->files[i].size;
    }
    if (!m_request.archive.isEmpty())
        needs.push_back({QFileInfo(m_request.archive).path(), m_request.archive, packed});
    const bool toFolder = !m_request.localFolder.isEmpty();
    for (const PlannedBlob &blob : m_blobs) {
        // The first path has the counter of the content; the others of a folder are copies of it.
        const JobProgress::File &first = m_progress->files[blob.files.front()];
        if (first.state == TransferState::Finished)
            continue;
        for (const size_t file : blob.files) {
            const bool isFirst = file == blob.files.front();
            if (!isFirst && !toFolder)
                continue;
            SpaceNeed need = blobNeed(m_context.writer.layout(), m_request, m_plan->files[file]);
            // What m_smallFiles has of a blob is in memory.
            const bool isOnDisk = isFirst && !(m_smallFiles && m_smallFiles->holds(blob.spec.etag));
            need.bytes = blob.spec.size - (isOnDisk ? first.received.load() : 0);
            needs.push_back(need);
        }
    }
}

int DownloadJob::activeFetches() const
{
    const auto isActive = [](const auto &entry) {
        return entry.second.state != TransferState::Verifying;
    };
    return static_cast<int>(std::ranges::count_if(m_fetches, isActive))
        + (m_smallFiles ? m_smallFiles->requests() : 0);
}

int DownloadJob::activeLarge() const
{
    return static_cast<int>(std::ranges::count_if(m_fetches, [this](const auto &entry) {
        return entry.second.state != TransferState::Verifying
            && m_blobs[entry.second.blob].spec.size > kSmallFile;
    }));
}

bool DownloadJob::holdsLock(const QString &lockPath) const
{
    const CacheLayout &layout = m_context.writer.layout();
    const QString etag = QFileInfo(lockPath).completeBaseName();
    if (m_smallFiles && m_smallFiles->holds(etag) && layout.lock(m_request.repo, etag) == lockPath)
        return true;
    return std::ranges::any_of(m_fetches, [&](const auto &entry) {
        const BlobSpec &spec = entry.second.fetch->spec();
        return BlobWorkspace::lockPath(layout, spec) == lockPath;
    });
}

void DownloadJob::fetchStateChanged(quint64 id, TransferState state, const QString &waitReason)
{
    const auto it = m_fetches.find(id);
    if (it == m_fetches.end())
        return;
    it->second.state = state;
    it->second.waitReason = waitReason;
    setFileStates(it->second.blob, state);
    updateState();
    if (state == TransferState::Verifying)
        m_handler.slotsWanted();
}

void DownloadJob::setFileStates(size_t blob, TransferState state)
{
    for (const size_t file : m_blobs[blob].files)
        m_progress->files[file].state = state;
    m_progress->dirty = true;
}

void DownloadJob::blobDone(size_t blob, bool wasCached)
{
    for (const size_t file : m_blobs[blob].files) {
        m_progress->files[file].received = m_blobs[blob].spec.size;
        m_progress->files[file].wasCached = wasCached;
        archive(file);
    }
    setFileStates(blob, TransferState::Finished);
    m_cacheChanged = true;
    --m_blobsLeft;
}

void DownloadJob::fetchEnded(quint64 id, BlobFetch::Outcome outcome, const Error &error)
{
    const auto it = m_fetches.find(id);
    const size_t blob = it->second.blob;
    const bool isTrouble = it->second.isTrouble;
    const bool endpointWorks = it->second.fetch->hasEndpointBytes();
    it->second.fetch.release()->deleteLater(); // it is calling us
    m_fetches.erase(it);
    switch (outcome) {
    case BlobFetch::Outcome::Fetched:
    case BlobFetch::Outcome::Present:
        blobDone(blob, outcome == BlobFetch::Outcome::Present);
        break;
    case BlobFetch::Outcome::Busy:
        blobLocked(blob);
        break;
    case BlobFetch::Outcome::Changed:
        setFileStates(blob, TransferState::Queued);
        if (m_replans++ < kMaxReplans) {
            qCInfo(lcTransfer).noquote() << m_request.repo.id << m_blobs[blob].spec.paths.first()
                                         << "changed on the Hub: planning again";
            m_replanning = true;
        } else if (!m_error) {
            m_error = error;
        }
        stopFetches();
        break;
    case BlobFetch::Outcome::Stopped:
        setFileStates(blob, TransferState::Queued);
        break;
    case BlobFetch::Outcome::Failed:
        setFileStates(blob, TransferState::Failed);
        if (!m_error)
            m_error = error;
        stopFetches();
        break;
    }
    if (isTrouble && m_smallFiles)
        m_smallFiles->troubleEnded(blob, endpointWorks);
    updateState();
    m_handler.slotsWanted();
    checkEnd();
}

void DownloadJob::blobLocked(size_t blob)
{
    setFileStates(blob, TransferState::Queued);
    const QString lock = BlobWorkspace::lockPath(m_context.writer.layout(), m_blobs[blob].spec);
    m_lockReason = m_handler.isLockedByUs(lock) ? TransferTexts::waitsForOtherTransfer()
                                                : TransferTexts::waitsForLock();
    m_lockedBlobs.push_back(blob);
    if (!m_lockTimer.isActive())
        m_lockTimer.start();
}

void DownloadJob::stop()
{
    m_stopping = true;
    m_lockTimer.stop();
    if (m_planner)
        m_planner->stop();
    stopFetches();
    checkEnd();
}

void DownloadJob::stopFetches()
{
    for (const auto &[id, entry] : m_fetches)
        entry.fetch->stop();
    if (m_smallFiles)
        m_smallFiles->stop();
}

void DownloadJob::disconnectAll()
{
    if (m_planner)
        m_planner->disconnectAll();
    for (const auto &[id, entry] : m_fetches)
        entry.fetch->disconnectAll();
    if (m_smallFiles)
        m_smallFiles->disconnectAll();
}

void DownloadJob::reconnect()
{
    if (m_planner)
        m_planner->reconnect();
    for (const auto &[id, entry] : m_fetches)
        entry.fetch->reconnect();
    m_handler.slotsWanted();
}

void DownloadJob::showConnections()
{
    std::vector<TransferConnection> all;
    if (m_smallFiles)
        all = m_smallFiles->connections();
    for (const auto &[id, entry] : m_fetches) {
        auto some = entry.fetch->connections();
        all.insert(all.end(), std::make_move_iterator(some.begin()),
                   std::make_move_iterator(some.end()));
    }
    m_progress->setConnections(std::move(all));
    m_progress->addUp(*m_plan);
}

void DownloadJob::updateState()
{
    if (m_stopping || m_error || !m_plan)
        return;
    const auto any = [this](TransferState state) {
        return std::ranges::any_of(
            m_fetches, [state](const auto &entry) { return entry.second.state == state; });
    };
    const bool isFetching = m_smallFiles && m_smallFiles->requests() > 0;
    const bool isPublishing = m_smallFiles && m_smallFiles->isPublishing();
    if (m_fetches.empty() && !isFetching && !isPublishing) {
        // Between two files nothing is announced: the next one starts in a moment.
        if (!m_lockedBlobs.empty() && m_smallBlobs.empty() && m_bigBlobs.empty()
            && m_givenBack.empty() && (!m_smallFiles || m_smallFiles->isIdle()))
            announce(TransferState::Queued, m_lockReason);
        return;
    }
    // A reason is shown when nothing else is going on.
    QString reason;
    bool isMoving = false;
    for (const auto &[id, entry] : m_fetches) {
        if (entry.state == TransferState::Queued)
            continue;
        reason = entry.waitReason;
        isMoving = reason.isEmpty();
        if (isMoving)
            break;
    }
    if (!isMoving && m_smallFiles && m_smallFiles->isFetching())
        reason = m_smallFiles->silence();
    if (any(TransferState::Running) || isFetching)
        announce(TransferState::Running, reason);
    else if (any(TransferState::Hashing))
        announce(TransferState::Hashing, reason);
    else if ((any(TransferState::Verifying) || isPublishing) && m_bigBlobs.empty()
             && !nextSmall()) // no flicker between small files
        announce(TransferState::Verifying, reason);
}

void DownloadJob::noteNoSlot()
{
    const bool isSmallMoving = m_smallFiles
        && (m_smallFiles->isPreparing() || m_smallFiles->isPublishing()
            || m_smallFiles->requests() > 0);
    if (m_fetches.empty() && !isSmallMoving && m_state == TransferState::Preparing && m_plan
        && !m_stopping && !m_error && (nextSmall() || !m_bigBlobs.empty()))
        announce(TransferState::Queued, TransferTexts::waitsForSlot());
}

void DownloadJob::announce(TransferState state, const QString &waitReason)
{
    if (m_state == state && m_waitReason == waitReason)
        return;
    m_state = state;
    m_waitReason = waitReason;
    m_handler.stateChanged(state, waitReason);
}

void DownloadJob::checkEnd()
{
    if (m_ended || m_planner || !m_fetches.empty() || (m_smallFiles && !m_smallFiles->isIdle()))
        return;
    if (m_replanning && !m_stopping && !m_error) {
        m_replanning = false;
        forgetQueues();
        return plan();
    }
    const bool isFetched = m_plan && m_blobsLeft == 0;
    if (!isFetched && !m_stopping && !m_error)
        return;
    if (isFetched && !m_stopping && !m_error && !finishArchive())
        return;
    const bool isComplete = isFetched && (m_archives.empty() || m_isPacked);
    m_ended = true;
    m_showTimer.stop();
    if (m_progress)
        m_progress->setConnections({});
    m_lockTimer.stop();
    JobEnd end;
    end.cacheChanged = m_cacheChanged || m_plan;
    if (m_error) {
        end.kind = JobEnd::Kind::Failed;
        end.error = *m_error;
        end.shortage = m_shortage;
    } else if (!isComplete) {
        end.kind = JobEnd::Kind::Stopped;
    }
    this->end(end);
}

void DownloadJob::end(const JobEnd &end)
{
    if (m_archives.empty())
        return m_handler.ended(end);
    // Not before the last task that knows them.
    for (const auto &each : m_archives) {
        if (!m_isPacked || each != m_archives.back())
            each->discard();
        each->whenIdle([this, end] {
            if (++m_idleArchives == static_cast<int>(m_archives.size()))
                m_handler.ended(end);
        });
    }
}

} // namespace hubdesk
