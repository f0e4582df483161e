// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QString>

namespace hubdesk {

//! Makes \a path and its missing parents with the permissions that the umask leaves. Fine when it
//! is there already; a file in its way is named in the error.
[[nodiscard]] Result<void> makeFolders(const QString &path);

//! Writes what the system still holds of the folder \a path to the disk, so that new names in it
//! survive a power cut. File systems that cannot do it for folders are accepted.
[[nodiscard]] Result<void> flushFolder(const QString &path);

//! Writes the content of the file \a path to the disk.
[[nodiscard]] Result<void> flushFile(const QString &path);

//! Eight random hex digits: the part of a temporary name that keeps writers apart.
[[nodiscard]] QString randomSuffix();

} // namespace hubdesk
