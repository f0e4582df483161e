// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>

#include <functional>
#include <memory>
#include <thread>

namespace hubdesk {

//! One thread that does disk work in order. A disk that hangs holds up the thread, never its
//! owner: what is under way after close() is left to itself, and may therefore use nothing but
//! what it captured by value.
class JournalThread
{
public:
    JournalThread();
    //! Without close(): waits for nothing.
    ~JournalThread();
    JournalThread(const JournalThread &) = delete;
    JournalThread &operator=(const JournalThread &) = delete;

    //! From the owner's thread.
    void run(std::function<void()> task);
    //! Waits for all tasks, at most until \a deadline. False: some are not done. Nothing may be
    //! run afterwards.
    bool close(QDeadlineTimer deadline);

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared;
    std::thread m_thread; // started by the first task
};

} // namespace hubdesk
