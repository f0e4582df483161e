// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/rawurl.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace hubdesk::localhub {

//! The addresses of a Hub: its own, the one that large files are read from, and that of the proxy
//! for tests.
enum class Port { Hub, Cdn, Proxy };

//! "hub", "cdn" or "proxy"
QString portName(Port port);

//! One request as it came over the wire; paths are never decoded before they are routed.
struct Request
{
    QByteArray method;
    QByteArray rawPath;
    QByteArray rawQuery;
    Query query;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< names in lower case
    QByteArray body;
    Port port = Port::Hub;
    bool tls = false;

    [[nodiscard]] QByteArray header(QByteArrayView lowerName) const;
    //! Path and query exactly as received.
    [[nodiscard]] QByteArray rawTarget() const;
    //! Scheme and authority that the client used, for links that must be absolute.
    [[nodiscard]] QByteArray origin() const;
    //! Path segments, still encoded; empty ones (double slashes) are dropped.
    [[nodiscard]] QByteArrayList segments() const;
    [[nodiscard]] bool isRead() const { return method == "GET" || method == "HEAD"; }
};

} // namespace hubdesk::localhub
