// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Accounts that touches the files of the other tools: only ever what the user switched
// on, and what we put there ourselves.

#include "core/account/accounts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Writes \a entry under its name, or under the next free one when somebody else's token has that.
Result<QString> saveBesideOthers(const TokenFiles &files, StoredToken entry,
                                 const QString &earlierName)
{
    const auto lock = StoredTokensLock::take(files.storedPath());
    const auto stored = files.stored();
    if (!stored)
        return std::unexpected(stored.error());
    const QString wanted = entry.name;
    for (int number = 2;; ++number) {
        const auto other = std::ranges::find(*stored, entry.name, &StoredToken::name);
        if (other == stored->end() || other->token == entry.token || other->name == earlierName)
            break;
        entry.name = u"%1-%2"_s.arg(wanted).arg(number);
    }
    return files.save(entry).transform([&] { return entry.name; });
}

} // namespace

void Accounts::setShared(const QString &id, bool shared, Done done)
{
    if (shared)
        share(id, {}, std::move(done));
    else
        unshare(id, std::move(done));
}

//! \a former: the token that this one takes the place of.
void Accounts::share(const QString &id, const QString &former, Done done)
{
    if (m_leaving.contains(id)) // it would stay there
        return done(failure(ErrorKind::Canceled, {}));
    if (!m_sharing.contains(id))
        m_sharing.insert(id, {});
    done = [this, id, done = std::move(done)](const Result<void> &result) {
        const auto waiting = m_sharing.take(id);
        done(result);
        for (const auto &goOn : waiting)
            goOn();
    };
    readToken(id, [this, id, former, done](const Result<QString> &token) {
        const Account *account = m_list.find(id);
        if (!token || !account)
            return done(token.transform([](const QString &) { }));
        const auto settle = [this, id, former, done](const Result<Account> &shared) {
            Account *known = m_list.find(id);
            if (!shared || !known)
                return done(shared.transform([](const Account &) { }));
            known->isShared = true;
            known->sharedAs = shared->sharedAs;
            changed(false);
            if (former.isEmpty())
                shareActive();
            else
                replaceActive(former, m_tokens.value(id).token);
            done({});
        };
        writeShared(*account, m_tokens.value(id), settle);
    });
}

//! Puts \a secret into the file of stored tokens.
void Accounts::writeShared(const Account &account, const Secret &secret, Kept done)
{
    StoredToken entry;
    entry.name = !account.sharedAs.isEmpty() ? account.sharedAs
        : !account.tokenName.isEmpty()       ? account.tokenName
        : account.isOAuth                    ? u"oauth-"_s + account.userName
                                             : account.name;
    entry.token = secret.token;
    entry.refreshToken = secret.refreshToken;
    if (account.isOAuth)
        entry.expiresAt = account.expiresAt;
    inPool<Result<QString>>(
        [files = m_files, entry, earlier = account.sharedAs] {
            return saveBesideOthers(files, entry, earlier);
        },
        [account, done](const Result<QString> &name) {
            done(name.transform([&](const QString &sharedAs) {
                Account shared = account;
                shared.isShared = true;
                shared.sharedAs = sharedAs;
                return shared;
            }));
        });
}

void Accounts::unshare(const QString &id, Done done)
{
    // First it gets there, and then it is taken away.
    if (const auto sharing = m_sharing.find(id); sharing != m_sharing.end()) {
        sharing->push_back([this, id, done = std::move(done)] { unshare(id, done); });
        return;
    }
    const Account *account = m_list.find(id);
    if (!account || !account->isShared)
        return done({});
    inPool<Result<void>>(
        [files = m_files, name = account->sharedAs, ours = token(id),
         isRenewable = account->isOAuth]() -> Result<void> {
            const auto lock = StoredTokensLock::take(files.storedPath());
            const auto entry = files.stored(name);
            if (!entry)
                return std::unexpected(entry.error());
            // What somebody else has put there under that name since is not ours to remove; but
            // the official client renews ours.
            QString removed = ours;
            const bool isRenewed = isRenewable && *entry && !(*entry)->refreshToken.isEmpty();
            if (*entry && (ours.isEmpty() || (*entry)->token == ours || isRenewed)) {
                removed = (*entry)->token;
                if (auto gone = files.remove(name); !gone)
                    return gone;
            }
            const auto active = files.active();
            if (!active)
                return std::unexpected(active.error());
            return !removed.isEmpty() && *active == removed ? files.clearActive() : Result<void>();
        },
        [this, id, done](const Result<void> &removed) {
            if (Account *known = m_list.find(id); known && removed) {
                known->isShared = false;
                known->sharedAs.clear();
                changed(false);
            }
            done(removed);
        });
}

//! The active token's file follows the choice of account: a shared one is put there, and ours is
//! taken away when one that is not shared is in use, or none.
void Accounts::shareActive()
{
    const Account *active = m_list.active();
    QStringList ours; // names in the file
    for (const Account &account : m_list.accounts) {
        if (account.isShared)
            ours.append(account.sharedAs);
    }
    const QString wanted = active && active->isShared ? token(active->id) : QString();
    inPool<Result<void>>(
        [files = m_files, wanted, ours]() -> Result<void> {
            const auto current = files.active();
            if (!current)
                return std::unexpected(current.error());
            if (!wanted.isEmpty())
                return *current == wanted ? Result<void>() : files.setActive(wanted);
            if (current->isEmpty() || ours.isEmpty())
                return {};
            const auto stored = files.stored();
            if (!stored)
                return std::unexpected(stored.error());
            const bool isOurs = std::ranges::any_of(*stored, [&](const StoredToken &entry) {
                return entry.token == *current && ours.contains(entry.name);
            });
            return isOurs ? files.clearActive() : Result<void>();
        },
        [this](const Result<void> &written) {
            if (!written)
                Q_EMIT
            saveFailed(written.error());
        });
}

//! Nobody has chosen anything: the active token becomes another only if it is \a former.
void Accounts::replaceActive(const QString &former, const QString &renewed)
{
    inPool<Result<void>>(
        [files = m_files, former, renewed]() -> Result<void> {
            const auto current = files.active();
            if (!current)
                return std::unexpected(current.error());
            return *current == former ? files.setActive(renewed) : Result<void>();
        },
        [this](const Result<void> &written) {
            if (!written)
                Q_EMIT
            saveFailed(written.error());
        });
}

void Accounts::holdShared(const QString &id, std::function<void(const Result<SharedToken> &)> done)
{
    const Account *account = m_list.find(id);
    const QString name = account ? account->sharedAs : QString();
    inPool<Result<SharedToken>>(
        [files = m_files, name]() -> Result<SharedToken> {
            const auto lock = StoredTokensLock::take(files.storedPath());
            return files.stored(name).transform(
                [&](const std::optional<StoredToken> &entry) { return SharedToken{entry, lock}; });
        },
        [done = std::move(done)](const Result<SharedToken> &shared) { done(shared); });
}

void Accounts::setInGit(const QString &id, bool inGit, Done done)
{
    const auto settled = [this, id, inGit, done](const Result<void> &result) {
        if (Account *known = m_list.find(id); known && result) {
            forgetGit(known->endpoint);
            known->isInGit = inGit;
            changed(false);
        }
        done(result);
    };
    const Account *account = m_list.find(id);
    if (!account)
        return done({});
    if (!inGit)
        return m_git.reject(account->endpoint, settled);
    readToken(id, [this, endpoint = account->endpoint, settled](const Result<QString> &token) {
        if (!token)
            return settled(token.transform([](const QString &) { }));
        m_git.findHelpers([this, endpoint, token = *token, settled](const QStringList &helpers) {
            if (helpers.isEmpty())
                return settled(failure(
                    ErrorKind::NotFound,
                    tr("Git has no credential helper. Set one up first, for example with “git "
                       "config --global credential.helper store”.")));
            m_git.approve(endpoint, token, settled);
        });
    });
}

void Accounts::findTokens(std::function<void(const std::vector<FoundToken> &)> found)
{
    QStringList known;
    for (const Secret &secret : std::as_const(m_tokens))
        known.append(secret.token);
    QStringList names;
    for (const Account &account : m_list.accounts) {
        if (account.isShared)
            names.append(account.sharedAs);
    }
    inPool<std::vector<FoundToken>>(
        [files = m_files, environment = m_environment, known, names] {
            std::vector<FoundToken> result;
            QStringList seen = known;
            const auto add = [&](const QString &name, const QString &source,
                                 const StoredToken &entry) {
                if (entry.token.isEmpty() || seen.contains(entry.token) || names.contains(name))
                    return;
                seen.append(entry.token);
                result.push_back({name, source, environment.endpoint(), entry});
            };
            for (const QString &variable : {u"HF_TOKEN"_s, u"HUGGING_FACE_HUB_TOKEN"_s}) {
                const QString token = Environment::cleanToken(environment.value(variable));
                add(variable, variable, {variable, token, {}, {}});
            }
            if (const auto stored = files.stored()) {
                for (const StoredToken &entry : *stored)
                    add(entry.name, files.storedPath(), entry);
            }
            if (const auto active = files.active())
                add({}, files.tokenPath(), {{}, *active, {}, {}});
            return result;
        },
        std::move(found));
}

} // namespace hubdesk
