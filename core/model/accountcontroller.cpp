// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/accountcontroller.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Everybody on the way can read what goes there.
bool isOpen(const QUrl &endpoint)
{
    return endpoint.scheme() == "http"_L1 && endpoint.host() != "localhost"_L1
        && !QHostAddress(endpoint.host()).isLoopback();
}

} // namespace

AccountController::AccountController(HubClient *client, Accounts *accounts, Choice choice,
                                     const std::function<QString()> &deviceClientId,
                                     QNetworkAccessManager *network, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_accounts(accounts),
      m_choice(std::move(choice)),
      m_model(accounts),
      m_signIn(
          accounts, [this] { return m_client ? m_client->config() : ClientConfig(); },
          deviceClientId, network),
      m_renewer(
          accounts, [this] { return m_client ? m_client->config() : ClientConfig(); },
          deviceClientId ? deviceClientId : [] { return QString(); }, network)
{
    connect(accounts, &Accounts::listChanged, this, &AccountController::changed);
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

AccountController::~AccountController() = default;

QString AccountController::sourceText() const
{
    const TokenChoice choice = m_choice();
    if (choice.isDisabled)
        return tr("HF_HUB_DISABLE_IMPLICIT_TOKEN is set: no token is sent.");
    switch (choice.source) {
    case TokenChoice::Source::None:
        return tr("No token is sent.");
    case TokenChoice::Source::Variable:
        return tr("The token comes from the environment variable %1.").arg(choice.sourceName);
    case TokenChoice::Source::File:
        return tr("The token comes from %1, which all Hugging Face tools read.")
            .arg(choice.sourceName);
    case TokenChoice::Source::Account:
        return tr("The token is that of the account “%1”.").arg(choice.sourceName);
    }
    return {};
}

QString AccountController::sourceName() const
{
    const TokenChoice choice = m_choice();
    if (choice.isDisabled)
        return {};
    switch (choice.source) {
    case TokenChoice::Source::None:
        return {};
    case TokenChoice::Source::Variable:
        return choice.sourceName;
    case TokenChoice::Source::File:
        return tr("token file");
    case TokenChoice::Source::Account:
        return choice.sourceName == text() ? QString() : choice.sourceName;
    }
    return {};
}

QString AccountController::warning() const
{
    const TokenChoice choice = m_choice();
    if (!choice.token.isEmpty() && isOpen(choice.endpoint))
        return tr("%1 is asked without encryption: everybody on the way can read the token.")
            .arg(endpointText(choice.endpoint));
    const Account *account = m_accounts->list().find(choice.accountId);
    if (!account) // the list itself, perhaps
        return m_accounts->problem() && m_accounts->list().accounts.empty()
            ? m_accounts->problem()->message
            : QString();
    if (choice.isShadowed)
        return tr("%1 is set and wins over the account “%2”. Start Hubdesk without the variable to "
                  "use the account.")
            .arg(choice.sourceName, account->name);
    if (choice.isElsewhere)
        return tr("The account “%1” belongs to %2. Its token is not sent to %3.")
            .arg(account->name, endpointText(account->endpoint), endpointText(choice.endpoint));
    if (m_accounts->isReady() && m_accounts->problem()
        && choice.source == TokenChoice::Source::Account && choice.token.isEmpty())
        return tr("The token of “%1” could not be read. %2")
            .arg(account->name, m_accounts->problem()->message);
    return expiryWarning(*account, QDateTime::currentDateTimeUtc());
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
    return tokenSettingsPage(endpoint());
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
            if (const TokenChoice choice = m_choice();
                choice.source == TokenChoice::Source::Account && choice.token == m_asked.token)
                m_accounts->updateIdentity(choice.accountId, m_identity);
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
