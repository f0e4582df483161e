// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/hasher.h"
#include "core/transfer/partialfile.h"

#include <atomic>
#include <optional>

namespace hubdesk {

//! The hash of a growing file: follows the contiguous front, from memory where a block has just
//! been received there, from the file (which mostly means the page cache) where blocks came out of
//! order or from an earlier run. Blocks of an earlier run are checked against their journal on the
//! way, so that damage is found where it is and not only in the sum.
//!
//! Used on the blob's hashing strand; blocks on the disk.
class FrontHasher
{
public:
    struct Step
    {
        qint64 position = 0; //!< Everything before is in the hash.
        std::optional<ByteRange>
            damaged; //!< Begins at position: what the disk has is not what was written.
    };

    FrontHasher(Hasher::Kind kind, qint64 size);

    //! Blocks that were there before this run.
    void expect(const std::vector<RangeJournal::Block> &blocks);
    [[nodiscard]] qint64 position() const { return m_position; }

    //! The next bytes, already in memory. Ignored unless they are the next.
    void add(qint64 offset, QByteArrayView data);
    //! Reads from position() to \a end; stops early when \a stop becomes true.
    [[nodiscard]] Result<Step> readTo(const PartialFile &file, qint64 end,
                                      const std::atomic_bool &stop);
    //! Starts again.
    void reset();
    //! Of all that was added. Ends the computation.
    [[nodiscard]] QString result() { return m_hasher.result(); }

private:
    Hasher m_hasher;
    qint64 m_position = 0;
    std::map<qint64, RangeJournal::Block> m_expected; // by begin
};

} // namespace hubdesk
