// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/users.h"
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
    //! Name of the variable or path of the file that the token comes from; empty: there is none.
    using TokenSource = std::function<QString()>;

    AccountController(HubClient *client, TokenSource tokenSource, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Identity &identity() const { return m_identity; } //!< when SignedIn
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] QString tokenSource() const
    {
        return m_tokenSource ? m_tokenSource() : QString();
    }
    [[nodiscard]] QUrl endpoint() const;
    [[nodiscard]] bool isOffline() const;
    //! The Hub's page for making tokens.
    [[nodiscard]] QUrl tokenPage() const;
    //! "demo", "Not signed in", "Offline": for the top bar and the status bar.
    [[nodiscard]] QString text() const;

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
    TokenSource m_tokenSource;
    ClientConfig m_asked;
    Call<Identity> m_call;
    Identity m_identity;
    std::optional<Error> m_error;
    State m_state = State::Unknown;
};

} // namespace hubdesk
