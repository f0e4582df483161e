// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/repoinfo.h"
#include "core/net/hubclient.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace hubdesk {

//! Which commit a ref is and when the repo changed last. One try: whoever asks for many repos waits
//! for all of them at once when the Hub wants it, not for each by itself.
struct RefTipRequest
{
    using Response = RepoInfo; //!< Only `sha` and `lastModified`; the sha is a commit.

    RepoId repo;
    QString ref;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] Result<Response> parse(const ReplyData &reply) const;
};

//! Asks the Hub for the tips of many refs: one call each, a few at once, a first burst and then one
//! after the other so that the Hub's limit for everything else is not used up; when the Hub says
//! "later", everybody waits. GUI thread; the client is not owned and outlives it.
class VersionChecker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionChecker)

public:
    struct Pace
    {
        int atOnce = 4;
        int burst = 60; //!< The first ones do not wait.
        //! Between the others: below the 500 calls in five minutes of those who are not signed in.
        std::chrono::milliseconds gap{800};
    };
    struct Item
    {
        RepoId repo;
        QString ref;

        bool operator==(const Item &) const = default;
    };

    explicit VersionChecker(HubClient *client, QObject *parent = nullptr);
    ~VersionChecker() override;

    void setPace(const Pace &pace) { m_pace = pace; }
    //! Drops what is under way.
    void start(const std::vector<Item> &items);
    void stop();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int done() const { return m_done; }
    //! Seconds until it goes on, as the Hub wants it; 0: it does not wait.
    [[nodiscard]] int waitSeconds() const;

Q_SIGNALS:
    //! The Hub's answer for one repo; errors only of a kind that is about this repo.
    void answered(const hubdesk::VersionChecker::Item &item,
                  const hubdesk::Result<hubdesk::RepoInfo> &info);
    void progressChanged();
    //! All are asked for, or \a error says why not.
    void ended(const std::optional<hubdesk::Error> &error);

private:
    void startNext();
    void take(quint64 id, const Item &item, const Result<RepoInfo> &info);
    void end(const std::optional<Error> &error);

    HubClient *m_client;
    Pace m_pace;
    std::deque<Item> m_waiting;
    std::unordered_map<quint64, Call<RepoInfo>> m_calls;
    QTimer m_next; //!< The next one of the pace.
    QTimer m_pause; //!< What the Hub wants.
    QTimer m_second; //!< Counts the seconds of a pause for whoever shows them.
    quint64 m_lastId = 0;
    int m_started = 0;
    int m_done = 0;
    int m_total = 0;
    int m_failures = 0; //!< In a row, of the kind that has nothing to do with one repo.
    int m_pauses = 0;
    bool m_isRunning = false;
};

} // namespace hubdesk
