// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QString>

#include <functional>
#include <optional>

namespace hubdesk {

//! What the bookkeeping of a local folder says about one of its files.
struct LocalMetadata
{
    QString commit; //!< 40 hex
    QString etag; //!< 40 or 64 hex
    double timestamp = 0; //!< seconds UTC, when it was true

    bool operator==(const LocalMetadata &) const = default;
};

//! A folder of the user's that holds files of a repo under their paths, with the official client's
//! bookkeeping in `.cache/huggingface` (reference: files 4.5). Stricter than that client: a file is
//! replaced in one step and never deleted first, and nothing leads out of the folder, neither `..`
//! nor a symbolic link on the way. Every function checks its path. Stateless; call from worker
//! threads, it blocks on the disk. Callers hold the file's lock for whatever changes something.
class LocalFolder
{
public:
    enum class State {
        Missing,
        UpToDate, //!< The bookkeeping says so and nobody touched the file since.
        NeedsMetadata, //!< The content is right by its hash; writeMetadata() is due.
        Different,
    };

    //! \a root: absolute path.
    explicit LocalFolder(QString root)
        : m_root(std::move(root))
    { }

    [[nodiscard]] const QString &root() const { return m_root; }

    // Names; pure, nothing is made.
    [[nodiscard]] QString filePath(const QString &path) const;
    [[nodiscard]] QString metadataPath(const QString &path) const;
    [[nodiscard]] QString lockPath(const QString &path) const;
    //! `<hash of the name>.<etag>.<8 hex>.incomplete` beside the metadata. The digits are the same
    //! for one etag on every machine, so that a later run finds it.
    [[nodiscard]] QString partialPath(const QString &path, const QString &etag) const;

    //! ErrorKind::Invalid for what must not be written here: see checkFilePath(), and anything in
    //! `.git` or in the bookkeeping itself. Pure.
    [[nodiscard]] static Result<void> checkPath(const QString &path);

    //! How the file at \a path compares with the content \a etag of \a size bytes. Reads only. May
    //! hash the file: \a read gets the bytes of each piece, false from it ends with
    //! ErrorKind::Canceled.
    [[nodiscard]] Result<State> state(const QString &path, const QString &etag, qint64 size,
                                      const std::function<bool(qint64)> &read = {}) const;

    //! What the bookkeeping says, as long as it holds: none when there is none, when it cannot be
    //! read, or when the file is missing or was changed since. Reads only.
    [[nodiscard]] std::optional<LocalMetadata> metadata(const QString &path) const;

    //! The same without asking whether the file was changed or removed since.
    [[nodiscard]] std::optional<LocalMetadata> notedMetadata(const QString &path) const;

    //! Makes the folders that \a path and its bookkeeping need, with `.gitignore` and CACHEDIR.TAG
    //! in the latter.
    [[nodiscard]] Result<void> prepare(const QString &path) const;

    //! The longest file of at most \a size bytes that any program left behind for this content and
    //! that no one writes to (the caller holds the lock); empty when there is none.
    [[nodiscard]] QString leftOver(const QString &path, const QString &etag, qint64 size) const;

    //! Puts the verified file \a partial (on the same disk) in the place of \a path, whatever file
    //! or link is there, and writes its metadata. A folder in its place is an error.
    [[nodiscard]] Result<void> publish(const QString &path, const QString &partial,
                                       const QString &commit, const QString &etag) const;

    //! Three lines: commit, etag, now.
    [[nodiscard]] Result<void> writeMetadata(const QString &path, const QString &commit,
                                             const QString &etag) const;

private:
    [[nodiscard]] QString bookkeeping() const; // .cache/huggingface
    [[nodiscard]] Result<void> checkInside(const QString &location) const;
    void writeMarkers() const;

    QString m_root;
};

} // namespace hubdesk
