// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/likes.h"

#include <QObject>
#include <QSet>

#include <map>

namespace hubdesk {

//! Whether the account likes the repo that is open, and how many do. GUI thread; the client is not
//! owned and outlives it.
//!
//! The Hub does not say in a repo's facts whether the asker likes it, so the account's likes are
//! read once, when the first repo is opened; of somebody with very many the latest count. A press
//! is shown at once and taken back when the Hub refuses.
class LikeController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LikeController)

public:
    static constexpr int kPages = 10; //!< Of the account's likes.

    explicit LikeController(HubClient *client, QObject *parent = nullptr);
    ~LikeController() override;

    //! Who is signed in; empty: nobody, or it is not known yet.
    void setUser(const QString &name);
    //! Without id: none is open.
    void setRepo(const RepoId &repo);
    //! What the Hub says now about the repo that is open.
    void setCount(qint64 count);

    //! A token is there; without one the Hub takes no like.
    [[nodiscard]] bool isSignedIn() const;
    [[nodiscard]] bool isLiked() const { return m_liked.contains(m_repo); }
    [[nodiscard]] qint64 count() const { return m_count; }
    //! The Hub has not answered to the last press yet.
    [[nodiscard]] bool isBusy() const { return m_calls.contains(m_repo); }

    //! Likes the repo or takes that back. Nothing while isBusy(), without a repo or a token.
    void toggle();

Q_SIGNALS:
    void changed();
    //! \a like: what was asked for.
    void failed(const hubdesk::RepoId &repo, bool like, const hubdesk::Error &error);

private:
    void loadLikes();
    void loadPage();
    void forget();
    void apply(const RepoId &repo, bool like);

    HubClient *m_client;
    QString m_user;
    RepoId m_repo;
    qint64 m_count = 0;
    QSet<RepoId> m_liked;
    QSet<RepoId> m_pressed; //!< Here, by this account.
    Pager<LikedReposRequest> m_pager;
    int m_pages = 0;
    quint64 m_round = 0; //!< Counts the accounts.
    bool m_asked = false;
    QString m_token; //!< That the likes were read with.
    QUrl m_endpoint;
    std::map<RepoId, Call<void>> m_calls;
};

} // namespace hubdesk
