// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/accounts.h"
#include "core/hub/oauth.h"
#include "core/hub/users.h"
#include "core/net/hubclient.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace hubdesk {

//! What somebody wants to sign in with.
struct SignInRequest
{
    QUrl endpoint;
    QString name; //!< For the account; empty: the user's name.
    QString token;
    QString accountId; //!< The account whose token is replaced; empty: a new one.
    QString refreshToken = {}; //!< That came with the token, from a sign-in in the browser.
    QDateTime expiresAt = {}; //!< UTC; of such a token.
    QString sharedAs = {}; //!< Its name in the files of the other tools, when it comes from there.
    Account::Place place = Account::Place::Keychain;
};

//! Signs in to a Hub: asks it whose token it is, keeps the token, puts the account into use. With a
//! token, or with the browser (OAuth device flow). Nothing is kept before the Hub has said yes. GUI
//! thread.
class SignInController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInController)

public:
    enum class State {
        Idle,
        Checking, //!< The Hub is asked.
        Waiting, //!< For the user's decision in the browser.
        Keeping, //!< The keychain is asked.
        NoKeychain, //!< It cannot be kept there: the user chooses with keepIn().
        Failed,
        Done,
    };
    Q_ENUM(State)

    //! \a base: certificates, proxies and time-outs in force. \a deviceClientId: what the Hub knows
    //! Hubdesk by; empty: not at all. \a network: for tests; not owned.
    SignInController(Accounts *accounts, std::function<ClientConfig()> base,
                     std::function<QString()> deviceClientId = {},
                     QNetworkAccessManager *network = nullptr, QObject *parent = nullptr);
    ~SignInController() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! Whose token it is, once the Hub has said so.
    [[nodiscard]] const Identity &identity() const { return m_identity; }
    //! What to type in the browser, while Waiting.
    [[nodiscard]] const DeviceCode &deviceCode() const { return m_code; }
    //! Whether the browser can be offered: this needs an id that the Hub knows Hubdesk by.
    [[nodiscard]] bool hasBrowserSignIn() const;
    [[nodiscard]] QString accountId() const { return m_accountId; } //!< when Done

    void signIn(const SignInRequest &request);
    void signInWithBrowser(const SignInRequest &request);
    //! After NoKeychain: Session or TokenFile, or Keychain to try again.
    void keepIn(Account::Place place);
    //! Back to Idle; forgets the token.
    void cancel();

Q_SIGNALS:
    void stateChanged();
    //! The page for the code is to be opened.
    void pageWanted(const QUrl &page);

private:
    void setState(State state);
    void fail(const Error &error);
    [[nodiscard]] std::unique_ptr<HubClient> client(const QString &token) const;
    void check();
    void keep();
    void takeKept(const QString &id, const Result<void> &kept);
    void askForToken();
    void takeToken(const Result<OAuthToken> &token);

    Accounts *m_accounts;
    std::function<ClientConfig()> m_base;
    std::function<QString()> m_clientId;
    QNetworkAccessManager *m_network;
    SignInRequest m_request;
    Accounts::Secret m_secret;
    QDateTime m_expiresAt;
    QDateTime m_issuedAt; // of a token that the Hub has just made
    bool m_isOAuth = false;
    Identity m_identity;
    DeviceCode m_code;
    QElapsedTimer m_sinceCode;
    std::chrono::seconds m_interval{0};
    QTimer m_poll;
    QString m_accountId;
    std::optional<Error> m_error;
    State m_state = State::Idle;
    int m_run = 0; // answers of an earlier one do not count
    std::unique_ptr<HubClient> m_client;
    Call<Identity> m_who;
    Call<DeviceCode> m_codeCall;
    Call<OAuthToken> m_tokenCall;
};

} // namespace hubdesk
