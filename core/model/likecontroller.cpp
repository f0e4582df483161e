// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/likecontroller.h"

#include <algorithm>

namespace hubdesk {

LikeController::LikeController(HubClient *client, QObject *parent)
    : QObject(parent),
      m_client(client),
      m_token(client->config().token),
      m_endpoint(client->config().endpoint)
{
    connect(m_client, &HubClient::configChanged, this, [this] {
        const ClientConfig &config = m_client->config();
        if (config.token == m_token && config.endpoint == m_endpoint)
            return;
        m_token = config.token;
        m_endpoint = config.endpoint;
        m_user.clear(); // who that is will be told
        forget();
    });
}

LikeController::~LikeController() = default;

void LikeController::setUser(const QString &name)
{
    if (name == m_user)
        return;
    m_user = name;
    forget();
    loadLikes();
}

void LikeController::setRepo(const RepoId &repo)
{
    if (repo == m_repo)
        return;
    m_repo = repo;
    m_count = 0;
    loadLikes();
    Q_EMIT
    changed();
}

void LikeController::setCount(qint64 count)
{
    m_count = count;
    Q_EMIT
    changed();
}

bool LikeController::isSignedIn() const
{
    return !m_client->config().token.isEmpty();
}

void LikeController::forget()
{
    ++m_round;
    m_pager = {};
    m_asked = false;
    m_liked.clear();
    m_pressed.clear();
    Q_EMIT
    changed();
}

void LikeController::loadLikes()
{
    if (m_asked || m_user.isEmpty() || m_repo.id.isEmpty())
        return;
    m_asked = true;
    m_pages = 0;
    m_pager = Pager<LikedReposRequest>(m_client, {m_user});
    loadPage();
}

void LikeController::loadPage()
{
    m_pager.fetchNext(this, [this](const Result<Page<LikedRepo>> &page) {
        if (!page) {
            // Nobody has to be told: the next repo asks again.
            m_asked = false;
            return;
        }
        for (const LikedRepo &liked : page->items) {
            // Who pressed meanwhile knows better than a list that was asked for before.
            if (const RepoId repo{liked.type.value_or(RepoType::Model), liked.name};
                liked.type && !m_pressed.contains(repo))
                m_liked.insert(repo);
        }
        Q_EMIT
        changed();
        if (++m_pages < kPages && m_pager.hasMore())
            loadPage();
    });
}

void LikeController::apply(const RepoId &repo, bool like)
{
    if (like)
        m_liked.insert(repo);
    else
        m_liked.remove(repo);
    if (repo == m_repo)
        m_count = std::max<qint64>(0, m_count + (like ? 1 : -1));
    Q_EMIT
    changed();
}

void LikeController::toggle()
{
    if (m_repo.id.isEmpty() || isBusy() || !isSignedIn())
        return;
    const RepoId repo = m_repo;
    const bool like = !isLiked();
    m_pressed.insert(repo);
    Call<void> &call = m_calls[repo];
    call = m_client->send(LikeRequest{repo, like});
    call.then(this, [this, repo, like, round = m_round](const Result<void> &result) {
        m_calls.erase(repo);
        if (!result && result.error().kind != ErrorKind::Canceled) {
            if (round == m_round) // still the same account
                apply(repo, !like);
            Q_EMIT
            failed(repo, like, result.error());
        }
        Q_EMIT
        changed();
    });
    apply(repo, like);
}

} // namespace hubdesk
