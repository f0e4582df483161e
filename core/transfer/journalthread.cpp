// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/journalthread.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace hubdesk {

//! Held by both sides, so that a thread that was left behind still finds it.
struct JournalThread::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> tasks;
    bool isClosing = false;
    bool hasEnded = false;

    void work()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return isClosing || !tasks.empty(); });
            if (tasks.empty())
                break;
            auto task = std::move(tasks.front());
            tasks.pop_front();
            lock.unlock();
            task();
            task = nullptr; // what it captured goes before the next one
            lock.lock();
        }
        hasEnded = true;
        changed.notify_all();
    }
};

JournalThread::JournalThread()
    : m_shared(std::make_shared<Shared>())
{ }

JournalThread::~JournalThread()
{
    close(QDeadlineTimer(0));
}

void JournalThread::run(std::function<void()> task)
{
    const std::scoped_lock lock(m_shared->mutex);
    if (m_shared->isClosing)
        return;
    m_shared->tasks.push_back(std::move(task));
    if (!m_thread.joinable())
        m_thread = std::thread([shared = m_shared] { shared->work(); });
    m_shared->changed.notify_all();
}

bool JournalThread::close(QDeadlineTimer deadline)
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->isClosing = true;
    m_shared->changed.notify_all();
    if (!m_thread.joinable())
        return true;
    const bool inTime =
        m_shared->changed.wait_until(lock, deadline.deadline<std::chrono::steady_clock>(),
                                     [this] { return m_shared->hasEnded; });
    if (!inTime)
        m_shared->tasks.clear(); // the disk is not to be asked again
    lock.unlock();
    if (inTime)
        m_thread.join();
    else
        m_thread.detach();
    return inTime;
}

} // namespace hubdesk
