// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/prompt.h"
#include "core/account/gitcredentials.h"
#include "core/account/tokenfiles.h"
#include "core/hub/users.h"
#include "core/net/call.h"

namespace hubdesk {

class HubClient;

//! `login`: checks a token and keeps it in the files that all Hugging Face tools read.
class LoginCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoginCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit LoginCommand(const CliEnvironment &environment);
    ~LoginCommand() override;

    void start(const ParsedArguments &arguments) override;

private:
    void ask();
    void check(const QString &token);
    void keep(const Identity &identity);
    void end(const QString &name);

    Prompt m_prompt;
    GitCredentials m_git;
    TokenFiles m_files;
    std::unique_ptr<HubClient> m_client;
    Call<Identity> m_call;
    QString m_token;
    bool m_toGit = false;
};

} // namespace hubdesk
