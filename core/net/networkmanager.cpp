// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/networkmanager.h"

#include "core/net/proxyrules.h"

namespace hubdesk {

NetworkManager::NetworkManager(const ProxyVariables &proxies, QObject *parent)
    : QNetworkAccessManager(parent),
      m_proxies(proxies)
{
    setProxyFactory(new ProxyFactory(proxies)); // owned by the base class
}

NetworkManager::~NetworkManager() = default;

void NetworkManager::setProxies(const ProxyVariables &proxies)
{
    if (proxies == m_proxies)
        return;
    m_proxies = proxies;
    setProxyFactory(new ProxyFactory(proxies));
}

} // namespace hubdesk
