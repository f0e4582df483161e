// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferworker.h"

#include "core/cache/diskerror.h"
#include "core/transfer/blobworkspace.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <utility>

namespace hubdesk {

namespace {

// Flushing a small file costs the disk a few milliseconds, and many at once hardly more: files that
// are only published keep no slot, up to this many.
constexpr int kMaxOpen = 48;
constexpr int kPoolThreads = 16;
} // namespace

TransferWorker::TransferWorker(TransferWorkerListener *listener, std::shared_ptr<Mailbox> engineBox,
                               const QString &marksFolder)
    : m_listener(listener),
      m_engineBox(std::move(engineBox)),
      m_mailbox(std::make_shared<Mailbox>()),
      m_pool(kPoolThreads),
      m_marks(marksFolder)
{
    m_scheduleTimer.setSingleShot(true);
    m_scheduleTimer.setInterval(0);
    connect(&m_scheduleTimer, &QTimer::timeout, this, &TransferWorker::schedule);
    m_connections.setOnFree([this] { scheduleSoon(); });
}

TransferWorker::~TransferWorker()
{
    // Tasks of the pool use the fetches of the jobs, so they end first.
    for (const Job &entry : m_jobs)
        entry.job->stop();
    m_pool.waitForDone(-1);
    m_mailbox->close();
    m_jobs.clear();
}

void TransferWorker::tell(std::function<void(TransferWorkerListener *)> message)
{
    m_engineBox->post([listener = m_listener, message = std::move(message)] { message(listener); });
}

void TransferWorker::setParallelFiles(int count)
{
    m_parallelFiles = std::clamp(count, 1, 16);
    scheduleSoon();
}

void TransferWorker::setTuning(const TransferTuning &tuning)
{
    m_tuning = tuning;
    m_connections.setMost(tuning.connections);
}

std::shared_ptr<NetworkSession> TransferWorker::session(const ClientConfig &config)
{
    std::erase_if(m_sessions, [](const auto &known) { return known.expired(); });
    for (const auto &known : m_sessions) {
        auto session = known.lock();
        if (session && session->config() == config)
            return session;
    }
    auto made = std::make_shared<NetworkSession>(config);
    m_sessions.push_back(made);
    return made;
}

void TransferWorker::startJob(RunId run, const DownloadRequest &request, const ClientConfig &client,
                              const CacheWriter &writer)
{
    Job entry{run, std::make_shared<RateLimiter>(&m_downloadLimiter), nullptr, session(client)};
    DownloadJob::Handler handler;
    handler.planned = [this, run](const std::shared_ptr<const FetchPlan> &plan,
                                  const std::shared_ptr<JobProgress> &progress) {
        tell([run, plan, progress](TransferWorkerListener *listener) {
            listener->jobPlanned(run, plan, progress);
        });
    };
    handler.stateChanged = [this, run](TransferState state, const QString &reason) {
        tell([run, state, reason](TransferWorkerListener *listener) {
            listener->jobStateChanged(run, state, reason);
        });
    };
    handler.slotsWanted = [this] { scheduleSoon(); };
    handler.ended = [this, run](const JobEnd &end) { jobEnded(run, end); };
    handler.isLockedByUs = [this, run](const QString &lockPath) {
        return std::ranges::any_of(m_jobs, [&](const Job &other) {
            return other.run != run && other.job->holdsLock(lockPath);
        });
    };
    handler.promised.atMost = [this, run] {
        qint64 sum = 0;
        for (const Job &other : m_jobs)
            sum += other.run == run ? 0 : other.job->spaceNeededAtMost();
        return sum;
    };
    handler.promised.exactly = [this, run] {
        SpaceNeeds needs;
        for (const Job &other : m_jobs) {
            if (other.run != run)
                other.job->addSpaceNeeds(needs);
        }
        return needs;
    };
    const auto note = [this, run](const QString &text) {
        tell([run, text](TransferWorkerListener *listener) { listener->jobNoted(run, text); });
    };
    const FetchContext context{entry.session.get(), &m_pool,        m_mailbox, writer,
                               entry.limiter.get(), &m_connections, m_tuning,  &m_marks,
                               m_journalFolder,     &m_mirrors,     note};
    entry.job = std::make_unique<DownloadJob>(request, context, std::move(handler));
    DownloadJob *job = entry.job.get();
    m_jobs.push_back(std::move(entry));
    job->start();
}

void TransferWorker::stopJob(RunId run)
{
    const auto it = std::ranges::find(m_jobs, run, &Job::run);
    if (it != m_jobs.end())
        it->job->stop();
}

void TransferWorker::setDownloadLimit(qint64 bytesPerSecond)
{
    m_downloadLimiter.setRate(bytesPerSecond);
}

void TransferWorker::setUploadLimit(qint64 bytesPerSecond)
{
    m_uploadLimiter.setRate(bytesPerSecond);
}

void TransferWorker::setJobLimit(RunId run, qint64 bytesPerSecond)
{
    const auto it = std::ranges::find(m_jobs, run, &Job::run);
    if (it != m_jobs.end())
        it->limiter->setRate(bytesPerSecond);
}

void TransferWorker::reconnectAll()
{
    for (const Job &entry : m_jobs)
        entry.job->disconnectAll();
    // Idle connections may be just as dead.
    for (const auto &known : m_sessions) {
        if (const auto session = known.lock()) {
            session->bulk()->forgetConnections();
            session->client()->network()->clearConnectionCache();
        }
    }
    for (const Job &entry : m_jobs)
        entry.job->reconnect();
}

void TransferWorker::jobEnded(RunId run, const JobEnd &end)
{
    tell([run, end](TransferWorkerListener *listener) { listener->jobEnded(run, end); });
    // Later: the job is calling us, and its fetches go with deleteLater() before their session.
    QTimer::singleShot(0, this, [this, run] {
        const auto it = std::ranges::find(m_jobs, run, &Job::run);
        if (it == m_jobs.end())
            return;
        QTimer::singleShot(0, this, [session = it->session] { Q_UNUSED(session) });
        m_jobs.erase(it);
        scheduleSoon();
    });
}

void TransferWorker::removePartials(RunId run, const CacheLayout &layout,
                                    const std::vector<BlobSpec> &blobs)
{
    m_pool.run([this, run, layout, blobs] {
        hubdesk::removePartials(layout, blobs);
        tell([run](TransferWorkerListener *listener) { listener->partialsRemoved(run); });
    });
}

void TransferWorker::measureSpace(TransferId id, const QString &path, qint64 own)
{
    m_pool.run([this, id, path, own] {
        const qint64 available = availableBytes(path);
        const auto answer = [this, id, available](qint64 needed) {
            tell([id, available, needed](TransferWorkerListener *listener) {
                listener->spaceMeasured(id, available, needed);
            });
        };
        // What the others want is only added up when it matters: they may have many files.
        if (own <= 0 || available < own)
            return answer(own);
        m_mailbox->post([this, path, own, answer] {
            SpaceNeeds promised;
            for (const Job &entry : m_jobs)
                entry.job->addSpaceNeeds(promised);
            m_pool.run([path, own, answer, promised] {
                answer(volumeNeeds({{path, {}, own}}, promised, volumeId).front().bytes);
            });
        });
    });
}

void TransferWorker::scheduleSoon()
{
    if (!m_scheduleTimer.isActive())
        m_scheduleTimer.start();
}

void TransferWorker::schedule()
{
    // Small files overtake a big one instead of waiting for it, and many of them at once cost the
    // server and the way there no more than a big one over many connections. They take nothing from
    // the number of the big ones either, or one transfer of thousands would hold up all others. A
    // user who asked for one file at a time gets exactly that.
    const int hardCap =
        m_parallelFiles == 1 ? 1 : std::max(m_parallelFiles + 2, m_tuning.connections);
    int active = 0;
    int open = 0;
    for (const Job &entry : m_jobs) {
        active += entry.job->activeFetches();
        open += entry.job->openFetches();
    }
    const auto isFull = [this] {
        int large = 0;
        for (const Job &entry : m_jobs)
            large += entry.job->activeLarge();
        return large >= m_parallelFiles;
    };
    while (active < hardCap && open < kMaxOpen && startOne(isFull())) {
        ++active;
        ++open;
    }
    for (const Job &entry : m_jobs)
        entry.job->noteNoSlot();
}

bool TransferWorker::startOne(bool onlySmall)
{
    for (auto it = m_jobs.begin(); it != m_jobs.end(); ++it) {
        if (it->job->startNext(onlySmall)) {
            // Takes turns: a transfer of thousands of files does not hold up one of a single file.
            m_jobs.splice(m_jobs.end(), m_jobs, it);
            return true;
        }
    }
    return false;
}

} // namespace hubdesk
