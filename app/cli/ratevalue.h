// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QString>

namespace hubdesk {

//! Bytes per second as curl's `--limit-rate` reads them: `1000`, `500K`, `2.5M`, `1G` (powers of
//! 1024, either case, a B behind it allowed). ErrorKind::Invalid for everything else and for less
//! than one byte. Pure.
[[nodiscard]] Result<qint64> parseRate(const QString &text);

} // namespace hubdesk
