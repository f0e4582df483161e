// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scancachecommand.h"

#include "app/cli/cliaccount.h"
#include "core/cache/cacheformat.h"

#include <QDateTime>
#include <QtConcurrentRun>

#include <cmath>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPrintWarnings = 3; // -vvv

} // namespace

CommandSpec ScanCacheCommand::spec()
{
    return {
        .words = {u"scan-cache"_s},
        .aliases = {{u"cache"_s, u"scan"_s}},
        .summary = tr("Show what is in the cache."),
        .options =
            {
                {.name = u"--dir"_s,
                 .arity = OptionSpec::Arity::One,
                 .placeholder = u"DIR"_s,
                 .help = tr("Cache folder to scan; without it the one of the environment.")},
                {.name = u"--verbose"_s,
                 .shortName = u"-v"_s,
                 .arity = OptionSpec::Arity::Counted,
                 .help = tr("A row for each revision; -vvv prints the warnings too.")},
                {.name = u"--rules"_s,
                 .arity = OptionSpec::Arity::One,
                 .help = tr("Which official version decides what is a warning; main overlooks what "
                            "newer versions and desktops leave in a cache."),
                 .choices = {u"0.27"_s, u"main"_s}},
            },
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<ScanCacheCommand>(environment);
            },
    };
}

ScanCacheCommand::ScanCacheCommand(const CliEnvironment &environment)
    : Command(environment)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ScanCacheCommand::show);
}

ScanCacheCommand::~ScanCacheCommand()
{
    m_abort = true;
    m_watcher.waitForFinished();
}

void ScanCacheCommand::start(const ParsedArguments &arguments)
{
    m_verbosity = arguments.count(u"--verbose"_s);
    const QString root = absolutePath(arguments.isSet(u"--dir"_s) ? arguments.value(u"--dir"_s)
                                                                  : variables().hubCache());
    const ScanRules rules =
        arguments.value(u"--rules"_s) == "main"_L1 ? ScanRules::Main : ScanRules::V0_27;
    m_elapsed.start();
    m_watcher.setFuture(
        QtConcurrent::run([this, root, rules] { return scanCache(root, rules, &m_abort); }));
}

void ScanCacheCommand::interrupt(int exitCode)
{
    m_abort = true;
    m_watcher.disconnect(this);
    Command::interrupt(exitCode);
}

void ScanCacheCommand::show()
{
    const Result<CacheScan> scan = m_watcher.result();
    if (!scan)
        return fail(scan.error());
    if (console().isJson())
        console().printJson(scan->toJson());
    else
        showTable(*scan);
    finish(ExitCode::Done);
}

//! Line by line what the official command prints, for the scripts that read it.
void ScanCacheCommand::showTable(const CacheScan &scan)
{
    const double elapsed = static_cast<double>(m_elapsed.elapsed()) / 1000.0;
    const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0;
    console().print(scanTable(scan, m_verbosity, now));
    console().print(u"\nDone in %1s. Scanned %2 repo(s) for a total of %3."_s.arg(
        QString::number(std::nearbyint(elapsed * 10) / 10, 'f', 1),
        QString::number(scan.repos.size()),
        console().red(officialSize(static_cast<double>(scan.size)))));
    if (scan.warnings.isEmpty())
        return;
    const QString message = u"Got %1 warning(s) while scanning."_s.arg(scan.warnings.size());
    if (m_verbosity < kPrintWarnings)
        return console().print(console().gray(message + u" Use -vvv to print details."_s));
    console().print(console().gray(message));
    for (const QString &warning : scan.warnings)
        console().print(console().gray(warning));
}

} // namespace hubdesk
