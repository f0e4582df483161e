// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/tokenchoice.h"
#include "core/hub/users.h"
#include "core/model/accountlistmodel.h"
#include "core/model/oauthrenewer.h"
#include "core/model/signincontroller.h"
#include "core/net/hubclient.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace hubdesk {

//! Who is signed in at the endpoint in force. Asks the Hub once per token and endpoint, because the
//! Hub limits the question strictly. GUI thread; \a client must outlive it or be destroyed last.
class AccountController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountController)

public:
    enum class State { Unknown, Checking, SignedIn, SignedOut, Offline, Failed };
    Q_ENUM(State)
    //! Which Hub is asked and as whom, as it is now.
    using Choice = std::function<TokenChoice()>;

    //! \a accounts: not owned. \a deviceClientId: see SignInController. \a network: for tests.
    AccountController(HubClient *client, Accounts *accounts, Choice choice,
                      const std::function<QString()> &deviceClientId = {},
                      QNetworkAccessManager *network = nullptr, QObject *parent = nullptr);
    ~AccountController() override;

    [[nodiscard]] Accounts *accounts() const { return m_accounts; }
    [[nodiscard]] HubClient *client() const { return m_client; }
    [[nodiscard]] AccountListModel *model() { return &m_model; }
    [[nodiscard]] SignInController *signIn() { return &m_signIn; }
    [[nodiscard]] TokenChoice choice() const { return m_choice(); }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Identity &identity() const { return m_identity; } //!< when SignedIn
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] QUrl endpoint() const;
    [[nodiscard]] bool isOffline() const;
    //! The Hub's page for making tokens.
    [[nodiscard]] QUrl tokenPage() const;
    //! "demo", "Not signed in", "Offline": for the top bar and the status bar.
    [[nodiscard]] QString text() const;
    //! Where the token comes from, in a word or two: "HF_TOKEN", "token file", the account's name
    //! when that is not text(). Empty: no token is sent.
    [[nodiscard]] QString sourceName() const;

    //! Where the token in use comes from, and what of it may surprise: one or two sentences.
    [[nodiscard]] QString sourceText() const;
    //! What stands in the way of the account that the user chose; empty: nothing.
    [[nodiscard]] QString warning() const;

    //! Asks again, whatever is known.
    void refresh();

Q_SIGNALS:
    void changed();
    //! "Check again" was asked for: the program reads the token files anew and sets the client's
    //! configuration before the question goes out.
    void aboutToRefresh();

private:
    void ask();
    void setState(State state);

    QPointer<HubClient> m_client;
    Accounts *m_accounts;
    Choice m_choice;
    AccountListModel m_model;
    SignInController m_signIn;
    OAuthRenewer m_renewer;
    ClientConfig m_asked;
    Call<Identity> m_call;
    Identity m_identity;
    std::optional<Error> m_error;
    State m_state = State::Unknown;
};

} // namespace hubdesk
