// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/oauthrenewer.h"

#include "core/log/categories.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kBefore = 24 * 3600; // seconds, as the official client
constexpr auto kLookAgain = std::chrono::minutes(5);

} // namespace

OAuthRenewer::OAuthRenewer(Accounts *accounts, std::function<ClientConfig()> base,
                           std::function<QString()> clientId, QNetworkAccessManager *network,
                           QObject *parent)
    : QObject(parent),
      m_accounts(accounts),
      m_base(std::move(base)),
      m_clientId(std::move(clientId)),
      m_network(network)
{
    connect(accounts, &Accounts::ready, this, &OAuthRenewer::look);
    connect(accounts, &Accounts::loaded, this, &OAuthRenewer::look);
    connect(accounts, &Accounts::credentialsChanged, this, &OAuthRenewer::look);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_tried.clear();
        look();
    });
    m_again.start(kLookAgain);
}

OAuthRenewer::~OAuthRenewer() = default;

QDateTime OAuthRenewer::dueAt(const Account &account)
{
    if (!account.isOAuth || !account.expiresAt.isValid())
        return {};
    qint64 before = kBefore;
    if (account.issuedAt.isValid())
        before = std::clamp<qint64>(account.issuedAt.secsTo(account.expiresAt) / 2, 0, kBefore);
    return account.expiresAt.addSecs(-before);
}

bool OAuthRenewer::isDue(const Account &account, const QDateTime &now) const
{
    const QDateTime due = dueAt(account);
    const QString refresh = m_accounts->refreshToken(account.id);
    return due.isValid() && due <= now && !refresh.isEmpty() && !m_refused.contains(refresh)
        && !m_tried.contains(refresh);
}

void OAuthRenewer::look()
{
    if (!m_id.isEmpty() || m_clientId().isEmpty() || m_base().offline)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto &all = m_accounts->list().accounts;
    const auto due =
        std::ranges::find_if(all, [&](const Account &account) { return isDue(account, now); });
    if (due != all.end())
        begin(Account(*due));
}

void OAuthRenewer::begin(const Account &account)
{
    m_id = account.id;
    m_refresh = m_accounts->refreshToken(account.id);
    m_tried.insert(m_refresh);
    if (!account.isShared)
        return ask();
    m_accounts->holdShared(m_id,
                           [self = QPointer(this)](const Result<Accounts::SharedToken> &shared) {
                               if (!self)
                                   return;
                               if (shared)
                                   self->takeShared(*shared);
                               else
                                   self->end();
                           });
}

void OAuthRenewer::takeShared(const Accounts::SharedToken &shared)
{
    if (shared.lock->isBusy())
        return end(); // somebody may be at it right now
    m_lock = shared.lock;
    const auto &entry = shared.entry;
    if (entry && !entry->token.isEmpty() && entry->token != m_accounts->token(m_id))
        keep({entry->token, entry->refreshToken}, entry->expiresAt);
    else
        ask();
}

void OAuthRenewer::ask()
{
    const Account *account = m_accounts->list().find(m_id);
    if (!account)
        return end();
    ClientConfig config = m_base();
    config.forgetTokens();
    config.endpoint = account->endpoint;
    m_client = std::make_unique<HubClient>(config, m_network);
    m_call = m_client->send(OAuthTokenRequest{m_clientId(), {}, m_refresh});
    m_call.then(this, [this](const Result<OAuthToken> &token) { takeToken(token); });
}

void OAuthRenewer::takeToken(const Result<OAuthToken> &token)
{
    if (token) {
        const QDateTime expiry = token->lifetime.count() > 0
            ? QDateTime::currentDateTimeUtc().addSecs(token->lifetime.count())
            : QDateTime();
        return keep({token->token, token->refreshToken.isEmpty() ? m_refresh : token->refreshToken},
                    expiry);
    }
    qCWarning(lcHub).noquote() << "a sign-in could not be renewed:" << token.error().message;
    if (deviceFailure(token.error()) != DeviceFailure::Pending)
        m_refused.insert(m_refresh);
    end();
}

void OAuthRenewer::keep(const Accounts::Secret &secret, const QDateTime &expiresAt)
{
    m_accounts->renew(m_id, secret, expiresAt, [self = QPointer(this)](const Result<void> &) {
        if (self)
            self->end();
    });
}

void OAuthRenewer::end()
{
    m_id.clear();
    m_refresh.clear();
    m_lock.reset();
    if (m_client)
        m_client.release()->deleteLater(); // it may be calling us
    QMetaObject::invokeMethod(this, &OAuthRenewer::look, Qt::QueuedConnection);
}

} // namespace hubdesk
