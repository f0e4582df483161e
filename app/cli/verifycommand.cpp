// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/verifycommand.h"

#include "app/cli/cliaccount.h"
#include "app/cli/repoargument.h"
#include "core/cache/filehash.h"

#include <QJsonArray>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

using State = VerifiedFile::State;

QString algorithmOf(const QString &etag)
{
    return Hasher::kindOf(etag) == Hasher::Kind::Sha256 ? u"sha256"_s : u"git-sha1"_s;
}

QString nameOf(const VerifiedRepo &repo)
{
    return repo.repo.id.isEmpty() ? repo.folder
                                  : u"%1 '%2'"_s.arg(repoTypeName(repo.repo.type), repo.repo.id);
}

QJsonObject repoJson(const VerifiedRepo &repo)
{
    QJsonArray mismatches;
    QJsonArray missing;
    QJsonArray unknown;
    for (const VerifiedFile &file : repo.files) {
        if (file.state == State::Missing)
            missing.append(file.path);
        else if (file.state == State::Unknown)
            unknown.append(file.path);
        else if (file.state == State::Wrong)
            mismatches.append(QJsonObject{
                {"path"_L1, file.path},
                {"expected"_L1, file.expected},
                {"actual"_L1, file.found.isEmpty() ? QJsonValue() : QJsonValue(file.found)},
                {"algorithm"_L1, algorithmOf(file.expected)},
                {"problem"_L1, file.problem.isEmpty() ? QJsonValue() : QJsonValue(file.problem)},
            });
    }
    QJsonObject object{
        {"verified_path"_L1, repo.folder},
        {"checked_count"_L1, repo.count(State::Right) + repo.count(State::Wrong)},
        {"mismatches"_L1, mismatches},
        {"missing_paths"_L1, missing},
        {"unknown_paths"_L1, unknown},
        {"revision"_L1, repo.commit.isEmpty() ? QJsonValue() : QJsonValue(repo.commit)},
    };
    if (!repo.repo.id.isEmpty()) {
        object.insert("repo_id"_L1, repo.repo.id);
        object.insert("repo_type"_L1, repoTypeName(repo.repo.type));
    }
    return object;
}

//! Whether files that only one side has matter.
bool asksTheHub(const ParsedArguments &arguments)
{
    return arguments.isSet(u"--fail-on-missing-files"_s)
        || arguments.isSet(u"--fail-on-extra-files"_s);
}

} // namespace

CommandSpec VerifyCommand::spec()
{
    using Arity = OptionSpec::Arity;
    return {
        .words = {u"verify"_s},
        .aliases = {{u"cache"_s, u"verify"_s}},
        .summary = tr("Compare what lies in the cache with its hashes."),
        .positionals = {{.name = u"REPO_ID"_s,
                         .help = tr("Repos of the cache; without any all of them."),
                         .isMany = true}},
        .options =
            {
                repoTypeOption(u"--repo-type"_s),
                repoTypeOption(u"--type"_s),
                {.name = u"--revision"_s,
                 .arity = Arity::One,
                 .placeholder = u"REVISION"_s,
                 .help = tr("Only the files of this revision; without it all that the cache has "
                            "of the repos.")},
                {.name = u"--cache-dir"_s,
                 .arity = Arity::One,
                 .placeholder = u"DIR"_s,
                 .help = tr("Cache folder; without it the one of the environment.")},
                {.name = u"--local-dir"_s,
                 .arity = Arity::One,
                 .placeholder = u"DIR"_s,
                 .help = tr("A folder that was downloaded into, instead of the cache.")},
                {.name = u"--fail-on-missing-files"_s,
                 .help = tr("Ask the Hub, and fail if it has files of the revision that are not "
                            "here.")},
                {.name = u"--fail-on-extra-files"_s,
                 .help = tr("Ask the Hub, and fail if there are files here that the revision does "
                            "not have.")},
                tokenOption(),
                accountOption(),
                {.name = u"--quick"_s,
                 .help = tr("Skip files that were found right before and have not changed.")},
                {.name = u"--quiet"_s, .help = tr("No progress.")},
            },
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<VerifyCommand>(environment);
            },
    };
}

VerifyCommand::VerifyCommand(const CliEnvironment &environment)
    : Command(environment)
{ }

VerifyCommand::~VerifyCommand() = default;

Result<VerifyRequest> VerifyCommand::request(const ParsedArguments &arguments,
                                             const QString &cacheRoot)
{
    VerifyRequest request;
    request.trustMarks = arguments.isSet(u"--quick"_s);
    const QStringList names = arguments.positionals(u"REPO_ID"_s);
    const bool asksHub = asksTheHub(arguments);
    if (asksHub && names.size() != 1)
        return failure(ErrorKind::Invalid, tr("What the Hub has is compared for one repo."));
    if (arguments.isSet(u"--local-dir"_s)) {
        if (arguments.isSet(u"--cache-dir"_s) || (!names.isEmpty() && !asksHub)) {
            return failure(ErrorKind::Invalid,
                           tr("--local-dir stands alone: without repos and without --cache-dir."));
        }
        request.localFolder = absolutePath(arguments.value(u"--local-dir"_s));
        if (!asksHub)
            return request;
        const auto location = repoArgument(arguments, names.first());
        if (!location)
            return std::unexpected(location.error());
        if (!location->path.isEmpty())
            return failure(ErrorKind::Invalid,
                           tr("What the Hub has is compared for a whole repo."));
        request.repos.push_back(location->repo);
        request.revision = location->revision.isEmpty() ? u"main"_s : location->revision;
        return request;
    }
    request.cacheRoot = absolutePath(
        arguments.isSet(u"--cache-dir"_s) ? arguments.value(u"--cache-dir"_s) : cacheRoot);
    for (const QString &name : names) {
        const auto location = repoArgument(arguments, name);
        if (!location)
            return std::unexpected(location.error());
        request.repos.push_back(location->repo);
        request.revision = location->revision;
        if (!location->path.isEmpty())
            request.files.append(location->path);
    }
    if (names.isEmpty() && arguments.isSet(u"--revision"_s)) {
        return failure(ErrorKind::Invalid, tr("--revision needs the repo that it is one of."));
    }
    if (request.repos.size() > 1 && !request.revision.isEmpty()) {
        return failure(ErrorKind::Invalid, tr("A revision goes with one repo only."));
    }
    if (asksHub && !request.files.isEmpty())
        return failure(ErrorKind::Invalid, tr("What the Hub has is compared for a whole repo."));
    if (asksHub && request.revision.isEmpty()) {
        request.revision = commitToVerify(CacheLayout(request.cacheRoot), request.repos.front());
        if (request.revision.isEmpty())
            request.revision = u"main"_s;
    }
    if (!request.files.isEmpty() && request.revision.isEmpty())
        request.revision = u"main"_s;
    return request;
}

void VerifyCommand::start(const ParsedArguments &arguments)
{
    const auto wanted = request(arguments, variables().hubCache());
    if (!wanted)
        return fail(wanted.error(), ExitCode::WrongUsage);
    console().setQuiet(arguments.isSet(u"--quiet"_s));
    m_run.emplace(console(),
                  ProgressDisplay::modeFor(console(), variables().progressBarsDisabled()));
    connect(&*m_run, &VerifyRun::finished, this, &VerifyCommand::take);
    m_request = *wanted;
    m_failOnMissing = arguments.isSet(u"--fail-on-missing-files"_s);
    m_failOnExtra = arguments.isSet(u"--fail-on-extra-files"_s);
    if (asksTheHub(arguments))
        m_client = credentials().clientConfig();
    VerifyRequest local = m_request;
    if (!local.localFolder.isEmpty()) { // which the verifier knows without its repo
        local.repos.clear();
        local.revision.clear();
    }
    m_run->start(local);
}

void VerifyCommand::interrupt(int exitCode)
{
    m_interruptCode = exitCode;
    if (!m_run)
        return Command::interrupt(exitCode);
    if (m_listing) { // all is read, and the Hub is asked
        m_listing.reset();
        return Command::interrupt(exitCode);
    }
    m_run->cancel();
}

void VerifyCommand::take(const Result<VerifyReport> &report)
{
    if (m_interruptCode) {
        console().talk(tr("Stopped. What was read so far is remembered: --quick skips it."));
        return Command::interrupt(*m_interruptCode);
    }
    if (!report)
        return fail(report.error());
    m_report = *report;
    if (!m_failOnMissing && !m_failOnExtra)
        return show();
    // The snapshot that was read, not what the revision has become since.
    const QString commit =
        m_request.localFolder.isEmpty() ? m_report.repos.front().commit : m_request.revision;
    m_listing = std::make_unique<VerifyListing>(m_client, m_request.repos.front(), commit);
    connect(m_listing.get(), &VerifyListing::finished, this,
            [this](const Result<QStringList> &paths) {
                if (!paths)
                    return fail(paths.error());
                compare(*paths);
                show();
            });
    m_listing->start();
}

void VerifyCommand::compare(const QStringList &onTheHub)
{
    const QString folder = !m_request.localFolder.isEmpty()
        ? m_request.localFolder
        : CacheLayout(m_request.cacheRoot)
              .snapshot(m_request.repos.front(), m_report.repos.front().commit);
    m_difference = listingDifference(onTheHub, filesBelow(folder));
    // As the official program does: what is no failure is a word of warning.
    if (!m_failOnMissing && !m_difference->missing.isEmpty()) {
        console().warn(tr("%n file(s) of the Hub are missing here. --fail-on-missing-files says "
                          "which.",
                          nullptr, static_cast<int>(m_difference->missing.size())));
        m_difference->missing.clear();
    }
    if (!m_failOnExtra && !m_difference->extra.isEmpty()) {
        console().warn(tr("%n file(s) here are not on the Hub. --fail-on-extra-files says which.",
                          nullptr, static_cast<int>(m_difference->extra.size())));
        m_difference->extra.clear();
    }
}

void VerifyCommand::show()
{
    const ListingDifference difference = m_difference.value_or(ListingDifference{});
    if (console().isJson()) {
        console().printJson(verifyJson(m_report, m_difference));
    } else {
        for (const QString &line : verifyLines(m_report, difference))
            console().print(line);
    }
    const bool isGood = m_report.isGood() && difference == ListingDifference{};
    finish(isGood ? ExitCode::Done : ExitCode::Failed);
}

QStringList verifyLines(const VerifyReport &report, const ListingDifference &difference)
{
    const bool isSame = difference == ListingDifference{};
    QStringList lines;
    for (const VerifiedRepo &repo : report.repos) {
        for (const VerifiedFile &file : repo.files) {
            if (file.state == State::Missing)
                lines.append(VerifyCommand::tr("Missing: %1").arg(file.path));
            else if (file.state == State::Wrong && file.found.isEmpty())
                lines.append(VerifyCommand::tr("Wrong: %1: %2").arg(file.path, file.problem));
            else if (file.state == State::Wrong)
                lines.append(
                    VerifyCommand::tr("Wrong: %1: expected %2 (%3), got %4")
                        .arg(file.path, file.expected, algorithmOf(file.expected), file.found));
        }
        if (report.repos.size() > 1 || !report.isGood() || repo.count(State::Unknown) > 0) {
            lines.append(VerifyCommand::tr("%1: %2 right, %3 wrong, %4 missing, %5 of unknown hash")
                             .arg(nameOf(repo))
                             .arg(repo.count(State::Right))
                             .arg(repo.count(State::Wrong))
                             .arg(repo.count(State::Missing))
                             .arg(repo.count(State::Unknown)));
        }
    }
    for (const QString &path : difference.missing)
        lines.append(VerifyCommand::tr("Missing, but on the Hub: %1").arg(path));
    for (const QString &path : difference.extra)
        lines.append(VerifyCommand::tr("Extra, not on the Hub: %1").arg(path));
    if (!isSame && report.isGood()) {
        lines.append(VerifyCommand::tr("Verification failed: %1 missing, %2 extra.")
                         .arg(difference.missing.size())
                         .arg(difference.extra.size()));
        return lines;
    }
    if (!report.isGood()) {
        lines.append(VerifyCommand::tr("Verification failed: %1 wrong, %2 missing.")
                         .arg(report.count(State::Wrong))
                         .arg(report.count(State::Missing)));
        return lines;
    }
    // The official sentence, for the scripts that read it.
    const QString subject = report.repos.size() == 1 ? nameOf(report.repos.front())
                                                     : u"%1 repo(s)"_s.arg(report.repos.size());
    lines.append(u"Verified %1 file(s) for %2. All checksums match."_s.arg(
        QString::number(report.count(State::Right)), subject));
    return lines;
}

QJsonObject verifyJson(const VerifyReport &report,
                       const std::optional<ListingDifference> &difference)
{
    QJsonArray repos;
    for (const VerifiedRepo &repo : report.repos) {
        QJsonObject object = repoJson(repo);
        if (difference) { // of the only repo
            QStringList missing = difference->missing;
            for (const QJsonValue &path : object["missing_paths"_L1].toArray())
                missing.append(path.toString());
            missing.removeDuplicates();
            missing.sort();
            object["missing_paths"_L1] = QJsonArray::fromStringList(missing);
            object["extra_paths"_L1] = QJsonArray::fromStringList(difference->extra);
        }
        repos.append(object);
    }
    return {{"repos"_L1, repos}, {"bytes_read"_L1, report.bytesRead}};
}

} // namespace hubdesk
