// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/personcontroller.h"
#include "ui/shell/uicontext.h"

#include <QPointer>
#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QStackedWidget;

namespace hubdesk {

class Avatars;
class FlatTabBar;
class PagedListView;
class PersonHeader;
class StateStack;
class UpdateController;

//! One user or organisation: header, and a tab for each list.
class PersonPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonPage)

public:
    //! \a updates marks what is in the cache.
    PersonPage(const UiContext &context, PersonController *controller, UpdateController *updates,
               QAction *openInBrowser, QWidget *parent = nullptr);
    ~PersonPage() override;

    //! The keyboard goes to the list, or waits nearby until the list is there.
    void focusContent();
    //! The repo in the current row of the list that is shown.
    [[nodiscard]] std::optional<RepoId> currentRepo() const;

Q_SIGNALS:
    void backRequested();
    void repoActivated(const hubdesk::RepoId &repo);
    //! \a likely: what the list says it is.
    void personActivated(const QString &name, hubdesk::PersonKind likely);
    //! Something that has no page here.
    void webPageRequested(const QUrl &page);
    void repoMenuRequested(const hubdesk::RepoInfo &repo, const QPoint &globalPosition);
    void personMenuRequested(const hubdesk::Person &person, const QPoint &globalPosition);
    //! Another row or another list.
    void currentChanged();
    void signInRequested();
    void goOnlineRequested();

private:
    [[nodiscard]] QWidget *buildContent();
    void connectAll();
    void showState();
    void showTabs();
    void showTab();
    void showEmptyTexts();
    [[nodiscard]] PagedListView *list(PersonTab tab);
    [[nodiscard]] PagedListView *makeList(PersonTab tab);
    [[nodiscard]] std::optional<PersonTab> nextTab(PersonTab tab) const;
    void giveFocus();
    void followFocus();
    void activate(PersonTab tab, const QModelIndex &index);
    void showMenu(PersonTab tab, const QModelIndex &index, const QPoint &position);
    [[nodiscard]] QUrl likedPage(const LikedRepo &liked) const;

    UiContext m_context;
    PersonController *m_controller;
    UpdateController *m_updates;
    Avatars *m_avatars = nullptr;
    PersonHeader *m_header = nullptr;
    FlatTabBar *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    StateStack *m_states = nullptr;
    std::array<PagedListView *, kPersonTabCount> m_lists{}; //!< Made when they are first shown.
    QPointer<QWidget> m_waiting; //!< Has the keyboard until the list is there.
};

} // namespace hubdesk
