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
    if (state.restsUntil > now && !state.isProbed) {
        // Many connections that fail together are one failure, but one of them may know more.
        if (error.retryAfter >= 0)
            state.restsUntil =
                std::max(state.restsUntil, now + std::chrono::seconds(error.retryAfter + 1));
        return;
    }
    if (!std::exchange(state.hasFailed, true))
        state.failures = RetryCounter(delay, -1);
    state.restsUntil = now + state.failures.next(error).value_or(delay);
    state.isProbed = false;
}

void MirrorHealth::probe(const QUrl &mirror, Time now, std::chrono::milliseconds patience)
{
    const auto it = m_states.find(mirror);
    if (it == m_states.end() || !it->hasFailed || it->restsUntil > now)
        return;
    it->restsUntil = now + patience;
    it->isProbed = true;
}

void MirrorHealth::works(const QUrl &mirror)
{
    const auto it = m_states.find(mirror);
    if (it == m_states.end())
        return;
    it->hasFailed = false;
    if (std::exchange(it->isProbed, false))
        it->restsUntil = {};
}

bool MirrorHealth::isResting(const QUrl &mirror, Time now) const
{
    const auto it = m_states.constFind(mirror);
    return it != m_states.constEnd() && it->restsUntil > now;
}

std::chrono::milliseconds MirrorHealth::restLeft(const QUrl &mirror, Time now) const
{
    using std::chrono::milliseconds;
    const auto it = m_states.constFind(mirror);
    return it == m_states.constEnd()
        ? milliseconds(0)
        : std::max(milliseconds(0), std::chrono::ceil<milliseconds>(it->restsUntil - now));
}

bool MirrorHealth::isAnyReady(const std::vector<QUrl> &mirrors, Time now) const
{
    return std::ranges::any_of(
        mirrors, [&](const QUrl &mirror) { return !isDropped(mirror) && !isResting(mirror, now); });
}

void MirrorHealth::forgetRests()
{
    for (State &state : m_states) {
        state.restsUntil = {};
        state.hasFailed = state.isProbed = false;
    }
}

} // namespace hubdesk
