// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/modelspec.h"

#include "app/localhub/seed/people.h"
#include "app/localhub/seed/zipwriter.h"

namespace hubdesk::localhub {

quint64 ModelSpec::seed() const
{
    return crc32(id().toUtf8());
}

Repository ModelSpec::repository() const
{
    Repository repo;
    repo.type = RepoType::Model;
    repo.ns = ns;
    repo.name = name;
    repo.created = seedDay(created.year(), created.month(), created.day());
    repo.downloads = downloads;
    repo.downloadsAllTime = downloads * 11 + 340;
    repo.likes = likes;
    repo.trending = trending;
    return repo;
}

} // namespace hubdesk::localhub
