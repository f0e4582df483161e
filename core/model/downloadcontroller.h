// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/refs.h"
#include "core/model/downloadfilesmodel.h"
#include "core/model/downloadplan.h"
#include "core/model/treeloader.h"

#include <QObject>

namespace hubdesk {

//! What the download dialog decides on: the files of a repo at a revision, the plan, the way to the
//! queue. GUI thread; the client is not owned and outlives it.
class DownloadController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadController)

public:
    DownloadController(HubClient *client, const CachePlaces &cache, QObject *parent = nullptr);
    ~DownloadController() override;

    //! Plans a download of \a repo. \a refs fill the choice of revisions. \a paths: only these
    //! files are chosen at first; none: the suggested group.
    void open(const RepoId &repo, const QString &revision, const GitRefs &refs,
              const QStringList &paths = {});
    void setRevision(const QString &revision);
    void retry();

    [[nodiscard]] const RepoId &repo() const { return m_repo; }
    [[nodiscard]] const QString &revision() const { return m_revision; }
    [[nodiscard]] const GitRefs &refs() const { return m_refs; }
    //! Absolute path of the `hub` folder that the files go to without a target of their own.
    [[nodiscard]] const QString &cacheRoot() const
    {
        return m_loader.cachePlaces().rootFor(m_repo.type);
    }
    [[nodiscard]] LoadState state() const { return m_loader.state(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_loader.error(); }

    [[nodiscard]] const DownloadPlan &plan() const { return m_plan; }
    [[nodiscard]] DownloadFilesModel *files() { return &m_files; }

    void setGroup(int group);
    //! As typed: separated by spaces, commas or line ends.
    void setPatterns(const QString &include, const QString &exclude);
    void setChosen(const QString &path, bool chosen);
    //! Looked at in a worker; planChanged() follows, now and when that is done.
    void setTarget(const DownloadTarget &target);
    //! How the download takes its place in the queue; expectedBytes is filled in.
    void setOptions(const TransferOptions &options) { m_options = options; }
    [[nodiscard]] const TransferOptions &options() const { return m_options; }
    //! Something outside of the plan forbids the download: why, as a sentence. Empty: nothing does.
    void setObstacle(const QString &obstacle);
    //! Why canDownload() is false although the files are known; empty when it is not.
    [[nodiscard]] QString problem() const;
    //! True while the button may be pressed: files are known and there is no problem().
    [[nodiscard]] bool canDownload() const;
    //! Emits downloadRequested() with the plan as it is.
    void download();

Q_SIGNALS:
    void stateChanged(); //!< revision() or state()
    void planChanged(); //!< anything that plan() or problem() answers
    void downloadRequested(const hubdesk::DownloadRequest &request,
                           const hubdesk::TransferOptions &options);

private:
    void filesLoaded();
    void examine();

    TreeLoader m_loader;
    DownloadPlan m_plan;
    DownloadFilesModel m_files;
    RepoId m_repo;
    QString m_revision;
    GitRefs m_refs;
    QStringList m_onlyPaths;
    QString m_obstacle;
    DownloadTarget m_target;
    TransferOptions m_options;
    quint64 m_targetRound = 0; //!< Reports of older rounds are dropped.
};

//! "*.json, data/" -> {"*.json", "data/"}
[[nodiscard]] QStringList splitPatterns(const QString &text);

} // namespace hubdesk
