// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/repolist.h"

#include "app/localhub/api/paging.h"
#include "app/localhub/api/repojson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kPageSize = 20;

struct Candidate
{
    const Repository *repo;
    Digests::Ptr digest;
};

bool matchesText(const Query &query, const Repository &repo)
{
    return std::ranges::all_of(query.values(u"search"), [&](const QString &text) {
        return repo.id().contains(text.trimmed(), Qt::CaseInsensitive);
    });
}

bool matchesRepo(const Query &query, const Identity &who, const Repository &repo)
{
    if (!mayKnow(who, repo) || !matchesText(query, repo))
        return false;
    const QString author = query.value(u"author");
    if (!author.isEmpty() && repo.ns.compare(author, Qt::CaseInsensitive) != 0)
        return false;
    return !query.has(u"gated") || query.flag(u"gated") != repo.gated.isEmpty();
}

bool hasTag(const Digest &digest, const QString &tag)
{
    return digest.tags.contains(tag, Qt::CaseInsensitive)
        || digest.tags.contains(u"language:"_s + tag, Qt::CaseInsensitive)
        || (tag.startsWith("language:"_L1)
            && digest.tags.contains(tag.sliced(9), Qt::CaseInsensitive));
}

bool linksTo(const Digest &digest, const QString &kind, const QStringList &ids)
{
    const QJsonArray linked = digest.card[kind].toArray();
    return std::ranges::any_of(ids, [&](const QString &id) { return linked.contains(id); });
}

bool matchesContent(const Query &query, const Repository &repo, const Digest &digest)
{
    for (const QString &filter : query.values(u"filter")) {
        for (const QString &tag : filter.split(u',', Qt::SkipEmptyParts)) {
            if (!hasTag(digest, tag))
                return false;
        }
    }
    const QString task = query.value(u"pipeline_tag");
    if (!task.isEmpty() && digest.pipelineTag != task)
        return false;
    // Nothing is served for inference here, so nothing is warm and no provider has it.
    if (!query.value(u"inference").isEmpty() || !query.value(u"inference_provider").isEmpty())
        return false;
    if (repo.type != RepoType::Space)
        return true;
    for (const QString &kind : {u"models"_s, u"datasets"_s}) {
        if (query.has(kind) && !linksTo(digest, kind, query.values(kind)))
            return false;
    }
    return !query.flag(u"linked") || !digest.card[u"models"].toArray().isEmpty()
        || !digest.card[u"datasets"].toArray().isEmpty();
}

// What the sort key compares; every key is a whole number, dates as milliseconds.
std::optional<qint64> sortValue(const QString &key, const Candidate &candidate)
{
    const Repository &repo = *candidate.repo;
    if (key == "lastModified"_L1 || key == "last_modified"_L1 || key == "modified"_L1)
        return candidate.digest->date.toMSecsSinceEpoch();
    if (key == "createdAt"_L1 || key == "created_at"_L1)
        return repo.created.toMSecsSinceEpoch();
    if (key == "trendingScore"_L1 || key == "trending_score"_L1 || key == "trending"_L1
        || key.isEmpty())
        return repo.trending;
    if (key == "downloads"_L1)
        return repo.downloads;
    if (key == "likes"_L1 || key == "likes30d"_L1)
        return repo.likes;
    if (key == "num_parameters"_L1)
        return candidate.digest->safetensors[u"total"].toInteger();
    return {};
}

QJsonObject entryFor(const Query &query, const Candidate &candidate)
{
    const Repository &repo = *candidate.repo;
    const QStringList expand = query.values(u"expand");
    if (!expand.isEmpty())
        return repoProperties(repo, *candidate.digest, expand);
    QJsonObject entry = repoListEntry(repo, *candidate.digest);
    QStringList more;
    if (query.flag(u"full")) {
        more += {u"author"_s,   u"sha"_s,      u"lastModified"_s, u"gated"_s,
                 u"disabled"_s, u"siblings"_s, u"mask_token"_s};
        if (repo.type != RepoType::Model)
            more += {u"cardData"_s, u"description"_s, u"models"_s, u"datasets"_s, u"subdomain"_s};
    }
    if (query.flag(u"config"))
        more.append(u"config"_s);
    if (query.flag(u"cardData"))
        more.append(u"cardData"_s);
    const QJsonObject added = repoProperties(repo, *candidate.digest, more);
    for (auto it = added.begin(); it != added.end(); ++it)
        entry.insert(it.key(), it.value());
    return entry;
}

} // namespace

Response listRepos(Hub &hub, const Request &request, const Identity &who, RepoType type)
{
    const Query &query = request.query;
    if (!unknownExpand(type, query.values(u"expand")).isEmpty())
        return Response::error(400, {}, expandMessage(type));
    const RepoCatalog::Snapshot repos = hub.catalog.all();
    std::vector<Candidate> found;
    for (const Repository &repo : *repos) {
        if (repo.type != type || !matchesRepo(query, who, repo))
            continue;
        const Digests::Ptr digest = hub.digests.ofHead(repo);
        if (digest && matchesContent(query, repo, *digest))
            found.push_back({&repo, digest});
    }
    const QString sort = query.value(u"sort");
    if (!found.empty() && !sortValue(sort, found.front()))
        return Response::error(400, {}, u"Invalid sort parameter"_s);
    // The oldest clients send -1 to sort from the top, the newest send nothing and expect the same.
    const bool ascending = query.has(u"direction") && query.value(u"direction") != "-1"_L1;
    std::ranges::stable_sort(found, [&](const Candidate &a, const Candidate &b) {
        const qint64 left = sortValue(sort, a).value_or(0);
        const qint64 right = sortValue(sort, b).value_or(0);
        if (left != right)
            return ascending ? left < right : left > right;
        return a.repo->id() < b.repo->id();
    });
    const qint64 asked = query.number(u"limit", kPageSize);
    const qint64 size = asked > 0 ? std::min(asked, kPageSize) : kPageSize;
    return pageOf(request, static_cast<qint64>(found.size()), size, [&](qint64 i) {
        return QJsonValue(entryFor(query, found[static_cast<size_t>(i)]));
    });
}

} // namespace hubdesk::localhub
