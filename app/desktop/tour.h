// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"
#include "core/net/call.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace hubdesk {

class SnapshotCheck;
class TourScript;
class Workbench;

//! The main job, done in the real window by mouse and keyboard: search, open a repo, download it,
//! look at the finished transfer and at the cache. One picture a step in light and dark; at the end
//! the files on the disk are compared with the Hub's listing by hash.
class Tour final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tour)

public:
    //! \a folder is made if it is missing.
    Tour(Workbench *workbench, const QString &folder, QObject *parent = nullptr);
    ~Tour() override;

    void start();

Q_SIGNALS:
    void pictureTaken(const QString &path);
    //! \a problem is empty when the job was done and every file is right.
    void finished(const QString &problem);

private:
    void addSteps();
    void addDownloadSteps();
    void check();

    Workbench *m_workbench;
    std::unique_ptr<TourScript> m_script;
    std::unique_ptr<SnapshotCheck> m_check;
    Call<QHash<QString, RepoId>> m_roles;
    RepoId m_repo;
};

} // namespace hubdesk
