// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/argumentparser.h"
#include "core/net/clientconfig.h"
#include "core/settings/environment.h"

namespace hubdesk {

//! The token to use: `--token` (`-`: the first line of standard input), else HF_TOKEN, else the
//! token file, unless HF_HUB_DISABLE_IMPLICIT_TOKEN; empty: none. Reads the disk and perhaps
//! standard input.
[[nodiscard]] Result<QString> resolvedToken(const Environment &variables,
                                            const ParsedArguments &arguments);

//! A client of the Hub that the variables name, signed in with \a token; its requests are recorded.
[[nodiscard]] ClientConfig clientConfig(const Environment &variables, const QString &token);

//! The recorder of this program, in the folder that it shares with the window.
[[nodiscard]] std::shared_ptr<FlightRecorder> flightRecorder();

//! \a path with a leading `~` replaced, absolute and without `..`.
[[nodiscard]] QString absolutePath(const QString &path);
//! \a path, absolute, with every link followed; what does not exist yet is kept by name.
[[nodiscard]] QString realPath(const QString &path);

} // namespace hubdesk
