// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/seedroles.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hubdesk {

RequestSpec SeedRolesRequest::spec() const
{
    RequestSpec spec;
    spec.path = "/_localhub/seed";
    return spec;
}

Result<QHash<QString, RepoId>> SeedRolesRequest::parse(const ReplyData &reply)
{
    const auto json = parseJson(reply);
    if (!json)
        return std::unexpected(json.error());
    QHash<QString, RepoId> roles;
    const QJsonObject object = json->object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject role = it.value().toObject();
        if (!role.contains("repo"_L1)) // the tokens are listed beside the repositories
            continue;
        const auto repo =
            repoTypeFromName(role.value("type"_L1).toString()).and_then([&role](RepoType type) {
                return RepoId::make(type, role.value("repo"_L1).toString());
            });
        if (!repo)
            return std::unexpected(repo.error());
        roles.insert(it.key(), *repo);
    }
    return roles;
}

} // namespace hubdesk
