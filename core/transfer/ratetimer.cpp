// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/ratetimer.h"

#include <chrono>

namespace hubdesk {

SteadyRateTimer::SteadyRateTimer()
    : m_timer([this] {
          if (fired)
              fired();
      })
{
    m_clock.start();
}

qint64 SteadyRateTimer::now() const
{
    return m_clock.nsecsElapsed() / 1000;
}

void SteadyRateTimer::start(qint64 microseconds)
{
    m_timer.start(std::chrono::microseconds(microseconds));
}

} // namespace hubdesk
