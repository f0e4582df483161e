// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>

namespace hubdesk {

//! How many connections all downloads have together, and how many small files they hold locked:
//! each costs the process an open file or two, of which it may have a thousand. Transfer thread.
class ConnectionBudget
{
public:
    void setMost(int most) { m_most = std::max(1, most); }
    [[nodiscard]] int most() const { return m_most; }
    [[nodiscard]] int used() const { return m_used; }

    //! A file's first connection: always granted, or nothing would ever move.
    void takeFirst() { ++m_used; }
    //! One more; false when the limit is reached.
    [[nodiscard]] bool takeMore()
    {
        if (m_used >= m_most)
            return false;
        ++m_used;
        return true;
    }
    void giveBack() { --m_used; }

    //! Locks of small files: at most \a wanted, and at least \a least.
    [[nodiscard]] int takeLocks(int wanted, int least)
    {
        const int taken = std::min(wanted, std::max(least, kMostLocks - m_locks));
        m_locks += taken;
        return taken;
    }
    void giveBackLocks(int count) { m_locks -= count; }

private:
    static constexpr int kMostLocks = 320;

    int m_most = 16;
    int m_used = 0;
    int m_locks = 0;
};

} // namespace hubdesk
