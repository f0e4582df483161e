// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/mirrorhealth.h"

#include <algorithm>
#include <utility>

namespace hubdesk {

bool MirrorHealth::drop(const QUrl &mirror)
{
    return !std::exchange(m_states[mirror].dropped, true);
}

bool MirrorHealth::isDropped(const QUrl &mirror) const
{
    const auto it = m_states.constFind(mirror);
    return it != m_states.constEnd() && it->dropped;
}

void MirrorHealth::rest(const QUrl &mirror, const Error &error, Time now,
                        std::chrono::milliseconds delay)
{
    State &state = m_states[mirror];
    if (state.restsUntil > now) {
        // Many connections that fail together are one failure, but one of them may know more.
        if (error.retryAfter >= 0)
            state.restsUntil =
                std::max(state.restsUntil, now + std::chrono::seconds(error.retryAfter + 1));
        return;
    }
    if (!std::exchange(state.hasFailed, true))
        state.failures = RetryCounter(delay, -1);
    state.restsUntil = now + state.failures.next(error).value_or(delay);
}

void MirrorHealth::works(const QUrl &mirror)
{
    const auto it = m_states.find(mirror);
    if (it != m_states.end())
        it->hasFailed = false;
}

bool MirrorHealth::isResting(const QUrl &mirror, Time now) const
{
    const auto it = m_states.constFind(mirror);
    return it != m_states.constEnd() && it->restsUntil > now;
}

void MirrorHealth::forgetRests()
{
    for (State &state : m_states) {
        state.restsUntil = {};
        state.hasFailed = false;
    }
}

} // namespace hubdesk
