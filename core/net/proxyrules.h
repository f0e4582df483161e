// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/environmentgroups.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QUrl>

#include <optional>

namespace hubdesk {

//! The meaning of the proxy variables, as curl and the official client read them. Pure.

//! True when NO_PROXY (\a none) says that \a url is reached directly. Entries are separated by
//! commas or spaces: a host (with everything below it, with or without a leading `.` or `*.`), an
//! address or network (`10.0.0.0/8`), each perhaps with `:port`, or `*` for everything.
[[nodiscard]] bool isProxyBypassed(const QString &none, const QUrl &url);

//! The proxy that \a text names: `host:port`, `http://`, `socks5://` (names are looked up here) or
//! `socks5h://` (the proxy looks them up), with `user:password@` if need be. `https://` is taken
//! for `http://`, without its password, because Qt cannot encrypt the way to a proxy; `socks4://`
//! for `socks5://`. What cannot be understood becomes a proxy that does not exist: a connection
//! past the proxy that somebody asked for would be worse than none.
[[nodiscard]] QNetworkProxy parsedProxy(const QString &text);

//! What parsedProxy() cannot do about \a text, for the log and without any part of it; empty: it
//! follows \a text to the letter.
[[nodiscard]] QString proxyProblem(const QString &text);

//! A request to \a url has to wait for ProxyScript::find() before proxyFor() knows its proxy.
[[nodiscard]] bool mustAskScript(const ProxyVariables &variables, const QUrl &url);

//! The way to the proxy for \a url failed with \a code. True: the script named another one besides,
//! which is used from now on, so that the request may be sent again; nobody has got it yet.
[[nodiscard]] bool mayTryNextProxy(const ProxyVariables &variables, const QUrl &url,
                                   QNetworkReply::NetworkError code);

//! What \a variables say about \a url; nothing when they name no proxy at all, so that the
//! system's settings decide.
[[nodiscard]] std::optional<QNetworkProxy> proxyFor(const ProxyVariables &variables,
                                                    const QUrl &url);

//! The rules above for a network manager, with the system's settings behind them. Owned by the
//! manager, used on its thread.
class ProxyFactory final : public QNetworkProxyFactory
{
public:
    //! Warns of values that cannot be followed to the letter.
    explicit ProxyFactory(ProxyVariables variables);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    ProxyVariables m_variables;
};

} // namespace hubdesk
