// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

namespace hubdesk {

//! `env`: versions, paths and variables in force, for a bug report. Of a token only whether there
//! is one.
class EnvCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit EnvCommand(const CliEnvironment &environment);

    void start(const ParsedArguments &arguments) override;
};

} // namespace hubdesk
