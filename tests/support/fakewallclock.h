// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/wallclock.h"

namespace hubdesk {

//! Stands still until the test sets it.
class FakeWallClock final : public WallClock
{
public:
    explicit FakeWallClock(const QDateTime &start)
        : m_now(start)
    { }

    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now)
    {
        m_now = now;
        Q_EMIT
        jumped();
    }

private:
    QDateTime m_now;
};

} // namespace hubdesk
