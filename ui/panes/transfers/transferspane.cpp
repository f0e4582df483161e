// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/transferspane.h"

#include "core/model/transferfiltermodel.h"
#include "core/settings/settings.h"
#include "ui/panes/transfers/historyview.h"
#include "ui/panes/transfers/spacebanner.h"
#include "ui/panes/transfers/transferactions.h"
#include "ui/panes/transfers/transferdelegate.h"
#include "ui/panes/transfers/transferdetails.h"
#include "ui/panes/transfers/transferplanactions.h"
#include "ui/panes/transfers/transfertotals.h"
#include "ui/theme/measures.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/flattabbar.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statestack.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kDetailsWidth = 420;

} // namespace

TransfersPane::TransfersPane(const UiContext &context, TransfersController *controller,
                             QWidget *parent)
    : Pane(context, u"transfers"_s, tr("Transfers"), parent),
      m_controller(controller),
      m_header(new PaneHeader(context, title(), this)),
      m_search(new SearchField(context, tr("Filter transfers"), this)),
      m_totals(new TransferTotals(context, controller, this)),
      m_space(new SpaceBanner(context, controller, this)),
      m_tabs(new FlatTabBar(context, this)),
      m_pages(new QStackedWidget(this)),
      m_chips(new FilterChips(tr("State"), this)),
      m_filter(new TransferFilterModel(this)),
      m_list(new QListView(this)),
      m_actions(new TransferActions(
          context, controller,
          [this](const QString &name, const QString &text, const QString &icon) {
              return addMenuAction(name, text, icon);
          },
          [this] { addMenuSeparator(); },
          [this] {
              m_plan = new TransferPlanActions(
                  this->context(), m_controller,
                  [this](const QString &name, const QString &text, const QString &icon) {
                      return addMenuAction(name, text, icon);
                  },
                  [this] { return shownIds(); }, this);
          },
          this)),
      m_details(new TransferDetails(context, controller->history()->model(),
                                    m_actions->openFolder(), m_actions->copyPath(), this)),
      m_splitter(new QSplitter(this)),
      m_states(new StateStack(context, m_splitter, this)),
      m_history(new HistoryView(context, controller->history(), this))
{
    build();
    buildList();
    connectAll();
    updateCounts();
    updateState();
}

TransfersPane::~TransfersPane() = default;

void TransfersPane::build()
{
    m_search->setObjectName(u"transfersSearch"_s);
    m_search->setTarget(m_list);
    m_header->addAction(m_actions->clearFinished());
    m_header->addAction(m_actions->retryAll());
    m_header->addAction(m_actions->resumeAll());
    m_header->addAction(m_actions->pauseAll());
    for (int i = 0; i < kTransferGroupCount; ++i)
        m_chips->addChip(i, transferGroupTitle(static_cast<TransferGroup>(i)));
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({3 * kDetailsWidth, kDetailsWidth});
    m_splitter->restoreState(context().settings->state(u"transfers/splitter"_s).toByteArray());
    auto *queue = new QWidget(m_pages);
    auto *rows = new QVBoxLayout(queue);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(measure::kMedium);
    rows->addWidget(m_chips);
    rows->addWidget(m_states, 1);
    m_pages->addWidget(queue);
    m_pages->addWidget(m_history);
    m_tabs->setObjectName(u"transfersTabs"_s);
    m_tabs->setAccessibleName(tr("Queue or history"));
    m_tabs->addTab(tr("Queue"));
    m_tabs->addTab(tr("History"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(measure::kMedium);
    column->addWidget(m_header);
    column->addWidget(m_space);
    column->addWidget(m_totals);
    auto *tabRow = new QHBoxLayout;
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    tabRow->addWidget(m_search);
    column->addLayout(tabRow);
    column->addWidget(m_pages, 1);
}

void TransfersPane::buildList()
{
    constexpr int kMinimumWidth = 380;
    m_filter->setSourceModel(m_controller->model());
    m_list->setObjectName(u"transfersList"_s);
    m_list->setAccessibleName(tr("Transfers"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TransferDelegate(context(), m_list));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMouseTracking(true);
    m_list->setDragDropMode(QAbstractItemView::DragDrop); // The model takes only its own rows.
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDragDropOverwriteMode(false);
    m_list->setDropIndicatorShown(true);
    m_list->setMinimumWidth(kMinimumWidth);
    setFocusProxy(m_list);
}

void TransfersPane::connectAll()
{
    const TransferModel *model = m_controller->model();
    connect(model, &TransferModel::countsChanged, this, &TransfersPane::updateCounts);
    connect(model, &TransferModel::countsChanged, this, &TransfersPane::updateState);
    connect(model, &TransferModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                updateSelectedRows(first.row(), last.row());
            });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &TransfersPane::updateState);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &TransfersPane::updateState);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TransfersPane::updateSelection);
    connect(m_list, &QListView::activated, m_actions, &TransferActions::open);
    connect(m_list, &QListView::customContextMenuRequested, this, &TransfersPane::showContextMenu);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text.trimmed());
        updateState();
    });
    connect(m_chips, &FilterChips::currentChanged, this, [this](int id) {
        m_filter->setGroup(static_cast<TransferGroup>(id));
        updateState();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        updateState();
    });
    connect(m_history, &HistoryView::transferRequested, this, &TransfersPane::showFromHistory);
    connect(m_plan, &TransferPlanActions::moved, this, [this] {
        if (m_list->currentIndex().isValid())
            m_list->scrollTo(m_list->currentIndex());
    });
    connect(m_actions, &TransferActions::browseRequested, this, [this](const QString &address) {
        Q_EMIT
        openRequested(u"browse"_s, address);
    });
    connect(m_states, &StateStack::actionRequested, this, [this] {
        if (m_controller->model()->rowCount() == 0) {
            Q_EMIT
            openRequested(u"browse"_s, {});
            return;
        }
        showAll();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_space, &SpaceBanner::freeRequested, this, [this] {
        Q_EMIT
        openRequested(u"cache"_s, {});
    });
    connect(m_totals, &TransferTotals::settingsRequested, this, [this] {
        Q_EMIT
        openRequested(u"settings"_s, u"transfers"_s);
    });
    connect(m_states, &StateStack::goOnlineRequested, this,
            [this] { context().settings->setValue(SettingKey::Offline, false); });
    connect(context().settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::Offline)
            updateState();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        context().settings->setState(u"transfers/splitter"_s, m_splitter->saveState());
    });
}

void TransfersPane::updateCounts()
{
    for (int i = 0; i < kTransferGroupCount; ++i)
        m_chips->setCount(i, m_controller->model()->count(static_cast<TransferGroup>(i)));
}

void TransfersPane::updateState()
{
    const bool isEmpty = m_controller->model()->rowCount() == 0;
    m_chips->setVisible(!isEmpty);
    m_totals->setVisible(!isEmpty);
    m_search->setVisible(!isEmpty && m_pages->currentWidget() != m_history);
    if (isEmpty) {
        m_states->showEmpty(tr("Nothing is being downloaded"), tr("Browse models"), u"transfers"_s);
    } else if (m_filter->rowCount() == 0) {
        m_states->showEmpty(tr("No transfer matches the filter"), tr("Show all"), u"filter"_s);
    } else {
        m_states->showReady();
        if (context().settings->flag(SettingKey::Offline))
            m_states->showOffline({}, tr("Offline. Downloads wait until you go online."));
    }
}

std::vector<TransferId> TransfersPane::selectedIds() const
{
    // By ranges: a list of ten thousand indexes is slow to make.
    QItemSelection selection = m_list->selectionModel()->selection();
    std::ranges::sort(selection, {}, &QItemSelectionRange::top);
    std::vector<TransferId> ids;
    for (const QItemSelectionRange &range : std::as_const(selection)) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(idAt(row));
    }
    return ids;
}

std::vector<TransferId> TransfersPane::shownIds() const
{
    std::vector<TransferId> ids;
    ids.reserve(static_cast<size_t>(m_filter->rowCount()));
    for (int row = 0; row < m_filter->rowCount(); ++row)
        ids.push_back(idAt(row));
    return ids;
}

TransferId TransfersPane::idAt(int row) const
{
    return m_controller->model()->at(m_filter->mapToSource(m_filter->index(row, 0)).row()).id;
}

void TransfersPane::updateSelectedRows(int first, int last)
{
    // Thousands of rows may change and thousands be selected: only one has details.
    const QItemSelection selection = m_list->selectionModel()->selection();
    if (selection.size() != 1 || selection.front().height() != 1 || !m_details->isVisible())
        return;
    const int row = m_filter->mapToSource(selection.front().topLeft()).row();
    if (row >= first && row <= last)
        updateDetails();
}

void TransfersPane::showAll()
{
    m_search->clear();
    m_chips->setCurrent(static_cast<int>(TransferGroup::All));
    m_filter->setGroup(TransferGroup::All);
    updateState();
}

void TransfersPane::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void TransfersPane::showFromHistory(TransferId id)
{
    if (m_controller->model()->rowOf(id) < 0) {
        notify(tr("This transfer is no longer in the list."));
        return;
    }
    showPage(Page::Queue);
    select(id);
    m_list->setFocus(Qt::OtherFocusReason);
}

void TransfersPane::updateSelection()
{
    const auto ids = selectedIds();
    m_actions->setSelection(ids);
    m_plan->setSelection(ids);
    updateDetails();
}

void TransfersPane::updateDetails()
{
    const auto ids = selectedIds();
    const auto transfer = ids.size() == 1 ? m_controller->transfer(ids.front()) : std::nullopt;
    if (transfer)
        m_details->showTransfer(*transfer);
    else
        m_details->showNothing(static_cast<int>(ids.size()));
}

void TransfersPane::showContextMenu(const QPoint &position)
{
    if (!m_list->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"transfersMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : m_actions->forSelection()) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->addSeparator();
    menu->addActions(m_plan->forSelection());
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void TransfersPane::refresh()
{
    updateCounts();
    updateState();
    updateDetails();
}

void TransfersPane::focusSearch()
{
    if (m_pages->currentWidget() == m_history) {
        m_history->focusSearch();
        return;
    }
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TransfersPane::focusContent()
{
    if (m_pages->currentWidget() == m_history) {
        m_history->focusContent();
        return;
    }
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

void TransfersPane::select(TransferId id)
{
    const int row = m_controller->model()->rowOf(id);
    if (row < 0)
        return;
    const QModelIndex source = m_controller->model()->index(row, 0);
    if (!m_filter->mapFromSource(source).isValid())
        showAll();
    const QModelIndex index = m_filter->mapFromSource(source);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

} // namespace hubdesk
