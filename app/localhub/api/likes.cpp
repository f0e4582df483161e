// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/likes.h"

#include "app/localhub/api/paging.h"
#include "app/localhub/api/people.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kLikesPage = 100;
constexpr qint64 kLikesPageMax = 1000;

struct LikedRepo
{
    const Repository *repo;
    QDateTime when;
};

// What of `repos` the user likes and everybody may know of.
std::vector<LikedRepo> publicLikes(Hub &hub, const RepoCatalog::Snapshot &repos,
                                   const QString &user)
{
    QHash<qint64, const Repository *> known;
    for (const Repository &repo : *repos) {
        if (!repo.isPrivate)
            known.insert(repo.rowId, &repo);
    }
    std::vector<LikedRepo> found;
    for (const Social::Like &like : hub.social.likesOf(user)) {
        if (const Repository *repo = known.value(like.repo))
            found.push_back({repo, like.created});
    }
    return found;
}

} // namespace

Response likeReply(const RepoCall &call)
{
    const bool like = call.request.method == "POST";
    if (!like && call.request.method != "DELETE")
        return Response::error(405, {}, u"Method not allowed"_s);
    if (call.who.isAnonymous())
        return Response::error(401, {}, u"Invalid username or password."_s);
    if (!call.who.mayAct(call.hub)) {
        return Response::error(
            403, {}, u"Forbidden: your token does not have the rights to like repositories."_s);
    }
    // The second like of the same repository is as good as the first.
    const bool changed = like
        ? call.hub.social.like(call.who.user(), call.repo.rowId, call.hub.clock())
        : call.hub.social.unlike(call.who.user(), call.repo.rowId);
    if (changed)
        call.hub.catalog.addLikes(call.repo, like ? 1 : -1);
    return Response::json(QJsonObject{{u"success"_s, true}});
}

Response likersReply(const RepoCall &call)
{
    return peoplePage(
        call.hub, call.request, call.who, call.hub.social.likerCount(call.repo.rowId),
        [&](Slice slice) { return call.hub.social.likersOf(call.repo.rowId, slice); });
}

Response likesReply(Hub &hub, const Request &request, const QString &name)
{
    const auto account = hub.accounts.find(name);
    if (!account || account->isOrg)
        return unknownUser();
    const RepoCatalog::Snapshot repos = hub.catalog.all();
    const std::vector<LikedRepo> likes = publicLikes(hub, repos, account->name);
    const qint64 size =
        std::clamp<qint64>(request.query.number(u"limit", kLikesPage), 1, kLikesPageMax);
    return pageOf(request, static_cast<qint64>(likes.size()), size, [&](qint64 i) {
        const LikedRepo &like = likes[static_cast<size_t>(i)];
        return QJsonObject{
            {u"createdAt"_s, hubDate(like.when)},
            {u"repo"_s,
             QJsonObject{{u"name"_s, like.repo->id()}, {u"type"_s, typeName(like.repo->type)}}}};
    });
}

qint64 likesCount(Hub &hub, const QString &name)
{
    return static_cast<qint64>(publicLikes(hub, hub.catalog.all(), name).size());
}

} // namespace hubdesk::localhub
