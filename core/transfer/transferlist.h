// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/transferitem.h"

#include <QHash>

#include <memory>
#include <unordered_map>
#include <vector>

namespace hubdesk {

//! All transfers of the engine, found by id and by run, and what changed of them since somebody
//! looked. Costs do not grow with the number of those that do nothing.
class TransferList
{
public:
    [[nodiscard]] TransferItem *find(TransferId id) const; //!< Null: not in the list.
    [[nodiscard]] TransferItem *findRun(RunId run) const; //!< Null: no such run any more.
    [[nodiscard]] size_t size() const { return m_items.size(); }
    //! Calls \a visit for each, in no order. It must not change the list.
    template <typename Visit> void forEach(Visit visit) const
    {
        for (const auto &[id, item] : m_items)
            visit(*item);
    }

    TransferItem &add(std::unique_ptr<TransferItem> item);
    void remove(TransferId id); //!< Has no run.

    //! Gives \a item a new run.
    void beginRun(TransferItem &item);
    void endRun(TransferItem &item);
    //! Those with a run.
    [[nodiscard]] const QHash<RunId, TransferItem *> &runs() const { return m_runs; }

    //! Something other than the state changed.
    void markDirty(TransferItem &item);
    //! True when takeChanged() may have something to say, now or soon.
    [[nodiscard]] bool isAnythingMoving() const { return !m_runs.isEmpty() || !m_dirty.empty(); }
    //! Renews counters, speed and time left at \a now (ms). Those that changed since last time.
    std::vector<TransferId> takeChanged(qint64 now);

private:
    std::unordered_map<TransferId, std::unique_ptr<TransferItem>> m_items;
    QHash<RunId, TransferItem *> m_runs;
    std::vector<TransferId> m_dirty;
    RunId m_lastRun = 0;
};

} // namespace hubdesk
