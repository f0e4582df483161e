// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/likes.h"

#include "core/hub/jsonvalues.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

Result<LikedRepo> LikedRepo::fromJson(const QJsonObject &object)
{
    const QJsonObject repo = object.value("repo"_L1).toObject();
    LikedRepo liked;
    liked.name = repo.value("name"_L1).toString();
    liked.typeName = repo.value("type"_L1).toString();
    if (liked.name.isEmpty())
        return failure(ErrorKind::Protocol,
                       QCoreApplication::translate("hubdesk::LikedRepo",
                                                   "The Hub does not say what is liked here."),
                       u"missing field: repo.name"_s);
    if (const auto type = repoTypeFromName(liked.typeName);
        type && !liked.typeName.isEmpty() && RepoId::make(*type, liked.name))
        liked.type = *type;
    liked.likedAt = hubDate(object.value("createdAt"_L1));
    return liked;
}

RequestSpec LikedReposRequest::spec() const
{
    RequestSpec spec;
    spec.path = "/api/users/" + quoteAll(user) + "/likes";
    return spec;
}

Result<Page<LikedRepo>> LikedReposRequest::parse(const ReplyData &reply)
{
    return pageFromJson<LikedRepo>(reply, &LikedRepo::fromJson);
}

RequestSpec LikeRequest::spec() const
{
    RequestSpec spec;
    spec.method = like ? "POST" : "DELETE";
    spec.path = repo.apiPath() + "/like";
    spec.idempotent = true;
    return spec;
}

Result<void> LikeRequest::parse(const ReplyData &)
{
    return {};
}

} // namespace hubdesk
