// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transfergraph.h"

#include <algorithm>
#include <cmath>

namespace hubdesk {

qint64 roundCeiling(qint64 value)
{
    constexpr qint64 kLowest = 1000;
    constexpr qint64 kHighest = 1'000'000'000'000'000; // far above any network
    for (qint64 power = kLowest; power < kHighest; power *= 10) {
        for (const qint64 step : {1, 2, 5}) {
            if (value <= step * power)
                return step * power;
        }
    }
    return std::max(value, kHighest);
}

TransferGraph::TransferGraph(const QRectF &area, int capacity, qint64 ceiling)
    : m_area(area),
      m_capacity(std::max(2, capacity)),
      m_ceiling(std::max<qint64>(1, ceiling))
{ }

qreal TransferGraph::x(int age) const
{
    return m_area.right() - m_area.width() * age / (m_capacity - 1);
}

qreal TransferGraph::y(qint64 value) const
{
    const qreal share =
        std::clamp(static_cast<qreal>(value) / static_cast<qreal>(m_ceiling), 0.0, 1.0);
    return m_area.bottom() - m_area.height() * share;
}

int TransferGraph::ageAt(qreal x) const
{
    if (m_area.width() <= 0)
        return 0;
    const qreal share = (m_area.right() - x) / m_area.width();
    return std::clamp(static_cast<int>(std::lround(share * (m_capacity - 1))), 0, m_capacity - 1);
}

std::vector<QPointF> TransferGraph::line(const TransferSamples &samples) const
{
    std::vector<QPointF> points;
    const int count = std::min(samples.size(), m_capacity);
    points.reserve(static_cast<size_t>(count));
    for (int age = count - 1; age >= 0; --age)
        points.emplace_back(x(age), y(samples.ago(age)));
    return points;
}

} // namespace hubdesk
