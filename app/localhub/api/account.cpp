// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/account.h"

#include "app/localhub/api/frontmatter.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QString avatarUrl(const QString &name)
{
    return u"/avatars/"_s + objectId(name) + u".svg"_s;
}

QJsonObject organisationJson(Hub &hub, const Membership &membership)
{
    const auto account = hub.accounts.find(membership.org);
    return QJsonObject{{u"type"_s, u"org"_s},
                       {u"id"_s, objectId(membership.org)},
                       {u"name"_s, membership.org},
                       {u"fullname"_s, account ? account->fullname : membership.org},
                       {u"email"_s, QJsonValue()},
                       {u"canPay"_s, false},
                       {u"periodEnd"_s, QJsonValue()},
                       {u"isEnterprise"_s, false},
                       {u"avatarUrl"_s, avatarUrl(membership.org)},
                       {u"roleInOrg"_s, membership.role}};
}

qint64 countRepos(Hub &hub, const Identity &who, const QString &ns, RepoType type)
{
    const RepoCatalog::Snapshot repos = hub.catalog.all();
    return std::ranges::count_if(*repos, [&](const Repository &repo) {
        return repo.type == type && repo.ns.compare(ns, Qt::CaseInsensitive) == 0
            && mayKnow(who, repo);
    });
}

} // namespace

Response whoamiReply(Hub &hub, const Identity &who)
{
    const auto account = who.isAnonymous() ? std::nullopt : hub.accounts.find(who.user());
    if (!account)
        return Response::error(401, {}, u"Invalid username or password."_s);
    QJsonArray organisations;
    for (const Membership &membership : hub.accounts.membershipsOf(account->name))
        organisations.append(organisationJson(hub, membership));
    QJsonObject token{{u"displayName"_s, who.token->displayName},
                      {u"role"_s, who.token->role},
                      {u"createdAt"_s, hubDate(who.token->created)}};
    if (who.token->role == "fineGrained"_L1) {
        token[u"fineGrained"] = QJsonObject{{u"canReadGatedRepos"_s, who.token->canReadGated},
                                            {u"global"_s, QJsonArray()},
                                            {u"scoped"_s, QJsonArray()}};
    }
    return Response::json(QJsonObject{
        {u"type"_s, u"user"_s},
        {u"id"_s, objectId(account->name)},
        {u"name"_s, account->name},
        {u"fullname"_s, account->fullname},
        {u"email"_s, account->email},
        {u"emailVerified"_s, true},
        {u"canPay"_s, false},
        {u"periodEnd"_s, QJsonValue()},
        {u"isPro"_s, account->isPro},
        {u"avatarUrl"_s, avatarUrl(account->name)},
        {u"orgs"_s, organisations},
        {u"auth"_s, QJsonObject{{u"type"_s, u"access_token"_s}, {u"accessToken"_s, token}}}});
}

Response overviewReply(Hub &hub, const Identity &who, const QString &name, bool organisation)
{
    const auto account = hub.accounts.find(name);
    if (!account || account->isOrg != organisation) {
        return Response::error(404, {},
                               organisation ? u"This organization does not exist"_s
                                            : u"This user does not exist"_s);
    }
    QJsonObject overview{{u"_id"_s, objectId(account->name)},
                         {u"avatarUrl"_s, avatarUrl(account->name)},
                         {u"fullname"_s, account->fullname},
                         {u"details"_s, account->details},
                         {u"isFollowing"_s, false},
                         {u"numModels"_s, countRepos(hub, who, account->name, RepoType::Model)},
                         {u"numDatasets"_s, countRepos(hub, who, account->name, RepoType::Dataset)},
                         {u"numSpaces"_s, countRepos(hub, who, account->name, RepoType::Space)},
                         {u"numPapers"_s, 0},
                         {u"numFollowers"_s, 0}};
    if (organisation) {
        overview[u"name"] = account->name;
        overview[u"type"] = u"org"_s;
        overview[u"isVerified"] = false;
        overview[u"numUsers"] = static_cast<qint64>(hub.accounts.membersOf(account->name).size());
        return Response::json(overview);
    }
    overview[u"user"] = account->name;
    overview[u"type"] = u"user"_s;
    overview[u"isPro"] = account->isPro;
    overview[u"createdAt"] = hubDate(account->created);
    for (const QString &key :
         {u"numDiscussions"_s, u"numUpvotes"_s, u"numLikes"_s, u"numFollowing"_s})
        overview[key] = 0;
    QJsonArray organisations;
    for (const Membership &membership : hub.accounts.membershipsOf(account->name)) {
        const auto org = hub.accounts.find(membership.org);
        organisations.append(QJsonObject{{u"id"_s, objectId(membership.org)},
                                         {u"name"_s, membership.org},
                                         {u"fullname"_s, org ? org->fullname : membership.org},
                                         {u"avatarUrl"_s, avatarUrl(membership.org)}});
    }
    overview[u"orgs"] = organisations;
    return Response::json(overview);
}

Response avatarReply(const QByteArray &fileName)
{
    const QByteArray hex = fileName.first(std::min<qsizetype>(6, fileName.size()));
    if (!fileName.endsWith(".svg") || QByteArray::fromHex(hex).toHex() != hex)
        return Response::error(404, {}, u"Not found"_s);
    return Response::text(200,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\">"
                          "<rect width=\"64\" height=\"64\" rx=\"32\" fill=\"#"
                              + hex
                              + "\"/><circle cx=\"32\" cy=\"26\" r=\"11\" fill=\"#fff\"/>"
                                "<path d=\"M10 58a22 20 0 0 1 44 0z\" fill=\"#fff\"/></svg>",
                          "image/svg+xml");
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
