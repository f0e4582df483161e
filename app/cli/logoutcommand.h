// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/account/gitcredentials.h"
#include "core/account/tokenfiles.h"

namespace hubdesk {

//! `logout`: removes stored tokens, all of them or one.
class LogoutCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogoutCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit LogoutCommand(const CliEnvironment &environment);

    void start(const ParsedArguments &arguments) override;

private:
    void remove(const QString &name);
    Result<void> removeStored(const QString &name);
    void end();

    TokenFiles m_files;
    GitCredentials m_git;
};

} // namespace hubdesk
