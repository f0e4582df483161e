// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/call.h"
#include "core/net/pager.h"
#include "core/transfer/fetchcontext.h"
#include "core/transfer/fetchplan.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace hubdesk {

//! Finds out what a transfer has to fetch: commit, listing, patterns, what the cache has, space.
//! Without an answer of the Hub it falls back to the cache (reference: files 4.2.1, 4.6), never
//! when the Hub says that revision or file do not exist. Lives on the transfer thread.
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

    //! \a promised: see surveyCache().
    DownloadPlanner(DownloadRequest request, FetchContext context, std::function<qint64()> promised,
                    Handler handler, QObject *parent = nullptr);

    ~DownloadPlanner() override;

    //! Only looks: no ref, no marker, no complaint about too little space. Before start().
    void setReadOnly() { m_readOnly = true; }
    //! Exactly one Handler::ended follows, also after stop(), and nothing after it.
    void start();
    //! Ends with ErrorKind::Canceled.
    void stop();

private:
    void tryWithoutNetwork();
    void askForCommit();
    void askForFiles();
    void askForPage();
    void askForPaths();
    void survey();
    void missing(const QString &path, const QString &requestId);
    void failed(const Error &error, void (DownloadPlanner::*again)());
    void fallBack(const Error &error);
    void end(Result<FetchPlan> plan);
    //! Runs \a work in the pool and \a then with its result on this thread.
    template <class Work, class Then> void inPool(Work work, Then then);

    DownloadRequest m_request;
    FetchContext m_context;
    std::function<qint64()> m_promised;
    Handler m_handler;
    FetchPlan m_plan;
    std::vector<TreeEntry> m_entries;
    qsizetype m_asked = 0; // paths of m_request.files
    int m_rateLimits = 0;
    bool m_stopping = false;
    bool m_inPool = false;
    bool m_ended = false;
    bool m_readOnly = false;
    std::shared_ptr<std::atomic_bool> m_stopReading = std::make_shared<std::atomic_bool>(false);
    Call<QString> m_commitCall;
    Call<Page<TreeEntry>> m_pathsCall;
    Pager<TreeRequest> m_pager;
    QTimer m_waitTimer;
    void (DownloadPlanner::*m_again)() = nullptr;
};

} // namespace hubdesk
