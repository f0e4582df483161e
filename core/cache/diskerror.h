// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QString>

namespace hubdesk {

//! Error::code of what freeing space mends.
inline const QString kNoSpace = QStringLiteral("NoSpace");

//! ErrorKind::File for \a systemError (an errno value) that happened at \a path, in words that say
//! what the user can do: full disk, read-only, permission, name too long, file and folder in each
//! other's place. \a bytesNeeded: what was to be written there, so that a full disk can say how
//! much is missing; -1: not known. Reads the disk to find the component that is in the way.
[[nodiscard]] Error diskError(int systemError, const QString &path, qint64 bytesNeeded = -1);

//! The same, ready to be returned from a function of Result type.
[[nodiscard]] inline std::unexpected<Error> diskFailure(int systemError, const QString &path,
                                                        qint64 bytesNeeded = -1)
{
    return std::unexpected(diskError(systemError, path, bytesNeeded));
}

//! Bytes that an ordinary user may still write where \a path is or will be; -1 when not known.
[[nodiscard]] qint64 availableBytes(const QString &path);

//! Identifies the volume that \a path is or will be on; 0 when not known.
[[nodiscard]] quint64 volumeId(const QString &path);

//! Absolute path of the folder where the disk is mounted that \a path is or will be on.
[[nodiscard]] QString volumeRoot(const QString &path);

} // namespace hubdesk
