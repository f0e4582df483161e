// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/archivewriter.h"

#include <QIODevice>

#include <memory>

namespace hubdesk {

//! How one kind of archive looks. Errors are those of the device; the writer reports them.
class ArchiveWriter::Format
{
public:
    Format() = default;
    virtual ~Format() = default;
    Q_DISABLE_COPY_MOVE(Format)

    // All are false when the device did not take everything.
    virtual bool begin(const QByteArray &path, qint64 size) = 0;
    virtual bool write(QByteArrayView data) = 0;
    virtual bool end() = 0;
    virtual bool close() = 0;

    //! \a output: open for writing, seekable, outlives the format.
    [[nodiscard]] static std::unique_ptr<Format> make(ArchiveFormat format, QIODevice *output,
                                                      const QDateTime &modified);
};

} // namespace hubdesk
