// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachescan.h"
#include "ui/shell/pane.h"

#include <optional>

class QSplitter;
class QTreeView;

namespace hubdesk {

class CacheController;
class CacheDetails;
class CacheFilterModel;
class CacheVersionBox;
class CacheWarnings;
class FilterChips;
class PaneHeader;
class SearchField;
class StateStack;
class UpdateController;

//! What is in the cache folder: repos with size, files, last use and revisions.
class CachePane final : public Pane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CachePane)

public:
    CachePane(const UiContext &context, CacheController *controller, UpdateController *updates,
              QWidget *parent = nullptr);
    ~CachePane() override;

    void refresh() override;
    void focusSearch() override;
    void focusContent() override;

    //! Selects \a repo and scrolls to it; false when it is not in the cache.
    bool select(const RepoId &repo);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void build();
    void buildList();
    void connectAll();
    void connectVersions();
    void updateChecking();
    void showFilter(int chip);
    void updateState();
    void updateHeader();
    void updateSelection();
    void showContextMenu(const QPoint &globalPosition);
    void openPath(const QString &path);
    [[nodiscard]] std::optional<CachedRepo> selectedRepo() const;

    CacheController *m_controller;
    UpdateController *m_updates;
    QAction *m_rescan = nullptr;
    QAction *m_openFolder = nullptr;
    QAction *m_copyPath = nullptr;
    QAction *m_browse = nullptr;
    QAction *m_openCache = nullptr;
    QAction *m_check = nullptr;
    QAction *m_update = nullptr;
    QAction *m_showChanges = nullptr;
    QAction *m_pin = nullptr;
    PaneHeader *m_header;
    SearchField *m_search;
    FilterChips *m_chips;
    CacheWarnings *m_warnings;
    CacheFilterModel *m_filter;
    QTreeView *m_list;
    CacheDetails *m_details = nullptr;
    CacheVersionBox *m_version = nullptr;
    QSplitter *m_splitter;
    StateStack *m_states;
    bool m_saysResult = false; //!< The user asked for the check that is going on.
};

} // namespace hubdesk
