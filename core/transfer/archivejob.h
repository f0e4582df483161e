// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/archivequeue.h"
#include "core/transfer/archivewriter.h"
#include "core/transfer/fetchcontext.h"

#include <atomic>
#include <functional>
#include <memory>

namespace hubdesk {

//! Packs the files of one download into an archive while others still arrive, on a strand of its
//! own. Lives on the transfer thread; delete it in a handler of whenIdle(), never earlier.
class ArchiveJob
{
public:
    //! Called on the transfer thread, at most once each.
    struct Handler
    {
        std::function<void(const Error &error)> failed; //!< Nothing of the archive is left.
        std::function<void()> finished; //!< It has its name.
    };

    //! \a path: absolute, see ArchiveWriter::formatOf(). \a order: every file that will come.
    ArchiveJob(const FetchContext &context, const QString &path, const QStringList &order,
               Handler handler);

    //! \a path is complete and right at \a source.
    void add(const QString &path, const QString &source);
    //! All files were added. Handler::finished follows, or failed.
    void finish();
    //! Removes what there is of it.
    void discard();
    //! \a then runs on the transfer thread when nothing of this is on the strand any more.
    void whenIdle(std::function<void()> then);

private:
    void run(std::function<Result<void>()> task);

    FetchContext m_context;
    Handler m_handler;
    std::shared_ptr<Strand> m_strand;
    ArchiveWriter m_writer; // both: on the strand only
    ArchiveQueue m_queue;
    std::atomic_bool m_stop = false;
    bool m_failed = false;
};

} // namespace hubdesk
