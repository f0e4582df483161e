// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/hasher.h"
#include "core/net/error.h"

#include <QString>

#include <functional>

namespace hubdesk {

//! Lower-case hex hash of the whole file \a path, links followed. \a read gets the bytes (count) of
//! each piece that was read; false from it ends with ErrorKind::Canceled. ErrorKind::File when the
//! file cannot be read, a folder included. Blocks on the disk; any thread.
[[nodiscard]] Result<QString> hashOfFile(const QString &path, Hasher::Kind kind,
                                         const std::function<bool(qint64)> &read = {});

} // namespace hubdesk
