// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/fetchplan.h"
#include "core/transfer/transfer.h"

#include <atomic>
#include <mutex>
#include <vector>

namespace hubdesk {

//! The counters of one planned download. Written by the transfer thread and the pool, read by the
//! engine a few times a second; the counters are atomics, so nobody waits for anybody.
class JobProgress
{
public:
    struct File
    {
        std::atomic<qint64> received = 0; //!< bytes on the disk, or on their way there
        std::atomic<TransferState> state = TransferState::Queued;
        std::atomic<bool> wasCached = false;
    };

    explicit JobProgress(const FetchPlan &plan);

    //! Copies the counters into \a transfer, whose files must be those of the plan.
    void copyTo(Transfer &transfer) const;
    //! The same without the files, as of the last addUp(): costs the same for any number of them.
    void copySumsTo(Transfer &transfer) const;
    //! Brings the sums up to date; from the transfer thread.
    void addUp(const FetchPlan &plan);
    [[nodiscard]] qint64 doneBytes() const { return m_done; } //!< As of the last addUp().

    //! What the connections are doing now; from the transfer thread.
    void setConnections(std::vector<TransferConnection> connections);

    std::vector<File> files; // the plan's, same order; never resized
    std::atomic<qint64> fetched = 0; // bytes over the network
    std::atomic<qint64> currentFile = -1; // index of the last one that was started
    std::atomic<bool> dirty = false; // something changed since the engine looked

private:
    void copyRest(Transfer &transfer) const;

    std::atomic<qint64> m_done = 0; // bytes
    std::atomic<int> m_filesDone = 0;
    mutable std::mutex m_mutex; // a few times a second, for a few rows
    std::vector<TransferConnection> m_connections;
};

} // namespace hubdesk
