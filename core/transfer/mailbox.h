// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtClassHelperMacros>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class QObject;

namespace hubdesk {

//! The way into a thread with an event loop: functions posted from any thread run on the thread
//! that made the mailbox, in order. Many posts are one event, as far as a few milliseconds
//! reach; the rest goes on behind timers and input. Messages pass under a mutex of ours,
//! so that a sanitizer sees the order of events even where Qt itself is not instrumented. Keep it
//! in a shared_ptr.
class Mailbox : public std::enable_shared_from_this<Mailbox>
{
    Q_DISABLE_COPY_MOVE(Mailbox)

public:
    Mailbox();
    //! Last reference may go on any thread once close() was called on the owner's.
    ~Mailbox();

    //! From any thread; nothing happens after close().
    void post(std::function<void()> message);
    //! On the owner's thread: what is still waiting is dropped, later posts are ignored.
    void close();

private:
    class Receiver;
    void deliver();

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_messages;
    Receiver *m_receiver; //!< Null after close().
    bool m_awake = false;
};

} // namespace hubdesk
