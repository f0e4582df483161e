// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/personpage.h"

#include "core/model/humanformat.h"
#include "core/model/updatecontroller.h"
#include "ui/panes/browser/likeddelegate.h"
#include "ui/panes/browser/pagedlistview.h"
#include "ui/panes/browser/persondelegate.h"
#include "ui/panes/browser/personheader.h"
#include "ui/panes/browser/persontabs.h"
#include "ui/panes/browser/repodelegate.h"
#include "ui/theme/measures.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/ctrlactivation.h"
#include "ui/widgets/flattabbar.h"
#include "ui/widgets/statestack.h"

#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

PersonPage::PersonPage(const UiContext &context, PersonController *controller,
                       UpdateController *updates, QAction *openInBrowser, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_updates(updates)
{
    m_avatars = makeAvatars(context, controller->client(), this);
    m_header = new PersonHeader(context, controller, m_avatars, openInBrowser, this);
    m_states = new StateStack(context, buildContent(), this);
    m_states->setObjectName(u"personStates"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kLarge);
    column->setSpacing(measure::kMedium);
    column->addWidget(m_header);
    column->addWidget(m_states, 1);
    connectAll();
    showState();
}

PersonPage::~PersonPage() = default;

QWidget *PersonPage::buildContent()
{
    m_tabs = new FlatTabBar(m_context, this);
    m_pages = new QStackedWidget(this);
    m_tabs->setObjectName(u"personTabs"_s);
    m_tabs->setAccessibleName(tr("Lists of this person"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    return content;
}

void PersonPage::connectAll()
{
    connect(m_header, &PersonHeader::backRequested, this, &PersonPage::backRequested);
    connect(m_controller, &PersonController::personChanged, this, [this] {
        m_avatars->reset();
        m_states->clearContent();
    });
    connect(m_controller, &PersonController::stateChanged, this, &PersonPage::showState);
    connect(m_controller, &PersonController::tabChanged, this, &PersonPage::showTab);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            m_controller->setTab(static_cast<PersonTab>(m_tabs->tabData(index).toInt()));
    });
    connect(m_states, &StateStack::retryRequested, m_controller, &PersonController::refresh);
    connect(m_states, &StateStack::signInRequested, this, &PersonPage::signInRequested);
    connect(m_states, &StateStack::goOnlineRequested, this, &PersonPage::goOnlineRequested);
    connect(m_avatars, &Avatars::changed, this, [this] {
        for (const PagedListView *list : m_lists) {
            if (list)
                list->view()->viewport()->update();
        }
    });
}

void PersonPage::showState()
{
    for (PagedListView *list : m_lists) {
        if (list)
            list->setSaidAbove(m_controller->state() == LoadState::Failed);
    }
    switch (m_controller->state()) {
    case LoadState::Idle:
    case LoadState::Loading:
        m_states->showLoading();
        break;
    case LoadState::Ready:
    case LoadState::Empty:
        showTabs();
        m_states->showReady();
        followFocus();
        break;
    case LoadState::Failed:
        if (m_controller->isNobody()) {
            m_states->clearContent();
            m_states->showError(*m_controller->error(),
                                tr("Check the spelling. They may also have another name now."));
        } else if (m_controller->error()->kind == ErrorKind::Offline) {
            m_states->showOffline(m_controller->fetchedAt());
        } else {
            m_states->showFailure(*m_controller->error());
        }
        break;
    }
}

void PersonPage::showTabs()
{
    const QSignalBlocker blocker(m_tabs);
    const auto tabs = m_controller->tabs();
    while (m_tabs->count() > static_cast<int>(tabs.size()))
        m_tabs->removeTab(m_tabs->count() - 1);
    for (int i = 0; i < static_cast<int>(tabs.size()); ++i) {
        const PersonTab tab = tabs[static_cast<size_t>(i)];
        const qint64 count = m_controller->count(tab);
        const QString title = personTabTitle(tab);
        const QString text = count < 0 ? title : u"%1 %2"_s.arg(title, compactCount(count));
        if (i < m_tabs->count())
            m_tabs->setTabText(i, text);
        else
            m_tabs->addTab(text);
        m_tabs->setTabData(i, static_cast<int>(tab));
    }
    // A tab bar that is not seen yet does not tell its layout that it has grown.
    m_tabs->updateGeometry();
    showEmptyTexts();
    showTab();
}

void PersonPage::showTab()
{
    const auto tabs = m_controller->tabs();
    const auto found = std::ranges::find(tabs, m_controller->tab());
    if (found == tabs.end())
        return;
    {
        const QSignalBlocker blocker(m_tabs);
        m_tabs->setCurrentIndex(static_cast<int>(found - tabs.begin()));
    }
    PagedListView *shown = list(m_controller->tab());
    m_pages->setCurrentWidget(shown);
    followFocus();
    Q_EMIT
    currentChanged();
}

std::optional<PersonTab> PersonPage::nextTab(PersonTab tab) const
{
    for (const PersonTab other : m_controller->tabs()) {
        if (other != tab && m_controller->count(other) > 0)
            return other;
    }
    return std::nullopt;
}

void PersonPage::showEmptyTexts()
{
    for (size_t i = 0; i < m_lists.size(); ++i) {
        if (!m_lists[i])
            continue;
        const auto tab = static_cast<PersonTab>(i);
        const auto next = nextTab(tab);
        m_lists[i]->setEmptyText(emptyPersonTabText(tab, m_controller->overview().person.name),
                                 next ? tr("Show %1").arg(personTabTitle(*next)) : QString(),
                                 personTabIcon(tab));
    }
}

PagedListView *PersonPage::list(PersonTab tab)
{
    PagedListView *&list = m_lists[static_cast<size_t>(tab)];
    if (!list) {
        list = makeList(tab);
        showEmptyTexts();
    }
    return list;
}

PagedListView *PersonPage::makeList(PersonTab tab)
{
    QStyledItemDelegate *delegate = nullptr;
    if (RepoListModel *repos = m_controller->repos(tab)) {
        delegate = new RepoDelegate(m_context, this);
        // The list outlives this page.
        repos->setMarks(
            [updates = m_updates](const RepoInfo &info) { return updates->mark(info); });
        connect(m_updates, &UpdateController::versionsChanged, repos, &RepoListModel::refreshMarks,
                Qt::UniqueConnection);
    } else if (tab == PersonTab::Likes) {
        delegate = new LikedDelegate(m_context, this);
    } else {
        delegate = new PersonDelegate(m_context, m_avatars, this);
    }
    auto *list = new PagedListView(m_context, m_controller->list(tab), delegate, personTabName(tab),
                                   personTabTitle(tab), this);
    m_pages->addWidget(list);
    connect(list, &PagedListView::activated, this,
            [this, tab](const QModelIndex &index) { activate(tab, index); });
    connect(list, &PagedListView::contextMenuRequested, this,
            [this, tab](const QModelIndex &index, const QPoint &position) {
                showMenu(tab, index, position);
            });
    connect(list, &PagedListView::emptyActionRequested, this, [this, tab] {
        if (const auto next = nextTab(tab)) {
            m_controller->setTab(*next);
            focusContent();
        }
    });
    connect(list, &PagedListView::signInRequested, this, &PersonPage::signInRequested);
    connect(list, &PagedListView::goOnlineRequested, this, &PersonPage::goOnlineRequested);
    connect(list->view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PersonPage::currentChanged);
    connect(list->states(), &StateStack::stateChanged, this, &PersonPage::followFocus);
    if (tab == PersonTab::Likes) {
        // Whose they are differs from row to row.
        auto *author = new CtrlActivation(list->view());
        connect(author, &CtrlActivation::activated, this, [this](const QModelIndex &index) {
            const auto repo = index.data(LikedReposModel::RepoRole).value<RepoId>();
            if (!repo.author().isEmpty())
                Q_EMIT
            personActivated(repo.author(), PersonKind::Unknown);
        });
    }
    return list;
}

void PersonPage::activate(PersonTab tab, const QModelIndex &index)
{
    if (RepoListModel *repos = m_controller->repos(tab)) {
        Q_EMIT
        repoActivated(repos->repo(index.row()).repo);
    } else if (PersonListModel *people = m_controller->people(tab)) {
        const Person person = people->person(index.row());
        Q_EMIT
        personActivated(person.name, person.kind);
    } else {
        const LikedRepo liked = m_controller->likes()->liked(index.row());
        if (liked.type)
            Q_EMIT
        repoActivated({*liked.type, liked.name});
        else Q_EMIT webPageRequested(likedPage(liked));
    }
}

void PersonPage::showMenu(PersonTab tab, const QModelIndex &index, const QPoint &position)
{
    if (RepoListModel *repos = m_controller->repos(tab)) {
        Q_EMIT
        repoMenuRequested(repos->repo(index.row()), position);
    } else if (PersonListModel *people = m_controller->people(tab)) {
        Q_EMIT
        personMenuRequested(people->person(index.row()), position);
    } else if (const LikedRepo liked = m_controller->likes()->liked(index.row()); liked.type) {
        RepoInfo info;
        info.repo = {*liked.type, liked.name};
        Q_EMIT
        repoMenuRequested(info, position);
    }
}

QUrl PersonPage::likedPage(const LikedRepo &liked) const
{
    return urlBelow(m_controller->client()->config().endpoint,
                    '/' + quoteAll(liked.typeName) + "s/" + quotePath(liked.name));
}

std::optional<RepoId> PersonPage::currentRepo() const
{
    const PagedListView *list = m_lists[static_cast<size_t>(m_controller->tab())];
    const QModelIndex index = list ? list->view()->currentIndex() : QModelIndex();
    if (!index.isValid())
        return std::nullopt;
    if (RepoListModel *repos = m_controller->repos(m_controller->tab()))
        return repos->repo(index.row()).repo;
    if (m_controller->tab() != PersonTab::Likes)
        return std::nullopt;
    const LikedRepo &liked = m_controller->likes()->liked(index.row());
    return liked.type ? std::optional(RepoId{*liked.type, liked.name}) : std::nullopt;
}

void PersonPage::focusContent()
{
    giveFocus();
}

void PersonPage::giveFocus()
{
    const PagedListView *shown = m_lists[static_cast<size_t>(m_controller->tab())];
    const bool isKnown = m_tabs->isVisible();
    if (isKnown && shown && shown->states()->state() == StateStack::State::Ready) {
        m_waiting.clear();
        shown->view()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_waiting = isKnown ? static_cast<QWidget *>(m_tabs) : m_header->backButton();
    m_waiting->setFocus(Qt::OtherFocusReason);
}

//! Something came that the keyboard may wait for, unless the user took it elsewhere meanwhile.
void PersonPage::followFocus()
{
    if (m_waiting && window()->focusWidget() == m_waiting)
        giveFocus();
    else
        m_waiting.clear();
}

} // namespace hubdesk
