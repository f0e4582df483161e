// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/updatecontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QTreeView;

namespace hubdesk {

class ThemedLabel;
class UpdateFilesModel;

//! How the selected repo of the cache stands to the Hub: old and new commit, what an update would
//! change and fetch, and the buttons for it. Object names: "cacheVersion", "cacheUpdatePlan",
//! "cacheUpdateFiles".
class CacheVersionBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheVersionBox)

public:
    //! What the user can do; the pane owns them and lists them in its menus.
    struct Actions
    {
        QAction *update = nullptr;
        QAction *showChanges = nullptr;
        QAction *pin = nullptr;
    };

    CacheVersionBox(const UiContext &context, UpdateController *updates, const Actions &actions,
                    QWidget *parent = nullptr);
    ~CacheVersionBox() override;

    //! Nothing: no repo is selected.
    void setRepo(const std::optional<RepoId> &repo);

private:
    void buildList();
    void connectAll();
    void refresh();
    void showPlan(const RepoVersion &version);
    [[nodiscard]] static QString versionText(const RepoVersion &version);
    [[nodiscard]] static QString planText(const UpdatePlan &plan);

    UiContext m_context;
    UpdateController *m_updates;
    Actions m_actions;
    std::optional<RepoId> m_repo;
    ThemedLabel *m_version;
    ThemedLabel *m_plan;
    UpdateFilesModel *m_model;
    QTreeView *m_files;
    QWidget *m_newButtons; //!< Update and what it changes.
};

} // namespace hubdesk
