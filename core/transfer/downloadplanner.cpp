// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/downloadplanner.h"

#include "core/hub/repoinfo.h"
#include "core/log/categories.h"
#include "core/transfer/cachesurvey.h"
#include "core/transfer/transfertexts.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMaxRateLimits = 10; // waits for the Hub's permission before giving up
constexpr int kUnknownWait = 60; // seconds, when a 429 does not say how long

} // namespace

DownloadPlanner::DownloadPlanner(DownloadRequest request, FetchContext context,
                                 std::function<qint64()> promised, Handler handler, QObject *parent)
    : QObject(parent),
      m_request(std::move(request)),
      m_context(std::move(context)),
      m_promised(std::move(promised)),
      m_handler(std::move(handler))
{
    m_waitTimer.setSingleShot(true);
    connect(&m_waitTimer, &QTimer::timeout, this, [this] {
        m_handler.waiting({});
        (this->*m_again)();
    });
}

DownloadPlanner::~DownloadPlanner()
{
    *m_stopReading = true;
}

template <class Work, class Then> void DownloadPlanner::inPool(Work work, Then then)
{
    m_inPool = true;
    m_context.pool->run([this, mailbox = m_context.mailbox, work = std::move(work),
                         then = std::move(then)]() mutable {
        mailbox->post([this, result = work(), then = std::move(then)]() mutable {
            m_inPool = false;
            if (m_stopping)
                end(failure(ErrorKind::Canceled, {}));
            else
                then(std::move(result));
        });
    });
}

void DownloadPlanner::start()
{
    if (isCommitHash(m_request.revision) && !m_request.files.isEmpty() && !m_request.force)
        tryWithoutNetwork();
    else
        askForCommit();
}

void DownloadPlanner::stop()
{
    m_stopping = true;
    *m_stopReading = true;
    if (m_inPool)
        return; // ends when the pool answers
    end(failure(ErrorKind::Canceled, {}));
}

void DownloadPlanner::tryWithoutNetwork()
{
    // A commit never changes: what is there is right (reference: files 4.2, step 1).
    inPool([layout = m_context.writer.layout(),
            request = m_request] { return planFromCache(layout, request, true); },
           [this](std::optional<FetchPlan> plan) {
               if (!plan)
                   return askForCommit();
               plan->fromCache = false;
               end(std::move(*plan));
           });
}

void DownloadPlanner::askForCommit()
{
    if (isCommitHash(m_request.revision)) {
        m_plan.commit = m_request.revision;
        return askForFiles();
    }
    CommitRequest request;
    request.repo = m_request.repo;
    request.revision = m_request.revision;
    m_commitCall = m_context.session->client()->send(request);
    m_commitCall.then(this, [this](const Result<QString> &commit) {
        if (!commit)
            return failed(commit.error(), &DownloadPlanner::askForCommit);
        m_plan.commit = *commit;
        askForFiles();
    });
}

void DownloadPlanner::askForFiles()
{
    m_entries.clear();
    if (!m_request.files.isEmpty()) {
        m_asked = 0;
        return askForPaths();
    }
    TreeRequest request;
    request.repo = m_request.repo;
    request.revision = m_plan.commit;
    request.recursive = true;
    m_pager = Pager<TreeRequest>(m_context.session->client(), request);
    askForPage();
}

void DownloadPlanner::askForPage()
{
    m_pager.fetchNext(this, [this](Result<Page<TreeEntry>> page) {
        if (!page)
            return failed(page.error(), &DownloadPlanner::askForPage);
        m_entries.insert(m_entries.end(), std::make_move_iterator(page->items.begin()),
                         std::make_move_iterator(page->items.end()));
        if (m_pager.hasMore())
            askForPage();
        else
            survey();
    });
}

void DownloadPlanner::askForPaths()
{
    PathsInfoRequest request;
    request.repo = m_request.repo;
    request.revision = m_plan.commit;
    request.paths = m_request.files.sliced(
        m_asked, qMin<qsizetype>(PathsInfoRequest::kMaxPaths, m_request.files.size() - m_asked));
    m_pathsCall = m_context.session->client()->send(request);
    m_pathsCall.then(this, [this, count = request.paths.size()](Result<Page<TreeEntry>> page) {
        if (!page)
            return failed(page.error(), &DownloadPlanner::askForPaths);
        m_entries.insert(m_entries.end(), std::make_move_iterator(page->items.begin()),
                         std::make_move_iterator(page->items.end()));
        m_asked += count;
        if (m_asked < m_request.files.size())
            return askForPaths();
        QSet<QString> known;
        for (const TreeEntry &entry : m_entries)
            known.insert(entry.path);
        for (const QString &path : std::as_const(m_request.files)) {
            if (!known.contains(path))
                return missing(path, page->requestId);
        }
        survey();
    });
}

void DownloadPlanner::survey()
{
    auto files = selectFiles(m_request, m_entries);
    m_entries.clear();
    if (!files)
        return end(std::unexpected(files.error()));
    m_plan.files = std::move(*files);
    inPool(
        [writer = m_context.writer, request = m_request, plan = m_plan, promised = m_promised(),
         readOnly = m_readOnly, stop = m_stopReading] {
            const auto read = [&stop](qint64) { return !*stop; };
            return readOnly ? markPresent(writer.layout(), request, plan, read)
                            : surveyCache(writer, request, plan, promised);
        },
        [this](Result<FetchPlan> plan) { end(std::move(plan)); });
}

void DownloadPlanner::missing(const QString &path, const QString &requestId)
{
    // A folder has no markers either.
    const bool silent = m_readOnly || !m_request.localFolder.isEmpty();
    inPool(
        [writer = m_context.writer, request = m_request, commit = m_plan.commit, path, silent] {
            return silent ? Result<void>() : rememberMissing(writer, request, commit, path);
        },
        [this, path, requestId](const Result<void> &remembered) {
            if (!remembered) // a marker is a convenience
                qCWarning(lcTransfer).noquote() << m_request.repo.id << remembered.error().message;
            Error error;
            error.kind = ErrorKind::NotFound;
            error.code = u"EntryNotFound"_s;
            error.requestId = requestId;
            error.message = TransferTexts::missingFile(path, m_request.revision);
            end(std::unexpected(error));
        });
}

void DownloadPlanner::failed(const Error &error, void (DownloadPlanner::*again)())
{
    if (error.kind == ErrorKind::RateLimited && m_rateLimits++ < kMaxRateLimits) {
        const int seconds = (error.retryAfter >= 0 ? error.retryAfter : kUnknownWait) + 1;
        m_handler.waiting(TransferTexts::waitsForRateLimit(seconds));
        m_again = again;
        m_waitTimer.start(std::chrono::seconds(seconds));
        return;
    }
    // These are answers, not failures (reference: files 4.2.1).
    if (error.isRevisionNotFound() || error.isEntryNotFound() || error.kind == ErrorKind::Canceled
        || m_request.force)
        return end(std::unexpected(error));
    fallBack(error);
}

void DownloadPlanner::fallBack(const Error &error)
{
    inPool([layout = m_context.writer.layout(),
            request = m_request] { return planFromCache(layout, request); },
           [this, error](std::optional<FetchPlan> plan) {
               if (plan) {
                   qCInfo(lcTransfer).noquote()
                       << m_request.repo.id << "comes from the cache:" << error.message;
                   return end(std::move(*plan));
               }
               Error shown = error;
               if (error.isTransient())
                   shown.message = TransferTexts::notInCache(error.message);
               end(std::unexpected(shown));
           });
}

void DownloadPlanner::end(Result<FetchPlan> plan)
{
    if (std::exchange(m_ended, true))
        return;
    m_waitTimer.stop();
    m_commitCall = {};
    m_pathsCall = {};
    m_pager.cancel();
    m_handler.ended(std::move(plan));
}

} // namespace hubdesk
