// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/bodystream.h"

#include <algorithm>

namespace hubdesk::localhub {

namespace {
constexpr qint64 kThrottleWaitMs = 4;
} // namespace

BodyStream::BodyStream(BodyPlan plan, ConnectionWatch watch, std::vector<TokenBucket *> throttles)
    : m_plan(std::move(plan)),
      m_watch(watch),
      m_throttles(std::move(throttles))
{ }

qint64 BodyStream::next(qint64 position, char *to, qint64 max)
{
    // The caller asks for a position only after everything before it went to the socket.
    m_confirmed = position;
    const qint64 offset = m_plan.begin + position;
    if (offset == m_plan.cutAt)
        return -1;
    if (offset == m_plan.resetAt) {
        m_watch.reset();
        return -1;
    }
    if (offset == m_plan.stallAt) {
        if (!m_watch.wait(m_plan.stallMs > 0 ? m_plan.stallMs : -1))
            return -1;
        m_plan.stallAt = -1;
    }
    const qint64 wanted = throttled(untilFault(offset, std::min(max, m_plan.length - position)));
    if (wanted <= 0)
        return -1;
    const qint64 count = m_plan.source->read(offset, to, wanted);
    if (count <= 0)
        return -1;
    if (m_plan.corruptAt >= offset && m_plan.corruptAt < offset + count)
        to[m_plan.corruptAt - offset] = static_cast<char>(to[m_plan.corruptAt - offset] ^ 1);
    m_handedOver = position + count;
    return count;
}

qint64 BodyStream::untilFault(qint64 offset, qint64 wanted) const
{
    for (const qint64 at : {m_plan.cutAt, m_plan.resetAt, m_plan.stallAt}) {
        if (at > offset)
            wanted = std::min(wanted, at - offset);
    }
    return wanted;
}

qint64 BodyStream::throttled(qint64 wanted)
{
    for (TokenBucket *bucket : m_throttles) {
        if (!bucket->isLimited())
            continue;
        qint64 granted = 0;
        while ((granted = bucket->take(wanted)) == 0) {
            if (!m_watch.wait(kThrottleWaitMs))
                return -1;
        }
        wanted = granted;
    }
    return wanted;
}

} // namespace hubdesk::localhub
