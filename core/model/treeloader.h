// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cacheplaces.h"
#include "core/model/browsercontroller.h"
#include "core/model/filetree.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace hubdesk {

//! A complete listing of a repo at a revision. Immutable once made, shared between views and
//! workers.
struct RepoListing
{
    RepoId repo;
    QString revision;
    std::vector<TreeEntry> entries;
    FileTree tree; //!< Of entries, without cache marks.
};

//! Loads all pages of a recursive listing, builds the tree in the pool, and finds out in the pool
//! what of it is cached. GUI thread; the newest order wins. The client is not owned.
class TreeLoader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TreeLoader)

public:
    explicit TreeLoader(HubClient *client, QObject *parent = nullptr);
    ~TreeLoader() override;

    //! Without a folder nothing counts as cached.
    void setCachePlaces(const CachePlaces &places);
    [[nodiscard]] const CachePlaces &cachePlaces() const { return m_cache; }

    void load(const RepoId &repo, const QString &revision);
    void clear();
    //! Looks again what is cached and how much room there is; cachedChanged() follows.
    void refreshCached();

    [[nodiscard]] LoadState state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! Null until loaded.
    [[nodiscard]] const std::shared_ptr<const RepoListing> &listing() const { return m_listing; }
    [[nodiscard]] const QSet<QString> &cached() const { return m_cached; }
    //! Bytes on the volume that new files of the repo go to, -1 until known.
    [[nodiscard]] qint64 freeBytes() const { return m_freeBytes; }

Q_SIGNALS:
    //! listing() is a new one, or state() changed.
    void changed();
    void cachedChanged();

private:
    void fetch();
    void build();
    void setState(LoadState state);

    HubClient *m_client;
    CachePlaces m_cache;
    Pager<TreeRequest> m_pager;
    std::shared_ptr<RepoListing> m_next; //!< Under construction.
    std::shared_ptr<const RepoListing> m_listing;
    QSet<QString> m_cached;
    qint64 m_freeBytes = -1;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    quint64 m_loadRound = 0; //!< Answers of older rounds are dropped.
    quint64 m_cacheRound = 0;
};

} // namespace hubdesk
