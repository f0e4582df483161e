// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <deque>

namespace hubdesk {

//! Speed and time left of one transfer: a moving average over the last seconds, renewed once a
//! second. Times come from the caller, in milliseconds of any steady clock.
class SpeedMeter
{
public:
    //! Starts to measure at \a now with \a bytes on the counter.
    void start(qint64 now, qint64 bytes);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_startedAt >= 0; }
    //! \a bytes: the counter now. True when speed() was renewed.
    bool sample(qint64 now, qint64 bytes);

    [[nodiscard]] qint64 speed() const { return m_speed; } //!< bytes/s
    //! -1 in the first two seconds and while nothing arrives.
    [[nodiscard]] qint64 secondsLeft(qint64 now, qint64 bytesLeft) const;

private:
    struct Sample
    {
        qint64 time;
        qint64 bytes;
    };

    std::deque<Sample> m_samples;
    qint64 m_startedAt = -1;
    qint64 m_speed = 0;
};

} // namespace hubdesk
