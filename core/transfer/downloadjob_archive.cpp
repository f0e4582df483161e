// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! The part of DownloadJob that packs what it fetched.

#include "core/transfer/downloadjob.h"

#include "core/cache/diskerror.h"
#include "core/transfer/transfertexts.h"

#include <QFileInfo>

#include <utility>

namespace hubdesk {

void DownloadJob::startArchive()
{
    if (m_request.archive.isEmpty())
        return;
    if (!m_archives.empty()) // of a plan that is out of date
        m_archives.back()->discard();
    QStringList order;
    for (const PlannedFile &file : m_plan->files)
        order << file.path;
    ArchiveJob::Handler handler;
    handler.failed = [this](const Error &error) {
        if (!m_error) {
            m_error = error;
            if (error.code == kNoSpace)
                m_shortage = {QFileInfo(m_request.archive).path(), m_planBytes, m_planBytes};
        }
        stopFetches();
        checkEnd();
    };
    handler.finished = [this] {
        m_isPacked = true;
        checkEnd();
    };
    m_archives.push_back(
        std::make_unique<ArchiveJob>(m_context, m_request.archive, order, std::move(handler)));
    m_isPacking = false;
    for (size_t i = 0; i < m_plan->files.size(); ++i) {
        if (m_plan->files[i].cached)
            archive(i);
    }
}

void DownloadJob::archive(size_t file)
{
    if (m_archives.empty())
        return;
    const QString &path = m_plan->files[file].path;
    m_archives.back()->add(path,
                           m_context.writer.layout().pointer(m_request.repo, m_plan->commit, path));
}

bool DownloadJob::finishArchive()
{
    if (m_archives.empty() || m_isPacked)
        return true;
    if (!std::exchange(m_isPacking, true)) {
        announce(TransferState::Verifying, TransferTexts::packs());
        m_archives.back()->finish();
    }
    return false;
}

} // namespace hubdesk
