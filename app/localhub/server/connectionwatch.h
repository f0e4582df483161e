// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <atomic>

namespace hubdesk::localhub {

//! Lets a reply wait without holding up the end of the server or outliving its client.
class ConnectionWatch
{
public:
    ConnectionWatch(int socket, const std::atomic<bool> &stopping)
        : m_socket(socket),
          m_stopping(stopping)
    { }

    //! Waits; false as soon as the client is gone or the server is to stop. Negative: for ever.
    [[nodiscard]] bool wait(qint64 milliseconds) const;
    //! Ends the connection with a reset, after what was written has left this machine's queue.
    void reset() const;

private:
    int m_socket;
    const std::atomic<bool> &m_stopping;
};

} // namespace hubdesk::localhub
