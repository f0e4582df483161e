// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cacheplaces.h"
#include "core/model/transferqueue.h"
#include "core/model/versionstore.h"

#include <QObject>

#include <functional>

namespace hubdesk {

//! Downloads new versions without taking away the old one.
//!
//! A download of a branch makes the cached ref name the new commit before the first byte is there,
//! as the official client does (reference: files 4.2): whoever loads the branch meanwhile, or after
//! a failure, finds a snapshot with holes. So the commit is downloaded, which moves no ref, and the
//! ref follows when every file is there and proved. Updates survive restarts in the store.
//! GUI thread, disk in the pool; queue and store are not owned and outlive it.
class UpdateOrders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpdateOrders)

public:
    //! \a places: the folders of the cache in force.
    UpdateOrders(TransferQueue *queue, VersionStore *store, std::function<CachePlaces()> places,
                 QObject *parent = nullptr);
    ~UpdateOrders() override;

    //! Queues a download of the commit \a update.to; \a paths: exactly these files, none: all. One
    //! that is in the queue already is only woken up.
    void order(PendingUpdate update, const QStringList &paths, const TransferOptions &options);
    [[nodiscard]] bool isUpdating(const RepoId &repo) const;

Q_SIGNALS:
    void changed();
    //! The ref was moved, or \a error says why it was not although the files are there.
    void updated(const hubdesk::RepoId &repo, const std::optional<hubdesk::Error> &error);

private:
    [[nodiscard]] const PendingUpdate *pendingOf(const RepoId &repo) const;
    void follow(TransferId id);
    void moveRef(const PendingUpdate &update, const QString &root);

    TransferQueue *m_queue;
    VersionStore *m_store;
    std::function<CachePlaces()> m_places;
    QSet<TransferId> m_moving; //!< Done but for the ref.
};

} // namespace hubdesk
