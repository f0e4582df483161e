// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Accounts that keeps, reads and removes the tokens themselves.

#include "core/account/accounts.h"

#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

// The name of a secret in the keychain: the account's id, with this for what renews it.
constexpr auto kRefresh = "/refresh"_L1;

} // namespace

void Accounts::keepSecret(const Account &account, const Secret &secret, Kept done)
{
    switch (account.place) {
    case Account::Place::Session:
        QTimer::singleShot(0, this, [account, done] { done(account); });
        return;
    case Account::Place::TokenFile:
        return writeShared(account, secret, std::move(done));
    case Account::Place::Keychain:
        break;
    }
    const QPointer<Accounts> self(this);
    const auto keepToken = [self, account, token = secret.token, done] {
        self->m_store->write(account.id, token, [self, account, done](const Result<void> &kept) {
            if (self)
                done(kept.transform([&] { return account; }));
        });
    };
    if (secret.refreshToken.isEmpty())
        return keepToken();
    // What renews comes first: with it the token can be had again, and not the other way round.
    m_store->write(account.id + kRefresh, secret.refreshToken,
                   [self, keepToken, done](const Result<void> &kept) {
                       if (!self)
                           return;
                       if (kept)
                           keepToken();
                       else
                           done(std::unexpected(kept.error()));
                   });
}

void Accounts::dropSecret(const Account &account, Done done)
{
    m_tokens.remove(account.id);
    if (account.place != Account::Place::Keychain)
        return done({});
    const QPointer<Accounts> self(this);
    m_store->remove(
        account.id,
        [self, id = account.id, isOAuth = account.isOAuth, done](const Result<void> &removed) {
            if (!self)
                return;
            if (!removed || !isOAuth)
                return done(removed);
            self->m_store->remove(id + kRefresh, [self, done](const Result<void> &alsoRemoved) {
                if (self)
                    done(alsoRemoved);
            });
        });
}

//! What a token that was replaced leaves behind in the keychain.
void Accounts::dropFormer(const Account &before, const Account &now)
{
    if (before.id.isEmpty() || before.place != Account::Place::Keychain)
        return;
    if (now.place != Account::Place::Keychain)
        m_store->remove(now.id, [](const Result<void> &) { });
    if (before.isOAuth && (!now.isOAuth || now.place != Account::Place::Keychain))
        m_store->remove(now.id + kRefresh, [](const Result<void> &) { });
}

void Accounts::readToken(const QString &id, Token done)
{
    const Account *account = m_list.find(id);
    if (!account)
        return done(failure(ErrorKind::NotFound, tr("There is no such account any more.")));
    if (const QString known = token(id); !known.isEmpty())
        return done(known);
    if (account->place == Account::Place::TokenFile) {
        inPool<Result<std::optional<StoredToken>>>(
            [files = m_files, name = account->sharedAs] { return files.stored(name); },
            [this, id, done](const Result<std::optional<StoredToken>> &entry) {
                if (!entry)
                    return done(std::unexpected(entry.error()));
                if (!entry->has_value() || (*entry)->token.isEmpty())
                    return done(failure(ErrorKind::NotFound,
                                        tr("%1 does not have the token of this account any more.")
                                            .arg(m_files.storedPath())));
                m_tokens[id] = {(*entry)->token, (*entry)->refreshToken};
                done((*entry)->token);
            });
        return;
    }
    const QPointer<Accounts> self(this);
    m_store->read(id, [self, id, isOAuth = account->isOAuth, done](const Result<QString> &secret) {
        if (!self)
            return;
        if (!secret)
            return done(secret);
        self->m_tokens[id].token = *secret;
        if (!isOAuth)
            return done(secret);
        self->m_store->read(id + kRefresh,
                            [self, id, secret, done](const Result<QString> &refresh) {
                                if (!self)
                                    return;
                                if (refresh)
                                    self->m_tokens[id].refreshToken = *refresh;
                                done(secret);
                            });
    });
}

} // namespace hubdesk
