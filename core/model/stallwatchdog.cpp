// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/stallwatchdog.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

#ifdef Q_OS_UNIX
#include <ctime>
#include <pthread.h>
#endif

using namespace std::chrono_literals;

namespace hubdesk {

namespace {

constexpr qint64 kLate = 16'000'000; // ns: a frame
constexpr auto kBeat = 1ms;

qint64 busyTime(int clock)
{
#ifdef Q_OS_UNIX
    timespec time{};
    if (clock_gettime(static_cast<clockid_t>(clock), &time) == 0)
        return time.tv_sec * 1'000'000'000 + time.tv_nsec;
#else
    Q_UNUSED(clock)
#endif
    return 0;
}

QString milliseconds(qint64 nanoseconds)
{
    return QLocale::c().toString(static_cast<double>(nanoseconds) / 1e6, 'f', 1);
}

} // namespace

StallWatchdog::StallWatchdog(QObject *parent)
    : QObject(parent)
{
    m_clock.start();
#ifdef Q_OS_UNIX
    clockid_t clock{};
    m_knowsBusy = pthread_getcpuclockid(pthread_self(), &clock) == 0;
    m_watchedClock = static_cast<int>(clock);
#endif
    m_thread = std::thread([this] { run(); });
}

StallWatchdog::~StallWatchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void StallWatchdog::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_changed.wait_for(lock, kBeat, [this] { return m_stopping; });
        if (m_stopping || m_waiting)
            continue;
        m_waiting = true;
        lock.unlock();
        const qint64 sentAt = m_clock.nsecsElapsed();
        const qint64 busyAt = busyTime(m_watchedClock);
        QMetaObject::invokeMethod(
            this, [this, sentAt, busyAt] { answer(sentAt, busyAt); }, Qt::QueuedConnection);
        lock.lock();
    }
}

void StallWatchdog::answer(qint64 sentAt, qint64 busyAt)
{
    const qint64 late = m_clock.nsecsElapsed() - sentAt;
    ++m_report.beats;
    m_report.longest = std::max(m_report.longest, late);
    m_report.longestBusy =
        m_knowsBusy ? std::max(m_report.longestBusy, busyTime(m_watchedClock) - busyAt) : -1;
    if (late > kLate)
        ++m_report.late;
    const std::lock_guard lock(m_mutex);
    m_waiting = false;
}

QString StallWatchdog::text(const Report &report)
{
    const QString busy = report.longestBusy < 0
        ? QString()
        : QStringLiteral(" (%1 ms of processor time in one)").arg(milliseconds(report.longestBusy));
    return QStringLiteral("Longest stall %1 ms%2, %3 of %4 heartbeats later than 16 ms")
        .arg(milliseconds(report.longest), busy)
        .arg(report.late)
        .arg(report.beats);
}

} // namespace hubdesk
