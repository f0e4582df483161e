// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/seed/modelspec.h"
#include "app/localhub/seed/repobuilder.h"

#include <QJsonObject>

namespace hubdesk::localhub {

//! Carries the Hub that is filled, the roles told to tests, and the first failure.
class SeedContext
{
public:
    explicit SeedContext(Hub &target)
        : hub(target)
    { }

    //! Ends a repository; remembers why it failed.
    std::optional<Repository> finish(RepoBuilder &builder);
    void setRole(const QString &role, const Repository &repo, const QJsonObject &more = {});

    Hub &hub;
    QJsonObject roles;
    QString error;
};

//! The files of an ordinary model in one commit.
void addModelFiles(RepoBuilder &builder, const ModelSpec &spec);
//! The history that most models have: made on one day, card and weights later.
void commitModel(RepoBuilder &builder, const ModelSpec &spec);

void seedPlainModels(SeedContext &context);
void seedShardedModel(SeedContext &context);
void seedGgufFamily(SeedContext &context);
void seedRestrictedModels(SeedContext &context);
void seedManyFiles(SeedContext &context);
void seedHistory(SeedContext &context);
void seedBigFile(SeedContext &context);
void seedDatasets(SeedContext &context);
void seedOddNames(SeedContext &context);
void seedSpaces(SeedContext &context);

} // namespace hubdesk::localhub
