// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/environmentgroups.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace hubdesk {

//! The request attribute (text) by which prepareRequest() says that the certificate file of the
//! configuration is of no use.
constexpr auto kCaProblemAttribute = static_cast<QNetworkRequest::Attribute>(QNetworkRequest::User);

//! The code of replies to such requests, whose errorString() is that text: errorFromNetwork() makes
//! an ErrorKind::File of it. Qt itself has not used it since version 6.
constexpr auto kCaProblemError = QNetworkReply::NetworkSessionFailedError;

//! The network manager of every client of ours: uses the proxies of the environment, refuses
//! requests whose certificate file is of no use, and prints requests for HF_DEBUG (category
//! `app.hub.curl`).
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
    [[nodiscard]] QNetworkRequest withProxyLogin(const QNetworkRequest &request) const;

    ProxyVariables m_proxies;
};

} // namespace hubdesk
