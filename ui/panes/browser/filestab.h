// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/repocontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QTreeView;

namespace hubdesk {

class FileProxyModel;
class SearchField;
class StateStack;
class ThemedLabel;

//! The files of a repo: filter, tree, what one can do with a file or folder.
class FilesTab final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesTab)

public:
    FilesTab(const UiContext &context, RepoController *controller, QWidget *parent = nullptr);
    ~FilesTab() override;

    void focusSearch();
    //! Opens the folders above \a path and selects it; once the files are there.
    void reveal(const QString &path);
    //! Paths of the files at or below the selected row; empty without a selection.
    [[nodiscard]] QStringList selectedFiles() const;

Q_SIGNALS:
    void downloadRequested(const QStringList &paths);
    void signInRequested();
    void goOnlineRequested();

private:
    void build();
    void connectAll();
    void showState();
    void showSums();
    void showContextMenu(const QPoint &position);
    void revealPending();
    [[nodiscard]] QModelIndex current() const;

    UiContext m_context;
    RepoController *m_controller;
    FileProxyModel *m_proxy;
    SearchField *m_search;
    ThemedLabel *m_sums;
    QTreeView *m_tree;
    StateStack *m_states;
    QString m_pendingPath;
};

} // namespace hubdesk
