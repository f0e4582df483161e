// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/hub/users.h"
#include "core/net/call.h"

namespace hubdesk {

class HubClient;

//! `whoami`: the name that a token belongs to, then its organisations.
class WhoAmICommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhoAmICommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit WhoAmICommand(const CliEnvironment &environment);
    ~WhoAmICommand() override;

    void start(const ParsedArguments &arguments) override;

private:
    void show(const Identity &identity);
    void sayNotLoggedIn();

    std::unique_ptr<HubClient> m_client;
    Call<Identity> m_call;
};

} // namespace hubdesk
