// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/gitstore.h"

#include "app/localhub/log.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr size_t kIdleHandles = 4;
constexpr qsizetype kRemembered = 512;

template <typename Map, typename Value>
void remember(Map &map, const QByteArray &key, const Value &value)
{
    if (map.size() >= kRemembered)
        map.clear();
    map.insert(key, value);
}

} // namespace

const TreeItem *Listing::find(const QString &path) const
{
    const auto found = index.constFind(path);
    return found == index.cend() ? nullptr : &items[static_cast<size_t>(*found)];
}

GitStore::Lease::Lease(GitStore &gitStore, QString repoPath)
    : store(gitStore),
      path(std::move(repoPath))
{
    {
        const std::scoped_lock lock(store.m_mutex);
        auto &idle = store.m_idle[path];
        if (!idle.empty()) {
            repo = std::move(idle.back());
            idle.pop_back();
        }
    }
    if (!repo)
        repo = GitRepo::open(path);
    if (!repo)
        qCWarning(lcLocalHub) << "the repository" << path << "is missing or damaged";
}

GitStore::Lease::~Lease()
{
    if (!repo)
        return;
    const std::scoped_lock lock(store.m_mutex);
    auto &idle = store.m_idle[path];
    if (idle.size() < kIdleHandles)
        idle.push_back(std::move(repo));
}

GitStore::GitStore(QString folder)
    : m_folder(std::move(folder))
{ }

QString GitStore::path(const Repository &repo) const
{
    return u"%1/%2/%3/%4.git"_s.arg(m_folder, typePlural(repo.type), repo.ns, repo.name);
}

std::optional<QByteArray> GitStore::resolve(const Repository &repo, const QString &revision)
{
    return with(repo, [&](const GitRepo &git) { return git.resolve(revision); });
}

GitStore::ListingPtr GitStore::listing(const Repository &repo, const QByteArray &commit)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_listings.value(commit))
            return known;
    }
    auto listing = std::make_shared<Listing>();
    listing->items = with(repo, [&](const GitRepo &git) { return git.listing(commit); });
    listing->index.reserve(static_cast<qsizetype>(listing->items.size()));
    for (size_t i = 0; i < listing->items.size(); ++i)
        listing->index.insert(listing->items[i].path, static_cast<qsizetype>(i));
    const std::scoped_lock lock(m_mutex);
    remember(m_listings, commit, ListingPtr(listing));
    return listing;
}

GitStore::ChangesPtr GitStore::lastChanges(const Repository &repo, const QByteArray &commit)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_changes.value(commit))
            return known;
    }
    const auto changes = std::make_shared<const QHash<QString, QByteArray>>(
        with(repo, [&](const GitRepo &git) { return git.lastChanges(commit); }));
    const std::scoped_lock lock(m_mutex);
    remember(m_changes, commit, ChangesPtr(changes));
    return changes;
}

std::optional<CommitInfo> GitStore::commit(const Repository &repo, const QByteArray &id)
{
    return with(repo, [&](const GitRepo &git) { return git.commit(id); });
}

QByteArray GitStore::blob(const Repository &repo, const QByteArray &oid)
{
    return with(repo, [&](const GitRepo &git) { return git.blob(oid).value_or(QByteArray()); });
}

} // namespace hubdesk::localhub
