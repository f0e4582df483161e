// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace hubdesk {

enum class ArchiveFormat {
    Zip, //!< Stored, not compressed: weights do not shrink, and it is as fast as the disk.
    TarZst,
};

//! Writes one archive file by file, in the order of the calls, under a temporary name that becomes
//! the final one only when everything is on the disk. Equal files, order and date give an equal
//! archive. Sizes are not limited (ZIP64, pax), which is why the containers are written here:
//! KArchive's own ones are silently broken beyond 4 and 8 GiB; it compresses. Blocks on the disk;
//! any thread, one at a time.
class ArchiveWriter
{
public:
    //! By the end of the name, `.zip` or `.tar.zst`, in any case; none for everything else.
    [[nodiscard]] static std::optional<ArchiveFormat> formatOf(const QString &path);

    //! \a path: absolute, of a name that formatOf() knows. \a modified: the date of every file in
    //! it; invalid: 1980-01-01.
    explicit ArchiveWriter(QString path, const QDateTime &modified = {});
    //! Without finish(): discards.
    ~ArchiveWriter();
    ArchiveWriter(const ArchiveWriter &) = delete;
    ArchiveWriter &operator=(const ArchiveWriter &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    //! Makes the temporary file, and the folder for it. ErrorKind::Invalid for an unknown format.
    [[nodiscard]] Result<void> open();
    //! Adds the whole file \a source as \a path (see checkFilePath()). \a written gets the bytes of
    //! each piece; false from it ends with ErrorKind::Canceled. After any error only discard() is
    //! possible.
    [[nodiscard]] Result<void> addFile(const QString &path, const QString &source,
                                       const std::function<bool(qint64)> &written = {});
    //! Completes the archive, flushes it and gives it its name, in place of what is there.
    [[nodiscard]] Result<void> finish();
    //! Removes the temporary file; what was at path() before stays.
    void discard();

    //! One of the two formats.
    class Format;

private:
    [[nodiscard]] Result<void> copyContent(int source, qint64 size, const QString &from,
                                           const std::function<bool(qint64)> &written);

    QString m_path;
    QString m_scratch;
    QDateTime m_modified;
    class Output;
    std::unique_ptr<Output> m_output;
    std::unique_ptr<Format> m_format;
    bool m_failed = false;
};

} // namespace hubdesk
