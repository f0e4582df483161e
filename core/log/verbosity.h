// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace hubdesk {

//! The levels of HF_HUB_VERBOSITY. What Python calls an error is critical for Qt; beyond Critical
//! only messages that end the program are left.
enum class Verbosity { Debug, Info, Warning, Error, Critical };

//! Nothing for a name that is none of debug, info, warning, error, critical (any case).
[[nodiscard]] std::optional<Verbosity> verbosityFromName(const QString &name);

//! Rules for QLoggingCategory that show every category of ours from \a verbosity on. \a
//! withRequests: also `app.hub.curl`, a whole request a line, which no level alone turns on.
[[nodiscard]] QString loggingRules(Verbosity verbosity, bool withRequests);

//! Sets the rules of the process: HF_DEBUG (\a debug) shows everything, else HF_HUB_VERBOSITY (\a
//! name) decides, else \a standard; Verbosity::Info leaves the categories' own defaults alone. An
//! unknown name is reported and counts as none. What QT_LOGGING_RULES says still wins. Any thread;
//! call once, early in main().
void applyVerbosity(const QString &name, bool debug, Verbosity standard);

} // namespace hubdesk
