// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/error.h"

#include <QFuture>
#include <QNetworkProxy>
#include <QString>
#include <QUrl>

#include <optional>

namespace hubdesk {

//! Something that decides by the address which proxy is used (a PAC file). Answers are asked for
//! ahead of a request, so that nobody waits for the script who must not. All functions may be
//! called from any thread.
class ProxyScript
{
public:
    ProxyScript() = default;
    ProxyScript(const ProxyScript &) = delete;
    ProxyScript &operator=(const ProxyScript &) = delete;
    virtual ~ProxyScript() = default;

    //! Whether find() has something to find out: no answer for the host of \a url, or an old one.
    [[nodiscard]] virtual bool mustAsk(const QUrl &url) const = 0;
    //! Works out the answer for \a url, elsewhere and within a bounded time; it is known() from
    //! then on. Fails with kProxyScript as Error::code.
    [[nodiscard]] virtual QFuture<Result<QNetworkProxy>> find(const QUrl &url) = 0;
    //! The last answer, without a look at the script.
    [[nodiscard]] virtual std::optional<QNetworkProxy> known(const QUrl &url) const = 0;
    //! What known() gives for \a url cannot be reached: for some minutes it comes behind the others
    //! that the script named. True: there is another one now.
    virtual bool giveUpOn(const QUrl &url) = 0;
};

//! The proxies in what a script returned, e.g. "PROXY a.test:8080; DIRECT", in its order; none when
//! it cannot be understood. `SOCKS` without number is taken for version 5, `HTTPS` is not encrypted
//! on the way to the proxy. An empty text is direct. Pure.
[[nodiscard]] QList<QNetworkProxy> proxiesFromScript(const QString &answer);

//! An error of a script, with kProxyScript.
[[nodiscard]] Error proxyScriptError(const QString &message, const QString &detail = {});

} // namespace hubdesk
