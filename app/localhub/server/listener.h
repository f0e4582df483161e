// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <expected>

namespace hubdesk::localhub {

//! A listening socket, which belongs to whoever asked for it.
struct Listener
{
    int socket = -1;
    quint16 port = 0;
};

//! Listens; port 0 takes a free one. A sentence on failure.
std::expected<Listener, QString> listenOn(const QHostAddress &address, quint16 port);

} // namespace hubdesk::localhub
