// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/wire.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace hubdesk::localhub {

namespace {
constexpr qsizetype kHeadLimit = 64 * 1024;
constexpr qsizetype kBlock = 64 * 1024;
} // namespace

MessageHead MessageHead::parse(const QByteArray &bytes)
{
    MessageHead head;
    QByteArrayList lines = bytes.split('\n');
    head.firstLine = lines.takeFirst().trimmed();
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            head.headers.emplaceBack(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    return head;
}

QByteArray MessageHead::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

void MessageHead::remove(QByteArrayView name)
{
    headers.removeIf(
        [&](const auto &item) { return item.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QByteArray MessageHead::bytes() const
{
    QByteArray text = firstLine + "\r\n";
    for (const auto &[key, value] : headers)
        text += key + ": " + value + "\r\n";
    return text + "\r\n";
}

Wire::~Wire()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool Wire::wait(short events, const Wire *peer) const
{
    std::array<pollfd, 3> watched{
        pollfd{.fd = m_socket, .events = events, .revents = 0},
        pollfd{.fd = m_stop, .events = POLLIN, .revents = 0},
        pollfd{.fd = peer ? peer->m_socket : -1, .events = POLLRDHUP, .revents = 0}};
    int ready = 0;
    do {
        ready = ::poll(watched.data(), watched.size(), -1);
    } while (ready < 0 && errno == EINTR);
    return ready > 0 && watched[1].revents == 0 && watched[2].revents == 0;
}

QByteArray Wire::read(qint64 max, const Wire *peer)
{
    if (m_ahead.isEmpty()) {
        if (!wait(POLLIN, peer))
            return {};
        m_ahead.resize(kBlock);
        const ssize_t count = ::recv(m_socket, m_ahead.data(), static_cast<size_t>(kBlock), 0);
        m_ahead.truncate(std::max<qsizetype>(count, 0));
    }
    const qsizetype count = std::min<qsizetype>(max, m_ahead.size());
    const QByteArray bytes = m_ahead.first(count);
    m_ahead.remove(0, count);
    return bytes;
}

std::optional<MessageHead> Wire::readHead()
{
    QByteArray received;
    while (true) {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end >= 0) {
            m_ahead.prepend(received.sliced(end + 4));
            return MessageHead::parse(received.first(end));
        }
        if (received.size() > kHeadLimit)
            return {};
        const QByteArray more = read(kBlock);
        if (more.isEmpty())
            return {};
        received += more;
    }
}

bool Wire::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (!wait(POLLOUT, nullptr))
            return false;
        const ssize_t count = ::send(m_socket, bytes.data(), static_cast<size_t>(bytes.size()),
                                     MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        bytes = bytes.sliced(std::max<qsizetype>(count, 0));
    }
    return true;
}

bool Wire::skip(qint64 count)
{
    while (count > 0) {
        const QByteArray bytes = read(count);
        if (bytes.isEmpty())
            return false;
        count -= bytes.size();
    }
    return true;
}

} // namespace hubdesk::localhub
