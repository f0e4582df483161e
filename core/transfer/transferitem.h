// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/jobprogress.h"
#include "core/transfer/speedmeter.h"
#include "core/transfer/transfer.h"
#include "core/transfer/transferworker.h"

#include <memory>

namespace hubdesk {

//! One transfer in the engine's list: what its users see, and its run on the transfer thread, if
//! any. Lives on the engine's thread; the engine changes the state.
struct TransferItem
{
    //! What becomes of a run that was told to stop.
    enum class After { Queue, Pause, Cancel };

    Transfer transfer;
    RunId run = 0; //!< 0: nothing of it is on the transfer thread.
    After after = After::Queue;
    bool stopping = false; //!< The run was told to stop.
    bool journaled = false; //!< On the disk at least once: may start.
    bool dirty = false; //!< Changed without a state change.
    std::shared_ptr<JobProgress> progress; //!< Of the run, once it has a plan.
    qint64 fetchedBefore = 0; //!< bytes, by earlier runs and plans
    SpeedMeter meter;
    SpaceShortage shortage; //!< Where room was missing at the last run, if that is known.
    qint64 spaceLeft = -1; //!< bytes that were free when the disk was full; -1: not known yet

    void startRun(RunId id);
    //! Takes over what \a plan says; its counters are \a counters.
    void applyPlan(const FetchPlan &plan, const std::shared_ptr<JobProgress> &counters);
    //! Copies the counters into the transfer.
    void collect();
    //! The same but for the counters of each file, which may be thousands.
    void collectSums();
    void endRun();
    //! Renews counters, speed and time left at \a now (ms). True when something changed since last
    //! time.
    bool refresh(qint64 now);
    //! Blobs that are not (all) there.
    [[nodiscard]] std::vector<BlobSpec> unfinishedBlobs() const;
    //! The partial files are gone.
    void forgetPartials();
};

} // namespace hubdesk
