// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachewriter.h"
#include "core/cache/filelock.h"
#include "core/transfer/blobspec.h"
#include "core/transfer/hasher.h"
#include "core/transfer/partialfile.h"

#include <atomic>
#include <functional>

namespace hubdesk {

//! The disk side of fetching one blob: lock, partial file, running hash, check and publishing.
//! Every function blocks on the disk and runs on the blob's strand, one at a time.
class BlobWorkspace
{
public:
    enum class Found {
        Busy, //!< Somebody else holds the lock: try again later.
        Present, //!< The blob was there; its links are made.
        Partial, //!< Locked and open; size() bytes are there.
    };

    BlobWorkspace(CacheWriter writer, BlobSpec spec);

    [[nodiscard]] Result<Found> open();
    //! Adds what open() found to the hash. \a progress gets bytes read so far; false from it stops.
    [[nodiscard]] Result<void> hashFound(const std::function<bool(qint64)> &progress);
    //! Writes and hashes the next piece. ErrorKind::Protocol when it is more than the blob's size.
    [[nodiscard]] Result<void> append(QByteArrayView data);
    //! Drops all content; also after publish() refused it.
    [[nodiscard]] Result<void> restart();
    //! Checks size and hash; right: publishes the blob and its links. Wrong: the content is dropped
    //! and the error is of kind Integrity, naming file, expected and found hash.
    [[nodiscard]] Result<void> publish();
    //! Closes the file and releases the lock. The partial file stays.
    void close();

    [[nodiscard]] qint64 size() const { return m_partial.size(); }

private:
    [[nodiscard]] bool isPresent() const;
    [[nodiscard]] Result<void> link(bool blobIsNew) const;

    CacheWriter m_writer;
    BlobSpec m_spec;
    FileLock m_lock;
    PartialFile m_partial;
    Hasher m_hasher;
};

//! Deletes our partial files of \a etags that nobody is working on. Blocks on the disk.
void removePartials(const CacheLayout &layout, const RepoId &repo, const QStringList &etags);

} // namespace hubdesk
