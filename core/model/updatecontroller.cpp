// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/updatecontroller.h"

#include "core/model/cachecontroller.h"
#include "core/model/repocontroller.h"
#include "core/settings/settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

UpdateController::UpdateController(HubClient *client, Settings *settings, CacheController *cache,
                                   TransferQueue *queue, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_settings(settings),
      m_cache(cache),
      m_store(settings, client->config().endpoint.toString()),
      m_checker(client),
      m_planner(client),
      m_orderPlanner(client),
      m_orders(queue, &m_store, [cache] { return cache->places(); })
{
    connect(cache, &CacheController::stateChanged, this, [this] {
        if (m_cache->state() != CacheController::State::Ready)
            return;
        refresh();
        if (std::exchange(m_checksWhenScanned, false))
            checkAtStart();
    });
    connect(client, &HubClient::configChanged, this, [this] {
        m_store.setEndpoint(m_client->config().endpoint.toString());
        refresh();
    });
    connect(&m_checker, &VersionChecker::answered, this, &UpdateController::answered);
    connect(&m_checker, &VersionChecker::progressChanged, this, &UpdateController::checkingChanged);
    connect(&m_checker, &VersionChecker::ended, this, [this](const std::optional<Error> &error) {
        m_error = error;
        m_store.save();
        refresh();
        Q_EMIT
        checkingChanged();
    });
    connect(&m_planner, &UpdatePlanner::changed, this, &UpdateController::planChanged);
    connect(&m_orderPlanner, &UpdatePlanner::changed, this, &UpdateController::orderPlanned);
    connect(&m_orders, &UpdateOrders::changed, this, [this] { refresh(); });
    connect(&m_orders, &UpdateOrders::updated, this,
            [this](const RepoId &repo, const std::optional<Error> &error) {
                m_cache->rescan();
                Q_EMIT
                updateEnded(repo, error);
            });
    refresh();
}

UpdateController::~UpdateController() = default;

QDateTime UpdateController::now() const
{
    return m_clock ? m_clock() : QDateTime::currentDateTimeUtc();
}

void UpdateController::follow(RepoController *repo)
{
    connect(repo, &RepoController::infoChanged, this, [this, repo] {
        if (repo->info().repo == repo->repo())
            note(repo->repo(), repo->revision(), repo->info());
    });
}

bool UpdateController::isCached(const RepoId &repo) const
{
    return m_cache->model()->rowOf(repo) >= 0;
}

std::optional<FollowedRef> UpdateController::followed(const RepoId &repo) const
{
    const int row = m_cache->model()->rowOf(repo);
    return row < 0 ? std::nullopt : followedRef(m_cache->model()->at(row));
}

RepoVersion UpdateController::version(const RepoId &repo) const
{
    const int row = m_cache->model()->rowOf(repo);
    return row < 0 ? RepoVersion{} : versionOf(m_cache->model()->at(row));
}

RepoVersion UpdateController::versionOf(const CachedRepo &cached) const
{
    const RepoId &repo = cached.repo;
    RepoVersion version;
    version.isPinned = m_store.isPinned(repo);
    const auto mine = followedRef(cached);
    if (!mine)
        return version;
    version.ref = mine->ref;
    version.cachedCommit = mine->commit;
    version.isUpdating = std::ranges::contains(m_ordered, repo) || m_orders.isUpdating(repo);
    const auto answer = m_store.answer(repo);
    if (!answer || answer->ref != mine->ref)
        return version;
    version.hubCommit = answer->commit;
    version.hubDate = answer->date;
    version.checkedAt = answer->at;
    version.state = answer->problem != VersionState::Unknown ? answer->problem
        : answer->commit == mine->commit                     ? VersionState::UpToDate
                                                             : VersionState::NewVersion;
    return version;
}

CacheMark UpdateController::mark(const RepoInfo &info) const
{
    const int row = m_cache->model()->rowOf(info.repo);
    if (row < 0)
        return CacheMark::None;
    const RepoVersion known = versionOf(m_cache->model()->at(row));
    // The `sha` of a list is the tip of the main branch.
    const bool isNew = info.sha.isEmpty() || known.ref != "main"_L1
        ? known.isNew()
        : !known.isPinned && info.sha != known.cachedCommit;
    return isNew ? CacheMark::NewVersion : CacheMark::InCache;
}

int UpdateController::newCount() const
{
    int count = 0;
    for (int row = 0; row < m_cache->model()->rowCount(); ++row)
        count += versionOf(m_cache->model()->at(row)).isNew() ? 1 : 0;
    return count;
}

void UpdateController::setPinned(const RepoId &repo, bool pinned)
{
    if (m_store.isPinned(repo) == pinned)
        return;
    m_store.setPinned(repo, pinned);
    refresh(repo);
}

void UpdateController::check()
{
    std::vector<VersionChecker::Item> items;
    for (int row = 0; row < m_cache->model()->rowCount(); ++row) {
        const CachedRepo &repo = m_cache->model()->at(row);
        const auto mine = followedRef(repo);
        if (mine && !m_store.isPinned(repo.repo))
            items.push_back({repo.repo, mine->ref});
    }
    start(items);
}

void UpdateController::check(const RepoId &repo)
{
    if (const auto mine = followed(repo); mine && !m_store.isPinned(repo))
        start({{repo, mine->ref}});
}

void UpdateController::checkAtStart()
{
    if (!m_settings->flag(SettingKey::CheckVersionsAtStart) || m_client->config().offline)
        return;
    if (m_cache->state() != CacheController::State::Ready) {
        m_checksWhenScanned = true;
        return;
    }
    std::vector<VersionChecker::Item> items;
    for (int row = 0; row < m_cache->model()->rowCount(); ++row) {
        const RepoVersion known = versionOf(m_cache->model()->at(row));
        const bool isFresh =
            known.checkedAt.isValid() && known.checkedAt.addDuration(kFresh) > now();
        if (!known.ref.isEmpty() && !known.isPinned && !isFresh)
            items.push_back({m_cache->model()->at(row).repo, known.ref});
    }
    if (!items.empty())
        start(items);
}

void UpdateController::start(const std::vector<VersionChecker::Item> &items)
{
    if (isChecking())
        return;
    m_error.reset();
    m_checker.start(items);
}

QString UpdateController::progressText() const
{
    if (!isChecking())
        return {};
    if (const int seconds = m_checker.waitSeconds(); seconds > 0)
        return tr("Rate limited, %1 s").arg(seconds);
    return tr("Checking %1 of %2").arg(m_checker.done()).arg(m_checker.total());
}

void UpdateController::answered(const VersionChecker::Item &item, const Result<RepoInfo> &info)
{
    VersionAnswer answer;
    answer.ref = item.ref;
    answer.at = now();
    if (info) {
        answer.commit = info->sha;
        answer.date = info->lastModified;
    } else {
        switch (info.error().kind) {
        case ErrorKind::NotFound:
            answer.problem = VersionState::Gone;
            break;
        case ErrorKind::Unauthorized:
        case ErrorKind::Forbidden:
        case ErrorKind::Gated:
            answer.problem =
                info.error().isRepoNotFound() ? VersionState::Gone : VersionState::NoAccess;
            break;
        default:
            return; // says nothing about the repo
        }
    }
    m_store.setAnswer(item.repo, answer);
    refresh(item.repo);
}

void UpdateController::note(const RepoId &repo, const QString &revision, const RepoInfo &info)
{
    const auto mine = followed(repo);
    if (!mine || mine->ref != revision || !isCommitHash(info.sha) || m_store.isPinned(repo))
        return;
    m_store.setAnswer(repo, {mine->ref, VersionState::Unknown, info.sha, info.lastModified, now()});
    m_store.save();
    refresh(repo);
}

void UpdateController::loadPlan(const RepoId &repo)
{
    const RepoVersion known = version(repo);
    const int row = m_cache->model()->rowOf(repo);
    if (row < 0 || known.state != VersionState::NewVersion)
        return;
    const CachedRevision *revision = revisionOf(m_cache->model()->at(row), known.cachedCommit);
    if (revision)
        m_planner.load(repo, *revision, known.hubCommit, m_cache->places());
}

void UpdateController::update(const RepoId &repo)
{
    const RepoVersion known = version(repo);
    if (known.state != VersionState::NewVersion || known.isUpdating)
        return;
    if (m_planner.repo() == repo && m_planner.commit() == known.hubCommit
        && m_planner.state() == LoadState::Ready)
        return order(repo, known.hubCommit, m_planner.plan());
    m_ordered.push_back(repo);
    if (m_ordered.size() == 1)
        planNextOrder();
    refresh(repo);
}

void UpdateController::planNextOrder()
{
    while (!m_ordered.empty()) {
        const RepoId repo = m_ordered.front();
        const RepoVersion known = version(repo);
        const int row = m_cache->model()->rowOf(repo);
        const CachedRevision *revision =
            row < 0 ? nullptr : revisionOf(m_cache->model()->at(row), known.cachedCommit);
        if (revision && known.state == VersionState::NewVersion)
            return m_orderPlanner.load(repo, *revision, known.hubCommit, m_cache->places());
        m_ordered.erase(m_ordered.begin()); // gone from the cache meanwhile
    }
}

void UpdateController::orderPlanned()
{
    const LoadState state = m_orderPlanner.state();
    if (m_ordered.empty() || (state != LoadState::Ready && state != LoadState::Failed))
        return;
    const RepoId repo = m_ordered.front();
    m_ordered.erase(m_ordered.begin());
    if (state == LoadState::Ready) {
        order(repo, m_orderPlanner.commit(), m_orderPlanner.plan());
    } else {
        Q_EMIT
        updateEnded(repo, m_orderPlanner.error());
    }
    refresh(repo);
    planNextOrder();
}

void UpdateController::order(const RepoId &repo, const QString &commit, const UpdatePlan &plan)
{
    if (plan.isEmpty()) {
        Q_EMIT
        updateEnded(repo,
                    failure(ErrorKind::NotFound,
                            tr("The new version has none of the files that are cached. Open the "
                               "repo to choose others."))
                        .error());
        return;
    }
    const RepoVersion known = version(repo);
    TransferOptions options;
    options.expectedBytes = plan.totalBytes;
    // It stays in the folder that it is in, whatever has been chosen for new ones since.
    if (const int row = m_cache->model()->rowOf(repo); row >= 0)
        options.cacheRoot = m_cache->rootOf(m_cache->model()->at(row));
    m_orders.order({0, repo, known.ref, known.cachedCommit, commit}, plan.paths, options);
    Q_EMIT
    updateQueued(repo);
}

void UpdateController::refresh()
{
    QHash<RepoId, RepoVersion> versions;
    for (int row = 0; row < m_cache->model()->rowCount(); ++row) {
        const CachedRepo &cached = m_cache->model()->at(row);
        if (!versions.contains(cached.repo)) // in two folders: the first counts, as for version()
            versions.insert(cached.repo, versionOf(cached));
    }
    m_cache->model()->setVersions(versions);
    Q_EMIT
    versionsChanged();
}

void UpdateController::refresh(const RepoId &repo)
{
    m_cache->model()->setVersion(repo, version(repo));
    Q_EMIT
    versionsChanged();
}

} // namespace hubdesk
