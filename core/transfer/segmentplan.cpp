// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/segmentplan.h"

#include <algorithm>

namespace hubdesk {

namespace {

// Each request costs a round trip in which its connection brings nothing: one in some seconds
// hardly shows.
constexpr double kSecondsPerSegment = 10; // a question in between costs a way there and back
constexpr double kShortestSeconds = 0.15;
constexpr qint64 kFirstSegment = 8 * SegmentPlan::kUnit; // bytes, before any speed is known
constexpr qint64 kLongestSegment = 128 * SegmentPlan::kUnit; // bytes; keeps the front together

constexpr qint64 roundUp(qint64 bytes)
{
    return (bytes + SegmentPlan::kUnit - 1) / SegmentPlan::kUnit * SegmentPlan::kUnit;
}

} // namespace

SegmentPlan::SegmentPlan(qint64 size, const ByteRanges &present)
    : m_size(size)
{
    for (const ByteRange &gap : present.gaps(size))
        m_free.add(gap);
}

std::optional<ByteRange> SegmentPlan::next(qint64 length)
{
    if (m_free.isEmpty())
        return std::nullopt;
    const ByteRange gap = m_free.ranges().front();
    // Ends at a whole unit of the file; a short rest goes along instead of costing a request of its
    // own.
    qint64 end = roundUp(gap.begin + std::max<qint64>(length, 1));
    if (gap.end - end < kUnit)
        end = gap.end;
    const ByteRange segment{gap.begin, std::min(end, gap.end)};
    m_free.remove(segment);
    return segment;
}

void SegmentPlan::giveBack(ByteRange range)
{
    range.end = std::min(range.end, m_size);
    m_free.add(range);
}

std::optional<SegmentPlan::Takeover> SegmentPlan::share(std::span<const Active> active,
                                                        qint64 least, double leastSeconds)
{
    double slowest = -1;
    size_t victim = 0;
    for (size_t i = 0; i < active.size(); ++i) {
        const qint64 left = active[i].left.size();
        if (left < 2 * least)
            continue;
        // Not a byte yet: as slow as can be.
        const double seconds = static_cast<double>(left) / std::max(active[i].speed, 1.0);
        if (seconds > slowest) {
            slowest = seconds;
            victim = i;
        }
    }
    if (slowest < leastSeconds)
        return std::nullopt;
    const ByteRange left = active[victim].left;
    return Takeover{victim, {left.begin + left.size() / 2, left.end}};
}

qint64 SegmentPlan::lengthFor(double speed, qint64 free, int connections)
{
    // Not all of a fair share: the rest makes up for what turns out slower.
    const qint64 share = free * 4 / (std::max(connections, 1) * qint64(5));
    // Less than a moment's work is not worth a question of its own.
    const auto moment =
        std::clamp(static_cast<qint64>(speed * kShortestSeconds), kUnit, kFirstSegment);
    const qint64 wanted =
        speed > 0 ? static_cast<qint64>(speed * kSecondsPerSegment) : kFirstSegment;
    return std::clamp(std::min(wanted, share), moment, kLongestSegment);
}

} // namespace hubdesk
