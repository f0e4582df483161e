// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <map>
#include <vector>

namespace hubdesk {

//! Bytes [begin, end) of a file.
struct ByteRange
{
    qint64 begin = 0;
    qint64 end = 0;

    [[nodiscard]] qint64 size() const { return end - begin; }
    [[nodiscard]] bool isEmpty() const { return end <= begin; }
    bool operator==(const ByteRange &) const = default;
};

//! A set of bytes, kept as few ranges as possible. A value; all functions take time in the number
//! of ranges touched.
class ByteRanges
{
public:
    void add(ByteRange range);
    void remove(ByteRange range);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_ends.empty(); }
    [[nodiscard]] qint64 total() const { return m_total; } //!< bytes
    //! Where the bytes from \a position on stop being there; \a position when it is missing itself.
    [[nodiscard]] qint64 frontFrom(qint64 position) const;
    [[nodiscard]] bool covers(ByteRange range) const;
    [[nodiscard]] std::vector<ByteRange> ranges() const; //!< In order.
    //! What is missing of [0, \a size), in order.
    [[nodiscard]] std::vector<ByteRange> gaps(qint64 size) const;

    bool operator==(const ByteRanges &) const = default;

private:
    std::map<qint64, qint64> m_ends; // by begin
    qint64 m_total = 0;
};

} // namespace hubdesk
