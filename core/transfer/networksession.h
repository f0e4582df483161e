// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/clientconfig.h"
#include "core/net/httppool.h"
#include "core/net/hubclient.h"

namespace hubdesk {

//! The network of one account on the transfer thread: a client for the few API calls of planning
//! and a pool of connections for bulk data, so that a question is never queued behind a
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
    [[nodiscard]] HttpPool *bulk() { return &m_bulk; }

private:
    HttpPool m_bulk;
    HubClient m_client;
};

} // namespace hubdesk
