// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/accounts.h"

#include "core/log/categories.h"

#include <QStandardPaths>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

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
      m_file(std::move(listFile)),
      m_files(environment)
{
    m_pool.setMaxThreadCount(1);
    auto list = m_file.read();
    if (list) {
        m_list = std::move(*list);
        m_inFile = m_list;
    } else {
        m_problem = list.error();
        qCWarning(lcHub).noquote()
            << "the list of accounts cannot be read:" << m_file.path() << list.error().detail;
    }
}

Accounts::~Accounts()
{
    m_pool.waitForDone();
    // A change that was made while an earlier one was being written.
    if (m_isUnsaved && !m_file.write(m_isExchanging ? m_sent : m_inFile, m_list))
        qCWarning(lcHub).noquote() << "the list of accounts was not written:" << m_file.path();
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

void Accounts::reload(std::function<void()> done)
{
    if (done)
        m_waiting.push_back(std::move(done));
    m_isOutdated = true;
    if (!m_isExchanging)
        exchangeList();
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
    m_isUnsaved = true;
    if (!m_isExchanging)
        exchangeList();
}

void Accounts::exchangeList()
{
    m_isExchanging = true;
    m_isOutdated = false;
    const bool writes = std::exchange(m_isUnsaved, false);
    m_sent = m_list;
    inPool<Result<AccountListFile::Exchange>>(
        [file = m_file, base = m_inFile, ours = m_list, writes] {
            return writes ? file.write(base, ours)
                          : Result<AccountListFile::Exchange>(file.readInto(base, ours));
        },
        [this](const Result<AccountListFile::Exchange> &lists) {
            m_isExchanging = false;
            if (lists)
                takeOver(*lists);
            else
                Q_EMIT
            saveFailed(lists.error());
            if (m_isExchanging)
                return;
            if (m_isUnsaved || m_isOutdated)
                return exchangeList();
            for (auto &done : std::exchange(m_waiting, {}))
                whenWritten(std::move(done));
        });
}

//! Ours may have changed again meanwhile.
void Accounts::takeOver(const AccountListFile::Exchange &lists)
{
    const AccountList now = mergedLists(m_sent, m_list, lists.merged);
    m_inFile = lists.inFile;
    if (now == m_list)
        return;
    m_list = now;
    Q_EMIT
    listChanged();
    begin(); // somebody may be in use whose token is not here yet
}

void Accounts::whenWritten(std::function<void()> done)
{
    if (m_isExchanging)
        m_waiting.push_back(std::move(done));
    else
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
            share(kept->id, {}, done);
        else
            shareActive(), done({});
    });
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
    const QString former = token(id);
    m_tokens[id] = secret;
    keepSecret(wanted, secret, [this, id, former, expiresAt, done](const Result<Account> &kept) {
        Account *known = m_list.find(id);
        if (!known)
            return done(unknownAccount());
        known->expiresAt = expiresAt;
        known->issuedAt = QDateTime::currentDateTimeUtc();
        const Account renewed = *known;
        changed(true);
        giveToGit(renewed);
        const Result<void> result = kept.transform([](const Account &) { });
        if (!result)
            Q_EMIT
        saveFailed(result.error());
        if (!renewed.isShared)
            return done(result);
        share(id, former,
              [result, done](const Result<void> &shared) { done(result ? shared : result); });
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

void Accounts::choose(const QString &id)
{
    ++m_switches;
    if (m_list.activeId == id)
        return;
    m_list.activeId = id;
    changed(true);
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

void Accounts::signOut(const QString &id, Done done)
{
    const Account *account = m_list.find(id);
    if (!account)
        return done(unknownAccount());
    const Account leaving = *account;
    m_leaving.insert(id);
    done = [this, id, done = std::move(done)](const Result<void> &result) {
        m_leaving.remove(id);
        done(result);
    };
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
