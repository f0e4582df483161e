// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/archivewriter.h"

#include <QHash>
#include <QStringList>

namespace hubdesk {

//! Puts verified files into an archive in a fixed order while others are still on their way: what
//! comes early waits where it lies. Blocks on the disk; any thread, one at a time.
class ArchiveQueue
{
public:
    //! \a writer: open, outlives this. \a order: every path that will come.
    ArchiveQueue(ArchiveWriter *writer, QStringList order)
        : m_writer(writer),
          m_order(std::move(order))
    { }

    //! The file for \a path is complete and right, and stays at \a source until it was added. Adds
    //! it and what waited for it as soon as it is its turn. Errors as ArchiveWriter::addFile().
    [[nodiscard]] Result<void> ready(const QString &path, const QString &source,
                                     const std::function<bool(qint64)> &written = {});
    //! Everything was added: finish() is next.
    [[nodiscard]] bool isComplete() const { return m_next == m_order.size(); }

private:
    ArchiveWriter *m_writer;
    QStringList m_order;
    QHash<QString, QString> m_waiting; // source by path
    qsizetype m_next = 0;
};

} // namespace hubdesk
