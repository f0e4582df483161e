// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/updateorders.h"
#include "core/model/updateplanner.h"
#include "core/model/versionchecker.h"
#include "core/model/versionstore.h"

#include <QObject>

#include <functional>
#include <optional>

namespace hubdesk {

class CacheController;
class RepoController;
class Settings;
struct RepoInfo;

//! Which cached repos have a new version on the Hub, what it would change, and getting it. GUI
//! thread; nothing that is handed over is owned, all of it outlives this.
//!
//! One call a repo, and only when the user asks or (a setting) at the start for what was not asked
//! for in the last hours. Pinned repos are never asked for. Marks the rows of the cache's model.
class UpdateController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpdateController)

public:
    //! How long an answer is good enough for the check at the start.
    static constexpr std::chrono::hours kFresh{6};

    UpdateController(HubClient *client, Settings *settings, CacheController *cache,
                     TransferQueue *queue, QObject *parent = nullptr);
    ~UpdateController() override;

    //! What the pages of \a repo learn of a commit is known here without another call.
    void follow(RepoController *repo);
    void setPace(const VersionChecker::Pace &pace) { m_checker.setPace(pace); }
    //! What "now" is; tests set it.
    void setClock(std::function<QDateTime()> clock) { m_clock = std::move(clock); }

    //! Unknown for repos that are not in the cache.
    [[nodiscard]] RepoVersion version(const RepoId &repo) const;
    [[nodiscard]] bool isCached(const RepoId &repo) const;
    //! Of a repo in a list: its own `sha` counts where it has one, else what is known.
    [[nodiscard]] CacheMark mark(const RepoInfo &info) const;
    //! Repos with a new version, pinned ones not counted.
    [[nodiscard]] int newCount() const;

    void setPinned(const RepoId &repo, bool pinned);

    //! Asks for all repos that are not pinned.
    void check();
    //! The same for one.
    void check(const RepoId &repo);
    //! As the setting says, once the cache is scanned, and only for what was not asked for lately.
    void checkAtStart();
    void stopChecking() { m_checker.stop(); }
    [[nodiscard]] bool isChecking() const { return m_checker.isRunning(); }
    //! "Checking 3 of 12", "Rate limited, 42 s"; empty when nothing is going on.
    [[nodiscard]] QString progressText() const;
    //! Why the last check could not go on.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    //! Finds out what the new version of \a repo changes: planner() tells.
    void loadPlan(const RepoId &repo);
    [[nodiscard]] const UpdatePlanner &planner() const { return m_planner; }
    //! Queues the download of the new version, with the plan or after it. The ref follows when all
    //! is there; the old version stays in the cache.
    void update(const RepoId &repo);

Q_SIGNALS:
    void versionsChanged();
    void checkingChanged(); //!< isChecking(), progressText() or error()
    void planChanged();
    void updateQueued(const hubdesk::RepoId &repo);
    //! The cached ref is the new version now, or why there will be no update.
    void updateEnded(const hubdesk::RepoId &repo, const std::optional<hubdesk::Error> &error);

private:
    void start(const std::vector<VersionChecker::Item> &items);
    void answered(const VersionChecker::Item &item, const Result<RepoInfo> &info);
    void note(const RepoId &repo, const QString &revision, const RepoInfo &info);
    void order(const RepoId &repo, const QString &commit, const UpdatePlan &plan);
    void planNextOrder();
    void orderPlanned();
    void refresh();
    void refresh(const RepoId &repo);
    [[nodiscard]] RepoVersion versionOf(const CachedRepo &cached) const;
    [[nodiscard]] std::optional<FollowedRef> followed(const RepoId &repo) const;
    [[nodiscard]] QDateTime now() const;

    HubClient *m_client;
    Settings *m_settings;
    CacheController *m_cache;
    VersionStore m_store;
    VersionChecker m_checker;
    UpdatePlanner m_planner; //!< For who looks.
    UpdatePlanner m_orderPlanner; //!< For updates that were ordered without a look.
    std::vector<RepoId> m_ordered; //!< Those; the first one's plan is under way.
    UpdateOrders m_orders;
    std::function<QDateTime()> m_clock;
    std::optional<Error> m_error;
    bool m_checksWhenScanned = false;
};

} // namespace hubdesk
