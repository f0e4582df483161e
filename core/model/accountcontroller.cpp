// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/accountcontroller.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kRenewBefore = 24 * 3600; // seconds, as the official client (reference: files 2.7)
constexpr auto kLookAgain = std::chrono::minutes(5);

} // namespace

AccountController::AccountController(HubClient *client, Accounts *accounts, Choice choice,
                                     const QString &deviceClientId, QNetworkAccessManager *network,
                                     QObject *parent)
    : QObject(parent),
      m_client(client),
      m_accounts(accounts),
      m_choice(std::move(choice)),
      m_model(accounts),
      m_signIn(
          accounts, [this] { return m_client ? m_client->config() : ClientConfig(); },
          deviceClientId, network),
      m_deviceClientId(deviceClientId),
      m_network(network)
{
    connect(accounts, &Accounts::listChanged, this, &AccountController::changed);
    connect(accounts, &Accounts::ready, this, &AccountController::renewOAuth);
    connect(accounts, &Accounts::credentialsChanged, this, &AccountController::renewOAuth);
    connect(&m_renewTimer, &QTimer::timeout, this, &AccountController::renewOAuth);
    m_renewTimer.start(kLookAgain);
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

QString AccountController::warning() const
{
    const TokenChoice choice = m_choice();
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

//! Tokens of a browser's sign-in last for some weeks; what came along renews them.
void AccountController::renewOAuth()
{
    const Account *account = m_accounts->list().active();
    if (!account || !account->isOAuth || !account->expiresAt.isValid() || m_renewer || !m_client
        || m_client->config().offline || m_deviceClientId.isEmpty()
        || QDateTime::currentDateTimeUtc().secsTo(account->expiresAt) > kRenewBefore)
        return;
    const QString refresh = m_accounts->refreshToken(account->id);
    if (refresh.isEmpty() || refresh == m_refused)
        return;
    ClientConfig config = m_client->config();
    config.forgetTokens();
    config.endpoint = account->endpoint;
    m_renewer = std::make_unique<HubClient>(config, m_network);
    m_renewal = m_renewer->send(OAuthTokenRequest{m_deviceClientId, {}, refresh});
    m_renewal.then(this, [this, id = account->id, refresh](const Result<OAuthToken> &token) {
        if (!token) {
            m_renewer.release()->deleteLater(); // it is calling us
            // What the Hub refused once it will refuse again; else it is asked again in a while.
            if (deviceFailure(token.error()) != DeviceFailure::Pending)
                m_refused = refresh;
            return;
        }
        const QDateTime expiry = token->lifetime.count() > 0
            ? QDateTime::currentDateTimeUtc().addSecs(token->lifetime.count())
            : QDateTime();
        m_accounts->renew(
            id, {token->token, token->refreshToken.isEmpty() ? refresh : token->refreshToken},
            expiry, [self = QPointer(this)](const Result<void> &) {
                if (self && self->m_renewer)
                    self->m_renewer.release()->deleteLater();
            });
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
