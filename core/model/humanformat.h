// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace hubdesk {

//! "4.2 GB": decimal units, one digit below 100 of a unit; "812 bytes". For tooltips: exactBytes().
[[nodiscard]] QString humanSize(qint64 bytes);
//! "4,213,876,224 bytes"
[[nodiscard]] QString exactBytes(qint64 bytes);
//! "1.2k", "3.4M": for likes and downloads. For tooltips: QLocale.
[[nodiscard]] QString compactCount(qint64 count);
//! "just now", "5 min ago", "yesterday", "3 days ago", "8 months ago", "2 years ago"; a date of the
//! future counts as now. Empty for an invalid \a then.
[[nodiscard]] QString relativeTime(const QDateTime &then, const QDateTime &now);
//! The date and time in the user's zone and language, for tooltips; empty when invalid.
[[nodiscard]] QString exactTime(const QDateTime &then);

} // namespace hubdesk
