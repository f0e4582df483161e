// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/transfer.h"

#include <QStringList>

namespace hubdesk {

//! What a terminal can show.
struct TerminalShape
{
    int columns = 80;
    int rows = 24;
    bool isUnicode = true;

    //! Of standard error, as it is now.
    [[nodiscard]] static TerminalShape current();
    bool operator==(const TerminalShape &) const = default;
};

//! One row with a bar: \a label (shortened from the left), the bar, the percentage and \a numbers;
//! never wider than the terminal, without the bar where there is no room for it. \a fraction: 0 to
//! 1. Pure.
[[nodiscard]] QString progressRow(const QString &label, double fraction, const QString &numbers,
                                  const TerminalShape &shape);

//! Some of the files that are on their way, then all together. Pure.
[[nodiscard]] QStringList progressBlock(const Transfer &transfer, const TerminalShape &shape);

//! `3 of 12 files, 45.2M of 1.1G (4%), 23.5M/s, 1:23 left`. Pure.
[[nodiscard]] QString progressLine(const Transfer &transfer);

//! 0 to 1; 0 while nothing is known. Pure.
[[nodiscard]] double progressFraction(qint64 done, qint64 total);

//! `1:23` or `2:01:23`. Pure.
[[nodiscard]] QString clockText(qint64 seconds);

//! Columns that a terminal takes for \a text. Pure.
[[nodiscard]] int terminalWidth(const QString &text);

} // namespace hubdesk
