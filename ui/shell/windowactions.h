// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QList>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace hubdesk {

class Pane;
class PaneRegistry;

//! The window's own actions, its menu bar, and the menu of the pane that is shown.
class WindowActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowActions)

public:
    WindowActions(const UiContext &context, const PaneRegistry &panes, QMainWindow *window);

    [[nodiscard]] QAction *back() const { return m_back; }
    [[nodiscard]] QAction *forward() const { return m_forward; }
    [[nodiscard]] QAction *undo() const { return m_undo; }
    [[nodiscard]] QAction *support() const { return m_support; }
    //! Fills the pane's menu; hides it when the pane has no actions.
    void setPane(const Pane *pane);
    //! All actions with a shortcut, for the list of shortcuts: window first, then the pane's.
    [[nodiscard]] QList<QAction *> withShortcuts() const;

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void refreshRequested();
    void findRequested();
    void addressRequested();
    void accountRequested();
    void settingsRequested();
    void shortcutsRequested();
    void supportRequested();
    void aboutRequested();
    void undoRequested();
    void quitRequested();
    void paneRequested(const QString &id);

private:
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QString &icon,
                 const QKeySequence &keys, void (WindowActions::*signal)());
    void buildFileAndEdit();
    void buildView(const PaneRegistry &panes);
    void buildAppearance(QMenu *view);
    void buildHelp();

    UiContext m_context;
    QMainWindow *m_window;
    QMenu *m_paneMenu = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_support = nullptr;
    QList<QAction *> m_actions;
};

} // namespace hubdesk
