// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/versionchecker.h"

#include "core/log/categories.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMaxFailures = 3; // then the Hub is not there
constexpr int kMaxPauses = 5;
constexpr int kUnknownWait = 60; // seconds, when a 429 does not say how long

} // namespace

RequestSpec RefTipRequest::spec() const
{
    RepoInfoRequest request;
    request.repo = repo;
    request.revision = ref;
    request.expand = {u"sha"_s, u"lastModified"_s}; // not the names of ten thousand files
    RequestSpec spec = request.spec();
    spec.maxTries = 1;
    return spec;
}

Result<RepoInfo> RefTipRequest::parse(const ReplyData &reply) const
{
    // The commit decides whether there is an answer at all.
    CommitRequest commit;
    commit.repo = repo;
    commit.revision = ref;
    if (const auto sha = commit.parse(reply); !sha)
        return std::unexpected(sha.error());
    RepoInfoRequest request;
    request.repo = repo;
    request.revision = ref;
    return request.parse(reply);
}

VersionChecker::VersionChecker(HubClient *client, QObject *parent)
    : QObject(parent),
      m_client(client)
{
    for (QTimer *timer : {&m_next, &m_pause}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &VersionChecker::startNext);
    }
    connect(&m_pause, &QTimer::timeout, &m_second, &QTimer::stop);
    connect(&m_pause, &QTimer::timeout, this, &VersionChecker::progressChanged);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &VersionChecker::progressChanged);
}

VersionChecker::~VersionChecker() = default;

void VersionChecker::start(const std::vector<Item> &items)
{
    m_calls.clear();
    m_waiting.assign(items.begin(), items.end());
    m_total = static_cast<int>(items.size());
    m_started = m_done = m_failures = m_pauses = 0;
    m_next.stop();
    m_pause.stop();
    m_second.stop();
    m_isRunning = true;
    Q_EMIT
    progressChanged();
    startNext();
}

void VersionChecker::stop()
{
    if (m_isRunning)
        end(std::nullopt);
}

int VersionChecker::waitSeconds() const
{
    return m_pause.isActive() ? m_pause.remainingTime() / 1000 + 1 : 0;
}

void VersionChecker::startNext()
{
    if (!m_isRunning || m_pause.isActive())
        return;
    while (!m_waiting.empty() && static_cast<int>(m_calls.size()) < m_pace.atOnce) {
        if (m_next.isActive())
            return;
        const Item item = m_waiting.front();
        m_waiting.pop_front();
        const quint64 id = ++m_lastId;
        RefTipRequest request;
        request.repo = item.repo;
        request.ref = item.ref;
        Call<RepoInfo> &call = m_calls[id] = m_client->send(request);
        call.then(this, [this, id, item](const Result<RepoInfo> &info) { take(id, item, info); });
        if (++m_started >= m_pace.burst)
            m_next.start(m_pace.gap);
    }
    if (m_waiting.empty() && m_calls.empty())
        end(std::nullopt);
}

void VersionChecker::take(quint64 id, const Item &item, const Result<RepoInfo> &info)
{
    m_calls.erase(id);
    if (!m_isRunning)
        return;
    const ErrorKind kind = info ? ErrorKind::Canceled : info.error().kind;
    if (!info && (kind == ErrorKind::Offline || kind == ErrorKind::Canceled))
        return end(info.error());
    if (kind == ErrorKind::RateLimited) {
        m_waiting.push_front(item);
        if (!m_pause.isActive()) {
            if (++m_pauses > kMaxPauses)
                return end(info.error());
            const int told = info.error().retryAfter;
            // One second more than told: the Hub counts whole seconds.
            const std::chrono::seconds wait((told >= 0 ? told : kUnknownWait) + 1);
            qCInfo(lcHub) << "checking for new versions waits" << wait.count() << "s";
            m_pause.start(wait);
            m_second.start();
            Q_EMIT
            progressChanged();
        }
        return;
    }
    ++m_done;
    if (info || !info.error().isTransient()) {
        m_failures = 0;
        Q_EMIT
        answered(item, info);
    } else if (++m_failures >= kMaxFailures || m_total == 1) {
        return end(info.error());
    }
    Q_EMIT
    progressChanged();
    startNext();
}

void VersionChecker::end(const std::optional<Error> &error)
{
    m_isRunning = false;
    m_calls.clear();
    m_waiting.clear();
    m_next.stop();
    m_pause.stop();
    m_second.stop();
    Q_EMIT
    progressChanged();
    Q_EMIT
    ended(error);
}

} // namespace hubdesk
