// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/people.h"

#include "app/localhub/api/avatar.h"
#include "app/localhub/api/likes.h"
#include "app/localhub/api/paging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

// Those of the list of members, which is the one that is documented.
constexpr qint64 kPeoplePage = 500;
constexpr qint64 kPeoplePageMin = 10;
constexpr qint64 kPeoplePageMax = 10'000;

qint64 pageSize(const Request &request)
{
    return std::clamp(request.query.number(u"limit", kPeoplePage), kPeoplePageMin, kPeoplePageMax);
}

void addFollowing(Hub &hub, const Identity &who, const QString &name, QJsonObject &object)
{
    if (!who.isAnonymous())
        object[u"isFollowing"] = hub.social.follows(who.user(), name);
}

QJsonObject personJson(Hub &hub, const Identity &who, const Account &account)
{
    QJsonObject person{
        {u"_id"_s, objectId(account.name)}, {u"avatarUrl"_s, avatarUrl(hub, account)},
        {u"fullname"_s, account.fullname},  {u"isPro"_s, account.isPro},
        {u"user"_s, account.name},          {u"type"_s, account.isOrg ? u"org"_s : u"user"_s}};
    addFollowing(hub, who, account.name, person);
    return person;
}

Response unknownOrganisation()
{
    return Response::error(404, {}, u"This organization does not exist"_s);
}

qint64 countRepos(Hub &hub, const Identity &who, const QString &ns, RepoType type)
{
    const RepoCatalog::Snapshot repos = hub.catalog.all();
    return std::ranges::count_if(*repos, [&](const Repository &repo) {
        return repo.type == type && repo.ns.compare(ns, Qt::CaseInsensitive) == 0
            && mayKnow(who, repo);
    });
}

QJsonObject overviewOf(Hub &hub, const Identity &who, const Account &account)
{
    QJsonObject overview{{u"_id"_s, objectId(account.name)},
                         {u"avatarUrl"_s, avatarUrl(hub, account)},
                         {u"fullname"_s, account.fullname},
                         {u"numModels"_s, countRepos(hub, who, account.name, RepoType::Model)},
                         {u"numDatasets"_s, countRepos(hub, who, account.name, RepoType::Dataset)},
                         {u"numSpaces"_s, countRepos(hub, who, account.name, RepoType::Space)},
                         {u"numPapers"_s, 0},
                         {u"numFollowers"_s, hub.social.followerCount(account.name)}};
    if (!account.details.isEmpty())
        overview[u"details"] = account.details;
    addFollowing(hub, who, account.name, overview);
    return overview;
}

Response organisationOverview(Hub &hub, const Identity &who, const Account &account)
{
    QJsonObject overview = overviewOf(hub, who, account);
    const QString plan = hub.accounts.plan(account.name);
    overview[u"name"] = account.name;
    overview[u"type"] = u"org"_s;
    overview[u"isVerified"] = plan == "enterprise"_L1;
    overview[u"numUsers"] = static_cast<qint64>(hub.accounts.membersOf(account.name).size());
    if (!plan.isEmpty())
        overview[u"plan"] = plan;
    return Response::json(overview);
}

Response userOverview(Hub &hub, const Identity &who, const Account &account)
{
    QJsonObject overview = overviewOf(hub, who, account);
    overview[u"user"] = account.name;
    overview[u"type"] = u"user"_s;
    overview[u"isPro"] = account.isPro;
    overview[u"createdAt"] = hubDate(account.created);
    overview[u"numDiscussions"] = 0;
    overview[u"numUpvotes"] = 0;
    overview[u"numLikes"] = likesCount(hub, account.name);
    overview[u"numFollowing"] = hub.social.followingCount(account.name);
    overview[u"numFollowingOrgs"] = hub.social.followedOrgs(account.name);
    QJsonArray organisations;
    for (const Membership &membership : hub.accounts.membershipsOf(account.name)) {
        const auto org = hub.accounts.find(membership.org);
        if (!org)
            continue;
        organisations.append(QJsonObject{{u"id"_s, objectId(org->name)},
                                         {u"name"_s, org->name},
                                         {u"fullname"_s, org->fullname},
                                         {u"avatarUrl"_s, avatarUrl(hub, *org)}});
    }
    overview[u"orgs"] = organisations;
    return Response::json(overview);
}

Response membersReply(Hub &hub, const Request &request, const Identity &who, const Account &org)
{
    const QString search = request.query.value(u"search");
    std::vector<QJsonObject> members;
    for (const Membership &membership : hub.accounts.membersOf(org.name)) {
        const auto account = hub.accounts.find(membership.user);
        if (!account
            || (!account->name.contains(search, Qt::CaseInsensitive)
                && !account->fullname.contains(search, Qt::CaseInsensitive)))
            continue;
        QJsonObject member = personJson(hub, who, *account);
        member[u"role"] = membership.role;
        members.push_back(member);
    }
    return pageOf(request, static_cast<qint64>(members.size()), pageSize(request),
                  [&](qint64 i) { return members[static_cast<size_t>(i)]; });
}

Response followersReply(Hub &hub, const Request &request, const Identity &who, const QString &name)
{
    return peoplePage(hub, request, who, hub.social.followerCount(name),
                      [&](Slice slice) { return hub.social.followersOf(name, slice); });
}

Response followingReply(Hub &hub, const Request &request, const Identity &who, const QString &name)
{
    return peoplePage(hub, request, who, hub.social.followingCount(name),
                      [&](Slice slice) { return hub.social.followedBy(name, slice); });
}

std::optional<Response> userReply(Hub &hub, const Request &request, const Identity &who,
                                  const Account &account, const QByteArray &part)
{
    if (part == "overview")
        return userOverview(hub, who, account);
    if (part == "followers")
        return followersReply(hub, request, who, account.name);
    if (part == "following")
        return followingReply(hub, request, who, account.name);
    if (part == "likes")
        return likesReply(hub, request, account.name);
    return {};
}

std::optional<Response> organisationReply(Hub &hub, const Request &request, const Identity &who,
                                          const Account &account, const QByteArray &part)
{
    if (part == "overview")
        return organisationOverview(hub, who, account);
    if (part == "followers")
        return followersReply(hub, request, who, account.name);
    if (part == "members")
        return membersReply(hub, request, who, account);
    return {};
}

} // namespace

Response unknownUser()
{
    return Response::error(404, {}, u"This user does not exist"_s);
}

Response peoplePage(Hub &hub, const Request &request, const Identity &who, qint64 total,
                    const std::function<std::vector<Account>(Slice)> &slice)
{
    const qint64 begin = std::min(pageBegin(request), total);
    const qint64 size = pageSize(request);
    const std::vector<Account> people = slice({.skip = begin, .limit = size});
    const auto found = static_cast<qint64>(people.size());
    // A page that is not full is the last one, whoever came or went since `total` was counted.
    return pageOf(request, found < size ? begin + found : total, size, [&](qint64 i) {
        return i - begin < found ? personJson(hub, who, people[static_cast<size_t>(i - begin)])
                                 : QJsonObject();
    });
}

std::optional<Response> peopleReply(Hub &hub, const Request &request, const Identity &who,
                                    const QByteArrayList &parts)
{
    if (parts.size() != 4)
        return {};
    const bool organisation = parts[1] == "organizations";
    const QString name = decodeSegment(parts[2]);
    const QByteArray &part = parts[3];
    if (part == "avatar")
        return avatarReply(hub, request, name, organisation);
    const auto account = hub.accounts.find(name);
    if (!account || account->isOrg != organisation)
        return organisation ? unknownOrganisation() : unknownUser();
    if (part == "socials")
        return Response::json(QJsonObject{{u"socialHandles"_s, QJsonObject()}});
    return organisation ? organisationReply(hub, request, who, *account, part)
                        : userReply(hub, request, who, *account, part);
}

} // namespace hubdesk::localhub
