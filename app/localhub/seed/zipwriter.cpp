// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/zipwriter.h"

#include <QDataStream>
#include <QIODevice>

#include <array>

namespace hubdesk::localhub {

namespace {

constexpr quint16 kVersion = 20;
constexpr quint32 kDosDate = 0x00210000; // the first of January 1980, midnight

constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? 0xedb88320U ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}

void writeFields(QDataStream &stream, const QByteArray &name, const QByteArray &content)
{
    const auto size = static_cast<quint32>(content.size());
    stream << kVersion << quint16(0) << quint16(0) << kDosDate << crc32(content) << size << size
           << static_cast<quint16>(name.size()) << quint16(0);
}

} // namespace

quint32 crc32(QByteArrayView bytes)
{
    static constexpr auto kTable = makeTable();
    quint32 value = 0xffffffffU;
    for (const char c : bytes)
        value = kTable[(value ^ static_cast<quint8>(c)) & 0xff] ^ (value >> 8);
    return value ^ 0xffffffffU;
}

void ZipWriter::add(const QByteArray &name, const QByteArray &content)
{
    const auto offset = static_cast<quint32>(m_archive.size());
    QDataStream local(&m_archive, QIODevice::Append);
    local.setByteOrder(QDataStream::LittleEndian);
    local << quint32(0x04034b50);
    writeFields(local, name, content);
    m_archive += name + content;

    QDataStream central(&m_directory, QIODevice::Append);
    central.setByteOrder(QDataStream::LittleEndian);
    central << quint32(0x02014b50) << kVersion;
    writeFields(central, name, content);
    central << quint16(0) << quint16(0) << quint16(0) << quint32(0) << offset;
    m_directory += name;
    ++m_count;
}

QByteArray ZipWriter::finish()
{
    const auto at = static_cast<quint32>(m_archive.size());
    QByteArray end;
    QDataStream stream(&end, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint32(0x06054b50) << quint16(0) << quint16(0) << m_count << m_count
           << static_cast<quint32>(m_directory.size()) << at << quint16(0);
    return m_archive + m_directory + end;
}

} // namespace hubdesk::localhub
