// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/likedreposmodel.h"
#include "core/model/liststate.h"
#include "core/model/personlistmodel.h"
#include "core/model/repolistmodel.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace hubdesk {

//! The parts of the page of a user or an organisation.
enum class PersonTab {
    Models,
    Datasets,
    Spaces,
    Likes, //!< Users.
    Organizations, //!< Users.
    Members, //!< Organisations.
    Followers,
    Following, //!< Users.
};
inline constexpr int kPersonTabCount = 8;

//! The page of one user or organisation: who it is, and lists that load when they are shown. GUI
//! thread; the client is not owned and outlives it.
//!
//! A name does not tell whose it is, so the Hub is asked for a user and, when there is none, for an
//! organisation; whoever knows better asks for the right one first, and what was once found out is
//! kept. Opening somebody else drops everything that is under way.
class PersonController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonController)

public:
    explicit PersonController(HubClient *client, QObject *parent = nullptr);
    ~PersonController() override;

    [[nodiscard]] HubClient *client() const { return m_client; }

    //! Does nothing for the person that is open. \a likely: what the caller believes. \a tab: what
    //! is shown first; nothing: where there is something to see.
    void open(const QString &name, PersonKind likely = PersonKind::Unknown,
              std::optional<PersonTab> tab = std::nullopt);
    void refresh();
    void close();
    [[nodiscard]] bool isOpen() const { return !m_name.isEmpty(); }
    //! As it was asked for; the overview has the Hub's own spelling.
    [[nodiscard]] const QString &name() const { return m_name; }

    [[nodiscard]] LoadState state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! True when the Hub said that there is no such user and no such organisation.
    [[nodiscard]] bool isNobody() const;
    //! What is known, perhaps from before a failure; of nobody before the first answer.
    [[nodiscard]] const PersonOverview &overview() const { return m_overview; }
    [[nodiscard]] PersonKind kind() const { return m_overview.person.kind; }
    //! When the overview was fetched; UTC.
    [[nodiscard]] const QDateTime &fetchedAt() const { return m_fetchedAt; }

    //! The parts that this kind of person has, in the order in which they are shown.
    [[nodiscard]] std::vector<PersonTab> tabs() const;
    //! How many entries the overview promises, -1 when it does not say.
    [[nodiscard]] qint64 count(PersonTab tab) const;
    [[nodiscard]] PersonTab tab() const { return m_tab; }
    //! Loads what belongs to it unless that was done.
    void setTab(PersonTab tab);
    [[nodiscard]] ListState *list(PersonTab tab) const;
    //! Of a tab with repos; null for others.
    [[nodiscard]] RepoListModel *repos(PersonTab tab);
    //! Of a tab with people; null for others.
    [[nodiscard]] PersonListModel *people(PersonTab tab);
    [[nodiscard]] LikedReposModel *likes() { return &m_likes; }

Q_SIGNALS:
    void personChanged(); //!< name()
    void stateChanged(); //!< state(), error() or overview()
    void tabChanged();

private:
    void ask(PersonKind kind, bool otherIsLeft);
    void take(Result<PersonOverview> overview, PersonKind kind, bool otherIsLeft);
    void show(PersonOverview overview);
    void startTab();
    void makeLists();
    [[nodiscard]] PersonTab firstTab() const;

    HubClient *m_client;
    RepoListModel m_models;
    RepoListModel m_datasets;
    RepoListModel m_spaces;
    LikedReposModel m_likes;
    PersonListModel m_organizations;
    PersonListModel m_members;
    PersonListModel m_followers;
    PersonListModel m_following;
    std::vector<ListState *> m_lists; //!< By PersonTab; children.

    QUrl m_endpoint; //!< That the answers came from.
    QString m_name;
    PersonKind m_likely = PersonKind::Unknown;
    QHash<QString, PersonKind> m_kinds; //!< What was found out on this endpoint.
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    bool m_isNobody = false;
    PersonOverview m_overview;
    QDateTime m_fetchedAt;
    PersonTab m_tab = PersonTab::Models;
    std::optional<PersonTab> m_wantedTab;
    Call<PersonOverview> m_call;
};

} // namespace hubdesk
