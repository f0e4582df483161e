// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/argumentparser.h"
#include "core/hub/repoid.h"

namespace hubdesk {

//! The repo that \a text names: an id of the type that `--repo-type` or `--type` says, at the
//! revision that `--revision` says (empty: not given), or an `hf://` address, which says these
//! itself. The path of an address that ends with `/` keeps that. ErrorKind::Invalid for what is
//! wrong or said twice.
[[nodiscard]] Result<HubLocation> repoArgument(const ParsedArguments &arguments,
                                               const QString &text);

//! `--repo-type`, or `--type` as newer official programs call it.
[[nodiscard]] OptionSpec repoTypeOption(const QString &name);

} // namespace hubdesk
