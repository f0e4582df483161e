// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/byteranges.h"

#include <optional>
#include <span>
#include <vector>

namespace hubdesk {

//! Who fetches which bytes of one file: hands out segments from the front, so that the hash can
//! follow closely behind, and shares out what is left when nothing is free any more, so that the
//! last per cent does not wait for the slowest connection. Pure; offsets and sizes in bytes.
class SegmentPlan
{
public:
    static constexpr qint64 kUnit =
        1024 * 1024; //!< Segments begin at multiples of it where they can.

    //! What one connection is doing.
    struct Active
    {
        ByteRange left; //!< What it still has to fetch: next byte to end of its segment.
        double speed = 0; //!< bytes/s; 0: not known yet
    };
    //! \a victim (index) gives the bytes from \a range.begin on to somebody else.
    struct Takeover
    {
        size_t victim = 0;
        ByteRange range;
    };

    //! All of [0, \a size) but \a present is to be fetched.
    SegmentPlan(qint64 size, const ByteRanges &present);

    //! The next free segment of at most \a length bytes (rounded up to whole units); nothing when
    //! all is handed out.
    [[nodiscard]] std::optional<ByteRange> next(qint64 length);
    //! Bytes that nobody fetches any more: a connection broke, or a damaged range has to be fetched
    //! again.
    void giveBack(ByteRange range);
    [[nodiscard]] qint64 freeBytes() const { return m_free.total(); }

    //! The better half of the segment that would be finished last; nothing when what is left of
    //! every one is less than \a least bytes or is done in less than \a leastSeconds anyway.
    [[nodiscard]] static std::optional<Takeover> share(std::span<const Active> active, qint64 least,
                                                       double leastSeconds);

    //! How long a segment should be: as long as what a connection gets in some seconds, so that
    //! asking for one costs little, and shorter and shorter while what is left, \a free bytes, runs
    //! out, so that all \a connections end at about the same time. \a speed: bytes/s of one
    //! connection, 0 when not known yet.
    [[nodiscard]] static qint64 lengthFor(double speed, qint64 free, int connections);

private:
    qint64 m_size;
    ByteRanges m_free;
};

} // namespace hubdesk
