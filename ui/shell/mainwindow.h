// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/paneregistry.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/windowservices.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QStringList>

#include <any>

class QStackedWidget;

namespace hubdesk {

class AccountMenu;
class NavigationBar;
class Pane;
class SettingsDialog;
class Toasts;
class TopBar;
class WindowActions;
class WindowStatus;

//! The window: navigation, top bar, the panes, status, menus, toasts. Panes are made when they are
//! first shown. The public functions are what a user can do, so that a tour or a second instance
//! can do it too.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    //! \a context without notifier: the window brings its own. Shows no pane until showPane().
    MainWindow(const UiContext &context, PaneRegistry panes, const WindowServices &services,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    //! False for an unknown id.
    bool showPane(const QString &id);
    //! The pane of the last session, or the first one.
    void showLastPane();
    [[nodiscard]] Pane *currentPane() const;
    //! Makes the pane when needed, without showing it; null for an unknown id.
    Pane *pane(const QString &id);
    //! What the address field does with \a text: hf:// address, web link, or search in Browse.
    void openAddress(const QString &text);
    //! \a page: see SettingsWidget; empty: the one shown last.
    void openSettings(const QString &page = {});
    //! Null when it is closed.
    [[nodiscard]] SettingsDialog *settingsDialog() const;
    [[nodiscard]] Toasts *toasts() const { return m_toasts; }
    //! Opens the dialog in which one signs in.
    void signIn();

    void back();
    void forward();

    //! Where the user is and was, in all panes.
    struct Trail
    {
        QHash<QString, std::any> panes; //!< By id.
        QStringList visited; //!< Pane ids, oldest first.
        qsizetype visitedAt = -1;
    };
    [[nodiscard]] Trail trail() const;
    //! Goes on where another window was.
    void follow(const Trail &trail);

Q_SIGNALS:
    void paneShown(const QString &id);
    //! The user quits and has agreed to interrupt what runs: the program stops the engine.
    void quitAccepted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectActions();
    void connectPane(Pane *pane);
    void display(const QString &id);
    void updateHistory();
    void updateAccount();
    void showAccounts(QWidget *anchor);

    void showShortcuts();
    void showSupport();
    void showAbout();
    [[nodiscard]] bool mayQuit();

    UiContext m_context;
    PaneRegistry m_registry;
    WindowServices m_services;
    Toasts *m_toasts;
    WindowActions *m_actions;
    TopBar *m_topBar;
    NavigationBar *m_navigation;
    QStackedWidget *m_stack;
    WindowStatus *m_status;
    AccountMenu *m_accountMenu;
    QHash<QString, Pane *> m_panes;
    QStringList m_visited; //!< pane ids, oldest first
    qsizetype m_visitedAt = -1;
    QPointer<SettingsDialog> m_settingsDialog;
    bool m_quitAgreed = false;
    bool m_asking = false;
};

} // namespace hubdesk
