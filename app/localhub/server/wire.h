// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace hubdesk::localhub {

//! First line and headers of a message as they stand on the wire.
struct MessageHead
{
    QByteArray firstLine;
    QList<std::pair<QByteArray, QByteArray>> headers;

    static MessageHead parse(const QByteArray &bytes);
    //! Whatever the letter case; empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    void remove(QByteArrayView name);
    [[nodiscard]] QByteArray bytes() const;
};

//! One connected socket, owned, with what was read too far. Every wait ends when `stop` (a
//! descriptor that becomes readable) says so. For one thread.
class Wire
{
public:
    Wire(int socket, int stop)
        : m_socket(socket),
          m_stop(stop)
    { }
    ~Wire();
    Q_DISABLE_COPY_MOVE(Wire)

    [[nodiscard]] int socket() const { return m_socket; }

    //! The next message up to its empty line; nothing at the end of the connection, or when it is
    //! too long.
    std::optional<MessageHead> readHead();
    //! At most `max` bytes; empty at the end of the connection. Also ends when the other side of
    //! `peer` goes away, who is waiting for these bytes.
    QByteArray read(qint64 max, const Wire *peer = nullptr);
    bool write(QByteArrayView bytes);
    //! Reads bytes of a body and forgets them.
    bool skip(qint64 count);

private:
    [[nodiscard]] bool wait(short events, const Wire *peer) const;

    int m_socket;
    int m_stop;
    QByteArray m_ahead;
};

} // namespace hubdesk::localhub
