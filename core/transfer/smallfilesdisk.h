// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachewriter.h"
#include "core/cache/filelock.h"
#include "core/cache/verifiedmarks.h"
#include "core/transfer/blobspec.h"

#include <atomic>
#include <vector>

namespace hubdesk {

//! One blob on its way through SmallFiles.
struct SmallBlob
{
    enum class Outcome {
        Open, //!< Locked, nothing of it is there: to be fetched, or to be published.
        Fetched,
        Present, //!< Was in the cache, or came there meanwhile.
        Busy, //!< Somebody else is fetching it.
        Ordinary, //!< BlobFetch has rules for what is there.
        Trouble, //!< It failed: BlobFetch will meet the same and deal with it.
        Later, //!< It failed, while another one is being dealt with.
        Unused, //!< Not needed for now: nothing happened to it.
    };

    size_t id = 0; //!< The job's.
    const BlobSpec *spec = nullptr; //!< The job's, which keeps it until everything has ended.
    Outcome outcome = Outcome::Open;
    FileLock lock; //!< Held as long as the outcome is open.
    QByteArray content;
    qint64 kept = 0; //!< Bytes of the content that are in a partial file now.
    QString failure; //!< errorKindName() of what ended its try; empty: none was made.
};

using SmallBatch = std::vector<SmallBlob>;

//! The disk side of SmallFiles: what BlobWorkspace does for one blob at a time, for many at once
//! and only as far as everything goes well. All blobs of a batch are of one repo and commit. Every
//! function blocks on the disk and may run on several threads at once, with batches of their own.
class SmallFilesDisk
{
public:
    //! \a marks may be null. \a stop: becomes true when nobody needs new blobs any more. Both
    //! outlive this.
    SmallFilesDisk(CacheWriter writer, VerifiedMarks *marks, const std::atomic_bool *stop)
        : m_writer(std::move(writer)),
          m_marks(marks),
          m_stop(stop)
    { }

    //! Takes the locks and looks what is there. Afterwards each blob is Open, Present (its links
    //! are made), Busy, Ordinary or Unused.
    void prepare(SmallBatch &batch) const;
    //! Proves the hashes of complete contents and publishes them: Fetched or Trouble.
    void publish(SmallBatch &batch) const;
    //! Gives the blobs up. Contents that are worth it stay in partial files.
    void release(SmallBatch &batch) const;

private:
    [[nodiscard]] SmallBlob::Outcome look(SmallBlob &blob, CacheWriter::Folders &known) const;
    [[nodiscard]] bool hasLeftOvers(const BlobSpec &spec) const;

    CacheWriter m_writer;
    VerifiedMarks *m_marks;
    const std::atomic_bool *m_stop;
};

} // namespace hubdesk
