// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/taskpool.h"

#include <utility>

namespace hubdesk {

TaskPool::TaskPool(int threads)
{
    m_pool.setMaxThreadCount(threads);
}

TaskPool::~TaskPool()
{
    m_pool.waitForDone();
    // Handshake with the last task's thread, see runNext().
    const std::scoped_lock lock(m_mutex);
}

void TaskPool::run(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_pool.start(&m_runner);
}

bool TaskPool::waitForDone(int milliseconds)
{
    return m_pool.waitForDone(milliseconds);
}

void TaskPool::runNext()
{
    std::function<void()> task;
    {
        const std::scoped_lock lock(m_mutex);
        task = std::move(m_tasks.front());
        m_tasks.pop_front();
    }
    task();
    task = nullptr; // what it captured goes before the handshake
    const std::scoped_lock lock(m_mutex);
}

void Strand::run(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
        if (std::exchange(m_busy, true))
            return;
    }
    m_pool->run([self = shared_from_this()] { self->work(); });
}

void Strand::work()
{
    while (true) {
        std::function<void()> task;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_tasks.empty()) {
                m_busy = false;
                return;
            }
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

} // namespace hubdesk
