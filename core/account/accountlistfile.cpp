// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/accountlistfile.h"

#include "core/account/secretfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QLockFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct ListTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::AccountListFile)
};

bool isOfSession(const AccountList &list, const QString &id)
{
    const Account *account = list.find(id);
    return account && account->place == Account::Place::Session;
}

//! What of \a list is in a file.
AccountList storedPart(const AccountList &list)
{
    AccountList stored = list;
    std::erase_if(stored.accounts,
                  [](const Account &account) { return account.place == Account::Place::Session; });
    std::erase_if(stored.rules,
                  [&](const AccountRule &rule) { return isOfSession(list, rule.accountId); });
    if (isOfSession(list, list.activeId))
        stored.activeId.clear();
    return stored;
}

//! Key by key.
Account mergedAccount(const Account &base, const Account &ours, const Account &theirs)
{
    const QJsonObject before = base.toJson();
    const QJsonObject changed = ours.toJson();
    QJsonObject result = theirs.toJson();
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        if (it.value() != before.value(it.key()))
            result.insert(it.key(), it.value());
    }
    return Account::fromJson(result).value_or(ours);
}

//! Of lists without accounts of the session.
AccountList mergedStored(const AccountList &base, const AccountList &ours,
                         const AccountList &theirs)
{
    AccountList result;
    for (const Account &account : theirs.accounts) {
        const Account *before = base.find(account.id);
        const Account *mine = ours.find(account.id);
        if (before && mine)
            result.accounts.push_back(mergedAccount(*before, *mine, account));
        else if (!before)
            result.accounts.push_back(mine ? *mine : account);
    }
    for (const Account &account : ours.accounts) {
        if (!base.find(account.id) && !theirs.find(account.id))
            result.accounts.push_back(account);
    }
    for (Account &account : result.accounts)
        account.name = result.freeName(account.name, account.id);
    result.rules = ours.rules == base.rules ? theirs.rules : ours.rules;
    std::erase_if(result.rules, [&](const AccountRule &rule) {
        return !rule.accountId.isEmpty() && !result.find(rule.accountId);
    });
    const QString active = ours.activeId == base.activeId ? theirs.activeId : ours.activeId;
    result.activeId = result.find(active) ? active : QString();
    return result;
}

} // namespace

AccountList mergedLists(const AccountList &base, const AccountList &ours, const AccountList &theirs)
{
    const AccountList before = storedPart(base);
    const AccountList other = storedPart(theirs);
    if (other == before)
        return ours;
    AccountList result = mergedStored(before, storedPart(ours), other);
    for (const Account &account : ours.accounts) {
        if (account.place == Account::Place::Session)
            result.accounts.push_back(account);
    }
    for (const AccountRule &rule : ours.rules) {
        if (isOfSession(ours, rule.accountId))
            result.rules.push_back(rule);
    }
    if (result.activeId.isEmpty() && isOfSession(ours, ours.activeId))
        result.activeId = ours.activeId;
    return result;
}

Result<AccountList> AccountListFile::read() const
{
    return readSecretFile(m_path).and_then(AccountList::fromJson);
}

AccountListFile::Exchange AccountListFile::readInto(const AccountList &base,
                                                    const AccountList &ours) const
{
    const auto theirs = QFile::exists(m_path) ? read() : Result<AccountList>(base);
    if (!theirs)
        return {base, ours};
    return {*theirs, mergedLists(base, ours, *theirs)};
}

Result<AccountListFile::Exchange> AccountListFile::write(const AccountList &base,
                                                         const AccountList &ours) const
{
    if (auto made = makeFolderOfOwner(m_path); !made)
        return std::unexpected(made.error());
    QLockFile lock(m_path + ".lock"_L1);
    if (!lock.tryLock(m_patience)) {
        return failure(ErrorKind::File,
                       lock.error() == QLockFile::LockFailedError
                           ? ListTexts::tr("Another program keeps %1 locked.").arg(m_path)
                           : ListTexts::tr("%1 cannot be written.").arg(m_path));
    }
    if (QFile::exists(m_path) && !read()) {
        QFile::remove(m_path + ".broken"_L1);
        QFile::rename(m_path, m_path + ".broken"_L1);
    }
    const AccountList merged = readInto(base, ours).merged;
    return writeSecretFile(m_path, merged.toJson()).transform([&] {
        return Exchange{merged, merged};
    });
}

} // namespace hubdesk
