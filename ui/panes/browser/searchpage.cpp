// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/searchpage.h"

#include "core/model/transfertext.h"
#include "ui/panes/browser/repodelegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/ctrlactivation.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statestack.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr std::array kTypes{RepoType::Model, RepoType::Dataset, RepoType::Space};

QString typeTab(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return SearchPage::tr("Models");
    case RepoType::Dataset:
        return SearchPage::tr("Datasets");
    case RepoType::Space:
        return SearchPage::tr("Spaces");
    }
    return {};
}

bool isAddress(const QString &text)
{
    return text.startsWith("hf://"_L1) || text.startsWith("https://"_L1)
        || text.startsWith("http://"_L1) || text.startsWith(u'@');
}

} // namespace

SearchPage::SearchPage(const UiContext &context, BrowserController *controller, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_header(new PaneHeader(context, tr("Browse"), this)),
      m_types(new FilterChips(tr("Type"), this)),
      m_search(new SearchField(context, tr("Search by name, or author:name"), this)),
      m_sort(new QComboBox(this)),
      m_author(new QPushButton(this)),
      m_list(new QListView(this))
{
    build();
    buildFilters();
    connectAll();
    showQuery();
    showState();
}

SearchPage::~SearchPage() = default;

void SearchPage::build()
{
    m_list->setObjectName(u"browseList"_s);
    m_list->setAccessibleName(tr("Search results"));
    m_list->setModel(m_controller->model());
    m_list->setItemDelegate(new RepoDelegate(m_context, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMouseTracking(true);

    auto *content = new QWidget(this);
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->setSpacing(measure::kSmall);
    contentColumn->addWidget(m_list, 1);
    contentColumn->addWidget(buildMore());
    content->setFocusProxy(m_list);
    m_states = new StateStack(m_context, content, this);
    m_states->setObjectName(u"browseStates"_s);

    m_search->setObjectName(u"browseSearch"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setTarget(m_list);
    m_search->setMinimumWidth(300);
    m_header->addWidget(m_search);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kLarge);
    column->setSpacing(measure::kMedium);
    column->addWidget(m_header);
    column->addWidget(m_types);
    column->addWidget(m_states, 1);
}

QWidget *SearchPage::buildMore()
{
    m_more = new QWidget(this);
    m_moreText =
        new ThemedLabel(m_context.theme, FontRole::Secondary, Token::TextSecondary, m_more);
    m_moreText->setObjectName(u"browseMoreText"_s);
    m_moreText->setElideMode(Qt::ElideRight);
    m_moreRetry = new QPushButton(tr("Try again"), m_more);
    m_moreRetry->setObjectName(u"browseMoreRetry"_s);
    auto *row = new QHBoxLayout(m_more);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kSmall);
    row->addWidget(m_moreText, 1);
    row->addWidget(m_moreRetry);
    m_more->hide();
    return m_more;
}

void SearchPage::buildFilters()
{
    for (const RepoType type : kTypes)
        m_types->addChip(static_cast<int>(type), typeTab(type));

    m_author->setObjectName(u"browseAuthor"_s);
    m_author->setIcon(m_context.icons->icon(u"close"_s));
    m_author->setAutoDefault(false);
    m_author->setToolTip(tr("Show all authors again"));
    m_types->addTrailing(m_author);

    m_sort->setObjectName(u"browseSort"_s);
    m_sort->setAccessibleName(tr("Order"));
    m_sort->addItem(tr("Trending"), static_cast<int>(SearchSort::Trending));
    m_sort->addItem(tr("Most downloads"), static_cast<int>(SearchSort::Downloads));
    m_sort->addItem(tr("Most likes"), static_cast<int>(SearchSort::Likes));
    m_sort->addItem(tr("Recently updated"), static_cast<int>(SearchSort::LastModified));
    m_sort->addItem(tr("Recently created"), static_cast<int>(SearchSort::Created));
    m_types->addTrailing(m_sort);
}

void SearchPage::connectAll()
{
    connect(m_types, &FilterChips::currentChanged, this,
            [this](int id) { m_controller->setType(static_cast<RepoType>(id)); });
    connect(m_sort, &QComboBox::activated, this, [this](int index) {
        m_controller->setSort(static_cast<SearchSort>(m_sort->itemData(index).toInt()));
    });
    connect(m_author, &QPushButton::clicked, this, [this] {
        m_controller->setAuthor({});
        m_search->setFocus(Qt::OtherFocusReason);
    });
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!isAddress(text))
            m_controller->setText(text);
    });
    // The clear button and Escape do not count as editing.
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            m_controller->setText({});
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (isAddress(m_search->text()))
            Q_EMIT
        addressEntered(m_search->text().trimmed());
        else m_controller->searchNow();
    });
    connect(m_list, &QListView::activated, this, &SearchPage::activate);
    connect(new CtrlActivation(m_list), &CtrlActivation::activated, this,
            [this](const QModelIndex &index) {
                const QString author = index.data(RepoListModel::AuthorRole).toString();
                if (!author.isEmpty())
                    Q_EMIT
                personActivated(author);
            });
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        const QModelIndex index = m_list->indexAt(position);
        if (index.isValid())
            Q_EMIT
        contextMenuRequested(m_controller->model()->repo(index.row()),
                             m_list->viewport()->mapToGlobal(position));
    });
    connect(m_controller, &BrowserController::queryChanged, this, &SearchPage::showQuery);
    connect(m_controller, &BrowserController::stateChanged, this, &SearchPage::showState);
    connect(m_controller->model(), &RepoListModel::loadingChanged, this, &SearchPage::showMore);
    connect(m_moreRetry, &QPushButton::clicked, m_controller, &BrowserController::retry);
    connect(m_states, &StateStack::retryRequested, m_controller, &BrowserController::retry);
    connect(m_states, &StateStack::actionRequested, this, [this] {
        m_search->clear();
        m_controller->setAuthor({});
    });
    connect(m_states, &StateStack::signInRequested, this, &SearchPage::signInRequested);
    connect(m_states, &StateStack::goOnlineRequested, this, &SearchPage::goOnlineRequested);
    // A new answer begins at its top.
    connect(m_controller->model(), &QAbstractItemModel::modelReset, this, [this] {
        m_list->scrollToTop();
        if (m_controller->model()->rowCount() > 0)
            m_list->setCurrentIndex(m_controller->model()->index(0));
    });
}

void SearchPage::showQuery()
{
    m_types->setCurrent(static_cast<int>(m_controller->type()));
    m_sort->setCurrentIndex(m_sort->findData(static_cast<int>(m_controller->sort())));
    m_author->setVisible(!m_controller->author().isEmpty());
    m_author->setText(tr("Author: %1").arg(m_controller->author()));
    m_author->setAccessibleName(tr("Author %1, show all authors").arg(m_controller->author()));
    if (m_search->text() != m_controller->text() && !isAddress(m_search->text()))
        m_search->setText(m_controller->text());
}

void SearchPage::showState()
{
    RepoListModel *model = m_controller->model();
    switch (m_controller->state()) {
    case LoadState::Idle:
    case LoadState::Loading:
        m_states->showLoading();
        break;
    case LoadState::Ready:
        m_states->showReady();
        break;
    case LoadState::Empty:
        if (m_controller->isFiltered())
            m_states->showEmpty(tr("Nothing on this Hub matches your search"),
                                tr("Clear the search"), u"search"_s);
        else
            m_states->showEmpty(tr("This Hub has nothing of this kind yet"), {}, u"search"_s);
        break;
    case LoadState::Failed:
        if (m_controller->error()->kind == ErrorKind::Offline)
            m_states->showOffline(m_controller->fetchedAt());
        else
            m_states->showFailure(*m_controller->error());
        break;
    }
    const qint64 total = model->total();
    m_header->setFacts(total > 0 ? tr("%1 found").arg(QLocale().toString(total)) : QString());
    showMore();
}

void SearchPage::showMore()
{
    RepoListModel *model = m_controller->model();
    const bool failed = m_controller->moreFailed();
    const bool loading = model->isLoading() && m_controller->state() == LoadState::Ready;
    m_moreRetry->setVisible(failed);
    if (failed)
        m_moreText->setText(tr("The list does not go on: %1").arg(m_controller->error()->message));
    else if (loading)
        m_moreText->setText(tr("Loading more"));
    m_more->setVisible(failed || loading);
}

void SearchPage::activate(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT
    repoActivated(m_controller->model()->repo(index.row()).repo);
}

void SearchPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SearchPage::focusList()
{
    if (m_states->state() == StateStack::State::Ready)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_search->setFocus(Qt::OtherFocusReason);
}

} // namespace hubdesk
