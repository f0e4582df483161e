// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/net/error.h"
#include "core/net/filedescriptor.h"
#include "core/transfer/byteranges.h"
#include "core/transfer/rangejournal.h"

#include <span>

namespace hubdesk {

//! The file that a download grows in, `blobs/<etag>.<8 hex>.incomplete`, and what is known of its
//! content. The holder of the blob's lock owns it.
//!
//! Without a journal it only grows at its end, and its length says how far it came. With one (files
//! fetched in segments) it may have holes, and the journal beside it says which bytes are there.
//! Either way a crash leaves a state that is true, and whether the content is right is proved by
//! the hash over all of it.
//!
//! The eight digits are the same for one etag on every machine: a partial file is found again, and
//! told apart from those of other programs. Blocks on the disk; not thread-safe, but for read(),
//! which may run beside write().
class PartialFile
{
public:
    //! Our name for it. Pure.
    [[nodiscard]] static QString path(const CacheLayout &layout, const RepoId &repo,
                                      const QString &etag);
    //! The longest file of at most \a size bytes that any program left behind for this blob and
    //! that has no owner (the caller holds the lock): ours, `<etag>.<8 hex>.incomplete` of others,
    //! or the official client's `<etag>.incomplete`. Ours always wins when it has a journal. Empty
    //! when there is none.
    [[nodiscard]] static QString findLeftOver(const CacheLayout &layout, const RepoId &repo,
                                              const QString &etag, qint64 size);
    //! Bytes that open() would find, without opening anything.
    [[nodiscard]] static qint64 bytesLeftOver(const CacheLayout &layout, const RepoId &repo,
                                              const QString &etag, qint64 size);
    //! Deletes the file \a path and its journal.
    static void remove(const QString &path);

    //! Opens our partial file, with what findLeftOver() knows taken over by renaming. \a segmented:
    //! with a journal.
    [[nodiscard]] Result<void> open(const CacheLayout &layout, const RepoId &repo,
                                    const QString &etag, qint64 size, bool segmented);
    //! The same at \a path, whose folder exists and where nothing has to be taken over.
    [[nodiscard]] Result<void> openAt(const QString &path, const QString &etag, qint64 size,
                                      bool segmented);
    void close();
    //! Closes and deletes, the journal too.
    void remove();

    [[nodiscard]] const QString &path() const { return m_path; }
    //! What open() found, in order; without a journal at most one block from 0 on, which nobody
    //! checked.
    [[nodiscard]] const std::vector<RangeJournal::Block> &found() const { return m_found; }
    [[nodiscard]] qint64 bytesWritten() const { return m_written; } //!< Since open().

    //! Writes all of \a data. Without a journal \a offset must be the end. ErrorKind::File, with
    //! everything before \a data kept; afterwards nothing more is taken.
    [[nodiscard]] Result<void> write(qint64 offset, QByteArrayView data);
    //! Reads at \a offset; 0 at the end.
    [[nodiscard]] Result<qint64> read(qint64 offset, std::span<char> buffer) const;
    //! Back to nothing.
    [[nodiscard]] Result<void> clear();
    //! Content that is there but that nobody vouches for: as if it had not been found, now and
    //! after a restart.
    [[nodiscard]] Result<void> dropUnchecked();
    //! Frees the memory of found(): a large file has many blocks.
    void forgetFound() { m_found = {}; }

private:
    [[nodiscard]] std::unexpected<Error> broken(int systemError);

    FileDescriptor m_file;
    RangeJournal m_journal;
    QString m_path;
    std::vector<RangeJournal::Block> m_found;
    qint64 m_expected = 0; // bytes, when complete
    qint64 m_end = 0; // bytes, without a journal
    qint64 m_written = 0;
    ByteRanges m_unsent; // written, but the disk was not told to begin
    int m_brokenBy = 0; // errno of the first failed write
};

} // namespace hubdesk
