// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/clicredentials.h"
#include "app/cli/command.h"
#include "app/cli/commandregistry.h"
#include "app/cli/secretarguments.h"
#include "app/cli/signalwatcher.h"
#include "app/cli/usagetext.h"
#include "core/log/privatememory.h"
#include "core/log/redaction.h"
#include "core/log/verbosity.h"
#include "hubdesk_version.h"

#include <QCoreApplication>
#include <QLocale>

#include <clocale>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

struct MainText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::Cli)
};

int wrongUsage(const Console &console, const QString &text, const QStringList &words)
{
    const QString command = (QStringList{u"hubdesk-cli"_s} + words).join(u' ');
    QString message = text;
    if (!console.isJson())
        message += u'\n' + MainText::tr("“%1 --help” explains it.").arg(command);
    Error error;
    error.kind = ErrorKind::Invalid;
    error.message = message;
    console.printError(error);
    return static_cast<int>(ExitCode::WrongUsage);
}

int answerWithoutCommand(const Console &console, const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (first == "--version"_L1 || first == "version"_L1) {
        console.print(QStringLiteral(HUBDESK_VERSION));
        return 0;
    }
    if (first == "--help"_L1 || first == "-h"_L1) {
        console.print(programHelp(allCommands()).trimmed());
        return 0;
    }
    if (arguments.isEmpty()) {
        console.talk(programHelp(allCommands()).trimmed());
        return static_cast<int>(ExitCode::WrongUsage);
    }
    QStringList known;
    for (const CommandSpec &command : allCommands())
        known.append(command.words.join(u' '));
    const QString similar = closestTo(arguments.mid(0, 2).join(u' '), known);
    const QString hint = similar.isEmpty() ? closestTo(first, known) : similar;
    const QString text = MainText::tr("There is no command “%1”.").arg(first);
    return wrongUsage(
        console, hint.isEmpty() ? text : text + u' ' + MainText::tr("Did you mean “%1”?").arg(hint),
        {});
}

int run(QCoreApplication &application, Environment &variables, const QStringList &arguments)
{
    Console console;
    console.setJson(arguments.contains("--json"_L1));
    console.setColorsDisabled(variables.noColor());
    const auto found = findCommand(arguments);
    if (!found)
        return answerWithoutCommand(console, arguments);
    const CommandSpec &spec = *found->spec;
    const auto parsed = ArgumentParser(spec).parse(arguments.sliced(found->words));
    if (!parsed)
        return wrongUsage(console, parsed.error().message, spec.words);
    if (parsed->wantsHelp() || parsed->wantsVersion()) {
        console.print(parsed->wantsHelp() ? commandHelp(spec).trimmed()
                                          : QStringLiteral(HUBDESK_VERSION));
        return 0;
    }
    console.setJson(parsed->isSet(u"--json"_s));
    CliCredentials credentials(variables);
    const auto command = spec.make({variables, console, credentials});
    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::interrupted, command.get(),
                     &Command::interrupt);
    QObject::connect(command.get(), &Command::finished, &application,
                     [](int exitCode) { QCoreApplication::exit(exitCode); });
    const auto start = [&command, &parsed](const Result<void> &resolved) {
        if (resolved)
            command->start(*parsed);
        else
            command->refuse(resolved.error());
    };
    QMetaObject::invokeMethod(
        command.get(),
        [&] {
            // Offline nothing is sent, so nobody needs a keychain for it.
            if (spec.option(u"--account"_s) && (!variables.offline() || spec.asksAboutToken))
                credentials.resolve(*parsed, spec.asksAboutToken, start);
            else
                start({});
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

//! English by design, as the official client is, because scripts read it: no translations are
//! loaded (tr() only names the texts that are for people, so none of app/cli is in
//! resources/translations), and no part of a sentence comes from the user's locale instead:
//! numbers, dates, system errors.
void speakEnglish()
{
    QLocale::setDefault(QLocale::c());
    std::setlocale(LC_MESSAGES, "C");
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    installRedactingMessageHandler();
    const QStringList arguments = takeArguments(argc, argv);
    QCoreApplication application(argc, argv);
    speakEnglish();
    QCoreApplication::setApplicationName(u"hubdesk-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HUBDESK_VERSION));
    Environment variables;
    // Talk of the core belongs to people who ask for it.
    applyVerbosity(variables.verbosity(), variables.debug(), Verbosity::Warning);
    return run(application, variables, arguments);
}
