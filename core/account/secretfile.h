// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QByteArray>
#include <QString>

namespace hubdesk {

//! Replaces the file \a path with \a content, readable by its owner only (0600), in one step: a
//! reader sees the old file or the new one, and so does whoever comes after a power cut. A link is
//! followed, folders that are missing are made for the owner only (0700), and what was written is
//! read back. ErrorKind::File. Blocks for as long as the disk needs.
[[nodiscard]] Result<void> writeSecretFile(const QString &path, const QByteArray &content);

//! The content of \a path, at most \a most bytes; empty when there is no such file.
//! ErrorKind::File when it cannot be read or is longer.
[[nodiscard]] Result<QByteArray> readSecretFile(const QString &path, qint64 most = 1'048'576);

//! Makes the folders that \a path lies in, as far as they are missing, for the owner only (0700).
[[nodiscard]] Result<void> makeFolderOfOwner(const QString &path);

//! Removes \a path; fine when it is not there.
[[nodiscard]] Result<void> removeSecretFile(const QString &path);

} // namespace hubdesk
