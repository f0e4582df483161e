// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

namespace hubdesk {

//! `auth token`: the token in use, for scripts.
class AuthTokenCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthTokenCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit AuthTokenCommand(const CliEnvironment &environment);

    void start(const ParsedArguments &arguments) override;
};

} // namespace hubdesk
