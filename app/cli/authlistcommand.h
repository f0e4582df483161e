// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

namespace hubdesk {

//! `auth list`: the stored tokens by name, masked.
class AuthListCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthListCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit AuthListCommand(const CliEnvironment &environment);

    void start(const ParsedArguments &arguments) override;
};

} // namespace hubdesk
