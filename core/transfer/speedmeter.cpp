// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/speedmeter.h"

namespace hubdesk {

namespace {

constexpr qint64 kPeriod = 1000; // ms between two values
constexpr qint64 kWindow = 8000; // ms that the average looks back
constexpr qint64 kSilence = 2000; // ms without an estimate

} // namespace

void SpeedMeter::start(qint64 now, qint64 bytes)
{
    m_samples = {{now, bytes}};
    m_startedAt = now;
    m_speed = 0;
}

void SpeedMeter::stop()
{
    m_samples.clear();
    m_startedAt = -1;
    m_speed = 0;
}

bool SpeedMeter::sample(qint64 now, qint64 bytes)
{
    if (m_startedAt < 0 || now - m_samples.back().time < kPeriod)
        return false;
    m_samples.push_back({now, bytes});
    while (m_samples.size() > 2 && now - m_samples[1].time >= kWindow)
        m_samples.pop_front();
    const Sample &first = m_samples.front();
    m_speed = (bytes - first.bytes) * 1000 / (now - first.time);
    return true;
}

qint64 SpeedMeter::secondsLeft(qint64 now, qint64 bytesLeft) const
{
    if (m_startedAt < 0 || now - m_startedAt < kSilence || m_speed <= 0)
        return -1;
    return (bytesLeft + m_speed - 1) / m_speed;
}

} // namespace hubdesk
