// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/archiveformat.h"

#include <QByteArrayView>

#include <vector>

namespace hubdesk {

//! ZIP with stored files, UTF-8 names and, where numbers need it, the ZIP64 records.
class ZipFormat final : public ArchiveWriter::Format
{
public:
    ZipFormat(QIODevice *output, const QDateTime &modified);

    bool begin(const QByteArray &path, qint64 size) override;
    bool write(QByteArrayView data) override;
    bool end() override;
    bool close() override;

private:
    struct Entry
    {
        QByteArray path;
        quint64 size = 0;
        quint64 offset = 0;
        quint32 crc = 0;
    };

    [[nodiscard]] QByteArray localHeader(const Entry &entry) const;
    [[nodiscard]] QByteArray centralHeader(const Entry &entry) const;
    bool put(QByteArrayView data);

    QIODevice *m_output;
    quint16 m_date = 0;
    quint16 m_time = 0;
    std::vector<Entry> m_entries;
};

//! CRC-32 as ZIP has it, going on from \a crc (0 at the start). Pure.
[[nodiscard]] quint32 crc32(quint32 crc, QByteArrayView data);

} // namespace hubdesk
