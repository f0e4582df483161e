// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/search.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString sortName(SearchSort sort)
{
    switch (sort) {
    case SearchSort::Trending:
        return u"trendingScore"_s;
    case SearchSort::Downloads:
        return u"downloads"_s;
    case SearchSort::Likes:
        return u"likes"_s;
    case SearchSort::LastModified:
        return u"lastModified"_s;
    case SearchSort::Created:
        return u"createdAt"_s;
    }
    return u"trendingScore"_s;
}

} // namespace

RequestSpec SearchRequest::spec() const
{
    Query query;
    query.addIfSet(u"search"_s, text);
    query.addIfSet(u"author"_s, author);
    query.addAll(u"filter"_s, filters);
    query.add(u"sort"_s, sortName(sort));
    // Servers of v0.27.1's time sort upwards without it; today's ignore it.
    query.add(u"direction"_s, qint64(-1));
    if (limit > 0)
        query.add(u"limit"_s, qint64(limit));
    if (full)
        query.add(u"full"_s, true);
    RequestSpec spec;
    spec.path = "/api/" + repoTypePlural(type).toLatin1();
    spec.query = query.encoded();
    return spec;
}

Result<Page<RepoInfo>> SearchRequest::parse(const ReplyData &reply) const
{
    return pageFromJson<RepoInfo>(
        reply, [this](const QJsonObject &object) { return RepoInfo::fromJson(type, object); });
}

} // namespace hubdesk
