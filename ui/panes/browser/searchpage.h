// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/browsercontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QComboBox;
class QListView;
class QPushButton;

namespace hubdesk {

class FilterChips;
class PaneHeader;
class SearchField;
class StateStack;
class ThemedLabel;

//! The search: type tabs, field, order, author, endless list.
class SearchPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPage)

public:
    SearchPage(const UiContext &context, BrowserController *controller, QWidget *parent = nullptr);
    ~SearchPage() override;

    void focusSearch();
    void focusList();
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void repoActivated(const hubdesk::RepoId &repo);
    //! The author of a row was asked for.
    void personActivated(const QString &name);
    //! The user typed or pasted an address instead of a search.
    void addressEntered(const QString &address);
    void contextMenuRequested(const hubdesk::RepoInfo &repo, const QPoint &globalPosition);
    void signInRequested();
    void goOnlineRequested();

private:
    void build();
    void buildFilters();
    [[nodiscard]] QWidget *buildMore();
    void connectAll();
    void showQuery();
    void showState();
    void showMore();
    void activate(const QModelIndex &index);

    UiContext m_context;
    BrowserController *m_controller;
    PaneHeader *m_header;
    FilterChips *m_types;
    SearchField *m_search;
    QComboBox *m_sort;
    QPushButton *m_author;
    QListView *m_list;
    QWidget *m_more = nullptr;
    ThemedLabel *m_moreText = nullptr;
    QPushButton *m_moreRetry = nullptr;
    StateStack *m_states = nullptr;
};

} // namespace hubdesk
