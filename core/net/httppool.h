// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/proxyrules.h"
#include "core/net/truststore.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QNetworkProxy>

#include <memory>
#include <unordered_map>

namespace hubdesk {

class CurlMulti;

//! What bulk downloads of one thread share: open connections, proxies and trusted authorities.
//! Must outlive its HttpStreams.
//!
//! Bulk data goes through libcurl, everything else through Qt: on the same machine libcurl needs
//! half the processor time for a gigabyte over TLS and a fifth of it for a small file. It sends a
//! request again by itself only as long as nothing of the reply has come.
class HttpPool
{
public:
    explicit HttpPool(const ProxyVariables &proxies);
    ~HttpPool();
    HttpPool(const HttpPool &) = delete;
    HttpPool &operator=(const HttpPool &) = delete;

    //! For requests from now on.
    [[nodiscard]] const std::shared_ptr<CurlMulti> &connections() const { return m_connections; }
    //! Idle connections may be dead: requests from now on open new ones.
    void forgetConnections();
    //! By the variables, else by the system. Remembered for a moment, because asking the system may
    //! cost more than a request.
    [[nodiscard]] QNetworkProxy proxyFor(const QUrl &url);
    [[nodiscard]] TrustStore &trust() { return m_trust; }

private:
    struct Known
    {
        QNetworkProxy proxy;
        QDeadlineTimer until;
    };

    ProxyFactory m_proxies;
    std::unordered_map<QByteArray, Known> m_known; // by scheme, host and port
    TrustStore m_trust;
    std::shared_ptr<CurlMulti> m_connections;
};

} // namespace hubdesk
