// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferorder.h"

#include <QTimeZone>

#include <algorithm>
#include <limits>
#include <utility>

namespace hubdesk {

TransferOrder::Key TransferOrder::key(TransferId id, const Entry &entry) const
{
    const qint64 bytes =
        entry.waiting.bytes > 0 ? entry.waiting.bytes : std::numeric_limits<qint64>::max();
    return {-static_cast<int>(entry.waiting.priority), m_smallestFirst ? bytes : 0, entry.rank, id};
}

void TransferOrder::renumber()
{
    m_due.clear();
    m_lastRank = 0;
    for (const TransferId id : m_ids) {
        Entry &entry = m_entries[id];
        entry.rank = ++m_lastRank;
        if (entry.isDue)
            m_due.insert(key(id, entry));
    }
}

void TransferOrder::append(TransferId id)
{
    m_ids.push_back(id);
    m_entries[id].rank = ++m_lastRank;
}

void TransferOrder::remove(const QSet<TransferId> &ids)
{
    for (const TransferId id : ids) {
        setNotWaiting(id);
        m_entries.remove(id);
    }
    std::erase_if(m_ids, [&ids](TransferId id) { return ids.contains(id); });
}

bool TransferOrder::move(const std::vector<TransferId> &ids, TransferId before)
{
    const QSet<TransferId> moved(ids.begin(), ids.end());
    std::vector<TransferId> order;
    order.reserve(m_ids.size());
    std::vector<TransferId> travellers;
    // Before itself is before the next one that stays.
    bool isFound = false;
    size_t place = 0;
    for (const TransferId id : m_ids) {
        isFound |= id == before;
        if (moved.contains(id)) {
            travellers.push_back(id);
            continue;
        }
        place += isFound ? 0 : 1;
        order.push_back(id);
    }
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), travellers.begin(),
                 travellers.end());
    if (order == m_ids)
        return false;
    m_ids = std::move(order);
    renumber();
    return true;
}

bool TransferOrder::sortLike(const std::vector<TransferId> &order)
{
    QHash<TransferId, size_t> places;
    for (size_t i = 0; i < order.size(); ++i)
        places.insert(order[i], i);
    const auto place = [&](TransferId id) { return places.value(id, order.size()); };
    if (std::ranges::is_sorted(m_ids, {}, place))
        return false;
    std::ranges::stable_sort(m_ids, {}, place);
    renumber();
    return true;
}

void TransferOrder::setSmallestFirst(bool smallestFirst)
{
    if (std::exchange(m_smallestFirst, smallestFirst) != smallestFirst)
        renumber();
}

void TransferOrder::setWaiting(TransferId id, const Waiting &waiting, const QDateTime &now)
{
    if (!m_entries.contains(id))
        return;
    setNotWaiting(id);
    Entry &entry = m_entries[id];
    entry.waiting = waiting;
    entry.isLater = waiting.startAt.isValid() && waiting.startAt > now;
    entry.isDue = !entry.isLater;
    if (entry.isLater)
        m_later.insert({waiting.startAt.toMSecsSinceEpoch(), id});
    else
        m_due.insert(key(id, entry));
}

void TransferOrder::setNotWaiting(TransferId id)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    if (std::exchange(entry->isDue, false))
        m_due.erase(key(id, *entry));
    if (std::exchange(entry->isLater, false))
        m_later.erase({entry->waiting.startAt.toMSecsSinceEpoch(), id});
}

bool TransferOrder::isWaiting(TransferId id) const
{
    const auto entry = m_entries.find(id);
    return entry != m_entries.end() && (entry->isDue || entry->isLater);
}

std::vector<TransferId> TransferOrder::waiting() const
{
    std::vector<TransferId> ids;
    ids.reserve(m_due.size() + m_later.size());
    for (const Key &each : m_due)
        ids.push_back(std::get<TransferId>(each));
    for (const auto &[time, id] : m_later)
        ids.push_back(id);
    return ids;
}

std::vector<TransferId> TransferOrder::release(const QDateTime &now)
{
    std::vector<TransferId> released;
    while (!m_later.empty() && m_later.begin()->first <= now.toMSecsSinceEpoch()) {
        const TransferId id = m_later.begin()->second;
        m_later.erase(m_later.begin());
        Entry &entry = m_entries[id];
        entry.isLater = false;
        entry.isDue = true;
        m_due.insert(key(id, entry));
        released.push_back(id);
    }
    return released;
}

QDateTime TransferOrder::nextStart() const
{
    return m_later.empty() ? QDateTime()
                           : QDateTime::fromMSecsSinceEpoch(m_later.begin()->first, QTimeZone::UTC);
}

TransferId TransferOrder::next() const
{
    return m_due.empty() ? 0 : std::get<TransferId>(*m_due.begin());
}

} // namespace hubdesk
