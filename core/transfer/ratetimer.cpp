// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/ratetimer.h"

#include <chrono>

namespace hubdesk {

SteadyRateTimer::SteadyRateTimer()
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        if (fired)
            fired();
    });
}

qint64 SteadyRateTimer::now() const
{
    return m_clock.nsecsElapsed() / 1000;
}

void SteadyRateTimer::start(qint64 microseconds)
{
    const std::chrono::milliseconds rounded((microseconds + 999) / 1000);
    m_timer.start(rounded);
}

} // namespace hubdesk
