// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/cache/filedescriptor.h"
#include "core/net/error.h"

#include <span>

namespace hubdesk {

//! The file that a download grows in, `blobs/<etag>.<8 hex>.incomplete`. Only ever longer by what
//! was written in order, so its length says how far a download came, whatever ended the program;
//! whether the content is right is proved by the hash over all of it. The holder of the blob's lock
//! owns it.
//!
//! The eight digits are the same for one etag on every machine: a partial file is found again
//! without a journal, and told apart from those of other programs. Blocks on the disk; not
//! thread-safe.
class PartialFile
{
public:
    //! Our name for it. Pure.
    [[nodiscard]] static QString path(const CacheLayout &layout, const RepoId &repo,
                                      const QString &etag);
    //! The longest file of at most \a size bytes that any program left behind for this blob and
    //! that has no owner (the caller holds the lock): ours, `<etag>.<8 hex>.incomplete` of others,
    //! or the official client's `<etag>.incomplete`. Empty when there is none.
    [[nodiscard]] static QString findLeftOver(const CacheLayout &layout, const RepoId &repo,
                                              const QString &etag, qint64 size);

    //! Opens our partial file, with what findLeftOver() knows taken over by renaming.
    [[nodiscard]] Result<void> open(const CacheLayout &layout, const RepoId &repo,
                                    const QString &etag, qint64 size);
    void close() { m_file.reset(); }
    //! Closes and deletes.
    void remove();

    [[nodiscard]] qint64 size() const { return m_size; } //!< bytes on the disk
    [[nodiscard]] const QString &path() const { return m_path; }

    //! Writes all of \a data at the end. ErrorKind::File, with everything before \a data kept;
    //! afterwards nothing more is taken, because the file would have a gap.
    [[nodiscard]] Result<void> append(QByteArrayView data);
    //! Reads at \a offset; 0 at the end.
    [[nodiscard]] Result<qint64> read(qint64 offset, std::span<char> buffer) const;
    //! Back to length 0.
    [[nodiscard]] Result<void> clear();

private:
    [[nodiscard]] Result<void> writeBack();
    [[nodiscard]] std::unexpected<Error> broken(int systemError);

    FileDescriptor m_file;
    QString m_path;
    qint64 m_size = 0;
    qint64 m_expected = 0;
    qint64 m_writtenBack = 0;
    qint64 m_flushed = 0;
    int m_brokenBy = 0; // errno of the first failed write
};

} // namespace hubdesk
