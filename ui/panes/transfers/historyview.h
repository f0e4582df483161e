// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferhistory.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QListView;

namespace hubdesk {

class SearchField;
class StateStack;
class TransferHistoryFilter;

//! What became of the transfers, newest first: filter, copy, export, clear. Object names:
//! "historySearch", "historyList", "historyExport", "historyClear", "historyCopy".
class HistoryView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryView)

public:
    //! \a history must outlive it.
    HistoryView(const UiContext &context, TransferHistory *history, QWidget *parent = nullptr);
    ~HistoryView() override;

    void focusSearch();
    void focusContent();

Q_SIGNALS:
    //! "Show this transfer in the queue."
    void transferRequested(hubdesk::TransferId id);

private:
    void build();
    void connectAll();
    void updateState();
    void copySelected();
    void chooseExport();
    void askClear();
    void tellExported(const QString &path, const QString &problem);
    void showContextMenu(const QPoint &position);

    UiContext m_context;
    TransferHistory *m_history;
    TransferHistoryFilter *m_filter;
    SearchField *m_search;
    QListView *m_list;
    StateStack *m_states;
    QAction *m_copy;
    QAction *m_export;
    QAction *m_clear;
};

} // namespace hubdesk
