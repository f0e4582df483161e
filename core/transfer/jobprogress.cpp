// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/jobprogress.h"

#include <algorithm>

namespace hubdesk {

JobProgress::JobProgress(const FetchPlan &plan)
    : files(plan.files.size())
{
    for (size_t i = 0; i < plan.files.size(); ++i) {
        const PlannedFile &file = plan.files[i];
        if (!file.cached)
            continue;
        files[i].received = file.size;
        files[i].state = TransferState::Finished;
        files[i].wasCached = true;
    }
    addUp(plan);
}

void JobProgress::addUp(const FetchPlan &plan)
{
    qint64 done = 0;
    int filesDone = 0;
    for (size_t i = 0; i < files.size(); ++i) {
        done += std::min(files[i].received.load(), plan.files[i].size);
        filesDone += files[i].state == TransferState::Finished ? 1 : 0;
    }
    if (m_done.exchange(done) != done)
        dirty = true;
    if (m_filesDone.exchange(filesDone) != filesDone)
        dirty = true;
}

void JobProgress::copySumsTo(Transfer &transfer) const
{
    transfer.doneBytes = m_done;
    transfer.filesDone = m_filesDone;
    copyRest(transfer);
}

void JobProgress::copyTo(Transfer &transfer) const
{
    Q_ASSERT(transfer.files.size() == files.size());
    qint64 done = 0;
    int filesDone = 0;
    for (size_t i = 0; i < files.size(); ++i) {
        TransferFile &file = transfer.files[i];
        file.received = std::min(files[i].received.load(), file.size);
        file.state = files[i].state;
        file.wasCached = files[i].wasCached;
        done += file.received;
        filesDone += file.state == TransferState::Finished ? 1 : 0;
    }
    transfer.doneBytes = done;
    transfer.filesDone = filesDone;
    copyRest(transfer);
}

void JobProgress::copyRest(Transfer &transfer) const
{
    transfer.fetchedBytes = fetched;
    {
        const std::lock_guard lock(m_mutex);
        transfer.connections = m_connections;
    }
    const qint64 current = currentFile;
    if (current >= 0)
        transfer.currentFile = transfer.files[static_cast<size_t>(current)].path;
}

void JobProgress::setConnections(std::vector<TransferConnection> connections)
{
    const std::lock_guard lock(m_mutex);
    if (m_connections == connections)
        return;
    m_connections = std::move(connections);
    dirty = true;
}

} // namespace hubdesk
