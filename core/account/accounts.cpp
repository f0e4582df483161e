// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/accounts.h"

#include "core/account/secretfile.h"
#include "core/log/categories.h"

#include <QFile>
#include <QPointer>
#include <QStandardPaths>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

// The name of a secret in the keychain: the account's id, with this for what renews it.
constexpr auto kRefresh = "/refresh"_L1;

std::unexpected<Error> unknownAccount()
{
    return failure(ErrorKind::NotFound, Accounts::tr("There is no such account any more."));
}

} // namespace

void Accounts::run(std::function<void()> work, std::function<void()> done)
{
    // The pool is waited for before this object ends.
    m_pool.start([this, work = std::move(work), done = std::move(done)] {
        work();
        QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
    });
}

Accounts::Accounts(const Environment &environment, SecretStore *store, QString listFile,
                   QObject *parent)
    : QObject(parent),
      m_environment(environment),
      m_store(store),
      m_listFile(std::move(listFile)),
      m_files(environment)
{
    m_pool.setMaxThreadCount(1);
    auto list = readSecretFile(m_listFile).and_then(AccountList::fromJson);
    if (list) {
        m_list = std::move(*list);
    } else {
        m_listIsBroken = true;
        m_problem = list.error();
        qCWarning(lcHub).noquote()
            << "the list of accounts cannot be read:" << m_listFile << list.error().detail;
    }
}

Accounts::~Accounts()
{
    m_pool.waitForDone();
}

QString Accounts::standardFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + "/hubdesk/accounts.json"_L1;
}

QString Accounts::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void Accounts::begin()
{
    std::vector<QString> wanted;
    if (m_list.active())
        wanted.push_back(m_list.activeId);
    for (const AccountRule &rule : m_list.rules) {
        if (!rule.accountId.isEmpty() && !std::ranges::contains(wanted, rule.accountId))
            wanted.push_back(rule.accountId);
    }
    const qsizetype inUse = std::ssize(wanted);
    for (const Account &account : m_list.accounts) {
        if (account.place != Account::Place::Session && !std::ranges::contains(wanted, account.id))
            wanted.push_back(account.id);
    }
    // Not from inside the call, even when there is nothing to wait for.
    QTimer::singleShot(0, this, [this, wanted, inUse] { readNext(wanted, inUse); });
}

void Accounts::readNext(std::vector<QString> ids, qsizetype inUse)
{
    if (inUse == 0) {
        m_ready = true;
        Q_EMIT
        credentialsChanged();
        Q_EMIT
        ready();
    }
    if (ids.empty()) {
        Q_EMIT
        credentialsChanged();
        Q_EMIT
        loaded();
        return;
    }
    const QString id = ids.front();
    ids.erase(ids.begin());
    readToken(id, [this, ids, inUse](const Result<QString> &token) {
        if (!token && inUse > 0)
            m_problem = token.error();
        // A keychain that stays locked is not knocked at again for the next one.
        const bool refused = !token && token.error().kind == ErrorKind::Forbidden;
        readNext(refused ? std::vector<QString>() : ids, refused && inUse > 0 ? 0 : inUse - 1);
    });
}

std::vector<TokenRule> Accounts::tokenRules(const QUrl &endpoint) const
{
    std::vector<TokenRule> rules;
    for (const AccountRule &rule : m_list.rules) {
        const Account *account = m_list.find(rule.accountId);
        if (rule.accountId.isEmpty())
            rules.push_back({rule.pattern, {}});
        else if (account && account->mayReceive(endpoint))
            rules.push_back({rule.pattern, token(rule.accountId)});
    }
    return rules;
}

void Accounts::reload()
{
    if (m_saving > 0)
        return; // what is in the file is our own list, as it was
    auto list = readSecretFile(m_listFile).and_then(AccountList::fromJson);
    if (!list || m_listIsBroken || list->toJson() == m_list.toJson())
        return;
    // What is only of this session is in no file.
    for (const Account &account : m_list.accounts) {
        if (account.place == Account::Place::Session)
            list->accounts.push_back(account);
    }
    if (const Account *active = m_list.active();
        active && active->place == Account::Place::Session && list->activeId.isEmpty())
        list->activeId = m_list.activeId;
    m_list = std::move(*list);
    Q_EMIT
    listChanged();
    begin(); // somebody may be in use whose token is not here yet
}

void Accounts::changed(bool credentials)
{
    save();
    Q_EMIT
    listChanged();
    if (credentials)
        Q_EMIT
    credentialsChanged();
}

void Accounts::save()
{
    ++m_saving;
    inPool<Result<void>>(
        [file = m_listFile, text = m_list.toJson(),
         wasBroken = std::exchange(m_listIsBroken, false)]() -> Result<void> {
            if (wasBroken) {
                QFile::remove(file + ".broken"_L1);
                QFile::rename(file, file + ".broken"_L1);
            }
            return writeSecretFile(file, text);
        },
        [this](const Result<void> &saved) {
            --m_saving;
            if (!saved)
                Q_EMIT
            saveFailed(saved.error());
        });
}

void Accounts::whenWritten(std::function<void()> done)
{
    run([] { }, std::move(done));
}

void Accounts::add(Account account, const Secret &secret, Done done)
{
    if (account.id.isEmpty())
        account.id = newId();
    account.name = m_list.freeName(account.name, account.id);
    keepSecret(account, secret, [this, secret, done](const Result<Account> &kept) {
        if (!kept)
            return done(std::unexpected(kept.error()));
        m_tokens[kept->id] = secret;
        Account before;
        if (Account *known = m_list.find(kept->id)) {
            before = *known;
            *known = *kept;
        } else {
            m_list.accounts.push_back(*kept);
        }
        ++m_switches;
        m_list.activeId = kept->id;
        m_problem.reset();
        changed(true);
        dropFormer(before, *kept);
        giveToGit(*kept);
        if (kept->isShared)
            share(kept->id, done);
        else
            shareActive(), done({});
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

//! A new token of an account that git knows.
void Accounts::giveToGit(const Account &account)
{
    if (account.isInGit)
        m_git.approve(account.endpoint, token(account.id), [](const Result<void> &) { });
}

void Accounts::renew(const QString &id, const Secret &secret, const QDateTime &expiresAt, Done done)
{
    const Account *account = m_list.find(id);
    if (!account)
        return done(unknownAccount());
    const Account wanted = *account;
    // In use at once: the old one may be worth nothing any more.
    m_tokens[id] = secret;
    keepSecret(wanted, secret, [this, id, expiresAt, done](const Result<Account> &kept) {
        Account *known = m_list.find(id);
        if (!kept || !known)
            return done(kept ? Result<void>(unknownAccount()) : std::unexpected(kept.error()));
        known->expiresAt = expiresAt;
        const Account renewed = *known;
        changed(true);
        giveToGit(renewed);
        if (renewed.isShared)
            share(id, done);
        else
            done({});
    });
}

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

void Accounts::activate(const QString &id, Done done)
{
    if (!done)
        done = [](const Result<void> &) { };
    const auto use = [this, id, done] {
        m_list.activeId = id;
        changed(true);
        shareActive();
        done({});
    };
    // The last click counts, however long an earlier one has to wait for the keychain.
    const int number = ++m_switches;
    if (id.isEmpty())
        return use();
    readToken(id, [this, id, number, use, done](const Result<QString> &token) {
        if (number != m_switches)
            return done(failure(ErrorKind::Canceled, {}));
        if (!token) {
            m_problem = token.error();
            return done(std::unexpected(token.error()));
        }
        if (!m_list.find(id))
            return done(unknownAccount());
        m_problem.reset();
        use();
    });
}

void Accounts::updateIdentity(const QString &id, const Identity &identity)
{
    Account *account = m_list.find(id);
    if (!account)
        return;
    const QDateTime known = account->checkedAt;
    Account updated = *account;
    updated.update(identity, known);
    const bool differs = updated != *account;
    *account = updated;
    account->checkedAt = QDateTime::currentDateTimeUtc();
    if (differs || known.secsTo(account->checkedAt) > 3600)
        changed(false);
}

Result<void> Accounts::rename(const QString &id, const QString &name)
{
    Account *account = m_list.find(id);
    if (!account)
        return unknownAccount();
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty())
        return failure(ErrorKind::Invalid, tr("An account needs a name."));
    if (const Account *other = m_list.named(trimmed); other && other->id != id)
        return failure(ErrorKind::Invalid, tr("Another account is called “%1”.").arg(trimmed));
    if (account->name != trimmed) {
        account->name = trimmed;
        changed(false);
    }
    return {};
}

void Accounts::setHosts(const QString &id, const QStringList &hosts)
{
    if (Account *account = m_list.find(id); account && account->hosts != hosts) {
        account->hosts = hosts;
        changed(true);
    }
}

void Accounts::setRules(const std::vector<AccountRule> &rules)
{
    if (rules == m_list.rules)
        return;
    m_list.rules = rules;
    save();
    Q_EMIT
    listChanged();
    begin(); // a rule may name an account whose token is not here yet
}

void Accounts::move(const QString &id, qsizetype position)
{
    const auto found = std::ranges::find(m_list.accounts, id, &Account::id);
    if (found == m_list.accounts.end())
        return;
    const auto from = std::distance(m_list.accounts.begin(), found);
    const auto to = std::clamp<qsizetype>(position, 0, std::ssize(m_list.accounts) - 1);
    if (from == to)
        return;
    const auto begin = m_list.accounts.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    changed(false);
}

void Accounts::readToken(const QString &id, Token done)
{
    const Account *account = m_list.find(id);
    if (!account)
        return done(unknownAccount());
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

void Accounts::signOut(const QString &id, Done done)
{
    const Account *account = m_list.find(id);
    if (!account)
        return done(unknownAccount());
    const Account leaving = *account;
    // First the copies: if one of them stays, the account stays as well, and can be tried again.
    unshare(id, [this, leaving, done](const Result<void> &unshared) {
        if (!unshared)
            return done(unshared);
        const auto drop = [this, leaving, done] {
            dropSecret(leaving, [this, leaving, done](const Result<void> &dropped) {
                if (dropped) {
                    m_list.remove(leaving.id);
                    changed(true);
                }
                done(dropped);
            });
        };
        if (!leaving.isInGit)
            return drop();
        m_git.reject(leaving.endpoint, [this, leaving, drop, done](const Result<void> &rejected) {
            if (!rejected && rejected.error().kind != ErrorKind::NotFound)
                return done(rejected);
            forgetGit(leaving.endpoint);
            drop();
        });
    });
}

//! Git has one token for a Hub: when it is gone it is gone for all accounts there.
void Accounts::forgetGit(const QUrl &endpoint)
{
    for (Account &account : m_list.accounts) {
        if (account.endpoint == endpoint)
            account.isInGit = false;
    }
}

void Accounts::signOutAll(Done done)
{
    if (m_list.accounts.empty())
        return done({});
    const QString id = m_list.accounts.front().id;
    signOut(id, [this, done](const Result<void> &result) {
        if (result)
            signOutAll(done);
        else
            done(result);
    });
}

} // namespace hubdesk
