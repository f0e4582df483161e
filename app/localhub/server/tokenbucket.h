// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <chrono>
#include <mutex>

namespace hubdesk::localhub {

//! Limits bytes a second over everybody who takes from it. Thread-safe.
class TokenBucket
{
public:
    //! 0 means no limit.
    explicit TokenBucket(qint64 bytesPerSecond);

    [[nodiscard]] bool isLimited() const { return m_rate > 0; }
    //! How many of `wanted` bytes may go now; 0 means wait a little and ask again.
    qint64 take(qint64 wanted);
    //! Gives back what was taken and not used.
    void giveBack(qint64 bytes);

private:
    using Clock = std::chrono::steady_clock;

    const qint64 m_rate;
    std::mutex m_mutex;
    double m_tokens = 0;
    Clock::time_point m_last = Clock::now();
};

} // namespace hubdesk::localhub
