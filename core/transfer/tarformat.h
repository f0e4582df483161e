// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/archiveformat.h"

#include <KCompressionDevice>

namespace hubdesk {

//! POSIX tar (ustar, with pax headers for what that cannot say) in one Zstandard stream.
class TarFormat final : public ArchiveWriter::Format
{
public:
    TarFormat(QIODevice *output, const QDateTime &modified);

    bool begin(const QByteArray &path, qint64 size) override;
    bool write(QByteArrayView data) override;
    bool end() override;
    bool close() override;

private:
    [[nodiscard]] QByteArray header(const QByteArray &path, qint64 size, char type) const;
    bool pad(qint64 size);

    KCompressionDevice m_stream;
    qint64 m_modified; // seconds since 1970
    qint64 m_size = 0; // of the current file
    bool m_isOpen = false;
};

} // namespace hubdesk
