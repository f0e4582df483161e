// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/router.h"

#include "app/localhub/api/account.h"
#include "app/localhub/api/avatar.h"
#include "app/localhub/api/content.h"
#include "app/localhub/api/control.h"
#include "app/localhub/api/people.h"
#include "app/localhub/api/repolist.h"
#include "app/localhub/api/reporoutes.h"
#include "app/localhub/oauth/oauthroutes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

Response pageNotFound()
{
    return Response::error(404, {}, u"Sorry, we can't find the page you are looking for."_s);
}

// The words that follow a repository id: they tell an id of one segment from one of two.
bool isRouteWord(const QByteArray &segment)
{
    static constexpr std::array kWords{"revision",   "tree",    "refs", "paths-info", "commits",
                                       "auth-check", "resolve", "raw",  "like",       "likers"};
    return std::ranges::any_of(kWords, [&](const char *word) { return segment == word; });
}

using RepoHandler = Response (*)(const RepoCall &);

// Where in the path a repository is named.
struct RepoPath
{
    RepoType type;
    qsizetype idAt; //!< first segment of the id
};

// The same request under another id; both are plain ASCII.
Response toOtherId(const Request &request, const QByteArrayList &parts, qsizetype idAt,
                   qsizetype idLength, const QString &id)
{
    const QByteArrayList moved =
        parts.first(idAt) + QByteArrayList{id.toUtf8()} + parts.mid(idAt + idLength);
    QByteArray location = '/' + moved.join('/');
    if (!request.rawQuery.isNull())
        location += '?' + request.rawQuery;
    return Response::redirect(307, location);
}

Response withRepo(Hub &hub, const Request &request, const Identity &who,
                  const QByteArrayList &parts, const RepoPath &where, RepoHandler handler)
{
    const bool single = parts.size() == where.idAt + 1 || isRouteWord(parts.value(where.idAt + 1));
    const qsizetype idLength = single ? 1 : 2;
    const QString id = decodeSegment(parts.mid(where.idAt, idLength).join('/'));
    const auto repo = hub.catalog.find(where.type, id);
    if (!repo || !mayKnow(who, *repo)) {
        const QString newId = hub.catalog.renamed(where.type, id);
        const auto target = newId.isEmpty() ? std::nullopt : hub.catalog.find(where.type, newId);
        if (target && mayKnow(who, *target))
            return toOtherId(request, parts, where.idAt, idLength, newId);
        return repoNotFound(who);
    }
    if (repo->id() != id)
        return toOtherId(request, parts, where.idAt, idLength, repo->id());
    return handler(RepoCall{.hub = hub,
                            .request = request,
                            .who = who,
                            .repo = *repo,
                            .rest = parts.mid(where.idAt + idLength)});
}

Response routeWeb(Hub &hub, const Request &request, const Identity &who,
                  const QByteArrayList &parts)
{
    if (parts.value(0) == "avatars" && parts.size() == 2)
        return drawnAvatarReply(parts[1]);
    const auto prefixed = typeFromPlural(parts.value(0));
    const qsizetype idAt = prefixed && *prefixed != RepoType::Model ? 1 : 0;
    const RepoPath where{.type = idAt == 1 ? *prefixed : RepoType::Model, .idAt = idAt};
    const qsizetype wordAt = isRouteWord(parts.value(idAt + 1)) ? idAt + 1 : idAt + 2;
    const QByteArray word = parts.value(wordAt);
    if (!request.isRead() || parts.size() < wordAt + 3 || (word != "resolve" && word != "raw"))
        return pageNotFound();
    return withRepo(hub, request, who, parts, where, word == "raw" ? rawReply : resolveReply);
}

Response routeApi(Hub &hub, const Request &request, const Identity &who,
                  const QByteArrayList &parts)
{
    const QByteArray area = parts.value(1);
    const bool read = request.isRead();
    if (const auto type = typeFromPlural(area)) {
        if (parts.size() == 2)
            return read ? listRepos(hub, request, who, *type) : pageNotFound();
        return withRepo(hub, request, who, parts, {.type = *type, .idAt = 2}, routeRepo);
    }
    if (area == "resolve-cache" && read) {
        const auto type = typeFromPlural(parts.value(2));
        if (type && parts.size() >= 7) {
            return withRepo(hub, request, who, parts, {.type = *type, .idAt = 3},
                            [](const RepoCall &call) {
                                RepoCall inner = call;
                                inner.rest.prepend("resolve");
                                return resolveCacheReply(inner);
                            });
        }
    }
    if (area == "whoami-v2" && parts.size() == 2 && read)
        return whoamiReply(hub, who);
    if (area == "validate-yaml" && parts.size() == 2 && request.method == "POST")
        return validateYamlReply(request);
    if ((area == "users" || area == "organizations") && read)
        return peopleReply(hub, request, who, parts).value_or(pageNotFound());
    if (area == "avatars" && parts.size() == 3 && read)
        return avatarRedirect(hub, decodeSegment(parts[2]));
    return pageNotFound();
}

// Here applications name themselves in the header that elsewhere carries the token of a user.
std::optional<Response> routeOAuth(Hub &hub, const Request &request)
{
    if (request.rawPath == "/device")
        return devicePageReply(hub, request);
    if (request.rawPath == "/oauth/device" && request.method == "POST")
        return deviceCodeReply(hub, request);
    if (request.rawPath == "/oauth/token" && request.method == "POST")
        return oauthTokenReply(hub, request);
    return {};
}

} // namespace

Response routeHub(Hub &hub, const Request &request)
{
    if (request.rawPath.startsWith("/_localhub/"))
        return controlReply(hub, request);
    if (const auto reply = routeOAuth(hub, request))
        return *reply;
    const auto who = Identity::of(hub, request);
    if (!who)
        return who.error();
    if (request.rawPath == "/oauth/userinfo" && (request.isRead() || request.method == "POST"))
        return userInfoReply(hub, request, *who);
    const QByteArrayList parts = request.segments();
    return parts.value(0) == "api" ? routeApi(hub, request, *who, parts)
                                   : routeWeb(hub, request, *who, parts);
}

} // namespace hubdesk::localhub
