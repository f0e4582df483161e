// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QHttpHeaders>
#include <QNetworkReply>
#include <QUrl>

namespace hubdesk {

//! Error::code of an encrypted connection that could not be made. It may be the page for signing in
//! to some network, or a certificate that is trusted later, so it is transient.
inline constexpr auto kTlsFailed = QLatin1StringView("TlsFailed");

//! Error::code of what else can go wrong on the way to a reply.
inline constexpr auto kNameNotFound = QLatin1StringView("NameNotFound");
inline constexpr auto kRefused = QLatin1StringView("ConnectionRefused");
inline constexpr auto kProxyRefused = QLatin1StringView("ProxyRefused");
inline constexpr auto kProxyLogin = QLatin1StringView("ProxyLogin");
inline constexpr auto kProxyScript = QLatin1StringView("ProxyScript");

//! The error for a reply with status 400 and above, by the order of reference files 1.13. \a url is
//! the one that answered; texts of the server pass redact().
[[nodiscard]] Error errorFromReply(int status, const QHttpHeaders &headers, const QByteArray &body,
                                   const QUrl &url, const QString &traceId);

//! The error for a request that got no (whole) reply.
[[nodiscard]] Error errorFromNetwork(QNetworkReply::NetworkError code, const QString &text,
                                     const QUrl &url, const QString &traceId);

//! Offline switch on: nothing was sent.
[[nodiscard]] Error offlineError();

//! Seconds until a 429 may be repeated: `RateLimit` when its remaining count is 0, else
//! `Retry-After` in whole seconds; -1 when neither says (reference: files 1.10, 1.12).
[[nodiscard]] int retryAfterSeconds(const QHttpHeaders &headers);

//! The server's own sentences: `X-Error-Message`, JSON `error` (text or list), `errors[].message`,
//! or a plain text body; each once, redacted, joined by newlines (reference: files 1.14).
[[nodiscard]] QString serverMessage(const QHttpHeaders &headers, const QByteArray &body);

//! `X-Request-Id`, else \a traceId.
[[nodiscard]] QString requestIdOf(const QHttpHeaders &headers, const QString &traceId);

} // namespace hubdesk
