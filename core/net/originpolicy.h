// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/clientconfig.h"

#include <QNetworkRequest>
#include <QUrl>

namespace hubdesk {

//! True when a request to \a to may carry the token that was meant for \a from: same scheme, host
//! and port, or the same host's upgrade from http (port 80) to https (port 443); reference:
//! files 1.8.
[[nodiscard]] bool sameOriginForToken(const QUrl &from, const QUrl &to);

//! Puts our headers, time-out policy and certificates on \a request. This is the only place that
//! writes `Authorization`: when \a withToken is set and ClientConfig::tokenFor() gives a token.
//! Redirects are left to the caller (manual policy). A certificate file that is of no use makes
//! NetworkManager refuse the request. Reads that file from the disk when nobody has yet, see
//! core/net/cafile.h.
void prepareRequest(QNetworkRequest &request, const ClientConfig &config, const QUrl &target,
                    bool withToken);

//! Where a reply's `Location` leads. \a current answered with it. Empty when it cannot be followed
//! (no URL, not http(s), https to http).
[[nodiscard]] QUrl redirectTarget(const QUrl &current, const QByteArray &location);

//! True when \a location has no host of its own: the kind a metadata HEAD follows.
[[nodiscard]] bool isRelativeRedirect(const QByteArray &location);

//! The metadata rule for relative redirects: only the path of \a location replaces the path of
//! \a current, whose query stays (reference: files 1.8).
[[nodiscard]] QUrl metadataRedirectTarget(const QUrl &current, const QByteArray &location);

constexpr int kMaxRedirects = 10;

} // namespace hubdesk
