// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/personcontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

PersonKind otherKind(PersonKind kind)
{
    return kind == PersonKind::Organization ? PersonKind::User : PersonKind::Organization;
}

constexpr size_t indexOf(PersonTab tab)
{
    return static_cast<size_t>(tab);
}

} // namespace

PersonController::PersonController(HubClient *client, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_models(client),
      m_datasets(client),
      m_spaces(client),
      m_likes(client),
      m_organizations(client),
      m_members(client),
      m_followers(client),
      m_following(client),
      m_endpoint(client->config().endpoint)
{
    makeLists();
    connect(m_client, &HubClient::configChanged, this, [this] {
        if (m_endpoint != m_client->config().endpoint) {
            // Another Hub has other people.
            m_endpoint = m_client->config().endpoint;
            m_kinds.clear();
            if (const QString name = m_name; isOpen()) {
                close();
                open(name);
            }
        } else {
            refresh();
        }
    });
}

PersonController::~PersonController() = default;

void PersonController::makeLists()
{
    m_lists.resize(kPersonTabCount);
    const auto add = [this](PersonTab tab, PagedListModel *model, std::function<void()> ask) {
        m_lists[indexOf(tab)] = new ListState(model, std::move(ask), this);
    };
    const auto addRepos = [this, add](PersonTab tab, RepoListModel *model, RepoType type) {
        add(tab, model, [this, model, type] {
            SearchRequest request;
            request.type = type;
            request.author = m_overview.person.name;
            request.sort = SearchSort::LastModified;
            model->search(request);
        });
    };
    addRepos(PersonTab::Models, &m_models, RepoType::Model);
    addRepos(PersonTab::Datasets, &m_datasets, RepoType::Dataset);
    addRepos(PersonTab::Spaces, &m_spaces, RepoType::Space);
    add(PersonTab::Likes, &m_likes, [this] { m_likes.search({m_overview.person.name}); });
    // They come with the overview.
    add(PersonTab::Organizations, &m_organizations, [this] { refresh(); });
    const auto addPeople = [this, add](PersonTab tab, PersonListModel *model,
                                       PeopleRequest::List ofUser,
                                       PeopleRequest::List ofOrganization) {
        add(tab, model, [this, model, ofUser, ofOrganization] {
            model->search({m_overview.person.name,
                           kind() == PersonKind::Organization ? ofOrganization : ofUser});
        });
    };
    using enum PeopleRequest::List;
    addPeople(PersonTab::Members, &m_members, Members, Members);
    addPeople(PersonTab::Followers, &m_followers, Followers, OrganizationFollowers);
    addPeople(PersonTab::Following, &m_following, Following, Following);
}

void PersonController::open(const QString &name, PersonKind likely, std::optional<PersonTab> tab)
{
    if (name == m_name && m_state != LoadState::Failed) {
        if (tab)
            setTab(*tab);
        return;
    }
    close();
    m_name = name;
    m_likely = likely;
    m_wantedTab = tab;
    Q_EMIT
    personChanged();
    refresh();
}

void PersonController::close()
{
    m_call = {};
    m_name.clear();
    m_overview = {};
    m_fetchedAt = {};
    m_error.reset();
    m_isNobody = false;
    m_state = LoadState::Idle;
    m_wantedTab.reset();
    for (ListState *list : m_lists)
        list->clear();
    m_tab = PersonTab::Models;
}

void PersonController::refresh()
{
    if (!isOpen())
        return;
    m_error.reset();
    m_isNobody = false;
    m_state = LoadState::Loading;
    PersonKind first = m_kinds.value(m_name, m_likely);
    if (first == PersonKind::Unknown)
        first = PersonKind::User;
    for (ListState *list : m_lists)
        list->setStale();
    ask(first, true);
    Q_EMIT
    stateChanged();
}

void PersonController::ask(PersonKind kind, bool otherIsLeft)
{
    if (kind == PersonKind::Organization)
        m_call = m_client->send(OrganizationOverviewRequest{m_name});
    else
        m_call = m_client->send(UserOverviewRequest{m_name});
    m_call.then(this, [this, kind, otherIsLeft](Result<PersonOverview> overview) {
        take(std::move(overview), kind, otherIsLeft);
    });
}

void PersonController::take(Result<PersonOverview> overview, PersonKind kind, bool otherIsLeft)
{
    if (overview) {
        m_kinds.insert(m_name, kind);
        show(std::move(*overview));
        return;
    }
    Error error = overview.error();
    if (error.kind == ErrorKind::Canceled)
        return;
    if (error.kind == ErrorKind::NotFound && otherIsLeft) {
        ask(otherKind(kind), false);
        return;
    }
    if (error.kind == ErrorKind::NotFound) {
        m_isNobody = true;
        m_kinds.remove(m_name);
        error.message = tr("Nobody on this Hub is called %1.").arg(m_name);
    }
    m_error = std::move(error);
    m_state = LoadState::Failed;
    if (m_overview.person.kind != PersonKind::Unknown)
        list(PersonTab::Organizations)->setFilled();
    Q_EMIT
    stateChanged();
}

void PersonController::show(PersonOverview overview)
{
    m_overview = std::move(overview);
    m_fetchedAt = QDateTime::currentDateTimeUtc();
    m_state = LoadState::Ready;
    m_organizations.setPeople(m_overview.organizations);
    list(PersonTab::Organizations)->setFilled();
    const auto tabs = this->tabs();
    const PersonTab wanted = m_wantedTab.value_or(firstTab());
    m_wantedTab = std::ranges::find(tabs, wanted) == tabs.end() ? tabs.front() : wanted;
    m_tab = *m_wantedTab;
    Q_EMIT
    stateChanged();
    startTab();
    Q_EMIT
    tabChanged();
}

void PersonController::startTab()
{
    list(m_tab)->want();
}

void PersonController::setTab(PersonTab tab)
{
    m_wantedTab = tab;
    const auto tabs = this->tabs();
    if (tab == m_tab || std::ranges::find(tabs, tab) == tabs.end())
        return;
    m_tab = tab;
    startTab();
    Q_EMIT
    tabChanged();
}

bool PersonController::isNobody() const
{
    return m_isNobody;
}

std::vector<PersonTab> PersonController::tabs() const
{
    using enum PersonTab;
    switch (kind()) {
    case PersonKind::User:
        return {Models, Datasets, Spaces, Likes, Organizations, Followers, Following};
    case PersonKind::Organization:
        return {Models, Datasets, Spaces, Members, Followers};
    case PersonKind::Unknown:
        break;
    }
    return {};
}

//! Where there is something to see, repos before everything else.
PersonTab PersonController::firstTab() const
{
    for (const PersonTab tab : {PersonTab::Models, PersonTab::Datasets, PersonTab::Spaces}) {
        if (count(tab) > 0)
            return tab;
    }
    return PersonTab::Models;
}

qint64 PersonController::count(PersonTab tab) const
{
    switch (tab) {
    case PersonTab::Models:
        return m_overview.models;
    case PersonTab::Datasets:
        return m_overview.datasets;
    case PersonTab::Spaces:
        return m_overview.spaces;
    case PersonTab::Likes:
        return m_overview.likes;
    case PersonTab::Organizations:
        return static_cast<qint64>(m_overview.organizations.size());
    case PersonTab::Members:
        return m_overview.members;
    case PersonTab::Followers:
        return m_overview.followers;
    case PersonTab::Following:
        return m_overview.following;
    }
    return -1;
}

ListState *PersonController::list(PersonTab tab) const
{
    return m_lists[indexOf(tab)];
}

RepoListModel *PersonController::repos(PersonTab tab)
{
    switch (tab) {
    case PersonTab::Models:
        return &m_models;
    case PersonTab::Datasets:
        return &m_datasets;
    case PersonTab::Spaces:
        return &m_spaces;
    default:
        return nullptr;
    }
}

PersonListModel *PersonController::people(PersonTab tab)
{
    switch (tab) {
    case PersonTab::Organizations:
        return &m_organizations;
    case PersonTab::Members:
        return &m_members;
    case PersonTab::Followers:
        return &m_followers;
    case PersonTab::Following:
        return &m_following;
    default:
        return nullptr;
    }
}

} // namespace hubdesk
