// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/repoversion.h"
#include "core/transfer/transfer.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace hubdesk {

class Settings;

//! What the Hub said about a ref of a cached repo.
struct VersionAnswer
{
    QString ref;
    VersionState problem = VersionState::Unknown; //!< Gone or NoAccess; else commit is set.
    QString commit; //!< 40 hex
    QDateTime date; //!< UTC; may be invalid
    QDateTime at; //!< UTC; when it was said

    bool operator==(const VersionAnswer &) const = default;
};

//! A download that makes a ref follow the Hub once all of it is there.
struct PendingUpdate
{
    TransferId transfer = 0;
    RepoId repo;
    QString ref;
    QString from; //!< The commit that the ref is in the cache.
    QString to;

    bool operator==(const PendingUpdate &) const = default;
};

//! Answers, pins and updates under way, kept in the state file. Settings are not owned. GUI thread.
//! Answers belong to one endpoint; those of another one are dropped when it changes.
class VersionStore final
{
public:
    explicit VersionStore(Settings *settings, QString endpoint);

    void setEndpoint(const QString &endpoint);

    [[nodiscard]] std::optional<VersionAnswer> answer(const RepoId &repo) const;
    //! Kept in memory until save().
    void setAnswer(const RepoId &repo, const VersionAnswer &answer);

    [[nodiscard]] bool isPinned(const RepoId &repo) const { return m_pins.contains(repo); }
    void setPinned(const RepoId &repo, bool pinned);

    [[nodiscard]] const std::vector<PendingUpdate> &pending() const { return m_pending; }
    //! One a repo: the newest.
    void addPending(const PendingUpdate &update);
    //! False when there is none.
    bool removePending(TransferId transfer);

    void save();

private:
    void load();

    Settings *m_settings;
    QString m_endpoint;
    QHash<RepoId, VersionAnswer> m_answers;
    QSet<RepoId> m_pins;
    std::vector<PendingUpdate> m_pending;
};

} // namespace hubdesk
