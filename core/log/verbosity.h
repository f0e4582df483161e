// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace hubdesk {

//! The levels of HF_HUB_VERBOSITY. What Python calls an error is critical for Qt; beyond Critical
//! only messages that end the program are left.
enum class Verbosity { Debug, Info, Warning, Error, Critical };

//! Nothing for a name that is none of debug, info, warning, error, critical (any case).
[[nodiscard]] std::optional<Verbosity> verbosityFromName(const QString &name);

//! Rules for QLoggingCategory that show every category of ours from \a verbosity on. \a
//! withRequests: also `app.hub.curl`, a whole request a line, which no level alone turns on. \a
//! inFull: names of categories that are shown from debug on.
[[nodiscard]] QString loggingRules(Verbosity verbosity, bool withRequests,
                                   const QStringList &inFull = {});

//! Sets the rules of the process: HF_DEBUG (\a debug) shows everything, else HF_HUB_VERBOSITY (\a
//! name) decides, else \a standard; Verbosity::Info leaves the categories' own defaults alone. An
//! unknown name is reported and counts as none. What QT_LOGGING_RULES says still wins. Any thread;
//! call it early in main(), and again when the settings change \a standard or \a inFull.
void applyVerbosity(const QString &name, bool debug, Verbosity standard,
                    const QStringList &inFull = {});

} // namespace hubdesk
