// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/prompt.h"
#include "core/account/tokenfiles.h"

namespace hubdesk {

//! `auth switch`: makes a stored token, or an account of the window, the one in use.
class AuthSwitchCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthSwitchCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit AuthSwitchCommand(const CliEnvironment &environment);

    void start(const ParsedArguments &arguments) override;

private:
    void choose();
    void use(const QString &name);
    void useStored(const StoredToken &entry);
    void useAccount(const Account &account);

    TokenFiles m_files;
    GitCredentials m_git;
    Prompt m_prompt;
    bool m_toGit = false;
};

} // namespace hubdesk
