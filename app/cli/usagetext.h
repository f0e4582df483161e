// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commandspec.h"

namespace hubdesk {

//! `Usage: hubdesk-cli download [options] REPO_ID ...`, arguments and options of one command.
[[nodiscard]] QString commandHelp(const CommandSpec &spec);
//! The list of all commands.
[[nodiscard]] QString programHelp(const std::vector<CommandSpec> &commands);
//! The one of \a known that \a typed is most likely a slip of; empty when none is near.
[[nodiscard]] QString closestTo(const QString &typed, const QStringList &known);

} // namespace hubdesk
