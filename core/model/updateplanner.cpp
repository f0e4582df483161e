// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/updateplanner.h"

namespace hubdesk {

namespace {

bool isLoaded(const TreeLoader &loader)
{
    return loader.state() == LoadState::Ready || loader.state() == LoadState::Empty;
}

} // namespace

UpdatePlanner::UpdatePlanner(HubClient *client, QObject *parent)
    : QObject(parent),
      m_now(client),
      m_before(client)
{
    connect(&m_now, &TreeLoader::changed, this, &UpdatePlanner::follow);
    connect(&m_before, &TreeLoader::changed, this, &UpdatePlanner::follow);
    connect(&m_now, &TreeLoader::cachedChanged, this, [this] {
        m_isCompared = true;
        follow();
    });
}

UpdatePlanner::~UpdatePlanner() = default;

void UpdatePlanner::load(const RepoId &repo, const CachedRevision &cached, const QString &commit,
                         const CachePlaces &places)
{
    clear();
    m_repo = repo;
    m_cached = cached;
    m_commit = commit;
    m_now.setCachePlaces(places);
    setState(LoadState::Loading);
    m_now.load(repo, commit);
    m_before.load(repo, cached.commit);
}

void UpdatePlanner::clear()
{
    setState(LoadState::Idle);
    m_repo = {};
    m_commit.clear();
    m_isCompared = false;
    m_plan = {};
    m_now.clear();
    m_before.clear();
}

void UpdatePlanner::follow()
{
    if (m_state != LoadState::Loading)
        return;
    if (m_now.state() == LoadState::Failed)
        return setState(LoadState::Failed, m_now.error());
    // A history that was rewritten does not have the old commit any more: then it cannot be said
    // that all of the repo was cached. Other failures can: later.
    const bool isGone =
        m_before.state() == LoadState::Failed && m_before.error()->kind == ErrorKind::NotFound;
    if (m_before.state() == LoadState::Failed && !isGone)
        return setState(LoadState::Failed, m_before.error());
    if (!isLoaded(m_now) || !m_isCompared || (!isLoaded(m_before) && !isGone))
        return;
    m_plan = planUpdate(m_cached, isGone ? std::vector<TreeEntry>{} : m_before.listing()->entries,
                        m_now.listing()->entries, m_now.cached());
    setState(LoadState::Ready);
}

void UpdatePlanner::setState(LoadState state, const std::optional<Error> &error)
{
    if (state == m_state && error == m_error)
        return;
    m_state = state;
    m_error = error;
    Q_EMIT
    changed();
}

} // namespace hubdesk
