// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/filelock.h"
#include "core/cache/localfolder.h"
#include "core/transfer/blobspec.h"

#include <functional>
#include <vector>

namespace hubdesk {

//! The disk side of bringing one blob into a local folder: what a cache layout and writer are for
//! the cache. Locks as the official client does, so the two can work in one folder at a time. The
//! bytes between open() and publish() are the caller's: it fills partialPath() and proves the hash.
//! Every function blocks on the disk and runs on the blob's strand, one at a time. The destructor
//! releases the locks; the partial file stays.
class LocalTarget
{
public:
    enum class Found {
        Busy, //!< Somebody else holds a lock: try again later.
        Present, //!< Every path has the content, and its metadata says so.
        Partial, //!< Locked; partialPath() is to be filled.
    };

    //! \a spec: every one of its paths gets a file of its own.
    LocalTarget(LocalFolder folder, BlobSpec spec)
        : m_folder(std::move(folder)),
          m_spec(std::move(spec))
    { }

    //! Takes the locks and looks what is there; may hash existing files: \a read gets the bytes of
    //! each piece, false from it ends with ErrorKind::Canceled. What another run or program left
    //! behind has the name partialPath() afterwards.
    [[nodiscard]] Result<Found> open(const std::function<bool(qint64)> &read = {});

    //! Takes the content from \a blob, a file of the cache, when it is what the spec says: true
    //! when everything is published. Shares the blocks where the file system can. After
    //! Found::Partial only, before the first byte.
    [[nodiscard]] Result<bool> takeFrom(const QString &blob,
                                        const std::function<bool(qint64)> &read = {});

    //! Puts the verified partial file under the paths that lack it, each in one step, and writes
    //! the metadata.
    [[nodiscard]] Result<void> publish();

    //! Releases the locks. The partial file stays.
    void close();

    //! Where the bytes grow. Pure.
    [[nodiscard]] QString partialPath() const;
    //! The first of the locks, by which two jobs of one process know each other. Pure.
    [[nodiscard]] QString lockPath() const;

private:
    [[nodiscard]] Result<bool> lockAll();
    [[nodiscard]] Result<void> takeOver() const;

    LocalFolder m_folder;
    BlobSpec m_spec;
    std::vector<FileLock> m_locks;
    QStringList m_missing; // paths that do not have the content
};

} // namespace hubdesk
