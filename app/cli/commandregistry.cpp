// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandregistry.h"

#include "app/cli/authlistcommand.h"
#include "app/cli/authswitchcommand.h"
#include "app/cli/authtokencommand.h"
#include "app/cli/downloadcommand.h"
#include "app/cli/envcommand.h"
#include "app/cli/listcommand.h"
#include "app/cli/logincommand.h"
#include "app/cli/logoutcommand.h"
#include "app/cli/scancachecommand.h"
#include "app/cli/supportbundlecommand.h"
#include "app/cli/verifycommand.h"
#include "app/cli/whoamicommand.h"

namespace hubdesk {

namespace {

bool startsWith(const QStringList &arguments, const QStringList &words)
{
    return arguments.size() >= words.size() && arguments.first(words.size()) == words;
}

} // namespace

const std::vector<CommandSpec> &allCommands()
{
    static const std::vector<CommandSpec> commands = {
        DownloadCommand::spec(),
        LoginCommand::spec(),
        LogoutCommand::spec(),
        WhoAmICommand::spec(),
        AuthListCommand::spec(),
        AuthSwitchCommand::spec(),
        AuthTokenCommand::spec(),
        EnvCommand::spec(),
        ScanCacheCommand::spec(),
        VerifyCommand::spec(),
        ListCommand::spec(RepoType::Model),
        ListCommand::spec(RepoType::Dataset),
        ListCommand::spec(RepoType::Space),
        SupportBundleCommand::spec(),
    };
    return commands;
}

std::optional<FoundCommand> findCommand(const QStringList &arguments)
{
    for (const CommandSpec &command : allCommands()) {
        if (startsWith(arguments, command.words))
            return FoundCommand{&command, command.words.size()};
        for (const QStringList &alias : command.aliases) {
            if (startsWith(arguments, alias))
                return FoundCommand{&command, alias.size()};
        }
    }
    return std::nullopt;
}

} // namespace hubdesk
