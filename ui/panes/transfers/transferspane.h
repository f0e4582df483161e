// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferscontroller.h"
#include "ui/shell/pane.h"

class QListView;
class QSplitter;

namespace hubdesk {

class FilterChips;
class PaneHeader;
class SearchField;
class StateStack;
class TransferActions;
class TransferDetails;
class TransferFilterModel;

//! The queue: list with filters, details beside.
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

    //! Selects \a id and scrolls to it.
    void select(TransferId id);

private:
    void build();
    void buildList();
    void connectAll();
    void updateState();
    void updateCounts();
    void updateSelection();
    void updateDetails();
    void showContextMenu(const QPoint &position);
    [[nodiscard]] std::vector<TransferId> selectedIds() const;

    TransfersController *m_controller;
    PaneHeader *m_header;
    SearchField *m_search;
    FilterChips *m_chips;
    TransferFilterModel *m_filter;
    QListView *m_list;
    TransferActions *m_actions;
    TransferDetails *m_details;
    QSplitter *m_splitter;
    StateStack *m_states;
};

} // namespace hubdesk
