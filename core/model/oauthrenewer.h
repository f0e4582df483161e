// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/accounts.h"
#include "core/hub/oauth.h"
#include "core/net/hubclient.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace hubdesk {

//! Renews the tokens of sign-ins in the browser in good time, one after the other, of whichever
//! account. One that the official tools have, too, is renewed under their lock, and when they were
//! faster, theirs is taken over (reference: files 2.7). What the Hub refused for good is not tried
//! again; what else went wrong, after five minutes. GUI thread.
class OAuthRenewer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OAuthRenewer)

public:
    //! \a base: certificates, proxies and time-outs in force. \a clientId: what the Hub knows
    //! Hubdesk by; empty: nothing can be renewed. \a network: for tests; not owned.
    OAuthRenewer(Accounts *accounts, std::function<ClientConfig()> base,
                 std::function<QString()> clientId, QNetworkAccessManager *network = nullptr,
                 QObject *parent = nullptr);
    ~OAuthRenewer() override;

    //! Renews what is due now. Also happens by itself.
    void look();

    //! When the token of \a account should be another one: a day before it ends, or after half of
    //! its life if that is shorter. UTC; invalid: never.
    [[nodiscard]] static QDateTime dueAt(const Account &account);

private:
    [[nodiscard]] bool isDue(const Account &account, const QDateTime &now) const;
    void begin(const Account &account);
    void takeShared(const Accounts::SharedToken &shared);
    void ask();
    void takeToken(const Result<OAuthToken> &token);
    void keep(const Accounts::Secret &secret, const QDateTime &expiresAt);
    void end();

    Accounts *m_accounts;
    std::function<ClientConfig()> m_base;
    std::function<QString()> m_clientId;
    QNetworkAccessManager *m_network;
    QTimer m_again;
    QSet<QString> m_refused; // refresh tokens that the Hub does not take
    QSet<QString> m_tried; // since m_again last fired
    // Of the one that is being renewed
    QString m_id;
    QString m_refresh;
    StoredTokensLock::Pointer m_lock;
    std::unique_ptr<HubClient> m_client;
    Call<OAuthToken> m_call;
};

} // namespace hubdesk
