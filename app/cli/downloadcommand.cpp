// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/downloadcommand.h"

#include "app/cli/cliaccount.h"
#include "app/cli/dryrunreport.h"
#include "app/cli/verifycommand.h"
#include "core/cache/cacheformat.h"
#include "core/cache/cachelookup.h"
#include "core/cache/verifiedmarks.h"
#include "core/transfer/cachesurvey.h"

#include <QFileInfo>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxParallelFiles = 16;
constexpr int kRetries = 5; // in a row without a byte, as the official client

//! The failures that the official client answers from the cache (reference: files 4.2.1):
//! everything but a definite "no such revision" or "no such file", and problems of this machine.
bool mayFallBack(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::Gated:
    case ErrorKind::RateLimited:
    case ErrorKind::Quota:
    case ErrorKind::Server:
    case ErrorKind::Protocol:
        return true;
    case ErrorKind::NotFound:
        return error.isRepoNotFound();
    case ErrorKind::Canceled:
    case ErrorKind::Conflict:
    case ErrorKind::File:
    case ErrorKind::Integrity:
    case ErrorKind::Invalid:
        break;
    }
    return false;
}

} // namespace

CommandSpec DownloadCommand::spec()
{
    return {
        .words = {u"download"_s},
        .summary = tr("Download files of a repo."),
        .positionals = downloadPositionals(),
        .options = downloadOptionSpecs(),
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<DownloadCommand>(environment);
            },
    };
}

DownloadCommand::DownloadCommand(const CliEnvironment &environment)
    : Command(environment)
{ }

DownloadCommand::~DownloadCommand() = default;

void DownloadCommand::start(const ParsedArguments &arguments)
{
    const auto options = DownloadOptions::make(arguments);
    if (!options)
        return fail(options.error(), ExitCode::WrongUsage);
    m_options = *options;
    m_cacheRoot = m_options.cacheFolder.isEmpty() ? absolutePath(variables().hubCache())
                                                  : m_options.cacheFolder;
    console().setQuiet(m_options.quiet);
    if (m_options.quiet)
        QLoggingCategory::setFilterRules(u"app.*=false"_s);
    for (const QString &warning : m_options.warnings)
        console().warn(warning);
    if (m_options.dryRun)
        runDry();
    else if (!answersAtOnce())
        run();
}

//! What needs no network: a file of a commit that is in the cache, and everything while offline.
bool DownloadCommand::answersAtOnce()
{
    const DownloadRequest &request = m_options.request;
    if (variables().offline()) {
        if (request.force) {
            fail(failure(ErrorKind::Offline,
                         tr("A forced download is not possible while HF_HUB_OFFLINE is set."))
                     .error());
            return true;
        }
        takeFailure(
            failure(ErrorKind::Offline,
                    tr("HF_HUB_OFFLINE is set, and the cache in “%1” does not have what was "
                       "asked for.")
                        .arg(m_cacheRoot))
                .error(),
            false);
        return true;
    }
    // An archive is still to be written, and a folder has an order of its own (the planner's).
    if (request.force || request.files.size() != 1 || !isCommitHash(request.revision)
        || !request.localFolder.isEmpty() || !request.archive.isEmpty() || m_options.verify)
        return false;
    const QString path = cachedAnswer();
    if (path.isEmpty())
        return false;
    succeed(path);
    return true;
}

//! The file or snapshot folder if the cache has it; empty otherwise.
QString DownloadCommand::cachedAnswer() const
{
    const DownloadRequest &request = m_options.request;
    const CacheLayout layout(m_cacheRoot);
    if (!request.archive.isEmpty())
        return {};
    if (!request.localFolder.isEmpty()) {
        const auto plan = planFromCache(layout, request);
        return plan ? plan->resultPath : QString();
    }
    const QString commit = cachedCommit(layout, request.repo, request.revision);
    if (commit.isEmpty())
        return {};
    if (request.files.size() == 1) {
        // Not the offline lookup: a marker of absence does not outrank the file itself.
        const QString path = layout.pointer(request.repo, commit, request.files.first());
        return QFileInfo::exists(path) ? path : QString();
    }
    const QString snapshot = layout.snapshot(request.repo, commit);
    return QFileInfo(snapshot).isDir() ? snapshot : QString();
}

ProgressDisplay::Mode DownloadCommand::progressMode() const
{
    return ProgressDisplay::modeFor(console(), variables().progressBarsDisabled());
}

void DownloadCommand::runDry()
{
    m_dryRun =
        std::make_unique<DryRun>(m_options.request, credentials().clientConfig(), m_cacheRoot);
    m_dryRun->setMirrors(m_options.mirrors);
    connect(m_dryRun.get(), &DryRun::waiting, this, [this](const QString &reason) {
        if (!reason.isEmpty())
            console().talk(reason);
    });
    connect(m_dryRun.get(), &DryRun::finished, this, &DownloadCommand::takeDryRun);
    m_dryRun->start();
}

void DownloadCommand::takeDryRun(const Result<DryRunPlan> &plan)
{
    if (!plan)
        return fail(plan.error());
    if (console().isJson()) {
        console().printJson(dryRunJson(*plan));
    } else {
        console().print(dryRunTable(*plan));
        for (const QString &note : dryRunNotes(*plan))
            console().talk(note);
    }
    finish(ExitCode::Done);
}

void DownloadCommand::run()
{
    EngineConfig config;
    config.client = credentials().clientConfig();
    config.cache = m_cacheRoot;
    config.parallelFiles = std::min(m_options.workers, kMaxParallelFiles);
    config.symlinksDisabled = variables().symlinksDisabled();
    config.symlinksWarningDisabled = variables().symlinksWarningDisabled();
    config.marksFolder = VerifiedMarks::standardFolder();
    config.waitForSpace = m_options.waitForSpace;
    config.downloadLimit = m_options.rateLimit;
    // A script is told when it does not work; a person who waits presses Ctrl+C.
    config.tuning.retries = kRetries;
    config.tuning.mirrors = m_options.mirrors;
    if (m_options.connections > 0) {
        config.tuning.connectionsPerFile = m_options.connections;
        config.tuning.firstConnections = m_options.connections;
        config.tuning.connections = std::max(config.tuning.connections, m_options.connections);
    }
    m_elapsed.start();
    m_progress.emplace(console(), progressMode());
    m_engine = std::make_unique<TransferEngine>(config);
    connect(m_engine.get(), &TransferEngine::transferStateChanged, this,
            &DownloadCommand::takeState);
    connect(m_engine.get(), &TransferEngine::transfersChanged, this, [this] {
        if (const auto transfer = m_engine->transfer(m_transfer))
            m_progress->update(*transfer);
    });
    connect(m_engine.get(), &TransferEngine::transferNoted, this,
            [this](TransferId, const QString &text) { console().warn(text); });
    connect(m_engine.get(), &TransferEngine::stopped, this, [this] {
        if (m_interruptCode)
            Command::interrupt(*m_interruptCode);
    });
    m_transfer = m_engine->addDownload(m_options.request);
    // A request that cannot be right has failed before there was anything to connect to.
    if (const auto transfer = m_engine->transfer(m_transfer);
        transfer && transfer->state == TransferState::Failed)
        takeState(m_transfer, TransferState::Failed);
}

void DownloadCommand::interrupt(int exitCode)
{
    if (!m_engine)
        return Command::interrupt(exitCode);
    m_interruptCode = exitCode;
    m_progress->clear();
    if (m_verifyRun)
        return m_verifyRun->cancel();
    const auto transfer = m_engine->transfer(m_transfer);
    if (transfer && transfer->totalBytes > 0) {
        console().talk(tr("Stopped at %1 of %2. What has arrived is kept: the same command "
                          "continues.")
                           .arg(officialSize(static_cast<double>(transfer->doneBytes)),
                                officialSize(static_cast<double>(transfer->totalBytes))));
    } else {
        console().talk(tr("Stopped. What has arrived is kept: the same command continues."));
    }
    m_engine->stop();
}

void DownloadCommand::takeState(TransferId id, TransferState state)
{
    const auto transfer = m_engine->transfer(m_transfer);
    if (id != m_transfer || !transfer || m_interruptCode)
        return;
    if (state == TransferState::Finished) {
        m_progress->clear();
        talkSummary(*transfer);
        if (transfer->fromCache)
            warnFromCache();
        if (m_options.verify)
            verify(*transfer);
        else
            succeed(transfer->resultPath);
    } else if (state == TransferState::Failed || state == TransferState::Canceled) {
        m_progress->clear();
        takeFailure(transfer->error.value_or(Error()), !transfer->commit.isEmpty());
    } else {
        m_progress->update(*transfer);
    }
}

//! \a isPlanned: the Hub answered before, so what is in the cache is not the answer to this
//! question.
void DownloadCommand::takeFailure(const Error &error, bool isPlanned)
{
    if (!isPlanned && !m_options.request.force && mayFallBack(error)) {
        const QString path = cachedAnswer();
        if (!path.isEmpty()) {
            warnFromCache();
            return succeed(path);
        }
    }
    fail(error);
}

void DownloadCommand::talkSummary(const Transfer &transfer)
{
    if (progressMode() == ProgressDisplay::Mode::Off || transfer.fetchedBytes <= 0)
        return;
    const qint64 milliseconds = std::max<qint64>(m_elapsed.elapsed(), 1);
    const auto bytes = static_cast<double>(transfer.fetchedBytes);
    console().talk(tr("Fetched %1 in %2, %3/s.")
                       .arg(officialSize(bytes), clockText((milliseconds + 500) / 1000),
                            officialSize(bytes * 1000 / static_cast<double>(milliseconds))));
}

//! Reads what this download is about from the disk, what was there before included.
void DownloadCommand::verify(const Transfer &transfer)
{
    VerifyRequest request;
    if (m_options.request.localFolder.isEmpty()) {
        request.cacheRoot = m_cacheRoot;
        request.repos = {transfer.request.repo};
        request.revision = transfer.commit;
        for (const TransferFile &file : transfer.files)
            request.files.append(file.path);
    } else {
        request.localFolder = m_options.request.localFolder;
    }
    m_verifyRun.emplace(console(), progressMode());
    connect(&*m_verifyRun, &VerifyRun::finished, this,
            [this, path = transfer.resultPath](const Result<VerifyReport> &report) {
                takeVerification(report, path);
            });
    m_verifyRun->start(request);
}

void DownloadCommand::takeVerification(const Result<VerifyReport> &report, const QString &path)
{
    if (m_interruptCode)
        return Command::interrupt(*m_interruptCode);
    if (!report)
        return fail(report.error());
    const QStringList lines = verifyLines(*report);
    if (!report->isGood()) {
        for (const QString &line : lines.first(lines.size() - 1))
            console().talk(line);
        return fail(failure(ErrorKind::Integrity, lines.last()).error());
    }
    console().talk(lines.last());
    succeed(path);
}

void DownloadCommand::warnFromCache()
{
    console().warn(tr("The Hub could not be asked, so this is what the cache has of “%1”; newer or "
                      "further files may be missing.")
                       .arg(m_options.request.revision));
}

void DownloadCommand::succeed(const QString &path)
{
    if (console().isJson())
        console().printJson(QJsonObject{{u"path"_s, path}});
    else
        console().print(path);
    finish(ExitCode::Done);
}

} // namespace hubdesk
