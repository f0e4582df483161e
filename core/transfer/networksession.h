// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/clientconfig.h"
#include "core/net/hubclient.h"
#include "core/net/networkmanager.h"

namespace hubdesk {

//! The network of one account on the transfer thread: a client for the few API calls of planning
//! and a network manager of its own for bulk data, so that a question is never queued behind a
//! download.
class NetworkSession
{
public:
    explicit NetworkSession(const ClientConfig &config)
        : m_bulk(config.proxies),
          m_client(config)
    { }

    [[nodiscard]] const ClientConfig &config() const { return m_client.config(); }
    [[nodiscard]] HubClient *client() { return &m_client; }
    [[nodiscard]] QNetworkAccessManager *bulk() { return &m_bulk; }

private:
    NetworkManager m_bulk;
    HubClient m_client;
};

} // namespace hubdesk
