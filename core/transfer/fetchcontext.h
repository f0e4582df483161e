// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachewriter.h"
#include "core/transfer/connectionbudget.h"
#include "core/transfer/mailbox.h"
#include "core/transfer/networksession.h"
#include "core/transfer/ratelimiter.h"
#include "core/transfer/taskpool.h"
#include "core/transfer/transfertuning.h"

#include <memory>

namespace hubdesk {

//! What the jobs of the transfer thread work with. Everything pointed to outlives them.
struct FetchContext
{
    NetworkSession *session = nullptr;
    TaskPool *pool = nullptr;
    std::shared_ptr<Mailbox> mailbox; //!< Of the transfer thread: where tasks of the pool answer.
    CacheWriter writer;
    ConnectionBudget *connections = nullptr; //!< Of all downloads.
    RateLimiter *limiter = nullptr; //!< Of this transfer; null: no limit.
    TransferTuning tuning;
};

} // namespace hubdesk
