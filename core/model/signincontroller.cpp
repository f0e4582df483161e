// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/signincontroller.h"

#include "core/account/signin.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kSlower = std::chrono::seconds(5); // reference: files 2.6

} // namespace

SignInController::SignInController(Accounts *accounts, std::function<ClientConfig()> base,
                                   std::function<QString()> deviceClientId,
                                   QNetworkAccessManager *network, QObject *parent)
    : QObject(parent),
      m_accounts(accounts),
      m_base(std::move(base)),
      m_clientId(std::move(deviceClientId)),
      m_network(network)
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &SignInController::askForToken);
}

SignInController::~SignInController() = default;

bool SignInController::hasBrowserSignIn() const
{
    return m_clientId && !m_clientId().isEmpty();
}

void SignInController::setState(State state)
{
    m_state = state;
    Q_EMIT
    stateChanged();
}

void SignInController::fail(const Error &error)
{
    m_secret = {};
    m_error = error;
    setState(State::Failed);
}

std::unique_ptr<HubClient> SignInController::client(const QString &token) const
{
    ClientConfig config = m_base();
    config.forgetTokens(); // of others: nobody else's token goes to this Hub
    config.endpoint = m_request.endpoint;
    config.token = token;
    return std::make_unique<HubClient>(config, m_network);
}

void SignInController::cancel()
{
    ++m_run;
    m_poll.stop();
    m_who = {};
    m_codeCall = {};
    m_tokenCall = {};
    m_client.reset();
    m_secret = {};
    m_request = {};
    m_error.reset();
    m_code = {};
    m_isOAuth = false;
    m_expiresAt = {};
    m_issuedAt = {};
    setState(State::Idle);
}

void SignInController::signIn(const SignInRequest &request)
{
    cancel();
    m_request = request;
    m_secret = {Environment::cleanToken(request.token), request.refreshToken};
    m_request.token.clear();
    m_isOAuth = !request.refreshToken.isEmpty();
    m_expiresAt = request.expiresAt;
    if (const auto usable = checkTokenText(m_secret.token); !usable)
        return fail(usable.error());
    check();
}

void SignInController::check()
{
    m_client = client(m_secret.token);
    const int run = m_run;
    setState(State::Checking);
    if (run != m_run)
        return; // somebody who heard of it gave up
    m_who = m_client->send(WhoAmIRequest());
    m_who.then(this, [this](const Result<Identity> &identity) {
        if (!identity)
            return fail(identity.error());
        if (const auto usable = checkTokenOwner(*identity); !usable)
            return fail(usable.error());
        m_identity = *identity;
        keep();
    });
}

void SignInController::keepIn(Account::Place place)
{
    if (m_state != State::NoKeychain)
        return;
    m_request.place = place;
    keep();
}

void SignInController::keep()
{
    m_error.reset();
    const int run = m_run;
    setState(State::Keeping);
    if (run != m_run)
        return;
    const Account *known = m_accounts->list().find(m_request.accountId);
    Account account = known ? *known : Account();
    account.endpoint = m_request.endpoint;
    account.place = m_request.place;
    account.isOAuth = m_isOAuth;
    account.update(m_identity, QDateTime::currentDateTimeUtc());
    account.issuedAt = m_issuedAt;
    if (m_isOAuth) {
        account.expiresAt = m_expiresAt;
        // Whoever renews it takes it from the others, unless it is written back.
        if (!m_request.sharedAs.isEmpty()) {
            account.isShared = true;
            account.sharedAs = m_request.sharedAs;
        }
    }
    if (!m_request.name.isEmpty())
        account.name = m_request.name;
    else if (account.name.isEmpty())
        account.name = m_identity.name;
    if (account.id.isEmpty())
        account.id = Accounts::newId();
    const auto answered = [self = QPointer(this), accounts = m_accounts, run, id = account.id,
                           former = m_accounts->list().activeId,
                           isNew = !known](const Result<void> &kept) {
        // Given up meanwhile: what nobody wants any more is not kept, and not used instead of what
        // was in use.
        if (!self || run != self->m_run) {
            if (kept && accounts->list().activeId == id)
                accounts->activate(former);
            if (kept && isNew)
                accounts->signOut(id, [](const Result<void> &) { });
            return;
        }
        self->takeKept(id, kept);
    };
    m_accounts->add(account, m_secret, answered);
}

void SignInController::takeKept(const QString &id, const Result<void> &kept)
{
    if (kept) {
        m_accountId = id;
        m_secret = {};
        return setState(State::Done);
    }
    if (m_request.place != Account::Place::Keychain)
        return fail(kept.error());
    m_error = kept.error();
    setState(State::NoKeychain);
}

void SignInController::signInWithBrowser(const SignInRequest &request)
{
    cancel();
    m_request = request;
    m_isOAuth = true;
    m_client = client({});
    const int run = m_run;
    setState(State::Checking);
    if (run != m_run)
        return;
    m_codeCall = m_client->send(DeviceCodeRequest{m_clientId()});
    m_codeCall.then(this, [this](const Result<DeviceCode> &code) {
        if (!code)
            return fail(code.error());
        m_code = *code;
        m_interval = code->interval;
        m_sinceCode.start();
        m_poll.start(m_interval);
        const QUrl page = m_code.page;
        const int now = m_run;
        setState(State::Waiting);
        if (now == m_run)
            Q_EMIT
        pageWanted(page);
    });
}

void SignInController::askForToken()
{
    m_tokenCall = m_client->send(OAuthTokenRequest{m_clientId(), m_code.deviceCode, {}});
    m_tokenCall.then(this, [this](const Result<OAuthToken> &token) { takeToken(token); });
}

void SignInController::takeToken(const Result<OAuthToken> &token)
{
    if (token) {
        m_secret = {token->token, token->refreshToken};
        m_issuedAt = QDateTime::currentDateTimeUtc();
        if (token->lifetime.count() > 0)
            m_expiresAt = m_issuedAt.addSecs(token->lifetime.count());
        return check();
    }
    Error error = token.error();
    switch (deviceFailure(error)) {
    case DeviceFailure::SlowDown:
        m_interval += kSlower;
        [[fallthrough]];
    case DeviceFailure::Pending:
        if (!m_sinceCode.hasExpired(std::chrono::milliseconds(m_code.lifetime).count()))
            return m_poll.start(m_interval);
        [[fallthrough]];
    case DeviceFailure::Expired:
        error.message = tr("The code has expired. Start again to get a new one.");
        return fail(error);
    case DeviceFailure::Denied:
        error.message = tr("The sign-in was refused in the browser.");
        return fail(error);
    case DeviceFailure::Final:
        return fail(error);
    }
}

} // namespace hubdesk
