// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachewriter.h"
#include "core/cache/verifiedmarks.h"
#include "core/transfer/connectionbudget.h"
#include "core/transfer/mailbox.h"
#include "core/transfer/mirrorhealth.h"
#include "core/transfer/networksession.h"
#include "core/transfer/ratelimiter.h"
#include "core/transfer/taskpool.h"
#include "core/transfer/transfertuning.h"

#include <functional>
#include <memory>

namespace hubdesk {

//! What the jobs of the transfer thread work with. Everything pointed to outlives them.
struct FetchContext
{
    NetworkSession *session = nullptr;
    TaskPool *pool = nullptr;
    std::shared_ptr<Mailbox> mailbox; //!< Of the transfer thread: where tasks of the pool answer.
    CacheWriter writer;
    //! Of this job, below the one of all downloads. Each connection makes a RateLimiter::Taker from
    //! it and moves no byte that it has not taken; on the transfer thread only.
    RateLimiter *limiter = nullptr;
    ConnectionBudget *connections = nullptr; //!< Of all downloads.
    TransferTuning tuning;
    VerifiedMarks *marks = nullptr; //!< Where a proved blob is noted; null: nowhere.
    QString journalFolder; //!< Where the transfer is noted; empty: nowhere.
    MirrorHealth *mirrors = nullptr; //!< Of all downloads; null: no mirror is asked.
    //! Tells the user something about this download that changes nothing, in a whole sentence; may
    //! be empty. On the transfer thread.
    std::function<void(const QString &text)> note;
};

} // namespace hubdesk
