// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtLogging>

namespace hubdesk {

//! Below the state folder of the user.
[[nodiscard]] QString standardLogFolder();

//! The file that logToFolder() writes there.
[[nodiscard]] QString logFileIn(const QString &folder);

//! Copies every message from now on, redacted, to a file in \a folder, which is made when it is
//! missing; empty: stops. Only the user may read the file (mode 0600); beyond 5 MB it begins anew,
//! and the two before it are kept beside it. Needs installRedactingMessageHandler(). True when the
//! file is open, or none is wanted. Any thread.
bool logToFolder(const QString &folder);

//! For the message handler: \a text has been redacted.
void writeToLogFile(QtMsgType type, const char *category, const QString &text);

} // namespace hubdesk
