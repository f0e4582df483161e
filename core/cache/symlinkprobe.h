// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <unistd.h>

namespace hubdesk {

//! Makes a link, as symlink(2) does: 0, or -1 with errno.
using LinkMaker = int (*)(const char *target, const char *path);

//! Whether symbolic links can be made in \a folder, which exists: makes one and removes it. False
//! only when the file system refuses links as such; then \a warn has it reported (see
//! HF_HUB_DISABLE_SYMLINKS_WARNING). Blocks on the disk. \a makeLink is for tests.
[[nodiscard]] bool probeSymlinks(const QString &folder, bool warn, LinkMaker makeLink = ::symlink);

} // namespace hubdesk
