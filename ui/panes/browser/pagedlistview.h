// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/liststate.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QListView;
class QPushButton;
class QStyledItemDelegate;

namespace hubdesk {

class StateStack;
class ThemedLabel;

//! A list that grows while one scrolls, with its states and a line below it that tells when it does
//! not go on. Object names: \a name + "List", "States", "MoreText", "MoreRetry".
class PagedListView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PagedListView)

public:
    //! \a list is not owned and outlives this; \a delegate becomes a child. \a title: for screen
    //! readers.
    PagedListView(const UiContext &context, ListState *list, QStyledItemDelegate *delegate,
                  const QString &name, const QString &title, QWidget *parent = nullptr);
    ~PagedListView() override;

    [[nodiscard]] QListView *view() const { return m_view; }
    [[nodiscard]] StateStack *states() const { return m_states; }
    [[nodiscard]] ListState *list() const { return m_list; }
    //! What is shown when there is nothing: a sentence, perhaps the next action, an icon of the
    //! set.
    void setEmptyText(const QString &sentence, const QString &action, const QString &icon);
    //! The page around it tells already what went wrong.
    void setSaidAbove(bool saidAbove);

Q_SIGNALS:
    void activated(const QModelIndex &index);
    void contextMenuRequested(const QModelIndex &index, const QPoint &globalPosition);
    void emptyActionRequested();
    void signInRequested();
    void goOnlineRequested();

private:
    [[nodiscard]] QWidget *buildMore();
    void showState();
    void showMore();

    ListState *m_list;
    QListView *m_view;
    ThemedLabel *m_moreText;
    QPushButton *m_moreRetry;
    QWidget *m_more;
    StateStack *m_states = nullptr;
    QString m_emptyText;
    QString m_emptyAction;
    QString m_emptyIcon;
    bool m_saidAbove = false;
};

} // namespace hubdesk
