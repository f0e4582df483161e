// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/treeloader.h"
#include "core/model/updateplan.h"

#include <QObject>

#include <optional>

namespace hubdesk {

//! Finds out what an update of one cached revision comes to: the listings of both commits, and what
//! of the new one is in the cache. GUI thread; the newest order wins. The client is not owned.
class UpdatePlanner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpdatePlanner)

public:
    explicit UpdatePlanner(HubClient *client, QObject *parent = nullptr);
    ~UpdatePlanner() override;

    //! \a cached: the revision that is there; \a commit: the new one; \a places: the cache.
    void load(const RepoId &repo, const CachedRevision &cached, const QString &commit,
              const CachePlaces &places);
    void clear();

    //! Whose plan it is; empty id: nobody's.
    [[nodiscard]] const RepoId &repo() const { return m_repo; }
    [[nodiscard]] const QString &commit() const { return m_commit; }
    [[nodiscard]] LoadState state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const UpdatePlan &plan() const { return m_plan; } //!< When Ready.

Q_SIGNALS:
    void changed();

private:
    void follow();
    void setState(LoadState state, const std::optional<Error> &error = {});

    RepoId m_repo;
    QString m_commit;
    CachedRevision m_cached;
    TreeLoader m_now;
    TreeLoader m_before;
    bool m_isCompared = false; //!< It is known what of m_now is cached.
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    UpdatePlan m_plan;
};

} // namespace hubdesk
