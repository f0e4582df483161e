// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! The part of DownloadJob that has to do with SmallFiles: what goes in there, and what comes back.

#include "core/transfer/downloadjob.h"

#include <algorithm>
#include <iterator>

namespace hubdesk {

void DownloadJob::prepareSmall()
{
    m_smallFiles.reset();
    if (m_smallBlobs.empty() || !m_request.localFolder.isEmpty())
        return;
    SmallFiles::Handler handler;
    handler.received = [this](size_t blob, qint64 bytes, qint64 arrived) {
        smallReceived(blob, bytes, arrived);
    };
    handler.settled = [this](std::span<const SmallBlob> blobs) { smallSettled(blobs); };
    handler.changed = [this] {
        updateState();
        m_handler.slotsWanted();
    };
    m_smallFiles = std::make_unique<SmallFiles>(m_context, std::move(handler));
}

//! The small blob whose turn it is.
std::optional<size_t> DownloadJob::nextSmall() const
{
    if (!m_givenBack.empty())
        return m_givenBack.front().blob;
    if (const auto next = m_smallFiles ? m_smallFiles->next() : std::nullopt)
        return next;
    return m_smallBlobs.empty() ? std::nullopt : std::optional(m_smallBlobs.front());
}

bool DownloadJob::startSmall()
{
    if (!m_givenBack.empty()) {
        const GivenBack next = m_givenBack.front();
        m_givenBack.pop_front();
        startFetch(next.blob, next.isTrouble, next.failure);
        return true;
    }
    if (!m_smallFiles) {
        startFetch(m_smallBlobs.front(), false);
        m_smallBlobs.pop_front();
        return true;
    }
    const size_t room = std::min(static_cast<size_t>(m_smallFiles->room()), m_smallBlobs.size());
    if (room > 0) {
        SmallBatch batch(room);
        for (size_t i = 0; i < room; ++i) {
            batch[i].id = m_smallBlobs[i];
            batch[i].spec = &m_blobs[m_smallBlobs[i]].spec;
        }
        const auto taken = static_cast<std::ptrdiff_t>(m_smallFiles->add(batch));
        m_smallBlobs.erase(m_smallBlobs.begin(), m_smallBlobs.begin() + taken);
    }
    const std::optional<size_t> started = m_smallFiles->startNext();
    if (!started && !m_smallBlobs.empty()
        && m_smallFiles->leavesToMirrors(m_blobs[m_smallBlobs.front()].spec)) {
        startFetch(m_smallBlobs.front(), false);
        m_smallBlobs.pop_front();
        return true;
    }
    if (!started)
        return false;
    setFileStates(*started, TransferState::Running);
    m_progress->currentFile = static_cast<qint64>(m_blobs[*started].files.front());
    updateState();
    return true;
}

void DownloadJob::smallReceived(size_t blob, qint64 bytes, qint64 arrived)
{
    const PlannedBlob &planned = m_blobs[blob];
    m_progress->fetched += arrived;
    m_progress->files[planned.files.front()].received = bytes;
    if (bytes == planned.spec.size)
        setFileStates(blob, TransferState::Verifying);
    else
        m_progress->dirty = true;
}

void DownloadJob::smallSettled(std::span<const SmallBlob> blobs)
{
    std::vector<size_t> unused;
    for (const SmallBlob &small : blobs) {
        using enum SmallBlob::Outcome;
        const size_t blob = small.id;
        if (small.outcome == Fetched || small.outcome == Present) {
            blobDone(blob, small.outcome == Present);
            continue;
        }
        m_progress->files[m_blobs[blob].files.front()].received = small.kept;
        setFileStates(blob, TransferState::Queued);
        if (small.outcome == Busy)
            blobLocked(blob);
        else if (small.outcome == Later)
            m_smallBlobs.push_back(blob);
        else if (small.outcome == Unused)
            unused.push_back(blob);
        else
            m_givenBack.push_back({blob, small.outcome == Trouble, small.failure});
    }
    std::ranges::sort(unused);
    m_smallBlobs.insert(m_smallBlobs.begin(), unused.begin(), unused.end());
    updateState();
    m_handler.slotsWanted();
    checkEnd();
}

void DownloadJob::forgetQueues()
{
    m_bigBlobs.clear();
    m_smallBlobs.clear();
    m_givenBack.clear();
    m_lockedBlobs.clear();
    m_lockTimer.stop();
}

} // namespace hubdesk
