// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/timerdescriptor.h"

#include <QElapsedTimer>

#include <functional>

namespace hubdesk {

//! A steady clock that can call back: what a RateLimiter measures with. Tests have one that they
//! move by hand. Used on one thread.
class RateTimer
{
public:
    RateTimer() = default;
    virtual ~RateTimer() = default;
    RateTimer(const RateTimer &) = delete;
    RateTimer &operator=(const RateTimer &) = delete;

    //! Microseconds since some moment, never going back.
    [[nodiscard]] virtual qint64 now() const = 0;
    //! Calls `fired` once, \a microseconds from now; replaces an earlier order.
    virtual void start(qint64 microseconds) = 0;

    std::function<void()> fired;
};

//! The real one; needs an event loop.
class SteadyRateTimer final : public RateTimer
{
public:
    SteadyRateTimer();

    [[nodiscard]] qint64 now() const override;
    void start(qint64 microseconds) override;

private:
    QElapsedTimer m_clock;
    TimerDescriptor m_timer;
};

} // namespace hubdesk
