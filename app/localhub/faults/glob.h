// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace hubdesk::localhub {

//! Shell-style match of raw bytes: `*` any run (slashes too), `?` one byte, `[abc]` and `[!a-z]`.
//! `\x` is x itself, so that a literal question mark of a query can be written.
bool globMatches(QByteArrayView pattern, QByteArrayView text);

} // namespace hubdesk::localhub
