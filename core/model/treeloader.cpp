// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/treeloader.h"

#include "core/model/cachedpaths.h"

#include <QFuture>
#include <QtConcurrentRun>

namespace hubdesk {

TreeLoader::TreeLoader(HubClient *client, QObject *parent)
    : QObject(parent),
      m_client(client)
{ }

TreeLoader::~TreeLoader() = default;

void TreeLoader::setCachePlaces(const CachePlaces &places)
{
    if (places == m_cache)
        return;
    m_cache = places;
    refreshCached();
}

void TreeLoader::load(const RepoId &repo, const QString &revision)
{
    ++m_loadRound;
    m_next = std::make_shared<RepoListing>();
    m_next->repo = repo;
    m_next->revision = revision;
    TreeRequest request;
    request.repo = repo;
    request.revision = revision;
    request.recursive = true;
    m_pager = Pager<TreeRequest>(m_client, request);
    m_error.reset();
    fetch();
    setState(LoadState::Loading);
}

void TreeLoader::clear()
{
    ++m_loadRound;
    ++m_cacheRound;
    m_pager = {};
    m_next.reset();
    m_listing.reset();
    m_cached.clear();
    m_error.reset();
    setState(LoadState::Idle);
}

void TreeLoader::fetch()
{
    m_pager.fetchNext(this, [this](Result<Page<TreeEntry>> page) {
        if (!page) {
            if (page.error().kind == ErrorKind::Canceled)
                return;
            m_error = page.error();
            setState(LoadState::Failed);
            return;
        }
        std::ranges::move(page->items, std::back_inserter(m_next->entries));
        if (m_pager.hasMore())
            fetch();
        else
            build();
    });
}

void TreeLoader::build()
{
    const quint64 round = m_loadRound;
    QtConcurrent::run([listing = m_next] {
        listing->tree = FileTree::build(listing->entries);
        return listing;
    }).then(this, [this, round](const std::shared_ptr<RepoListing> &listing) {
        if (round != m_loadRound)
            return;
        m_listing = listing;
        m_next.reset();
        m_cached.clear();
        setState(listing->entries.empty() ? LoadState::Empty : LoadState::Ready);
        refreshCached();
    });
}

void TreeLoader::refreshCached()
{
    if (!m_listing)
        return;
    struct Found
    {
        QSet<QString> paths;
        qint64 freeBytes = -1;
    };
    const quint64 round = ++m_cacheRound;
    QtConcurrent::run([listing = m_listing, places = m_cache] {
        Found found;
        // A repo from before its type had a folder lies in the common one, and a download takes
        // from all of them: what one of them has is there.
        const QStringList roots = places.roots();
        for (const QString &root : roots)
            found.paths +=
                cachedPaths(CacheLayout(root), listing->repo, listing->revision, listing->entries);
        if (const QString root = places.rootFor(listing->repo.type); !root.isEmpty())
            found.freeBytes = freeSpace(root);
        return found;
    }).then(this, [this, round](const Found &found) {
        if (round != m_cacheRound)
            return;
        m_cached = found.paths;
        m_freeBytes = found.freeBytes;
        Q_EMIT
        cachedChanged();
    });
}

void TreeLoader::setState(LoadState state)
{
    m_state = state;
    Q_EMIT
    changed();
}

} // namespace hubdesk
