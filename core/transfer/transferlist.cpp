// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferlist.h"

#include <utility>

namespace hubdesk {

TransferItem *TransferList::find(TransferId id) const
{
    const auto found = m_items.find(id);
    return found == m_items.end() ? nullptr : found->second.get();
}

TransferItem *TransferList::findRun(RunId run) const
{
    return m_runs.value(run);
}

TransferItem &TransferList::add(std::unique_ptr<TransferItem> item)
{
    const TransferId id = item->transfer.id;
    return *m_items.insert_or_assign(id, std::move(item)).first->second;
}

void TransferList::remove(TransferId id)
{
    m_items.erase(id);
}

void TransferList::beginRun(TransferItem &item)
{
    item.startRun(++m_lastRun);
    m_runs.insert(item.run, &item);
}

void TransferList::endRun(TransferItem &item)
{
    m_runs.remove(item.run);
    item.endRun();
}

void TransferList::markDirty(TransferItem &item)
{
    if (!std::exchange(item.dirty, true))
        m_dirty.push_back(item.transfer.id);
}

std::vector<TransferId> TransferList::takeChanged(qint64 now)
{
    std::vector<TransferId> changed;
    for (TransferItem *item : std::as_const(m_runs)) {
        if (item->refresh(now))
            changed.push_back(item->transfer.id);
    }
    for (const TransferId id : std::exchange(m_dirty, {})) {
        TransferItem *item = find(id);
        if (item && item->refresh(now)) // not yet, as one with a run
            changed.push_back(id);
    }
    return changed;
}

} // namespace hubdesk
