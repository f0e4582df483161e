// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/core/transfer/enginefixture.h"
#include "tests/support/fakewallclock.h"

#include <QDateTime>

#include <vector>

namespace hubdesk {

using TransferIds = std::vector<TransferId>;

//! A moment of November 2026 in Berlin; the 23rd is a Monday.
[[nodiscard]] QDateTime at(int day, int hour, int minute = 0);

//! An engine's surroundings on a Monday at 9:00, with transfers from 10:00 to 12:00 only.
struct QueueFixture : EngineFixture
{
    //! Bytes of a file that takes more than one read.
    static constexpr qint64 kSize = 8'000'000;
    //! Byte at which stall() stops the next reply.
    static constexpr qint64 kStallAt = 5'000'000;

    FakeWallClock clock;

    QueueFixture();

    void stall(const QString &path);
    //! \a count transfers of a file each: f0, f1, ...
    TransferIds addFiles(TransferEngine &engine, int count);
};

//! Why the transfer waits; empty when it does not.
[[nodiscard]] QString waitReasonOf(const TransferEngine &engine, TransferId id);

} // namespace hubdesk
