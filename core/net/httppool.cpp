// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httppool.h"

#include "core/net/curlmulti.h"

#include <QNetworkProxyQuery>

#include <chrono>

namespace hubdesk {

namespace {

constexpr auto kRemembered = std::chrono::seconds(15);

} // namespace

HttpPool::HttpPool(const ProxyVariables &proxies)
    : m_proxies(proxies),
      m_connections(std::make_shared<CurlMulti>())
{ }

HttpPool::~HttpPool() = default;

void HttpPool::forgetConnections()
{
    // Requests that are still under way keep the old one alive.
    m_connections = std::make_shared<CurlMulti>();
    m_known.clear();
}

QNetworkProxy HttpPool::proxyFor(const QUrl &url)
{
    const QByteArray origin =
        url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery);
    const auto it = m_known.find(origin);
    if (it != m_known.end() && !it->second.until.hasExpired())
        return it->second.proxy;
    const auto found = m_proxies.queryProxy(QNetworkProxyQuery(url));
    const QNetworkProxy proxy =
        found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.first();
    m_known.insert_or_assign(origin, Known{proxy, QDeadlineTimer(kRemembered)});
    return proxy;
}

} // namespace hubdesk
