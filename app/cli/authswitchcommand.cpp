// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/authswitchcommand.h"

#include "app/cli/storedtokens.h"

namespace hubdesk {

using namespace Qt::StringLiterals;

CommandSpec AuthSwitchCommand::spec()
{
    return {
        .words = {u"auth"_s, u"switch"_s},
        .summary = tr("Switch to another stored token or account."),
        .options = {{.name = u"--token-name"_s,
                     .arity = OptionSpec::Arity::One,
                     .placeholder = u"NAME"_s,
                     .help = tr("Optional: Name of the access token to switch to, or of an account "
                                "of Hubdesk.")},
                    gitOption()},
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<AuthSwitchCommand>(environment);
            },
    };
}

AuthSwitchCommand::AuthSwitchCommand(const CliEnvironment &environment)
    : Command(environment),
      m_files(environment.variables)
{ }

void AuthSwitchCommand::start(const ParsedArguments &arguments)
{
    m_toGit = arguments.isSet(gitOption().name);
    if (const QString name = arguments.value(u"--token-name"_s); !name.isEmpty())
        return use(name);
    choose();
}

void AuthSwitchCommand::choose()
{
    const auto stored = m_files.stored();
    if (!stored)
        return fail(stored.error());
    QStringList names;
    for (const StoredToken &entry : *stored)
        names.append(entry.name);
    for (const Account &account : credentials().accounts().list().accounts) {
        if (!names.contains(account.name))
            names.append(account.name);
    }
    if (names.isEmpty()) {
        fail(failure(ErrorKind::NotFound, tr("No stored tokens found. Please login first."))
                 .error());
        return;
    }
    console().talk(tr("Available stored tokens:"));
    for (qsizetype i = 0; i < names.size(); ++i)
        console().talk(u"%1. %2"_s.arg(i + 1).arg(names.at(i)));
    const auto ask = [this, names](const auto &self) -> void {
        m_prompt.ask(tr("Enter the number of the token to switch to (or 'q' to quit): "),
                     [this, names, self](const Result<QString> &line) {
                         const QString word = line.value_or(u"q"_s).trimmed();
                         if (word.toLower() == "q"_L1) {
                             console().talk(tr("No token name provided. Aborting."));
                             return finish(ExitCode::Done);
                         }
                         bool isNumber = false;
                         const qsizetype number = word.toInt(&isNumber);
                         if (isNumber && number >= 1 && number <= names.size())
                             return use(names.at(number - 1));
                         console().talk(
                             isNumber ? tr("Invalid selection. Please try again.")
                                      : tr("Invalid input. Please enter a number or 'q' to quit."));
                         self(self);
                     });
    };
    ask(ask);
}

void AuthSwitchCommand::use(const QString &name)
{
    const auto entry = m_files.stored(name);
    if (!entry)
        return fail(entry.error());
    if (*entry && !(*entry)->token.isEmpty())
        return useStored(**entry);
    if (const Account *account = credentials().accounts().list().named(name))
        return useAccount(*account);
    fail(failure(ErrorKind::NotFound,
                 tr("Access token %1 not found in %2").arg(name, m_files.storedPath()))
             .error());
}

void AuthSwitchCommand::useStored(const StoredToken &entry)
{
    const auto activate = [this, entry] {
        if (const auto active = m_files.setActive(entry.token); !active)
            return fail(active.error());
        console().talk(tr("Your token has been saved to %1").arg(m_files.tokenPath()));
        followTokenFiles(
            credentials(), console(), entry.name, [this, entry](const Result<void> &written) {
                if (!written)
                    return fail(written.error());
                console().talk(tr("The current active token is: %1").arg(entry.name));
                if (!variables().token().isEmpty() && variables().token() != entry.token)
                    console().warn(
                        tr("The environment variable `HF_TOKEN` is set and will override the "
                           "access token you've just switched to."));
                finish(ExitCode::Done);
            });
    };
    if (!m_toGit)
        return activate();
    giveToGit(m_git, variables().endpoint(), entry.token, console(), activate);
}

void AuthSwitchCommand::useAccount(const Account &chosen)
{
    credentials().accounts().activate(
        chosen.id, [this, name = chosen.name](const Result<void> &done) {
            if (!done)
                return fail(done.error());
            credentials().whenWritten([this, name](const Result<void> &written) {
                if (!written)
                    return fail(written.error());
                console().talk(tr("The account in use is: %1").arg(name));
                if (!variables().token().isEmpty())
                    console().warn(
                        tr("The environment variable `HF_TOKEN` is set and will override the "
                           "account you've just switched to."));
                finish(ExitCode::Done);
            });
        });
}

} // namespace hubdesk
