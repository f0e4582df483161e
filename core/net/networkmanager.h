// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/environmentgroups.h"

#include <QNetworkAccessManager>

namespace hubdesk {

//! The network manager of every client of ours: uses the proxies of the environment and prints
//! requests for HF_DEBUG (category `app.hub.curl`).
class NetworkManager final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkManager)

public:
    explicit NetworkManager(const ProxyVariables &proxies, QObject *parent = nullptr);
    ~NetworkManager() override;

    //! For requests from now on.
    void setProxies(const ProxyVariables &proxies);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    ProxyVariables m_proxies;
};

} // namespace hubdesk
