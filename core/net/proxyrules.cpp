// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/proxyrules.h"

#include "core/log/categories.h"
#include "core/net/proxyscript.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kDefaultSocksPort = 1080;

//! Lower case, in the spelling of the DNS, without the dot of the root.
QString plainHost(const QString &host)
{
    QString plain = QString::fromLatin1(QUrl::toAce(host));
    if (plain.isEmpty()) // not a name of the DNS, e.g. an address
        plain = host.toLower();
    while (plain.endsWith(u'.'))
        plain.chop(1);
    return plain;
}

//! One entry of NO_PROXY, taken apart.
struct Entry
{
    QString host;
    int port = -1; //!< -1: any.

    explicit Entry(const QString &text)
    {
        static const QRegularExpression bracketed(uR"(^\[([^\]]+)\](?::(\d+))?$)"_s);
        static const QRegularExpression withPort(uR"(^([^:]+):(\d+)$)"_s);
        host = text;
        for (const auto *form : {&bracketed, &withPort}) {
            const auto match = form->match(text);
            if (!match.hasMatch())
                continue;
            host = match.captured(1);
            if (!match.captured(2).isEmpty())
                port = match.captured(2).toInt();
            break;
        }
        if (host.startsWith("*."_L1))
            host.remove(0, 2);
        while (host.startsWith(u'.'))
            host.remove(0, 1);
    }

    [[nodiscard]] bool matches(const QString &name, int namePort) const
    {
        if (host.isEmpty() || (port != -1 && port != namePort))
            return false;
        if (const QHostAddress address(name); !address.isNull()) {
            const bool isNetwork = host.contains(u'/');
            return isNetwork ? address.isInSubnet(QHostAddress::parseSubnet(host))
                             : address == QHostAddress(host);
        }
        const QString own = plainHost(host);
        return name == own || name.endsWith(u'.' + own);
    }
};

//! The value of a proxy variable, taken apart.
struct ProxyAddress
{
    QUrl url;

    explicit ProxyAddress(const QString &text)
        : url(text.contains("://"_L1) ? text : "http://"_L1 + text, QUrl::StrictMode)
    { }

    [[nodiscard]] bool isEncrypted() const { return url.scheme() == "https"_L1; }
    [[nodiscard]] bool isHttp() const
    {
        return !url.host().isEmpty() && (url.scheme() == "http"_L1 || isEncrypted());
    }
    [[nodiscard]] bool isSocks() const
    {
        static const QStringList schemes{u"socks"_s, u"socks4"_s, u"socks4a"_s, u"socks5"_s,
                                         u"socks5h"_s};
        return !url.host().isEmpty() && schemes.contains(url.scheme());
    }
    //! The proxy, not this machine.
    [[nodiscard]] bool looksUpNames() const
    {
        return url.scheme() == "socks5h"_L1 || url.scheme() == "socks4a"_L1;
    }
};

} // namespace

bool isProxyBypassed(const QString &none, const QUrl &url)
{
    static const QRegularExpression separator(u"[,\\s]+"_s);
    const QString name = plainHost(url.host());
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    const auto entries = none.split(separator, Qt::SkipEmptyParts);
    return std::ranges::any_of(entries, [&name, port](const QString &entry) {
        return entry == "*"_L1 || Entry(entry).matches(name, port);
    });
}

QString proxyProblem(const QString &text)
{
    const ProxyAddress address(text);
    if (!text.isEmpty() && !address.isHttp() && !address.isSocks())
        return u"it is not understood, so nothing is reached"_s;
    if (address.isEncrypted() && !address.url.userInfo().isEmpty())
        return u"the way to an https:// proxy is not encrypted, so its password stays here"_s;
    return {};
}

QNetworkProxy parsedProxy(const QString &text)
{
    const ProxyAddress address(text);
    const QUrl &url = address.url;
    if (!address.isHttp() && !address.isSocks())
        return {QNetworkProxy::HttpProxy, u"proxy.invalid"_s, 1};
    // The default ports of http and https, since that is what a URL without one means.
    const int standard = address.isSocks() ? kDefaultSocksPort : address.isEncrypted() ? 443 : 80;
    QNetworkProxy proxy(address.isSocks() ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                        url.host(), static_cast<quint16>(url.port(standard)));
    if (!address.isEncrypted()) {
        proxy.setUser(url.userName(QUrl::FullyDecoded));
        proxy.setPassword(url.password(QUrl::FullyDecoded));
    }
    if (address.isSocks() && !address.looksUpNames())
        proxy.setCapabilities(proxy.capabilities() & ~QNetworkProxy::HostNameLookupCapability);
    return proxy;
}

bool mustAskScript(const ProxyVariables &variables, const QUrl &url)
{
    return variables.script && !isProxyBypassed(variables.none, url)
        && variables.script->mustAsk(url);
}

bool mayTryNextProxy(const ProxyVariables &variables, const QUrl &url,
                     QNetworkReply::NetworkError code)
{
    const bool isOfProxy = code == QNetworkReply::ProxyConnectionRefusedError
        || code == QNetworkReply::ProxyNotFoundError || code == QNetworkReply::ProxyTimeoutError;
    return isOfProxy && variables.script && !isProxyBypassed(variables.none, url)
        && variables.script->giveUpOn(url);
}

std::optional<QNetworkProxy> proxyFor(const ProxyVariables &variables, const QUrl &url)
{
    if (isProxyBypassed(variables.none, url))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    if (variables.script) // asked ahead of the request; without an answer nothing is reached
        return variables.script->known(url).value_or(parsedProxy({}));
    const QString &own = url.scheme() == "https"_L1 ? variables.https : variables.http;
    const QString &chosen = own.isEmpty() ? variables.all : own;
    if (!chosen.isEmpty())
        return parsedProxy(chosen);
    if (variables.http.isEmpty() && variables.https.isEmpty())
        return std::nullopt;
    return QNetworkProxy(QNetworkProxy::NoProxy); // somebody chose, but not for this scheme
}

ProxyFactory::ProxyFactory(ProxyVariables variables)
    : m_variables(std::move(variables))
{
    const std::array named{std::pair{"http_proxy", &m_variables.http},
                           std::pair{"https_proxy", &m_variables.https},
                           std::pair{"all_proxy", &m_variables.all}};
    for (const auto &[name, value] : named) {
        if (const QString problem = proxyProblem(*value); !problem.isEmpty())
            qCWarning(lcHub).noquote() << "the value of" << name << "is a problem:" << problem;
    }
}

QList<QNetworkProxy> ProxyFactory::queryProxy(const QNetworkProxyQuery &query)
{
    if (const auto proxy = proxyFor(m_variables, query.url()))
        return {*proxy};
    return systemProxyForQuery(query);
}

} // namespace hubdesk
