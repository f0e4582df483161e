// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachewriter.h"
#include "core/cache/filelock.h"
#include "core/transfer/blobspec.h"
#include "core/transfer/localtarget.h"
#include "core/transfer/partialfile.h"

#include <atomic>
#include <optional>
#include <vector>

namespace hubdesk {

//! The disk side of fetching one blob: lock, partial file and publishing. Every function blocks on
//! the disk and runs on the blob's writing strand, one at a time; partial().read() may run beside
//! them.
class BlobWorkspace
{
public:
    enum class Found {
        Busy, //!< Somebody else holds the lock: try again later.
        Present, //!< The blob was there; its links are made.
        Partial, //!< Locked and open; partial().found() tells what is there.
    };

    //! \a stop: becomes true when nobody waits for the result any more; outlives this.
    BlobWorkspace(CacheWriter writer, BlobSpec spec, const std::atomic_bool *stop);

    //! What one of these locks, so that two jobs of one process know each other. Pure.
    [[nodiscard]] static QString lockPath(const CacheLayout &layout, const BlobSpec &spec);

    //! \a segmented: the partial file may get its bytes in any order.
    [[nodiscard]] Result<Found> open(bool segmented);
    //! Opens the partial file again, after adopt() or publish() dropped it.
    [[nodiscard]] Result<void> reopen(bool segmented);
    [[nodiscard]] const PartialFile &partial() const { return m_partial; }

    //! ErrorKind::Protocol when it is more than the blob's size.
    [[nodiscard]] Result<void> write(qint64 offset, QByteArrayView data);
    //! Whether the disk has something else than \a data at \a offset.
    [[nodiscard]] Result<bool> differs(qint64 offset, QByteArrayView data) const;
    //! Drops all content.
    [[nodiscard]] Result<void> clear() { return m_partial.clear(); }
    [[nodiscard]] Result<void> dropUnchecked() { return m_partial.dropUnchecked(); }
    //! Drops the partial file itself.
    void discard() { m_partial.remove(); }
    void forgetFound() { m_partial.forgetFound(); }
    //! \a hash is that of all the bytes. Right: publishes the blob and its links. Wrong: the
    //! content is dropped (\a keep: kept) and the error is of kind Integrity, naming file, expected
    //! and found hash.
    [[nodiscard]] Result<void> publish(const QString &hash, bool keep);
    //! The blob lies in another repo or another cache at \a source, with its hash just proved:
    //! taken over by link or clone, or as a copy (proved again) where the file system can do
    //! neither. False when it could not be taken.
    [[nodiscard]] Result<bool> adopt(const QString &source);
    //! Closes the file and releases the lock. The partial file stays.
    void close();

private:
    [[nodiscard]] Result<Found> openLocal(bool segmented);
    [[nodiscard]] bool isPresent() const;
    [[nodiscard]] bool copy(const QString &source, const QString &target) const;
    [[nodiscard]] Result<void> link(bool blobIsNew) const;

    CacheWriter m_writer;
    BlobSpec m_spec;
    const std::atomic_bool *m_stop;
    FileLock m_lock;
    PartialFile m_partial;
    std::optional<LocalTarget> m_local; // instead of the cache
};

//! Deletes our partial files of \a blobs that nobody is working on. Blocks on the disk.
void removePartials(const CacheLayout &layout, const std::vector<BlobSpec> &blobs);

} // namespace hubdesk
