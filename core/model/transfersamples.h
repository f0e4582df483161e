// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <vector>

namespace hubdesk {

//! The last values of a figure that is looked at in equal steps, oldest first: a ring of fixed
//! size. Never allocates after the start.
class TransferSamples final
{
public:
    //! \a capacity: at least 2.
    explicit TransferSamples(int capacity);

    //! The oldest value goes when the ring is full. Negative values count as 0.
    void add(qint64 value);
    [[nodiscard]] int capacity() const { return static_cast<int>(m_ring.size()); }
    [[nodiscard]] int size() const { return m_size; }
    //! \a age 0 is the newest; 0 for what is older than the first one.
    [[nodiscard]] qint64 ago(int age) const;
    [[nodiscard]] qint64 highest() const;
    //! Of those that there are; 0 when there is none.
    [[nodiscard]] qint64 average() const;

private:
    std::vector<qint64> m_ring;
    int m_size = 0;
    int m_next = 0;
};

} // namespace hubdesk
