// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QString>

#include <functional>

namespace hubdesk {

//! Makes the new file \a to with the content of \a from and flushes it; on file systems that can,
//! the two share their blocks and nothing is copied. \a copied gets the bytes (count) of each
//! piece; false from it ends with ErrorKind::Canceled. Nothing is left at \a to after an error. An
//! existing
//! \a to is an error. Blocks on the disk; any thread.
[[nodiscard]] Result<void> copyToNewFile(const QString &from, const QString &to,
                                         const std::function<bool(qint64)> &copied = {});

//! Makes the file \a path with \a content, or replaces it in one step. Not flushed: after a power
//! cut it may be empty, so only for what can be made again. \a scratch: a free name in a folder on
//! the same disk; nothing is left there.
[[nodiscard]] Result<void> replaceFile(const QString &path, const QByteArray &content,
                                       const QString &scratch);

} // namespace hubdesk
