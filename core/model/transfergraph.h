// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transfersamples.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace hubdesk {

//! The smallest of 1, 2 or 5 times a power of ten that is not below \a value: a scale that does not
//! dance. At least 1,000.
[[nodiscard]] qint64 roundCeiling(qint64 value);

//! Where the samples of a graph lie: the newest at the right edge, 0 at the bottom, \a ceiling at
//! the top. Pure, in the unit of \a area.
class TransferGraph final
{
public:
    //! \a capacity: how many samples the whole width stands for.
    TransferGraph(const QRectF &area, int capacity, qint64 ceiling);

    [[nodiscard]] qreal x(int age) const;
    [[nodiscard]] qreal y(qint64 value) const;
    //! The age of the sample nearest to \a x, between 0 and capacity - 1.
    [[nodiscard]] int ageAt(qreal x) const;
    //! From the oldest to the newest; empty without samples.
    [[nodiscard]] std::vector<QPointF> line(const TransferSamples &samples) const;

private:
    QRectF m_area;
    int m_capacity;
    qint64 m_ceiling;
};

} // namespace hubdesk
