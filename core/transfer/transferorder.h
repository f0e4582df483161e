// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/transfer.h"

#include <QHash>
#include <QSet>

#include <set>
#include <tuple>
#include <vector>

namespace hubdesk {

//! The user's order of all transfers, and which of those that wait goes next. Pure: no clock, no
//! signals. next() and the changes of one transfer cost no more with 10,000 of them; move(),
//! sortLike() and remove() look at all.
class TransferOrder
{
public:
    //! What counts for a transfer that waits.
    struct Waiting
    {
        TransferPriority priority = TransferPriority::Normal;
        qint64 bytes = 0; //!< What is left to fetch; 0: not known, comes after those that are.
        QDateTime startAt; //!< Invalid: at once.
    };

    [[nodiscard]] const std::vector<TransferId> &ids() const { return m_ids; } //!< user order
    void append(TransferId id);
    void remove(const QSet<TransferId> &ids);
    //! Takes \a ids, which keep their order among themselves, to the place before \a before; 0 or
    //! unknown: to the end. False when that changes nothing.
    bool move(const std::vector<TransferId> &ids, TransferId before);
    //! Sorts as \a order says; who is not in it keeps its place behind those who are. False when
    //! that changes nothing.
    bool sortLike(const std::vector<TransferId> &order);

    //! By size within a priority instead of by order.
    void setSmallestFirst(bool smallestFirst);

    //! \a id waits from now on, or waits for something else than before.
    void setWaiting(TransferId id, const Waiting &waiting, const QDateTime &now);
    void setNotWaiting(TransferId id);
    [[nodiscard]] bool isWaiting(TransferId id) const;
    [[nodiscard]] bool isAnyWaiting() const { return !m_due.empty() || !m_later.empty(); }
    [[nodiscard]] std::vector<TransferId> waiting() const; //!< No order.

    //! Those whose time has come since the last call; next() returns only such.
    std::vector<TransferId> release(const QDateTime &now);
    //! When the next one's time comes; invalid: none waits for its time.
    [[nodiscard]] QDateTime nextStart() const;
    //! Who goes next; 0: nobody.
    [[nodiscard]] TransferId next() const;

private:
    using Key = std::tuple<int, qint64, qint64, TransferId>; // priority, size, rank

    struct Entry
    {
        qint64 rank = 0;
        bool isDue = false;
        bool isLater = false;
        Waiting waiting;
    };

    [[nodiscard]] Key key(TransferId id, const Entry &entry) const;
    void renumber();

    std::vector<TransferId> m_ids;
    QHash<TransferId, Entry> m_entries;
    std::set<Key> m_due;
    std::set<std::pair<qint64, TransferId>> m_later; // by start, ms UTC
    qint64 m_lastRank = 0;
    bool m_smallestFirst = false;
};

} // namespace hubdesk
