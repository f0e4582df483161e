// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/repocatalog.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

bool RepoCatalog::add(Repository &repo)
{
    const auto row = m_database.execute(
        u"INSERT INTO repos (type, ns, name, private, gated, disabled, created, downloads,"
        " downloads_all, likes, trending, runtime) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {typeName(repo.type), repo.ns, repo.name, repo.isPrivate,
         repo.gated.isNull() ? u""_s : repo.gated, repo.disabled, hubDate(repo.created),
         repo.downloads, repo.downloadsAllTime, repo.likes, repo.trending,
         QString::fromUtf8(QJsonDocument(repo.runtime).toJson(QJsonDocument::Compact))});
    if (!row)
        return false;
    repo.rowId = *row;
    const std::scoped_lock lock(m_mutex);
    m_snapshot.reset();
    return true;
}

RepoCatalog::Snapshot RepoCatalog::all()
{
    const std::scoped_lock lock(m_mutex);
    if (m_snapshot)
        return m_snapshot;
    auto repos = std::make_shared<std::vector<Repository>>();
    const auto rows = m_database.rows(
        u"SELECT id, type, ns, name, private, gated, disabled, created, downloads, downloads_all,"
        " likes, trending, runtime FROM repos ORDER BY id"_s);
    for (const SqlRow &row : rows) {
        Repository repo;
        repo.rowId = row[0].toLongLong();
        repo.type = typeFromName(row[1].toString()).value_or(RepoType::Model);
        repo.ns = row[2].toString();
        repo.name = row[3].toString();
        repo.isPrivate = row[4].toBool();
        repo.gated = row[5].toString();
        repo.disabled = row[6].toBool();
        repo.created = QDateTime::fromString(row[7].toString(), Qt::ISODateWithMs);
        repo.downloads = row[8].toLongLong();
        repo.downloadsAllTime = row[9].toLongLong();
        repo.likes = row[10].toLongLong();
        repo.trending = row[11].toLongLong();
        repo.runtime = QJsonDocument::fromJson(row[12].toString().toUtf8()).object();
        repos->push_back(std::move(repo));
    }
    m_snapshot = repos;
    return m_snapshot;
}

void RepoCatalog::addLikes(const Repository &repo, int more)
{
    m_database.execute(u"UPDATE repos SET likes = MAX(likes + ?, 0) WHERE id = ?"_s,
                       {more, repo.rowId});
    const std::scoped_lock lock(m_mutex);
    m_snapshot.reset();
}

std::optional<Repository> RepoCatalog::find(RepoType type, const QString &id)
{
    const Snapshot repos = all();
    for (const Repository &repo : *repos) {
        if (repo.type == type && repo.id().compare(id, Qt::CaseInsensitive) == 0)
            return repo;
    }
    return {};
}

void RepoCatalog::addRename(RepoType type, const QString &oldId, const QString &newId)
{
    m_database.execute(u"INSERT OR REPLACE INTO renames (type, old, new) VALUES (?, ?, ?)"_s,
                       {typeName(type), oldId, newId});
}

QString RepoCatalog::renamed(RepoType type, const QString &oldId)
{
    const auto rows = m_database.rows(u"SELECT new FROM renames WHERE type = ? AND old = ?"_s,
                                      {typeName(type), oldId});
    return rows.empty() ? QString() : rows.front().first().toString();
}

void RepoCatalog::setAccessRequest(const Repository &repo, const QString &user,
                                   const QString &status, const QDateTime &when)
{
    m_database.execute(u"INSERT OR REPLACE INTO access_requests (repo, user, status, timestamp)"
                       " VALUES (?, ?, ?, ?)"_s,
                       {repo.rowId, user, status, hubDate(when)});
}

QString RepoCatalog::accessStatus(const Repository &repo, const QString &user)
{
    const auto rows = m_database.rows(
        u"SELECT status FROM access_requests WHERE repo = ? AND user = ?"_s, {repo.rowId, user});
    return rows.empty() ? QString() : rows.front().first().toString();
}

} // namespace hubdesk::localhub
