// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/whoamicommand.h"

#include "core/log/redaction.h"
#include "core/net/hubclient.h"

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kOfficialEndpoint = "https://huggingface.co"_L1;

} // namespace

CommandSpec WhoAmICommand::spec()
{
    return {
        .words = {u"whoami"_s},
        .aliases = {{u"auth"_s, u"whoami"_s}},
        .summary = tr("Find out which account you are signed in with."),
        .options = {tokenOption(), accountOption()},
        .asksAboutToken = true,
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<WhoAmICommand>(environment);
            },
    };
}

WhoAmICommand::WhoAmICommand(const CliEnvironment &environment)
    : Command(environment)
{ }

WhoAmICommand::~WhoAmICommand() = default;

void WhoAmICommand::start(const ParsedArguments & /*arguments*/)
{
    if (credentials().choice().token.isEmpty())
        return sayNotLoggedIn();
    m_client = std::make_unique<HubClient>(credentials().clientConfig());
    m_call = m_client->send(WhoAmIRequest());
    m_call.then(this, [this](const Result<Identity> &identity) {
        if (identity)
            show(*identity);
        else
            fail(identity.error());
    });
}

void WhoAmICommand::sayNotLoggedIn()
{
    if (console().isJson()) {
        Error error;
        error.kind = ErrorKind::Unauthorized;
        error.message = tr("Not logged in");
        return fail(error);
    }
    console().print(tr("Not logged in"));
    finish(ExitCode::Failed);
}

void WhoAmICommand::show(const Identity &identity)
{
    if (console().isJson()) {
        console().printJson(identity.raw);
        return finish(ExitCode::Done);
    }
    console().print(identity.name);
    QStringList organizations;
    for (const Organization &organization : identity.organizations)
        organizations.append(organization.name);
    if (!organizations.isEmpty())
        console().print(console().bold(u"orgs: "_s) + u' ' + organizations.join(u','));
    const QString endpoint = redactedUrl(m_client->config().endpoint);
    if (endpoint != kOfficialEndpoint)
        console().print(u"Authenticated through private endpoint: "_s + endpoint);
    finish(ExitCode::Done);
}

} // namespace hubdesk
