// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/error.h"

#include <QString>

namespace hubdesk {

//! Where on the way to a Hub something can go wrong, in the order of the way.
enum class EndpointHop {
    None, //!< Nothing did.
    Address, //!< It is no address of a Hub.
    NameLookup,
    ProxyScript,
    ProxyConnection, //!< The proxy cannot be found or does not take connections.
    ProxyLogin,
    Connection,
    Certificate,
    Http, //!< Connected, but no proper reply.
    NotAHub, //!< Answers, but not as a Hub does.
    Token,
};

//! What became of trying an endpoint.
struct EndpointReport
{
    bool reached = false; //!< It answers as a Hub does.
    EndpointHop hop = EndpointHop::None; //!< What failed.
    QString text; //!< One sentence for the user.
    QString advice; //!< What to do, one sentence; may be empty.
    Error error; //!< When not reached.

    bool operator==(const EndpointReport &) const = default;
};

//! Name of \a hop, translated: "Name lookup".
[[nodiscard]] QString hopName(EndpointHop hop);

//! The report on \a host for the first request's \a error. \a withToken: a token went along. Pure.
[[nodiscard]] EndpointReport failedReport(const Error &error, const QString &host, bool withToken);
//! The same for a hop that was found by other means.
[[nodiscard]] EndpointReport failedReport(EndpointHop hop, const Error &error, const QString &host);

} // namespace hubdesk
