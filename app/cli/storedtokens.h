// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/clicredentials.h"
#include "app/cli/commandspec.h"
#include "app/cli/console.h"
#include "core/account/gitcredentials.h"

#include <functional>

namespace hubdesk {

//! `--add-to-git-credential`
[[nodiscard]] OptionSpec gitOption();

//! Gives \a token to git's credential helpers and says what became of it; \a then is called in any
//! case, because a helper that is missing does not undo a login.
void giveToGit(GitCredentials &git, const QUrl &endpoint, const QString &token,
               const Console &console, const std::function<void()> &then);

//! Who logs in, out or switches here means the token files: an account that was chosen in the
//! window, and that would win over them, is no longer in use, but for the one that is known as
//! \a tokenName there. Says so; \a then is called when it is written, or could not be.
void followTokenFiles(CliCredentials &credentials, const Console &console, const QString &tokenName,
                      const CliCredentials::Done &then);

} // namespace hubdesk
