// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/reporoutes.h"

#include "app/localhub/api/avatar.h"
#include "app/localhub/api/likes.h"
#include "app/localhub/api/paging.h"
#include "app/localhub/api/repojson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kCommitsPage = 50;
constexpr qint64 kCommitsPageMax = 1000;

QJsonObject commitJson(Hub &hub, const CommitInfo &info, bool formatted)
{
    QJsonObject author{{u"user"_s, info.author}};
    if (const auto account = hub.accounts.find(info.author))
        author[u"avatar"] = avatarUrl(hub, *account);
    QJsonObject object{{u"id"_s, QString::fromLatin1(info.id)},
                       {u"title"_s, info.title},
                       {u"message"_s, info.message},
                       {u"date"_s, hubDate(info.date)},
                       {u"authors"_s, QJsonArray{author}}};
    if (formatted) {
        object[u"formatted"] = QJsonObject{{u"title"_s, info.title.toHtmlEscaped()},
                                           {u"message"_s, info.message.toHtmlEscaped()}};
    }
    return object;
}

// Whether the caller may read the files, with `/write` whether they may change them.
Response authCheckReply(const RepoCall &call)
{
    const bool write = call.rest.value(1) == "write";
    if (call.rest.size() > 2 || (call.rest.size() == 2 && !write))
        return Response::error(404, {}, u"Sorry, we can't find the page you are looking for."_s);
    if (const auto refusal = refuseFiles(call.hub, call.request, call.who, call.repo))
        return *refusal;
    if (!write)
        return Response::json(QJsonObject());
    if (call.who.isAnonymous())
        return Response::error(401, {}, u"Invalid username or password."_s);
    if (!mayWrite(call.who, call.repo))
        return Response::error(403, {}, u"You don't have the rights to write to this repo."_s);
    return Response::json(QJsonObject());
}

} // namespace

std::expected<QByteArray, Response> RepoCall::commit(const QByteArray &encodedRevision) const
{
    const QString revision = decodeSegment(encodedRevision);
    if (auto found = hub.git.resolve(repo, revision))
        return *found;
    return std::unexpected(
        Response::error(404, "RevisionNotFound", u"Invalid rev id: %1"_s.arg(revision)));
}

Response repoInfoReply(const RepoCall &call)
{
    const Query &query = call.request.query;
    const QStringList expand = query.values(u"expand");
    if (!unknownExpand(call.repo.type, expand).isEmpty())
        return Response::error(400, {}, expandMessage(call.repo.type));
    const auto commit = call.commit(call.rest.size() > 1 ? call.rest[1] : QByteArray("main"));
    if (!commit)
        return commit.error();
    const Digests::Ptr digest = call.hub.digests.of(call.repo, *commit);
    if (!expand.isEmpty())
        return Response::json(repoProperties(call.repo, *digest, expand));
    QJsonObject info = repoInfo(call.repo, *digest);
    if (query.flag(u"blobs"))
        info[u"siblings"] = siblings(*digest, true);
    if (query.flag(u"securityStatus") && call.repo.type == RepoType::Model) {
        info[u"securityRepoStatus"] =
            QJsonObject{{u"scansDone"_s, true}, {u"filesWithIssues"_s, QJsonArray()}};
    }
    return Response::json(info);
}

Response refsReply(const RepoCall &call)
{
    QJsonArray branches;
    QJsonArray converts;
    QJsonArray tags;
    QJsonArray pullRequests;
    const auto refs = call.hub.git.with(call.repo, [](const GitRepo &git) { return git.refs(); });
    for (const RefInfo &ref : refs) {
        const QJsonObject entry{{u"name"_s, ref.name},
                                {u"ref"_s, ref.ref},
                                {u"targetCommit"_s, QString::fromLatin1(ref.target)}};
        if (ref.ref.startsWith("refs/heads/"_L1))
            branches.append(entry);
        else if (ref.ref.startsWith("refs/convert/"_L1))
            converts.append(entry);
        else if (ref.ref.startsWith("refs/tags/"_L1))
            tags.append(entry);
        else if (ref.ref.startsWith("refs/pr/"_L1))
            pullRequests.append(entry);
    }
    QJsonObject all{{u"branches"_s, branches}, {u"converts"_s, converts}, {u"tags"_s, tags}};
    if (call.request.query.flag(u"include_prs")
        || call.request.query.flag(u"include_pull_requests"))
        all[u"pullRequests"] = pullRequests;
    return Response::json(all);
}

Response commitsReply(const RepoCall &call)
{
    const auto commit = call.commit(call.rest.value(1, "main"));
    if (!commit)
        return commit.error();
    const auto history =
        call.hub.git.with(call.repo, [&](const GitRepo &git) { return git.history(*commit); });
    const Query &query = call.request.query;
    const bool formatted = query.values(u"expand").contains(u"formatted"_s);
    const qint64 size =
        std::clamp<qint64>(query.number(u"limit", kCommitsPage), 1, kCommitsPageMax);
    Response reply = pageOf(call.request, static_cast<qint64>(history.size()), size, [&](qint64 i) {
        return QJsonValue(commitJson(call.hub, history[static_cast<size_t>(i)], formatted));
    });
    reply.setHeader("X-Total-Count", QByteArray::number(static_cast<qint64>(history.size())));
    return reply;
}

Response routeRepo(const RepoCall &call)
{
    const QByteArray action = call.rest.value(0);
    const qsizetype count = call.rest.size();
    const Request &request = call.request;
    if (action == "paths-info" && count == 2) {
        return request.method == "POST" ? pathsInfoReply(call)
                                        : Response::error(405, {}, u"Method not allowed"_s);
    }
    if (action == "like" && count == 1)
        return likeReply(call);
    if (request.isRead()) {
        if (action == "likers" && count == 1)
            return likersReply(call);
        if (action.isEmpty() || (action == "revision" && count == 2))
            return repoInfoReply(call);
        if (action == "tree")
            return treeReply(call);
        if (action == "refs" && count == 1)
            return refsReply(call);
        if (action == "commits" && count <= 2)
            return commitsReply(call);
        if (action == "auth-check")
            return authCheckReply(call);
    }
    return Response::error(404, {}, u"Sorry, we can't find the page you are looking for."_s);
}

} // namespace hubdesk::localhub
