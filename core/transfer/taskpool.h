// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRunnable>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace hubdesk {

//! Worker threads for hashes and disk work. Tasks and what they capture are handed over under a
//! mutex of ours, so that a sanitizer sees the order of events even where Qt itself is not
//! instrumented.
class TaskPool
{
public:
    explicit TaskPool(int threads);
    //! Waits for all tasks.
    ~TaskPool();
    TaskPool(const TaskPool &) = delete;
    TaskPool &operator=(const TaskPool &) = delete;

    //! Runs \a task on one of the threads, soon. From any thread.
    void run(std::function<void()> task);
    //! False when tasks are still under way after \a milliseconds.
    bool waitForDone(int milliseconds);

private:
    //! What the threads are started with: one object for all tasks, made before any of them, so
    //! that nothing is handed over where a sanitizer cannot see it.
    class Runner final : public QRunnable
    {
    public:
        explicit Runner(TaskPool *pool)
            : m_pool(pool)
        {
            setAutoDelete(false);
        }
        void run() override { m_pool->runNext(); }

    private:
        TaskPool *m_pool;
    };

    void runNext();

    std::mutex m_mutex;
    std::deque<std::function<void()>> m_tasks;
    Runner m_runner{this};
    QThreadPool m_pool;
};

//! Tasks of one file: run in the pool, one after the other, in the order of run().
//! Keep it in a shared_ptr; queued tasks hold a reference.
class Strand : public std::enable_shared_from_this<Strand>
{
public:
    explicit Strand(TaskPool *pool)
        : m_pool(pool)
    { }

    void run(std::function<void()> task);

private:
    void work();

    TaskPool *m_pool;
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_tasks;
    bool m_busy = false;
};

} // namespace hubdesk
