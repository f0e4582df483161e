// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/proxyscript.h"

#include "core/net/errormapping.h"
#include "core/net/proxyrules.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

QList<QNetworkProxy> proxiesFromScript(const QString &answer)
{
    if (answer.trimmed().isEmpty())
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    QList<QNetworkProxy> proxies;
    for (const QString &entry : answer.split(u';', Qt::SkipEmptyParts)) {
        const QStringList words = entry.simplified().split(u' ');
        const QString kind = words.first().toUpper();
        if (kind == "DIRECT"_L1 && words.size() == 1)
            proxies.append(QNetworkProxy(QNetworkProxy::NoProxy));
        if (words.size() != 2 || words.last().contains(u'@') || words.last().contains(u'/'))
            continue;
        QString scheme;
        if (kind == "PROXY"_L1 || kind == "HTTP"_L1)
            scheme = u"http"_s;
        else if (kind == "HTTPS"_L1)
            scheme = u"https"_s;
        else if (kind == "SOCKS"_L1 || kind == "SOCKS5"_L1 || kind == "SOCKS4"_L1)
            scheme = u"socks5h"_s;
        else
            continue;
        const QString text = scheme + "://"_L1 + words.last();
        if (proxyProblem(text).isEmpty())
            proxies.append(parsedProxy(text));
    }
    return proxies;
}

Error proxyScriptError(const QString &message, const QString &detail)
{
    Error error = failure(ErrorKind::Network, message, detail).error();
    error.code = kProxyScript;
    return error;
}

} // namespace hubdesk
