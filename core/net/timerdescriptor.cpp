// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/timerdescriptor.h"

#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace hubdesk {

TimerDescriptor::TimerDescriptor(std::function<void()> elapsed)
    : m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)),
      m_ready(m_timer.get(), QSocketNotifier::Read),
      m_elapsed(std::move(elapsed))
{
    connect(&m_ready, &QSocketNotifier::activated, this, &TimerDescriptor::onReady);
}

TimerDescriptor::~TimerDescriptor()
{
    m_ready.setEnabled(false); // before its descriptor is closed
}

void TimerDescriptor::start(std::chrono::nanoseconds time)
{
    m_isActive = true;
    set(std::max(time, std::chrono::nanoseconds(1))); // 0 would stop it
}

void TimerDescriptor::stop()
{
    if (std::exchange(m_isActive, false))
        set({});
}

void TimerDescriptor::set(std::chrono::nanoseconds time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    itimerspec moment = {};
    moment.it_value.tv_sec = seconds.count();
    moment.it_value.tv_nsec = (time - seconds).count();
    ::timerfd_settime(m_timer.get(), 0, &moment, nullptr);
}

void TimerDescriptor::onReady()
{
    quint64 times = 0;
    // Nothing to read: it was started again after the event loop had seen it.
    if (::read(m_timer.get(), &times, sizeof times) != sizeof times || !m_isActive)
        return;
    m_isActive = false;
    m_elapsed();
}

} // namespace hubdesk
