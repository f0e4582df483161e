// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/historyview.h"

#include "core/model/transferhistoryfilter.h"
#include "ui/panes/transfers/historydelegate.h"
#include "ui/shell/notifier.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statestack.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

HistoryView::HistoryView(const UiContext &context, TransferHistory *history, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_history(history),
      m_filter(new TransferHistoryFilter(this)),
      m_search(new SearchField(context, tr("Filter the history"), this)),
      m_list(new QListView(this)),
      m_states(new StateStack(context, m_list, this)),
      m_copy(new QAction(context.icons->icon(u"copy"_s), tr("&Copy"), this)),
      m_export(new QAction(context.icons->icon(u"external"_s), tr("&Export..."), this)),
      m_clear(new QAction(context.icons->icon(u"clear"_s), tr("C&lear history..."), this))
{
    build();
    connectAll();
    updateState();
}

HistoryView::~HistoryView() = default;

void HistoryView::build()
{
    m_filter->setSourceModel(m_history->model());
    m_search->setObjectName(u"historySearch"_s);
    m_search->setTarget(m_list);
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("History of the transfers"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(
        new HistoryDelegate(m_context, HistoryDelegate::Shape::OneLine, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMouseTracking(true);
    m_copy->setObjectName(u"historyCopy"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(m_copy);
    m_export->setObjectName(u"historyExport"_s);
    m_clear->setObjectName(u"historyClear"_s);
    setFocusProxy(m_list);

    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kSmall);
    row->addWidget(m_search);
    row->addStretch();
    for (QAction *action : {m_clear, m_export}) {
        auto *button = new QPushButton(this);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAutoDefault(false);
        bindButton(button, action);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kMedium);
    column->addLayout(row);
    column->addWidget(m_states, 1);
}

void HistoryView::connectAll()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text.trimmed());
        updateState();
    });
    for (const QAbstractItemModel *model :
         {static_cast<const QAbstractItemModel *>(m_filter),
          static_cast<const QAbstractItemModel *>(m_history->model())}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &HistoryView::updateState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &HistoryView::updateState);
        connect(model, &QAbstractItemModel::modelReset, this, &HistoryView::updateState);
    }
    connect(m_states, &StateStack::actionRequested, m_search, &QLineEdit::clear);
    connect(m_list, &QListView::customContextMenuRequested, this, &HistoryView::showContextMenu);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT
        transferRequested(index.data(TransferHistoryModel::TransferRole).value<TransferId>());
    });
    connect(m_copy, &QAction::triggered, this, &HistoryView::copySelected);
    connect(m_export, &QAction::triggered, this, &HistoryView::chooseExport);
    connect(m_clear, &QAction::triggered, this, &HistoryView::askClear);
    connect(m_history, &TransferHistory::exported, this, &HistoryView::tellExported);
}

void HistoryView::updateState()
{
    const bool isEmpty = m_history->model()->rowCount() == 0;
    m_export->setEnabled(!isEmpty);
    m_clear->setEnabled(!isEmpty);
    m_search->setEnabled(!isEmpty || !m_search->text().isEmpty());
    if (isEmpty)
        m_states->showEmpty(tr("What becomes of your downloads is written down here"), {},
                            u"waiting"_s);
    else if (m_filter->rowCount() == 0)
        m_states->showEmpty(tr("Nothing in the history matches the filter"), tr("Show all"),
                            u"filter"_s);
    else
        m_states->showReady();
}

void HistoryView::copySelected()
{
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(rows);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines.append(u"%1  %2"_s.arg(row.data(TransferHistoryModel::TimeTextRole).toString(),
                                     row.data().toString()));
    if (!lines.isEmpty())
        m_context.prompter->copyText(lines.join(u'\n'));
}

void HistoryView::chooseExport()
{
    m_context.prompter->chooseSaveFile(window(), tr("Export the history"), u"hubdesk-history.txt"_s,
                                       tr("Text (*.txt)") + u";;"_s + tr("Table (*.csv)") + u";;"_s
                                           + tr("JSON (*.json)"),
                                       this, [this](const QString &path) {
                                           if (!path.isEmpty())
                                               m_history->exportTo(path);
                                       });
}

void HistoryView::tellExported(const QString &path, const QString &problem)
{
    if (!m_context.notifier)
        return;
    if (problem.isEmpty())
        m_context.notifier->notify(tr("The history is exported."), tr("Show"), [this, path] {
            m_context.prompter->openUrl(QUrl::fromLocalFile(path.left(path.lastIndexOf(u'/'))));
        });
    else
        m_context.notifier->notify(tr("%1 could not be written: %2").arg(path, problem));
}

void HistoryView::askClear()
{
    const Confirmation question{
        .title = tr("Clear the history of transfers?"),
        .text = tr("Downloads and their files stay; only what was written down about them is "
                   "forgotten."),
        .details = {},
        .acceptText = tr("Clear history"),
        .rejectText = {},
        .destructive = true,
    };
    m_context.prompter->confirm(window(), question, this, [this](bool yes) {
        if (yes)
            m_history->clear();
    });
}

void HistoryView::showContextMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"historyMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_context.icons->icon(u"transfers"_s), tr("&Show in the queue"), this,
                    [this, id = index.data(TransferHistoryModel::TransferRole)] {
                        Q_EMIT
                        transferRequested(id.value<TransferId>());
                    });
    menu->addAction(m_copy);
    menu->addSeparator();
    menu->addAction(m_export);
    menu->addAction(m_clear);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void HistoryView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryView::focusContent()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

} // namespace hubdesk
