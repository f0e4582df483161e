// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/retrycounter.h"

#include <algorithm>

namespace hubdesk {

std::optional<std::chrono::milliseconds> RetryCounter::next(const Error &error)
{
    if (m_most >= 0 && m_failures >= m_most)
        return std::nullopt;
    const int doublings = std::min(m_failures, 5);
    ++m_failures;
    // One second more than told: the Hub counts whole seconds (reference: files 1.10).
    if (error.retryAfter >= 0)
        return std::chrono::seconds(error.retryAfter + 1);
    return m_base * (1 << doublings);
}

} // namespace hubdesk
