// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/archivequeue.h"

namespace hubdesk {

Result<void> ArchiveQueue::ready(const QString &path, const QString &source,
                                 const std::function<bool(qint64)> &written)
{
    m_waiting.insert(path, source);
    while (!isComplete()) {
        const QString next = m_order.at(m_next);
        const auto it = m_waiting.constFind(next);
        if (it == m_waiting.constEnd())
            break;
        if (const auto added = m_writer->addFile(next, *it, written); !added)
            return added;
        m_waiting.erase(it);
        ++m_next;
    }
    return {};
}

} // namespace hubdesk
