// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/clicredentials.h"
#include "app/cli/console.h"
#include "core/settings/environment.h"

namespace hubdesk {

//! What every command works with; made by main(), outlives the commands.
struct CliEnvironment
{
    Environment &variables;
    Console &console;
    CliCredentials &credentials; //!< Worked out before a command that has `--token` starts.
};

} // namespace hubdesk
