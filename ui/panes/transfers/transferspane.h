// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferscontroller.h"
#include "ui/shell/pane.h"

class QListView;
class QSplitter;
class QStackedWidget;

namespace hubdesk {

class FilterChips;
class FlatTabBar;
class HistoryView;
class PaneHeader;
class SearchField;
class SpaceBanner;
class StateStack;
class TransferActions;
class TransferDetails;
class TransferFilterModel;
class TransferPlanActions;
class TransferTotals;

//! The queue: totals, list with filters, details beside; and the history on a second page.
class TransfersPane final : public Pane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransfersPane)

public:
    TransfersPane(const UiContext &context, TransfersController *controller,
                  QWidget *parent = nullptr);
    ~TransfersPane() override;

    void refresh() override;
    void focusSearch() override;
    void focusContent() override;

    //! Selects \a id and scrolls to it, whatever is filtered now.
    void select(TransferId id);

    enum class Page { Queue, History };
    void showPage(Page page);

private:
    void build();
    void buildList();
    void connectAll();
    void updateState();
    void updateCounts();
    void updateSelection();
    void updateDetails();
    void showContextMenu(const QPoint &position);
    void showAll();
    void showFromHistory(TransferId id);
    void updateSelectedRows(int first, int last);
    [[nodiscard]] std::vector<TransferId> selectedIds() const;
    [[nodiscard]] std::vector<TransferId> shownIds() const;
    [[nodiscard]] TransferId idAt(int row) const; //!< of a row in sight

    TransfersController *m_controller;
    PaneHeader *m_header;
    SearchField *m_search;
    TransferTotals *m_totals;
    SpaceBanner *m_space;
    FlatTabBar *m_tabs;
    QStackedWidget *m_pages;
    FilterChips *m_chips;
    TransferFilterModel *m_filter;
    QListView *m_list;
    TransferPlanActions *m_plan = nullptr;
    TransferActions *m_actions;
    TransferDetails *m_details;
    QSplitter *m_splitter;
    StateStack *m_states;
    HistoryView *m_history;
};

} // namespace hubdesk
