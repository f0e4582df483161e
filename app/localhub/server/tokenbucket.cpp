// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/tokenbucket.h"

#include <algorithm>

namespace hubdesk::localhub {

namespace {
// A twentieth of a second may be sent at once: smooth, and not a wake-up for every packet.
constexpr double kBurstSeconds = 0.05;
} // namespace

TokenBucket::TokenBucket(qint64 bytesPerSecond)
    : m_rate(bytesPerSecond)
{ }

qint64 TokenBucket::take(qint64 wanted)
{
    if (m_rate <= 0)
        return wanted;
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    const double elapsed = std::chrono::duration<double>(now - m_last).count();
    const auto rate = static_cast<double>(m_rate);
    m_last = now;
    m_tokens = std::min(m_tokens + elapsed * rate, std::max(rate * kBurstSeconds, 1.0));
    const auto granted = std::min(wanted, static_cast<qint64>(m_tokens));
    m_tokens -= static_cast<double>(granted);
    return granted;
}

void TokenBucket::giveBack(qint64 bytes)
{
    if (m_rate <= 0 || bytes <= 0)
        return;
    const std::scoped_lock lock(m_mutex);
    m_tokens += static_cast<double>(bytes);
}

} // namespace hubdesk::localhub
