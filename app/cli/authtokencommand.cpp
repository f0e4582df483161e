// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/authtokencommand.h"

namespace hubdesk {

using namespace Qt::StringLiterals;

CommandSpec AuthTokenCommand::spec()
{
    return {
        .words = {u"auth"_s, u"token"_s},
        .summary = tr("Print the access token in use, for other programs."),
        .options = {tokenOption(), accountOption()},
        .asksAboutToken = true,
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<AuthTokenCommand>(environment);
            },
    };
}

AuthTokenCommand::AuthTokenCommand(const CliEnvironment &environment)
    : Command(environment)
{ }

void AuthTokenCommand::start(const ParsedArguments & /*arguments*/)
{
    const QString &token = credentials().choice().token;
    if (token.isEmpty())
        return fail(
            failure(ErrorKind::Unauthorized, tr("Not logged in. Run `hubdesk-cli login` first."))
                .error());
    if (console().isJson())
        console().printJson(token);
    else
        console().print(token);
    finish(ExitCode::Done);
}

} // namespace hubdesk
