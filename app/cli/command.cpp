// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"

namespace hubdesk {

Command::Command(const CliEnvironment &environment)
    : m_environment(environment)
{ }

Command::~Command() = default;

void Command::interrupt(int exitCode)
{
    Q_EMIT
    finished(exitCode);
}

void Command::finish(ExitCode code)
{
    Q_EMIT
    finished(static_cast<int>(code));
}

void Command::fail(const Error &error, ExitCode code)
{
    console().printError(error);
    finish(code);
}

} // namespace hubdesk
