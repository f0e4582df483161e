// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/transferspane.h"

#include "core/model/transferfiltermodel.h"
#include "core/settings/settings.h"
#include "ui/panes/transfers/transferactions.h"
#include "ui/panes/transfers/transferdelegate.h"
#include "ui/panes/transfers/transferdetails.h"
#include "ui/theme/measures.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statestack.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QSplitter>
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
      m_chips(new FilterChips(tr("State"), this)),
      m_filter(new TransferFilterModel(this)),
      m_list(new QListView(this)),
      m_actions(new TransferActions(
          context, controller,
          [this](const QString &name, const QString &text, const QString &icon) {
              return addMenuAction(name, text, icon);
          },
          [this] { addMenuSeparator(); }, this)),
      m_details(new TransferDetails(context, m_actions->openFolder(), m_actions->copyPath(), this)),
      m_splitter(new QSplitter(this)),
      m_states(new StateStack(context, m_splitter, this))
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
    m_header->addWidget(m_search);
    m_header->addAction(m_actions->clearFinished());
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
    auto *column = new QVBoxLayout(this);
    column->setSpacing(measure::kMedium);
    column->addWidget(m_header);
    column->addWidget(m_chips);
    column->addWidget(m_states, 1);
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
                const auto ids = selectedIds();
                if (ids.size() != 1)
                    return;
                const int row = m_controller->model()->rowOf(ids.front());
                if (row >= first.row() && row <= last.row())
                    updateDetails();
            });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &TransfersPane::updateState);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &TransfersPane::updateState);
    connect(m_controller, &TransfersController::summaryChanged, this,
            [this] { m_header->setFacts(transferSummaryText(m_controller->summary())); });
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
        m_search->clear();
        m_chips->setCurrent(static_cast<int>(TransferGroup::All));
        m_filter->setGroup(TransferGroup::All);
        updateState();
        m_list->setFocus(Qt::OtherFocusReason);
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
    m_header->setFacts(transferSummaryText(m_controller->summary()));
}

void TransfersPane::updateState()
{
    const bool isEmpty = m_controller->model()->rowCount() == 0;
    m_chips->setVisible(!isEmpty);
    m_search->setVisible(!isEmpty);
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
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(rows);
    std::vector<TransferId> ids;
    ids.reserve(static_cast<size_t>(rows.size()));
    for (const QModelIndex &row : std::as_const(rows))
        ids.push_back(row.data(TransferModel::IdRole).value<TransferId>());
    return ids;
}

void TransfersPane::updateSelection()
{
    m_actions->setSelection(selectedIds());
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
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TransfersPane::focusContent()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

void TransfersPane::select(TransferId id)
{
    const int row = m_controller->model()->rowOf(id);
    const QModelIndex index = m_filter->mapFromSource(m_controller->model()->index(row, 0));
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

} // namespace hubdesk
