// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/seeder.h"

#include "app/localhub/seed/crowd.h"
#include "app/localhub/seed/people.h"
#include "app/localhub/seed/seedcontext.h"
#include "app/localhub/seed/tokens.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

std::optional<Repository> SeedContext::finish(RepoBuilder &builder)
{
    const auto repo = builder.finish();
    if (repo)
        return *repo;
    if (error.isEmpty())
        error = repo.error();
    return {};
}

void SeedContext::setRole(const QString &role, const Repository &repo, const QJsonObject &more)
{
    QJsonObject entry = more;
    entry[u"repo"] = repo.id();
    entry[u"type"] = typeName(repo.type);
    roles[role] = entry;
}

std::expected<void, QString> seedDemo(Hub &hub)
{
    SeedContext context(hub);
    hub.database->transaction([&] {
        seedPeople(hub);
        seedTokens(hub);
        for (const auto step :
             {seedPlainModels, seedShardedModel, seedGgufFamily, seedRestrictedModels,
              seedManyFiles, seedHistory, seedBigFile, seedDatasets, seedOddNames, seedSpaces}) {
            if (context.error.isEmpty())
                step(context);
        }
        seedCrowd(hub);
        context.roles[u"tokens"] = seedTokenRoles();
        hub.setSeedRoles(context.roles);
    });
    if (!context.error.isEmpty())
        return std::unexpected(context.error);
    return {};
}

} // namespace hubdesk::localhub
