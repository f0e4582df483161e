// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/logincommand.h"

#include "app/cli/storedtokens.h"
#include "core/account/signin.h"
#include "core/log/redaction.h"
#include "core/net/hubclient.h"

namespace hubdesk {

using namespace Qt::StringLiterals;

CommandSpec LoginCommand::spec()
{
    return {
        .words = {u"login"_s},
        .aliases = {{u"auth"_s, u"login"_s}},
        .summary = tr("Log in with a token from the Hub's page of access tokens."),
        .options = {{.name = u"--token"_s,
                     .arity = OptionSpec::Arity::One,
                     .placeholder = u"TOKEN"_s,
                     .help = tr("The token; - reads it from standard input. Asked for without "
                                "this.")},
                    gitOption(),
                    {.name = u"--force"_s,
                     .help = tr("Log in even when there is a token already (it is always "
                                "so here).")}},
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<LoginCommand>(environment);
            },
    };
}

LoginCommand::LoginCommand(const CliEnvironment &environment)
    : Command(environment),
      m_files(environment.variables)
{ }

LoginCommand::~LoginCommand() = default;

void LoginCommand::start(const ParsedArguments &arguments)
{
    m_toGit = arguments.isSet(gitOption().name);
    if (!arguments.isSet(u"--token"_s))
        return ask();
    if (!m_toGit)
        console().talk(tr("The token has not been saved to the git credentials helper. Pass "
                          "`--add-to-git-credential` if you want to set the git credential as "
                          "well."));
    if (const QString token = arguments.value(u"--token"_s); token != "-"_L1)
        return check(token);
    m_prompt.ask({}, [this](const Result<QString> &line) {
        if (line)
            check(*line);
        else
            fail(failure(ErrorKind::Invalid, tr("No token came from standard input.")).error());
    });
}

void LoginCommand::ask()
{
    if (const auto active = m_files.active(); active && !active->isEmpty())
        console().talk(
            tr("    A token is already saved on your machine. Run `hubdesk-cli whoami` to get more "
               "information or `hubdesk-cli logout` if you want to log out.\n"
               "    Setting a new token will erase the existing one."));
    const QUrl page = tokenSettingsPage(variables().endpoint());
    console().talk(
        tr("    To log in, a token generated from %1 is required.").arg(redactedUrl(page)));
    m_prompt.askSecret(
        tr("Enter your token (input will not be visible): "), [this](const Result<QString> &token) {
            if (!token)
                return fail(failure(ErrorKind::Invalid, tr("No token was entered.")).error());
            if (m_toGit)
                return check(*token);
            m_prompt.askYes(tr("Add token as git credential?"),
                            [this, token = *token](const Result<bool> &yes) {
                                m_toGit = yes.value_or(false);
                                check(token);
                            });
        });
}

void LoginCommand::check(const QString &token)
{
    m_token = Environment::cleanToken(token);
    if (const auto usable = checkTokenText(m_token); !usable)
        return fail(usable.error());
    ClientConfig config = credentials().clientConfig();
    config.endpoint = variables().endpoint();
    config.token = m_token;
    config.tokenRules.clear();
    m_client = std::make_unique<HubClient>(config);
    m_call = m_client->send(WhoAmIRequest());
    m_call.then(this, [this](const Result<Identity> &identity) {
        if (!identity)
            return fail(identity.error());
        if (const auto usable = checkTokenOwner(*identity); !usable)
            return fail(usable.error());
        keep(*identity);
    });
}

void LoginCommand::keep(const Identity &identity)
{
    console().talk(identity.tokenRole.isEmpty()
                       ? tr("Token is valid.")
                       : tr("Token is valid (permission: %1).").arg(identity.tokenRole));
    const QString name =
        identity.tokenName.isEmpty() ? u"oauth-"_s + identity.name : identity.tokenName;
    if (const auto saved = m_files.save({name, m_token, {}, identity.expiresAt}); !saved)
        return fail(saved.error());
    console().talk(tr("The token `%1` has been saved to %2").arg(name, m_files.storedPath()));
    const auto activate = [this, name] {
        if (const auto active = m_files.setActive(m_token); !active)
            return fail(active.error());
        console().talk(tr("Your token has been saved to %1").arg(m_files.tokenPath()));
        end(name);
    };
    if (!m_toGit)
        return activate();
    giveToGit(m_git, variables().endpoint(), m_token, console(), activate);
}

void LoginCommand::end(const QString &name)
{
    followTokenFiles(credentials(), console(), {}, [this, name](const Result<void> &written) {
        if (!written)
            return fail(written.error());
        console().talk(tr("Login successful."));
        const QString variable = variables().token();
        if (!variable.isEmpty() && variable != m_token)
            console().talk(
                tr("Note: Environment variable `HF_TOKEN` is set and is the current active "
                   "token independently from the token you've just configured."));
        else
            console().talk(tr("The current active token is: `%1`").arg(name));
        finish(ExitCode::Done);
    });
}

} // namespace hubdesk
