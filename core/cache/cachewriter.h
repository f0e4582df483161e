// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/net/error.h"

#include <QString>

namespace hubdesk {

//! The steps that change a shared cache, each atomic, each as the official client does it or
//! stricter (reference: files 4.2, 4.3). Stateless but for the layout; call from worker threads, it
//! blocks on the disk. Callers hold the blob's lock for publishBlob() and linkPointer().
class CacheWriter
{
public:
    //! \a symlinksWarningDisabled: a disk without links is nothing to talk about.
    explicit CacheWriter(CacheLayout layout, bool symlinksDisabled = false,
                         bool symlinksWarningDisabled = false)
        : m_layout(std::move(layout)),
          m_symlinksDisabled(symlinksDisabled),
          m_symlinksWarningDisabled(symlinksWarningDisabled)
    { }

    [[nodiscard]] const CacheLayout &layout() const { return m_layout; }

    //! Makes `snapshots/<commit>`, and only then `refs/<revision>` = commit (temporary file and
    //! rename; skipped when equal or when revision is the commit itself). A ref never exists before
    //! its snapshot folder: the official scan would call the whole repo corrupted.
    [[nodiscard]] Result<void> writeRef(const RepoId &repo, const QString &revision,
                                        const QString &commit) const;

    //! Moves the verified file at \a partialPath (same file system) to `blobs/<etag>` after
    //! flushing it to the disk. An existing blob is kept and \a partialPath removed, unless \a
    //! replace is set (forced download: the one that is there may be damaged).
    [[nodiscard]] Result<void> publishBlob(const RepoId &repo, const QString &etag,
                                           const QString &partialPath, bool replace = false) const;

    //! Makes the relative link `snapshots/<commit>/<path>` to the blob, replacing what is there
    //! only when it points elsewhere. Where links are not supported: the blob is moved (\a
    //! blobIsNew) or copied. A folder at that path is an error.
    [[nodiscard]] Result<void> linkPointer(const RepoId &repo, const QString &commit,
                                           const QString &path, const QString &etag,
                                           bool blobIsNew) const;

    //! The empty marker `.no_exist/<commit>/<path>`.
    [[nodiscard]] Result<void> markMissing(const RepoId &repo, const QString &commit,
                                           const QString &path) const;

    //! Whether symbolic links work in the repo's folder; probed once per folder and process.
    [[nodiscard]] bool symlinksSupported(const RepoId &repo) const;

private:
    [[nodiscard]] Result<void> placeFile(const RepoId &repo, const QString &etag,
                                         const QString &pointer, bool blobIsNew) const;

    CacheLayout m_layout;
    bool m_symlinksDisabled;
    bool m_symlinksWarningDisabled;
};

} // namespace hubdesk
