// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"
#include "core/net/filedescriptor.h"
#include "core/transfer/byteranges.h"

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <vector>

namespace hubdesk {

//! A checksum against damage on the way through memory and disk (GMAC with a fixed key,
//! truncated): not against malice, which the hash over the whole file takes care of. Several times
//! faster than that hash.
[[nodiscard]] quint64 blockChecksum(QByteArrayView data);

//! What a partial file of several segments contains: an append-only list of blocks beside it, each
//! with its checksum.
//!
//! Order of writing: first the block, then its record, neither flushed. A killed program loses
//! nothing that was recorded, because the kernel still has both. A power cut may keep any part of
//! either, in any order: a torn record fails its own check and ends the list, and a recorded block
//! that the disk lost fails its checksum when it is read for the hash, and is fetched again. So the
//! journal never has to be trusted, only checked, and needs no flush.
//!
//! Blocks on the disk; used from one thread at a time.
class RangeJournal
{
public:
    struct Block
    {
        ByteRange range;
        quint64 checksum = 0;
        bool checked =
            true; //!< False: taken over from another program, nothing is known of its content.

        bool operator==(const Block &) const = default;
    };

    //! `<partial without .incomplete>.ranges`. Pure.
    [[nodiscard]] static QString path(const QString &partialPath);

    //! Opens or makes the journal of a file of \a size bytes with \a etag and reads what it says.
    //! One of another size, etag or format is emptied. Blocks that later ones overlap are dropped;
    //! those beyond
    //! \a partialSize cannot be there and are dropped too.
    [[nodiscard]] Result<std::vector<Block>> open(const QString &path, const QString &etag,
                                                  qint64 size, qint64 partialSize);
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &etag() const { return m_etag; }
    [[nodiscard]] bool isOpen() const { return m_file.isValid(); }
    [[nodiscard]] Result<void> append(const Block &block);
    //! Empties it: nothing of the partial file counts any more.
    [[nodiscard]] Result<void> clear();
    void close() { m_file.reset(); }

private:
    [[nodiscard]] Result<void> writeHeader();

    FileDescriptor m_file;
    QString m_path;
    QString m_etag;
    qint64 m_size = 0;
    qint64 m_end = 0; // bytes of the journal
};

} // namespace hubdesk
