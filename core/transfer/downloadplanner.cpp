// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/downloadplanner.h"

#include "core/cache/diskerror.h"
#include "core/hub/repoinfo.h"
#include "core/log/categories.h"
#include "core/net/retrypolicy.h"
#include "core/transfer/cachesurvey.h"
#include "core/transfer/transfertexts.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMostReadersAsked = 5; // retries: half a minute with the usual waits

//! Whether the same question may be answered later without anybody changing anything.
bool mayPass(const Error &error)
{
    // 501 and 505 say "never", not "not now".
    return error.isTransient() && error.kind != ErrorKind::Offline && error.httpStatus != 501
        && error.httpStatus != 505;
}

} // namespace

DownloadPlanner::DownloadPlanner(DownloadRequest request, FetchContext context, Promises promised,
                                 Handler handler, QObject *parent)
    : QObject(parent),
      m_request(std::move(request)),
      m_context(std::move(context)),
      m_promised(std::move(promised)),
      m_handler(std::move(handler)),
      m_retries(m_context.session->config().retryDelay, m_context.tuning.retries)
{
    m_waitTimer.setSingleShot(true);
    connect(&m_waitTimer, &QTimer::timeout, this, [this] {
        m_handler.waiting({});
        (this->*m_question)();
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

void DownloadPlanner::disconnectAll()
{
    m_commitCall = {};
    m_pathsCall = {};
    m_openCall = {};
    m_pager.cancel();
}

void DownloadPlanner::reconnect()
{
    m_retries.reset();
    if (!m_question || m_inPool || m_stopping || m_ended)
        return;
    if (m_waitTimer.isActive())
        m_handler.waiting({});
    m_waitTimer.stop();
    (this->*m_question)();
}

//! The Hub is there: what fails next begins a row of its own.
void DownloadPlanner::answered()
{
    m_retries.reset();
    m_hasAnswer = true;
    m_question = nullptr;
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
    m_question = &DownloadPlanner::askForCommit;
    AskedOnce<CommitRequest> request;
    request.repo = m_request.repo;
    request.revision = m_request.revision;
    m_commitCall = m_context.session->client()->send(request);
    m_commitCall.then(this, [this](const Result<QString> &commit) {
        if (!commit)
            return failed(commit.error());
        answered();
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
    AskedOnce<TreeRequest> request;
    request.repo = m_request.repo;
    request.revision = m_plan.commit;
    request.recursive = true;
    m_pager = Pager(m_context.session->client(), request);
    askForPage();
}

void DownloadPlanner::askForPage()
{
    m_question = &DownloadPlanner::askForPage;
    m_pager.fetchNext(this, [this](Result<Page<TreeEntry>> page) {
        if (!page)
            return failed(page.error());
        answered();
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
    m_question = &DownloadPlanner::askForPaths;
    AskedOnce<PathsInfoRequest> request;
    request.repo = m_request.repo;
    request.revision = m_plan.commit;
    request.paths = m_request.files.sliced(
        m_asked, qMin<qsizetype>(PathsInfoRequest::kMaxPaths, m_request.files.size() - m_asked));
    m_pathsCall = m_context.session->client()->send(request);
    m_pathsCall.then(this, [this, count = request.paths.size()](Result<Page<TreeEntry>> page) {
        if (!page)
            return failed(page.error());
        answered();
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

//! A mirror that is asked learns the name of the repo: only for those that are no secret.
void DownloadPlanner::askWhoMayRead()
{
    m_question = &DownloadPlanner::askWhoMayRead;
    AskedOnce<OpenToAllRequest> request;
    request.repo = m_request.repo;
    m_openCall = m_context.session->client()->send(request);
    m_openCall.then(this, [this](const Result<bool> &isOpen) {
        if (!isOpen && mayPass(isOpen.error()) && m_readersAsked++ < kMostReadersAsked
            && tryLater(isOpen.error()))
            return;
        m_question = nullptr;
        if (isOpen)
            answered();
        m_knowsWhoMayRead = true;
        m_plan.isPublic = isOpen.value_or(false);
        if (!m_plan.isPublic) {
            qCInfo(lcTransfer).noquote()
                << m_request.repo.id << "is not known to be open to everyone: no mirror is asked";
        }
        survey();
    });
}

void DownloadPlanner::survey()
{
    if (!m_context.tuning.mirrors.empty() && !m_knowsWhoMayRead)
        return askWhoMayRead();
    auto files = selectFiles(m_request, m_entries);
    m_entries.clear();
    if (!files)
        return end(std::unexpected(files.error()));
    m_plan.files = std::move(*files);
    // With thousands of files in other downloads a list of them costs more than the rest of the
    // survey.
    const qint64 atMost = m_promised.atMost ? m_promised.atMost() : 0;
    surveyWith({SpaceNeed{{}, {}, atMost}}, false);
}

void DownloadPlanner::surveyWith(const SpaceNeeds &promised, bool areExact)
{
    inPool(
        [writer = m_context.writer, request = m_request, plan = m_plan, promised,
         readOnly = m_readOnly, stop = m_stopReading, journal = m_context.journalFolder,
         shortage = m_shortage] {
            const auto read = [&stop](qint64) { return !*stop; };
            return readOnly ? markPresent(writer.layout(), request, plan, read)
                            : surveyCache(writer, request, plan, promised, journal, shortage.get());
        },
        [this, areExact](Result<FetchPlan> plan) {
            if (!plan && plan.error().code == kNoSpace && !areExact)
                return surveyWith(m_promised.exactly(), true);
            end(std::move(plan));
        });
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

void DownloadPlanner::failed(const Error &error)
{
    // These are answers, not failures (reference: files 4.2.1).
    if (error.isRevisionNotFound() || error.isEntryNotFound() || error.kind == ErrorKind::Canceled)
        return end(std::unexpected(error));
    if (!mayPass(error))
        return fallBack(error);
    const bool isPatient = m_context.tuning.retries < 0;
    const bool cacheCounts = !m_request.force && (!isPatient || !m_request.files.isEmpty());
    const bool isEarly = error.kind == ErrorKind::RateLimited // the Hub is there
        || retryWait(error, m_retries.failures() + 1, m_context.session->config().retryDelay);
    // Nothing listens there, or there is no such host: no use in waiting for it as long as for a
    // Hub that was there a moment ago.
    if (!isPatient && !isEarly && !m_hasAnswer && error.kind == ErrorKind::Network)
        return fallBack(error);
    if (isEarly || !cacheCounts)
        return waitFor(error);
    lookIntoCache([this, error] { waitFor(error); }, error);
}

void DownloadPlanner::waitFor(const Error &error)
{
    if (!tryLater(error))
        fallBack(error);
}

//! Asks the same again after a while; false: that was done often enough.
bool DownloadPlanner::tryLater(const Error &error)
{
    const auto wait = m_retries.next(error);
    if (!wait)
        return false;
    const int seconds = static_cast<int>((wait->count() + 999) / 1000);
    qCInfo(lcTransfer).noquote() << m_request.repo.id << "asks again in" << wait->count()
                                 << "ms:" << error.message;
    m_handler.waiting(error.kind == ErrorKind::RateLimited
                          ? TransferTexts::waitsForRateLimit(seconds)
                          : TransferTexts::waitsAfterError(error.message, seconds));
    m_waitTimer.start(*wait);
    return true;
}

void DownloadPlanner::lookIntoCache(std::function<void()> otherwise, const Error &error)
{
    inPool([layout = m_context.writer.layout(),
            request = m_request] { return planFromCache(layout, request); },
           [this, error, otherwise = std::move(otherwise)](std::optional<FetchPlan> plan) {
               if (!plan)
                   return otherwise();
               qCInfo(lcTransfer).noquote()
                   << m_request.repo.id << "comes from the cache:" << error.message;
               end(std::move(*plan));
           });
}

void DownloadPlanner::fallBack(const Error &error)
{
    if (m_request.force)
        return end(std::unexpected(error));
    lookIntoCache(
        [this, error] {
            Error shown = error;
            if (error.isTransient())
                shown.message = TransferTexts::notInCache(error.message);
            end(std::unexpected(shown));
        },
        error);
}

void DownloadPlanner::end(Result<FetchPlan> plan)
{
    if (std::exchange(m_ended, true))
        return;
    m_waitTimer.stop();
    disconnectAll();
    m_handler.ended(std::move(plan));
}

} // namespace hubdesk
