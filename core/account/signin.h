// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/users.h"

namespace hubdesk {

//! Whether \a token can be one to sign in with, before anybody is asked: not empty, one word of
//! printable ASCII, no organisation's token (reference: files 2.4). ErrorKind::Invalid.
[[nodiscard]] Result<void> checkTokenText(const QString &token);

//! Whether what the Hub says about a token makes it one to sign in with: a person's.
[[nodiscard]] Result<void> checkTokenOwner(const Identity &identity);

} // namespace hubdesk
