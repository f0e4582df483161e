// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace hubdesk {

//! Measures how long the thread that made it (the GUI thread) leaves its events waiting. A thread
//! of its own sends a heartbeat every millisecond and looks how late it is answered.
//!
//! On a busy machine the thread may also be kept waiting by other programs; what it really computed
//! in the meantime is counted apart.
class StallWatchdog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StallWatchdog)

public:
    struct Report
    {
        qint64 longest = 0; //!< ns from a heartbeat to its answer
        qint64 longestBusy = 0; //!< ns of processor time of this thread in one such span; -1: not
                                //!< known on this system
        qint64 beats = 0;
        qint64 late = 0; //!< beats answered after more than 16 ms
    };

    explicit StallWatchdog(QObject *parent = nullptr);
    ~StallWatchdog() override;

    //! Forgets what was measured so far.
    void reset() { m_report = {}; }
    [[nodiscard]] const Report &report() const { return m_report; }
    //! "Longest stall 9.8 ms (7.2 ms of it busy), 3 of 12,034 heartbeats later than 16 ms"
    [[nodiscard]] static QString text(const Report &report);

private:
    void run();
    void answer(qint64 sentAt, qint64 busyAt);

    QElapsedTimer m_clock;
    Report m_report;
    int m_watchedClock = 0; //!< clockid_t of the processor time of the watched thread
    bool m_knowsBusy = false;
    std::mutex m_mutex; // guards the two below
    std::condition_variable m_changed;
    bool m_waiting = false; //!< a heartbeat is on its way
    bool m_stopping = false;
    std::thread m_thread; // last: it goes first
};

} // namespace hubdesk
