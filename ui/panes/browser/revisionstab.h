// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/repocontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace hubdesk {

class StateStack;

//! Branches, tags and pull requests; activating one shows the repo there.
class RevisionsTab final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RevisionsTab)

public:
    RevisionsTab(const UiContext &context, RepoController *controller, QWidget *parent = nullptr);
    ~RevisionsTab() override;

Q_SIGNALS:
    void revisionChosen(const QString &revision);
    void signInRequested();
    void goOnlineRequested();

private:
    void showState();
    void fill();
    void addGroup(const QString &title, const QString &icon, const std::vector<GitRef> &refs,
                  bool byFullName);
    void markCurrent();
    void showContextMenu(const QPoint &position);

    UiContext m_context;
    RepoController *m_controller;
    QTreeWidget *m_tree;
    StateStack *m_states;
};

} // namespace hubdesk
