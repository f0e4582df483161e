// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/account.h"

#include "core/hub/jsonvalues.h"
#include "core/net/originpolicy.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kVersion = 1;

constexpr std::array kPlaces{
    std::pair{Account::Place::Keychain, "keychain"_L1},
    std::pair{Account::Place::Session, "session"_L1},
    std::pair{Account::Place::TokenFile, "tokenFile"_L1},
};

struct AccountTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::Account)
};

QString placeName(Account::Place place)
{
    return std::ranges::find(kPlaces, place, [](const auto &row) { return row.first; })->second;
}

Account::Place placeFromName(const QString &name)
{
    const auto found = std::ranges::find(kPlaces, name, [](const auto &row) { return row.second; });
    return found == kPlaces.end() ? Account::Place::Keychain : found->first;
}

QDateTime toTime(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

QString fromTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QStringList scopesOf(const QJsonObject &fineGrained)
{
    QStringList scopes;
    if (fineGrained.value("canReadGatedRepos"_L1).toBool())
        scopes.append(AccountTexts::tr("public gated repos: read"));
    if (const QStringList global = stringList(fineGrained.value("global"_L1)); !global.isEmpty())
        scopes.append(AccountTexts::tr("everywhere: %1").arg(global.join(", "_L1)));
    for (const QJsonValue &value : fineGrained.value("scoped"_L1).toArray()) {
        const QJsonObject scope = value.toObject();
        const QJsonObject entity = scope.value("entity"_L1).toObject();
        scopes.append(u"%1 %2: %3"_s.arg(entity.value("type"_L1).toString(),
                                         entity.value("name"_L1).toString(),
                                         stringList(scope.value("permissions"_L1)).join(", "_L1)));
    }
    return scopes;
}

QString planOf(const Identity &identity)
{
    if (const QString plan = identity.raw.value("plan"_L1).toString(); !plan.isEmpty())
        return plan;
    return identity.isPro ? u"pro"_s : QString();
}

} // namespace

void Account::update(const Identity &identity, const QDateTime &now)
{
    userName = identity.name;
    fullName = identity.fullName;
    avatarUrl = identity.avatarUrl;
    plan = planOf(identity);
    tokenName = identity.tokenName;
    tokenRole = identity.tokenRole;
    const QJsonObject token =
        identity.raw.value("auth"_L1).toObject().value("accessToken"_L1).toObject();
    scopes = scopesOf(token.value("fineGrained"_L1).toObject());
    organizations.clear();
    for (const Organization &organization : identity.organizations)
        organizations.append(organization.name);
    if (!isOAuth || identity.expiresAt.isValid())
        expiresAt = identity.expiresAt;
    checkedAt = now.toUTC();
}

bool Account::mayReceive(const QUrl &target) const
{
    return sameOriginForToken(endpoint, target)
        || std::ranges::any_of(hosts, [&](const QString &host) {
               return sameOriginForToken(QUrl(host, QUrl::StrictMode), target);
           });
}

QJsonObject Account::toJson() const
{
    return {
        {"id"_L1, id},
        {"name"_L1, name},
        {"endpoint"_L1, QString::fromUtf8(endpoint.toEncoded())},
        {"place"_L1, placeName(place)},
        {"hosts"_L1, QJsonArray::fromStringList(hosts)},
        {"shared"_L1, isShared},
        {"sharedAs"_L1, sharedAs},
        {"git"_L1, isInGit},
        {"oauth"_L1, isOAuth},
        {"user"_L1, userName},
        {"fullName"_L1, fullName},
        {"avatarUrl"_L1, avatarUrl},
        {"plan"_L1, plan},
        {"tokenName"_L1, tokenName},
        {"tokenRole"_L1, tokenRole},
        {"scopes"_L1, QJsonArray::fromStringList(scopes)},
        {"organizations"_L1, QJsonArray::fromStringList(organizations)},
        {"expiresAt"_L1, fromTime(expiresAt)},
        {"issuedAt"_L1, fromTime(issuedAt)},
        {"checkedAt"_L1, fromTime(checkedAt)},
    };
}

Result<Account> Account::fromJson(const QJsonObject &object)
{
    Account account;
    account.id = object.value("id"_L1).toString();
    account.endpoint =
        QUrl::fromEncoded(object.value("endpoint"_L1).toString().toUtf8(), QUrl::StrictMode);
    const QString scheme = account.endpoint.scheme();
    if (account.id.isEmpty() || account.endpoint.host().isEmpty()
        || (scheme != "https"_L1 && scheme != "http"_L1))
        return failure(ErrorKind::Protocol, AccountTexts::tr("An account cannot be read."));
    account.name = object.value("name"_L1).toString();
    account.place = placeFromName(object.value("place"_L1).toString());
    account.hosts = stringList(object.value("hosts"_L1));
    account.isShared = object.value("shared"_L1).toBool();
    account.sharedAs = object.value("sharedAs"_L1).toString();
    account.isInGit = object.value("git"_L1).toBool();
    account.isOAuth = object.value("oauth"_L1).toBool();
    account.userName = object.value("user"_L1).toString();
    account.fullName = object.value("fullName"_L1).toString();
    account.avatarUrl = object.value("avatarUrl"_L1).toString();
    account.plan = object.value("plan"_L1).toString();
    account.tokenName = object.value("tokenName"_L1).toString();
    account.tokenRole = object.value("tokenRole"_L1).toString();
    account.scopes = stringList(object.value("scopes"_L1));
    account.organizations = stringList(object.value("organizations"_L1));
    account.expiresAt = toTime(object.value("expiresAt"_L1));
    account.issuedAt = toTime(object.value("issuedAt"_L1));
    account.checkedAt = toTime(object.value("checkedAt"_L1));
    return account;
}

const Account *AccountList::find(const QString &id) const
{
    const auto found = std::ranges::find(accounts, id, &Account::id);
    return id.isEmpty() || found == accounts.end() ? nullptr : &*found;
}

Account *AccountList::find(const QString &id)
{
    return const_cast<Account *>(std::as_const(*this).find(id));
}

const Account *AccountList::named(const QString &name) const
{
    const auto found = std::ranges::find_if(accounts, [&](const Account &account) {
        return account.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == accounts.end() ? nullptr : &*found;
}

QString AccountList::freeName(const QString &wanted, const QString &exceptId) const
{
    QString name = wanted;
    for (int number = 2;; ++number) {
        const Account *other = named(name);
        if (!other || other->id == exceptId)
            return name;
        name = u"%1 %2"_s.arg(wanted).arg(number);
    }
}

void AccountList::remove(const QString &id)
{
    std::erase_if(accounts, [&](const Account &account) { return account.id == id; });
    std::erase_if(rules, [&](const AccountRule &rule) { return rule.accountId == id; });
    if (activeId == id)
        activeId.clear();
}

QByteArray AccountList::toJson() const
{
    QJsonArray all;
    for (const Account &account : accounts) {
        if (account.place != Account::Place::Session)
            all.append(account.toJson());
    }
    QJsonArray ruleArray;
    for (const AccountRule &rule : rules) {
        const Account *account = find(rule.accountId);
        if (!account || account->place != Account::Place::Session)
            ruleArray.append(
                QJsonObject{{"pattern"_L1, rule.pattern}, {"account"_L1, rule.accountId}});
    }
    const Account *chosen = active();
    const bool keepsChoice = chosen && chosen->place != Account::Place::Session;
    return QJsonDocument(QJsonObject{{"version"_L1, kVersion},
                                     {"accounts"_L1, all},
                                     {"rules"_L1, ruleArray},
                                     {"active"_L1, keepsChoice ? activeId : QString()}})
        .toJson();
}

Result<AccountList> AccountList::fromJson(const QByteArray &text)
{
    AccountList list;
    if (text.isEmpty())
        return list;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject() || document.object().value("version"_L1).toInt() != kVersion)
        return failure(ErrorKind::Protocol,
                       AccountTexts::tr("The list of accounts cannot be read."));
    const QJsonObject object = document.object();
    for (const QJsonValue &value : object.value("accounts"_L1).toArray()) {
        if (auto account = Account::fromJson(value.toObject());
            account && !list.find(account->id)) {
            account->name = list.freeName(account->name);
            list.accounts.push_back(std::move(*account));
        }
    }
    for (const QJsonValue &value : object.value("rules"_L1).toArray()) {
        const AccountRule rule{value.toObject().value("pattern"_L1).toString(),
                               value.toObject().value("account"_L1).toString()};
        if (!rule.pattern.isEmpty() && (rule.accountId.isEmpty() || list.find(rule.accountId)))
            list.rules.push_back(rule);
    }
    if (const QString active = object.value("active"_L1).toString(); list.find(active))
        list.activeId = active;
    return list;
}

} // namespace hubdesk
