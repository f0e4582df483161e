// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/support/supportreport.h"

#include <QDateTime>

namespace hubdesk {

//! `hubdesk-support-20250131-235959.zip`
[[nodiscard]] QString supportBundleName(const QDateTime &now);

//! Writes \a parts as a zip archive, readable by the user only. The file appears whole or not at
//! all: a full disk leaves nothing behind. \a replace false: an existing file is an error
//! (ErrorKind::Conflict). ErrorKind::Canceled when \a abort became true. Blocking.
[[nodiscard]] Result<void> writeSupportBundle(const QString &path,
                                              const std::vector<SupportPart> &parts, bool replace,
                                              const std::atomic_bool *abort = nullptr);

} // namespace hubdesk
