// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transfersamples.h"

#include <algorithm>
#include <numeric>

namespace hubdesk {

TransferSamples::TransferSamples(int capacity)
    : m_ring(static_cast<size_t>(std::max(2, capacity)))
{ }

void TransferSamples::add(qint64 value)
{
    m_ring[static_cast<size_t>(m_next)] = std::max<qint64>(0, value);
    m_next = (m_next + 1) % capacity();
    m_size = std::min(m_size + 1, capacity());
}

qint64 TransferSamples::ago(int age) const
{
    if (age < 0 || age >= m_size)
        return 0;
    return m_ring[static_cast<size_t>((m_next - 1 - age + capacity()) % capacity())];
}

qint64 TransferSamples::highest() const
{
    // What was never written is 0.
    return std::ranges::max(m_ring);
}

qint64 TransferSamples::average() const
{
    return m_size == 0 ? 0 : std::reduce(m_ring.begin(), m_ring.end(), qint64{0}) / m_size;
}

} // namespace hubdesk
