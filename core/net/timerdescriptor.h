// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/filedescriptor.h"

#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <functional>

namespace hubdesk {

//! A single-shot timer as a file descriptor, for times of a few milliseconds that come again and
//! again. A QTimer spins through its last millisecond where Qt's event loop is GLib's, and that
//! would be most of the time. Lives on one thread with an event loop.
class TimerDescriptor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimerDescriptor)

public:
    //! \a elapsed may start it again.
    explicit TimerDescriptor(std::function<void()> elapsed);
    ~TimerDescriptor() override;

    //! From now on; replaces an earlier order.
    void start(std::chrono::nanoseconds time);
    void stop();
    [[nodiscard]] bool isActive() const { return m_isActive; }

private:
    void set(std::chrono::nanoseconds time);
    void onReady();

    FileDescriptor m_timer;
    QSocketNotifier m_ready;
    std::function<void()> m_elapsed;
    bool m_isActive = false;
};

} // namespace hubdesk
