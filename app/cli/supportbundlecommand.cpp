// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/supportbundlecommand.h"

#include "app/cli/cliaccount.h"
#include "core/settings/settings.h"
#include "core/support/supportbundle.h"

#include <QJsonObject>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

//! Where the window keeps its things; this program has another name.
QString windowsFolder(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + "/hubdesk"_L1;
}

} // namespace

CommandSpec SupportBundleCommand::spec()
{
    return {
        .words = {u"support-bundle"_s},
        .summary = tr("Save a zip file for a bug report: requests, versions, settings; no secrets"),
        .positionals = {{.name = u"FILE"_s,
                         .help = tr("File to write; without it one with the time in its name in "
                                    "the working folder."),
                         .isMany = true}},
        .options = {{.name = u"--no-names"_s,
                     .help = tr("Leave out the names of repos and files.")}},
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<SupportBundleCommand>(environment);
            },
    };
}

SupportBundleCommand::SupportBundleCommand(const CliEnvironment &environment)
    : Command(environment)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SupportBundleCommand::show);
}

SupportBundleCommand::~SupportBundleCommand()
{
    m_abort = true;
    m_watcher.waitForFinished();
}

void SupportBundleCommand::start(const ParsedArguments &arguments)
{
    const QStringList files = arguments.positionals(u"FILE"_s);
    if (files.size() > 1)
        return fail(failure(ErrorKind::Invalid, tr("Only one file can be written.")).error(),
                    ExitCode::WrongUsage);
    m_path = absolutePath(files.isEmpty() ? supportBundleName(QDateTime::currentDateTime())
                                          : files.first());
    SupportInput input;
    input.environment = variables();
    input.recordFolder = FlightRecorder::standardFolder();
    input.journalFolder = windowsFolder(QStandardPaths::GenericDataLocation) + "/transfers"_L1;
    const Settings settings(windowsFolder(QStandardPaths::GenericConfigLocation)
                            + "/hubdesk.ini"_L1);
    input.settings = settings.all();
    input.cache = absolutePath(variables().hubCache());
    const bool includeNames = !arguments.isSet(u"--no-names"_s);
    m_watcher.setFuture(
        QtConcurrent::run([this, input = std::move(input), includeNames]() -> Result<void> {
            const auto parts = supportReport(input, includeNames, &m_abort);
            if (!parts)
                return std::unexpected(parts.error());
            for (const SupportPart &part : *parts)
                m_talk.append(u"%1: %2"_s.arg(part.name, part.explanation));
            return writeSupportBundle(m_path, *parts, false, &m_abort);
        }));
}

void SupportBundleCommand::interrupt(int exitCode)
{
    m_abort = true;
    m_watcher.disconnect(this);
    Command::interrupt(exitCode);
}

void SupportBundleCommand::show()
{
    const Result<void> written = m_watcher.result();
    if (!written)
        return fail(written.error());
    if (console().isJson()) {
        console().printJson(QJsonObject{{u"path"_s, m_path}});
    } else {
        for (const QString &line : m_talk)
            console().talk(line);
        console().print(m_path);
    }
    finish(ExitCode::Done);
}

} // namespace hubdesk
