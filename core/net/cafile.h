// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QFuture>
#include <QSslConfiguration>
#include <QString>

namespace hubdesk {

//! Files with additional certificate authorities (PEM). A file is parsed once and again when its
//! size or time of change differs; what came of it is shared by all threads of the process.
//! A file that is missing, cannot be read or has no certificate in it is ErrorKind::File with its
//! name in the text.

//! The system's authorities plus those of \a caFile, as the disk has it now. Blocks on the disk:
//! not on the GUI thread.
[[nodiscard]] Result<QSslConfiguration> readCaFile(const QString &caFile);

//! The same on a thread of its own, so that no work of the global pool delays a request.
[[nodiscard]] QFuture<Result<QSslConfiguration>> readCaFileInPool(const QString &caFile);

//! What the last readCaFile() gave, without a look at the disk; reads only a file that nobody has
//! read before.
[[nodiscard]] Result<QSslConfiguration> knownCaFile(const QString &caFile);

} // namespace hubdesk
