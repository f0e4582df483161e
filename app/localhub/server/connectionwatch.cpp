// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/connectionwatch.h"

#include <linux/sockios.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>

namespace hubdesk::localhub {

namespace {
constexpr qint64 kSliceMs = 10;
constexpr qint64 kDrainMs = 2000;
} // namespace

bool ConnectionWatch::wait(qint64 milliseconds) const
{
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    while (!m_stopping.load()) {
        const auto elapsed =
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
        const qint64 left = milliseconds < 0 ? kSliceMs : milliseconds - elapsed.count();
        if (left <= 0)
            return true;
        pollfd watched{.fd = m_socket, .events = POLLRDHUP, .revents = 0};
        const int ready = ::poll(&watched, 1, static_cast<int>(std::min(left, kSliceMs)));
        if (ready > 0 && (watched.revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)) != 0)
            return false;
    }
    return false;
}

void ConnectionWatch::reset() const
{
    // A reset throws away what was not sent yet, so the queue has to be empty first.
    for (qint64 waited = 0; waited < kDrainMs; waited += kSliceMs) {
        int queued = 0;
        if (::ioctl(m_socket, SIOCOUTQ, &queued) != 0 || queued == 0)
            break;
        if (!wait(kSliceMs))
            break;
    }
    // Dissolving the association of a TCP socket makes Linux send the reset at once, without the
    // orderly end that closing the socket would send first.
    sockaddr none{};
    none.sa_family = AF_UNSPEC;
    (void)::connect(m_socket, &none, sizeof(none));
}

} // namespace hubdesk::localhub
