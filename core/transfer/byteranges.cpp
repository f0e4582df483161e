// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/byteranges.h"

#include <algorithm>

namespace hubdesk {

void ByteRanges::add(ByteRange range)
{
    if (range.isEmpty())
        return;
    auto it = m_ends.upper_bound(range.begin);
    if (it != m_ends.begin() && std::prev(it)->second >= range.begin)
        --it;
    while (it != m_ends.end() && it->first <= range.end) {
        range.begin = std::min(range.begin, it->first);
        range.end = std::max(range.end, it->second);
        m_total -= it->second - it->first;
        it = m_ends.erase(it);
    }
    m_ends.emplace_hint(it, range.begin, range.end);
    m_total += range.size();
}

void ByteRanges::remove(ByteRange range)
{
    if (range.isEmpty())
        return;
    auto it = m_ends.upper_bound(range.begin);
    if (it != m_ends.begin() && std::prev(it)->second > range.begin)
        --it;
    while (it != m_ends.end() && it->first < range.end) {
        const ByteRange found{it->first, it->second};
        m_total -= found.size();
        it = m_ends.erase(it);
        for (const ByteRange rest :
             {ByteRange{found.begin, range.begin}, ByteRange{range.end, found.end}}) {
            if (rest.isEmpty())
                continue;
            m_ends.emplace(rest.begin, rest.end);
            m_total += rest.size();
        }
    }
}

void ByteRanges::clear()
{
    m_ends.clear();
    m_total = 0;
}

qint64 ByteRanges::frontFrom(qint64 position) const
{
    const auto it = m_ends.upper_bound(position);
    if (it == m_ends.begin())
        return position;
    return std::max(position, std::prev(it)->second);
}

bool ByteRanges::covers(ByteRange range) const
{
    return range.isEmpty() || frontFrom(range.begin) >= range.end;
}

std::vector<ByteRange> ByteRanges::ranges() const
{
    std::vector<ByteRange> result;
    result.reserve(m_ends.size());
    for (const auto &[begin, end] : m_ends)
        result.push_back({begin, end});
    return result;
}

std::vector<ByteRange> ByteRanges::gaps(qint64 size) const
{
    std::vector<ByteRange> result;
    qint64 position = 0;
    for (const auto &[begin, end] : m_ends) {
        if (begin >= size)
            break;
        if (begin > position)
            result.push_back({position, begin});
        position = end;
    }
    if (position < size)
        result.push_back({position, size});
    return result;
}

} // namespace hubdesk
