// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/net/error.h"

#include <QByteArrayView>
#include <QSet>
#include <QString>
#include <QStringList>

#include <span>

namespace hubdesk {

//! A small blob whose content is in memory: for CacheWriter::publishAll().
struct NewBlob
{
    QString etag; //!< What the content was proved to be.
    QByteArrayView content;
    QString partialPath; //!< A name of the caller's in the blobs folder; what is there goes.
    QStringList paths; //!< In the snapshot, at least one.
    Result<void> result; //!< What became of it.
};

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

    //! publishBlob() with \a replace and linkPointer() for many blobs at once, which costs the disk
    //! a fraction of what they cost one by one. Each blob gets its own result, and the others go on
    //! when one fails: then its content is not in blobs/, or is there and was proved, and a partial
    //! file is left only when it is whole. The caller holds the locks of all of them. As many files
    //! are open at once as there are blobs.
    void publishAll(const RepoId &repo, const QString &commit, std::span<NewBlob> blobs) const;

    //! Folders that are known to be there, for many calls in a row.
    using Folders = QSet<QString>;

    //! Makes the relative link `snapshots/<commit>/<path>` to the blob, replacing what is there
    //! only when it points elsewhere. Where links are not supported: the blob is moved (\a
    //! blobIsNew) or copied. A folder at that path is an error.
    [[nodiscard]] Result<void> linkPointer(const RepoId &repo, const QString &commit,
                                           const QString &path, const QString &etag, bool blobIsNew,
                                           Folders *known = nullptr) const;
    //! The same for all \a paths of one blob.
    [[nodiscard]] Result<void> linkPointers(const RepoId &repo, const QString &commit,
                                            const QStringList &paths, const QString &etag,
                                            bool blobIsNew, Folders *known = nullptr) const;

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
