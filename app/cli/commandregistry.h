// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commandspec.h"

#include <optional>

namespace hubdesk {

//! Every command of the program, in the order of the help.
[[nodiscard]] const std::vector<CommandSpec> &allCommands();

//! A command found in the arguments, and how many of them name it.
struct FoundCommand
{
    const CommandSpec *spec = nullptr;
    qsizetype words = 0;
};
//! The command that the first of \a arguments name; none when there is no such command.
[[nodiscard]] std::optional<FoundCommand> findCommand(const QStringList &arguments);

} // namespace hubdesk
