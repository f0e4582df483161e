// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace hubdesk::localhub {

//! CRC-32 as zip and PNG use it.
quint32 crc32(QByteArrayView bytes);

//! A zip archive with stored (not compressed) members: the same bytes on every machine.
class ZipWriter
{
public:
    void add(const QByteArray &name, const QByteArray &content);
    [[nodiscard]] QByteArray finish();

private:
    QByteArray m_archive;
    QByteArray m_directory;
    quint16 m_count = 0;
};

} // namespace hubdesk::localhub
