// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <algorithm>
#include <functional>
#include <utility>

namespace hubdesk {

//! What all downloads may have together: connections and locks of small files, which cost the
//! process an open file or two each, of which it may have a thousand, and bytes of small files that
//! wait in memory for the disk. Transfer thread.
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
    void giveBack()
    {
        --m_used;
        if (m_onFree && std::exchange(m_isAwaited, false))
            m_onFree();
    }
    //! Called when a connection is free again that callWhenFree() has asked for; it starts nothing
    //! by itself.
    void setOnFree(std::function<void()> onFree) { m_onFree = std::move(onFree); }
    void callWhenFree() { m_isAwaited = true; }

    //! Locks of small files: at most \a wanted, and at least \a least.
    [[nodiscard]] int takeLocks(int wanted, int least)
    {
        const int taken = std::min(wanted, std::max(least, kMostLocks - m_locks));
        m_locks += taken;
        return taken;
    }
    void giveBackLocks(int count) { m_locks -= count; }

    //! \a bytes have arrived and are not on the disk.
    void takeMemory(qint64 bytes) { m_memory += bytes; }
    void giveBackMemory(qint64 bytes) { m_memory -= bytes; }
    [[nodiscard]] bool isMemoryFull() const { return m_memory >= kMostMemory; }

private:
    static constexpr int kMostLocks = 320;
    static constexpr qint64 kMostMemory = 32 * 1024 * 1024; // bytes, when the disk is slow

    int m_most = 16;
    int m_used = 0;
    int m_locks = 0;
    qint64 m_memory = 0; // bytes
    std::function<void()> m_onFree;
    bool m_isAwaited = false;
};

} // namespace hubdesk
