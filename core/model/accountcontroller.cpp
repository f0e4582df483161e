// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/accountcontroller.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

AccountController::AccountController(HubClient *client, TokenSource tokenSource, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_tokenSource(std::move(tokenSource))
{
    connect(client, &HubClient::configChanged, this, [this] {
        const ClientConfig &now = m_client->config();
        if (m_state == State::Unknown || now.token != m_asked.token
            || now.endpoint != m_asked.endpoint || now.offline != m_asked.offline)
            ask();
        else
            Q_EMIT
        changed();
    });
}

QUrl AccountController::endpoint() const
{
    return m_client ? m_client->config().endpoint : QUrl();
}

bool AccountController::isOffline() const
{
    return m_client && m_client->config().offline;
}

QUrl AccountController::tokenPage() const
{
    QUrl url = endpoint();
    url.setPath(url.path() + u"/settings/tokens"_s);
    return url;
}

QString AccountController::text() const
{
    switch (m_state) {
    case State::SignedIn:
        return m_identity.name;
    case State::Checking:
    case State::Unknown:
        return tr("Checking the account");
    case State::Offline:
        return tr("Offline");
    case State::SignedOut:
        return tr("Not signed in");
    case State::Failed:
        return tr("Account unknown");
    }
    return {};
}

void AccountController::refresh()
{
    Q_EMIT
    aboutToRefresh();
    ask();
}

void AccountController::ask()
{
    if (!m_client)
        return;
    m_asked = m_client->config();
    m_error.reset();
    m_call = {};
    if (m_asked.offline) {
        setState(State::Offline);
        return;
    }
    if (m_asked.token.isEmpty()) {
        setState(State::SignedOut);
        return;
    }
    setState(State::Checking);
    m_call = m_client->send(WhoAmIRequest());
    m_call.then(this, [this](Result<Identity> identity) {
        if (identity) {
            m_identity = std::move(*identity);
            setState(State::SignedIn);
            return;
        }
        m_error = identity.error();
        if (m_error->kind == ErrorKind::Unauthorized)
            setState(State::SignedOut);
        else
            setState(m_error->kind == ErrorKind::Offline ? State::Offline : State::Failed);
    });
}

void AccountController::setState(State state)
{
    m_state = state;
    Q_EMIT
    changed();
}

} // namespace hubdesk
