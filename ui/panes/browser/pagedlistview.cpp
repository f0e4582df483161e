// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/pagedlistview.h"

#include "ui/theme/measures.h"
#include "ui/widgets/statestack.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

PagedListView::PagedListView(const UiContext &context, ListState *list,
                             QStyledItemDelegate *delegate, const QString &name,
                             const QString &title, QWidget *parent)
    : QWidget(parent),
      m_list(list),
      m_view(new QListView(this)),
      m_moreText(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_moreRetry(new QPushButton(tr("Try again"), this)),
      m_more(buildMore())
{
    m_view->setObjectName(name + u"List"_s);
    m_view->setAccessibleName(title);
    m_view->setModel(list->model());
    delegate->setParent(m_view);
    m_view->setItemDelegate(delegate);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setMouseTracking(true);
    m_moreText->setObjectName(name + u"MoreText"_s);
    m_moreRetry->setObjectName(name + u"MoreRetry"_s);

    auto *content = new QWidget(this);
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->setSpacing(measure::kSmall);
    contentColumn->addWidget(m_view, 1);
    contentColumn->addWidget(m_more);
    content->setFocusProxy(m_view);
    m_states = new StateStack(context, content, this);
    m_states->setObjectName(name + u"States"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    setFocusProxy(m_view);

    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT
        activated(index);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        const QModelIndex index = m_view->indexAt(position);
        if (index.isValid())
            Q_EMIT
        contextMenuRequested(index, m_view->viewport()->mapToGlobal(position));
    });
    connect(m_list->model(), &QAbstractItemModel::modelReset, this, [this] {
        m_view->scrollToTop();
        if (m_list->model()->rowCount() > 0)
            m_view->setCurrentIndex(m_list->model()->index(0));
    });
    connect(m_list, &ListState::changed, this, &PagedListView::showState);
    connect(m_moreRetry, &QPushButton::clicked, m_list, &ListState::retry);
    connect(m_states, &StateStack::retryRequested, m_list, &ListState::retry);
    connect(m_states, &StateStack::actionRequested, this, &PagedListView::emptyActionRequested);
    connect(m_states, &StateStack::signInRequested, this, &PagedListView::signInRequested);
    connect(m_states, &StateStack::goOnlineRequested, this, &PagedListView::goOnlineRequested);
    if (m_list->model()->rowCount() > 0)
        m_view->setCurrentIndex(m_list->model()->index(0));
    showState();
}

PagedListView::~PagedListView() = default;

QWidget *PagedListView::buildMore()
{
    auto *more = new QWidget(this);
    m_moreText->setElideMode(Qt::ElideRight);
    auto *row = new QHBoxLayout(more);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kSmall);
    row->addWidget(m_moreText, 1);
    row->addWidget(m_moreRetry);
    more->hide();
    return more;
}

void PagedListView::setEmptyText(const QString &sentence, const QString &action,
                                 const QString &icon)
{
    m_emptyIcon = icon;
    m_emptyText = sentence;
    m_emptyAction = action;
    if (m_list->state() == LoadState::Empty)
        showState();
}

void PagedListView::setSaidAbove(bool saidAbove)
{
    if (saidAbove == m_saidAbove)
        return;
    m_saidAbove = saidAbove;
    if (m_list->state() == LoadState::Failed)
        showState();
}

void PagedListView::showState()
{
    switch (m_list->state()) {
    case LoadState::Idle:
        m_states->clearContent();
        m_states->showLoading();
        break;
    case LoadState::Loading:
        m_states->showLoading();
        break;
    case LoadState::Ready:
        m_states->showReady();
        break;
    case LoadState::Empty:
        m_states->showEmpty(m_emptyText, m_emptyAction, m_emptyIcon);
        break;
    case LoadState::Failed:
        if (m_list->error()->kind == ErrorKind::Offline && !m_saidAbove)
            m_states->showOffline(m_list->fetchedAt());
        else
            m_states->showFailure(*m_list->error(), m_saidAbove);
        break;
    }
    showMore();
}

void PagedListView::showMore()
{
    const bool failed = m_list->moreFailed();
    const bool loading = m_list->model()->isLoading() && m_list->state() == LoadState::Ready;
    m_moreRetry->setVisible(failed);
    if (failed)
        m_moreText->setText(tr("The list does not go on: %1").arg(m_list->error()->message));
    else if (loading)
        m_moreText->setText(tr("Loading more"));
    m_more->setVisible(failed || loading);
}

} // namespace hubdesk
