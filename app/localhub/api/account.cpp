// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/account.h"

#include "app/localhub/api/avatar.h"
#include "app/localhub/api/frontmatter.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

// Renewal of every subscription: a day that is the same in every data folder.
constexpr qint64 kPeriodEnd = 1'798'761'600; // 2027-01-01

QJsonValue periodEnd(bool pays)
{
    return pays ? QJsonValue(kPeriodEnd) : QJsonValue();
}

QJsonObject memberOfJson(Hub &hub, const Membership &membership, const Account &org)
{
    const QString plan = hub.accounts.plan(org.name);
    QJsonObject object{{u"type"_s, u"org"_s},
                       {u"id"_s, objectId(org.name)},
                       {u"name"_s, org.name},
                       {u"fullname"_s, org.fullname},
                       {u"email"_s, QJsonValue()},
                       {u"canPay"_s, !plan.isEmpty()},
                       {u"periodEnd"_s, periodEnd(!plan.isEmpty())},
                       {u"isEnterprise"_s, plan == "enterprise"_L1},
                       {u"avatarUrl"_s, avatarUrl(hub, org)},
                       {u"roleInOrg"_s, membership.role}};
    if (!plan.isEmpty())
        object[u"plan"] = plan;
    return object;
}

// How the request is authorised: an OAuth token has neither name nor role.
QJsonObject authJson(const Token &token)
{
    QJsonObject auth;
    if (token.expires.isValid())
        auth[u"expiresAt"] = hubDate(token.expires);
    if (token.isOAuth()) {
        auth[u"type"] = u"app_token_as_user"_s;
        return auth;
    }
    QJsonObject access{{u"displayName"_s, token.displayName},
                       {u"role"_s, token.role},
                       {u"createdAt"_s, hubDate(token.created)}};
    if (token.role == "fineGrained"_L1) {
        access[u"fineGrained"] = QJsonObject{{u"canReadGatedRepos"_s, token.canReadGated},
                                             {u"global"_s, token.permissions[u"global"].toArray()},
                                             {u"scoped"_s, token.permissions[u"scoped"].toArray()}};
    }
    auth[u"type"] = u"access_token"_s;
    auth[u"accessToken"] = access;
    return auth;
}

QJsonObject organisationSelf(Hub &hub, const Account &org)
{
    const bool pays = !hub.accounts.plan(org.name).isEmpty();
    return {{u"type"_s, u"org"_s},
            {u"id"_s, objectId(org.name)},
            {u"name"_s, org.name},
            {u"fullname"_s, org.fullname},
            {u"email"_s, QJsonValue()},
            {u"canPay"_s, pays},
            {u"periodEnd"_s, periodEnd(pays)},
            {u"avatarUrl"_s, avatarUrl(hub, org)}};
}

QJsonObject userSelf(Hub &hub, const Account &account, const Identity &who)
{
    QJsonArray organisations;
    for (const Membership &membership : who.memberships) {
        if (const auto org = hub.accounts.find(membership.org))
            organisations.append(memberOfJson(hub, membership, *org));
    }
    return {{u"type"_s, u"user"_s},       {u"id"_s, objectId(account.name)},
            {u"name"_s, account.name},    {u"fullname"_s, account.fullname},
            {u"email"_s, account.email},  {u"emailVerified"_s, true},
            {u"canPay"_s, account.isPro}, {u"periodEnd"_s, periodEnd(account.isPro)},
            {u"isPro"_s, account.isPro},  {u"avatarUrl"_s, avatarUrl(hub, account)},
            {u"orgs"_s, organisations}};
}

// The address of a picture for those who do not know which Hub they came from.
QString absolute(const Request &request, const QString &url)
{
    return url.startsWith(u'/') ? QString::fromLatin1(request.origin()) + url : url;
}

} // namespace

Response whoamiReply(Hub &hub, const Identity &who)
{
    const auto account = who.isAnonymous() ? std::nullopt : hub.accounts.find(who.user());
    if (!account)
        return Response::error(401, {}, u"Invalid username or password."_s);
    QJsonObject self =
        account->isOrg ? organisationSelf(hub, *account) : userSelf(hub, *account, who);
    self[u"auth"] = authJson(*who.token);
    return Response::json(self);
}

Response userInfoReply(Hub &hub, const Request &request, const Identity &who)
{
    const auto account = who.isAnonymous() ? std::nullopt : hub.accounts.find(who.user());
    if (!account || !who.token->isOAuth())
        return Response::error(401, {}, u"Invalid username or password."_s);
    QJsonArray organisations;
    for (const Membership &membership : who.memberships) {
        const auto org = hub.accounts.find(membership.org);
        if (!org)
            continue;
        organisations.append(QJsonObject{{u"sub"_s, objectId(org->name)},
                                         {u"name"_s, org->fullname},
                                         {u"preferred_username"_s, org->name},
                                         {u"picture"_s, absolute(request, avatarUrl(hub, *org))},
                                         {u"roleInOrg"_s, membership.role}});
    }
    return Response::json(QJsonObject{
        {u"sub"_s, objectId(account->name)},
        {u"name"_s, account->fullname},
        {u"preferred_username"_s, account->name},
        {u"profile"_s, QString(QString::fromLatin1(request.origin()) + u'/' + account->name)},
        {u"picture"_s, absolute(request, avatarUrl(hub, *account))},
        {u"email"_s, account->email},
        {u"email_verified"_s, true},
        {u"isPro"_s, account->isPro},
        {u"canPay"_s, account->isPro},
        {u"orgs"_s, organisations}});
}

Response validateYamlReply(const Request &request)
{
    QString content;
    if (request.header("content-type").startsWith("application/json")) {
        content = QJsonDocument::fromJson(request.body)[u"content"].toString();
    } else {
        content = Query(request.body).value(u"content");
    }
    const FrontMatter matter = FrontMatter::parse(content.toUtf8());
    QJsonArray errors;
    QJsonArray warnings;
    if (!matter.error.isEmpty())
        errors.append(QJsonObject{{u"message"_s, matter.error}});
    else if (matter.data.isEmpty())
        warnings.append(
            QJsonObject{{u"message"_s, u"empty or missing yaml metadata in repo card"_s}});
    return Response::json(QJsonObject{{u"errors"_s, errors}, {u"warnings"_s, warnings}},
                          errors.isEmpty() ? 200 : 400);
}

} // namespace hubdesk::localhub
