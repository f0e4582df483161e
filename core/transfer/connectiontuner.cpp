// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/connectiontuner.h"

#include <algorithm>

namespace hubdesk {

namespace {

constexpr double kWorthIt = 1.15; // more connections must bring at least this
constexpr int kGrowth = 4; // times: half a gigabyte is soon over, and so must be the looking
constexpr qint64 kSettled = 10'000; // ms until it tries again

} // namespace

ConnectionTuner::ConnectionTuner(int most, int first)
    : m_limit(std::max(1, most)),
      m_most(m_limit),
      m_wanted(std::clamp(first, 1, m_most)),
      m_bestCount(m_wanted)
{ }

void ConnectionTuner::look(qint64 now, qint64 bytes, int connections)
{
    if (m_since < 0) {
        m_since = now;
        m_bytes = bytes;
        return;
    }
    if (now - m_since < kStep)
        return;
    const double rate =
        static_cast<double>(bytes - m_bytes) * 1000 / static_cast<double>(now - m_since);
    m_since = now;
    m_bytes = bytes;
    if (connections < m_wanted || bytes == 0)
        return; // some of them are not open yet: that says nothing about their number
    if (m_settledUntil >= 0) {
        if (now < m_settledUntil)
            return;
        m_most = std::min(m_limit, m_most + 1); // whoever refused may have more room by now
        m_settledUntil = now + kSettled;
        if (m_wanted >= m_most)
            return;
        m_settledUntil = -1; // the way may have become wider
        m_bestRate = rate;
        m_bestCount = m_wanted;
        m_wanted = std::min(m_most, m_wanted * kGrowth);
        return;
    }
    if (rate > m_bestRate * kWorthIt) {
        m_bestRate = rate;
        m_bestCount = m_wanted;
        if (m_wanted < m_most) {
            m_wanted = std::min(m_most, m_wanted * kGrowth);
            return;
        }
    } else {
        m_wanted = m_bestCount;
    }
    m_settledUntil = now + kSettled;
}

void ConnectionTuner::refused(int connections)
{
    m_most = std::clamp(connections, 1, m_most);
    m_wanted = std::min(m_wanted, m_most);
    m_bestCount = std::min(m_bestCount, m_most);
}

} // namespace hubdesk
