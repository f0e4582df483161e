// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/accountlistmodel.h"

#include "core/hub/people.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kSoon = 7 * 24 * 3600; // seconds

QString secondLine(const Account &account)
{
    QStringList parts{endpointText(account.endpoint)};
    if (!account.userName.isEmpty() && account.userName != account.name)
        parts.append(account.userName);
    if (account.isOAuth)
        parts.append(AccountListModel::tr("signed in with the browser"));
    else if (!account.tokenRole.isEmpty())
        parts.append(AccountListModel::tr("token “%1”, %2")
                         .arg(account.tokenName,
                              account.tokenRole == "fineGrained"_L1
                                  ? AccountListModel::tr("fine-grained")
                                  : account.tokenRole));
    if (account.place == Account::Place::Session)
        parts.append(AccountListModel::tr("until Hubdesk ends"));
    else if (account.isShared)
        parts.append(AccountListModel::tr("shared"));
    return parts.join(u" · "_s);
}

Person personOf(const Account &account)
{
    Person person;
    person.kind = PersonKind::User;
    // The Hub may not have been asked yet.
    person.name = account.userName.isEmpty() ? account.name : account.userName;
    person.fullName = account.fullName;
    person.avatarUrl = avatarAddress(account.avatarUrl, account.endpoint).toString();
    return person;
}

} // namespace

QString endpointText(const QUrl &endpoint)
{
    QString text = endpoint.host();
    if (endpoint.port() > 0)
        text += u":%1"_s.arg(endpoint.port());
    return endpoint.path().size() > 1 ? text + endpoint.path() : text;
}

QString expiryWarning(const Account &account, const QDateTime &now)
{
    if (!account.expiresAt.isValid())
        return {};
    const qint64 left = now.secsTo(account.expiresAt);
    const QString date =
        QLocale().toString(account.expiresAt.toLocalTime().date(), QLocale::ShortFormat);
    if (left < 0)
        return AccountListModel::tr("The token expired on %1.").arg(date);
    // What came with a browser's sign-in is renewed by itself.
    return left < kSoon && !account.isOAuth
        ? AccountListModel::tr("The token expires on %1.").arg(date)
        : QString();
}

AccountListModel::AccountListModel(Accounts *accounts, QObject *parent)
    : QAbstractListModel(parent),
      m_accounts(accounts),
      m_shown(accounts->list())
{
    connect(accounts, &Accounts::listChanged, this, &AccountListModel::refresh);
}

int AccountListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.accounts.size());
}

QVariant AccountListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Account &account = m_shown.accounts[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return account.name;
    case Qt::ToolTipRole:
        return account.endpoint.toString();
    case Qt::AccessibleTextRole:
        return account.id == m_shown.activeId
            ? tr("%1, in use, %2").arg(account.name, secondLine(account))
            : u"%1, %2"_s.arg(account.name, secondLine(account));
    case PersonRole:
        return QVariant::fromValue(personOf(account));
    case IdRole:
        return account.id;
    case SecondaryRole:
        return secondLine(account);
    case InUseRole:
        return account.id == m_shown.activeId;
    case WarningRole:
        return expiryWarning(account, QDateTime::currentDateTimeUtc());
    default:
        return {};
    }
}

int AccountListModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_shown.accounts, id, &Account::id);
    return found == m_shown.accounts.end()
        ? -1
        : static_cast<int>(std::distance(m_shown.accounts.begin(), found));
}

void AccountListModel::refresh()
{
    const AccountList &now = m_accounts->list();
    const bool sameRows =
        std::ranges::equal(now.accounts, m_shown.accounts, {}, &Account::id, &Account::id);
    if (sameRows) {
        m_shown = now;
        if (rowCount() > 0)
            Q_EMIT
        dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    // A handful of rows: who asks for one by its id finds it again.
    beginResetModel();
    m_shown = now;
    endResetModel();
}

} // namespace hubdesk
