// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace hubdesk {

//! Copies the arguments and then overwrites the value of `--token` in \a argv itself, so that other
//! users do not see it in the list of processes. Call before anything else reads \a argv.
[[nodiscard]] QStringList takeArguments(int argc, char **argv);

} // namespace hubdesk
