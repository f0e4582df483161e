// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/call.h"
#include "core/net/pager.h"
#include "core/transfer/fetchcontext.h"
#include "core/transfer/fetchplan.h"
#include "core/transfer/retrycounter.h"
#include "core/transfer/spaceneeds.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace hubdesk {

//! One of the planner's questions, sent once: the planner itself asks again, so that its waits are
//! seen and a network that is back ends them.
template <class Request> struct AskedOnce : Request
{
    [[nodiscard]] RequestSpec spec() const
    {
        RequestSpec spec = Request::spec();
        spec.maxTries = 1;
        return spec;
    }
};

//! Finds out what a transfer has to fetch: commit, listing, patterns, what the cache has, space.
//!
//! What may pass by itself (no network, no answer, 5xx, 429, a failed handshake) is waited for as
//! the fetches of files do, TransferTuning::retries times in a row. Where the cache can answer
//! instead it does (reference: files 4.2.1, 4.6), as soon as an ordinary call would have given up,
//! with one exception: who never gives up waits for the Hub rather than taking a snapshot folder,
//! which may be a part, for the whole. Never when the Hub says that revision or file do not exist.
//! Whether mirrors may be asked is not worth that much: the answer is waited for a few times.
//! Lives on the transfer thread.
class DownloadPlanner : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadPlanner)

public:
    //! Called on the transfer thread.
    struct Handler
    {
        std::function<void(const QString &waitReason)> waiting;
        std::function<void(Result<FetchPlan> plan)> ended;
    };

    //! What other downloads still write, see surveyCache(). Called on the transfer thread.
    struct Promises
    {
        std::function<qint64()> atMost; //!< Bytes on all volumes, quickly.
        std::function<SpaceNeeds()> exactly; //!< Only asked when that is too much.
    };

    DownloadPlanner(DownloadRequest request, FetchContext context, Promises promised,
                    Handler handler, QObject *parent = nullptr);

    ~DownloadPlanner() override;

    //! Only looks: no ref, no marker, no complaint about too little space. Before start().
    void setReadOnly() { m_readOnly = true; }
    //! Exactly one Handler::ended follows, also after stop(), and nothing after it.
    void start();
    //! Ends with ErrorKind::Canceled.
    void stop();
    //! Connections that look open may be dead: the question under way is given up.
    void disconnectAll();
    //! Where room was missing, after Handler::ended with the code kNoSpace.
    [[nodiscard]] const SpaceShortage &shortage() const { return *m_shortage; }
    void reconnect(); //!< After disconnectAll(): asks at once, also instead of waiting.

private:
    void tryWithoutNetwork();
    void askForCommit();
    void askForFiles();
    void askForPage();
    void askForPaths();
    void answered();
    void askWhoMayRead();
    void survey();
    void surveyWith(const SpaceNeeds &promised, bool areExact);
    void missing(const QString &path, const QString &requestId);
    void failed(const Error &error);
    void waitFor(const Error &error);
    [[nodiscard]] bool tryLater(const Error &error);
    void lookIntoCache(std::function<void()> otherwise, const Error &error);
    void fallBack(const Error &error);
    void end(Result<FetchPlan> plan);
    //! Runs \a work in the pool and \a then with its result on this thread.
    template <class Work, class Then> void inPool(Work work, Then then);

    DownloadRequest m_request;
    FetchContext m_context;
    Promises m_promised;
    std::shared_ptr<SpaceShortage> m_shortage = std::make_shared<SpaceShortage>();
    Handler m_handler;
    FetchPlan m_plan;
    std::vector<TreeEntry> m_entries;
    qsizetype m_asked = 0; // paths of m_request.files
    RetryCounter m_retries;
    bool m_hasAnswer = false; // of the Hub, ever
    bool m_stopping = false;
    bool m_inPool = false;
    bool m_ended = false;
    bool m_readOnly = false;
    bool m_knowsWhoMayRead = false;
    int m_readersAsked = 0; // times without an answer
    std::shared_ptr<std::atomic_bool> m_stopReading = std::make_shared<std::atomic_bool>(false);
    Call<QString> m_commitCall;
    Call<Page<TreeEntry>> m_pathsCall;
    Call<bool> m_openCall;
    Pager<AskedOnce<TreeRequest>> m_pager;
    QTimer m_waitTimer;
    void (DownloadPlanner::*m_question)() = nullptr; // not answered yet
};

} // namespace hubdesk
