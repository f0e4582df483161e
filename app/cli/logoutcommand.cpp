// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/logoutcommand.h"

#include "app/cli/storedtokens.h"

namespace hubdesk {

using namespace Qt::StringLiterals;

CommandSpec LogoutCommand::spec()
{
    return {
        .words = {u"logout"_s},
        .aliases = {{u"auth"_s, u"logout"_s}},
        .summary = tr("Log out: remove stored tokens from this machine."),
        .options = {{.name = u"--token-name"_s,
                     .arity = OptionSpec::Arity::One,
                     .placeholder = u"NAME"_s,
                     .help = tr("Optional: Name of the access token to log out from.")}},
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<LogoutCommand>(environment);
            },
    };
}

LogoutCommand::LogoutCommand(const CliEnvironment &environment)
    : Command(environment),
      m_files(environment.variables)
{ }

void LogoutCommand::start(const ParsedArguments &arguments)
{
    const QString name = arguments.value(u"--token-name"_s);
    const auto active = m_files.active();
    const auto stored = m_files.stored();
    const bool isNobody = variables().token().isEmpty() && active && active->isEmpty() && stored
        && stored->empty() && !credentials().accounts().list().active();
    if (isNobody) {
        console().talk(tr("Not logged in!"));
        return finish(ExitCode::Done);
    }
    if (name.isEmpty())
        followTokenFiles(credentials(), console(), {}, [this](const Result<void> &written) {
            if (written)
                remove({});
            else
                fail(written.error());
        });
    else
        remove(name);
}

void LogoutCommand::remove(const QString &name)
{
    if (const auto removed = name.isEmpty() ? m_files.clear() : removeStored(name); !removed)
        return fail(removed.error());
    console().talk(name.isEmpty() ? tr("Successfully logged out from all access tokens.")
                                  : tr("Successfully logged out from access token: %1.").arg(name));
    m_git.reject(variables().endpoint(), [this](const Result<void> &) { end(); });
}

Result<void> LogoutCommand::removeStored(const QString &name)
{
    const auto entry = m_files.stored(name);
    if (!entry)
        return std::unexpected(entry.error());
    if (!*entry)
        return {};
    if (auto removed = m_files.remove(name); !removed)
        return removed;
    const auto active = m_files.active();
    if (!active || *active != (*entry)->token)
        return active.transform([](const QString &) { });
    console().warn(tr("Active token '%1' has been deleted.").arg(name));
    return m_files.clearActive();
}

void LogoutCommand::end()
{
    if (variables().token().isEmpty())
        return finish(ExitCode::Done);
    fail(failure(ErrorKind::Conflict,
                 tr("Token has been deleted from your machine but you are still logged in.\n"
                    "To log out, you must clear out both `HF_TOKEN` and "
                    "`HUGGING_FACE_HUB_TOKEN` environment variables."))
             .error());
}

} // namespace hubdesk
