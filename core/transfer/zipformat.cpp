// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/zipformat.h"

#include <QtEndian>

#include <array>

namespace hubdesk {

namespace {

constexpr quint32 kMax32 = 0xffffffffU; // "see the ZIP64 record"
constexpr quint16 kMax16 = 0xffffU;
constexpr quint16 kUtf8Names = 0x0800;
constexpr quint16 kPlainVersion = 20;
constexpr quint16 kZip64Version = 45;
constexpr quint16 kMadeByUnix = 3 << 8;
constexpr quint32 kRegularFile = 0100644U << 16;
constexpr qint64 kCrcOffset = 14; // in the local header

//! Little-endian numbers one after the other.
class Record
{
public:
    template <class T> Record &add(T value)
    {
        std::array<char, sizeof(T)> bytes{};
        qToLittleEndian(value, bytes.data());
        m_bytes.append(bytes.data(), sizeof(T));
        return *this;
    }
    Record &add(const QByteArray &bytes)
    {
        m_bytes += bytes;
        return *this;
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

using CrcTables = std::array<std::array<quint32, 256>, 8>;

constexpr CrcTables makeTables()
{
    CrcTables tables{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320U : 0);
        tables[0][i] = crc;
    }
    for (size_t table = 1; table < tables.size(); ++table) {
        for (size_t i = 0; i < 256; ++i) {
            const quint32 before = tables[table - 1][i];
            tables[table][i] = (before >> 8) ^ tables[0][before & 0xff];
        }
    }
    return tables;
}

constexpr CrcTables kTables = makeTables();

quint32 limited(quint64 value)
{
    return value >= kMax32 ? kMax32 : static_cast<quint32>(value);
}

} // namespace

// Eight bytes a step: one at a time would be slower than the disk.
quint32 crc32(quint32 crc, QByteArrayView data)
{
    const auto *at = reinterpret_cast<const uchar *>(data.data());
    qsizetype left = data.size();
    crc = ~crc;
    for (; left >= 8; left -= 8, at += 8) {
        const quint32 low = qFromLittleEndian<quint32>(at) ^ crc;
        const auto high = qFromLittleEndian<quint32>(at + 4);
        crc = kTables[7][low & 0xff] ^ kTables[6][(low >> 8) & 0xff]
            ^ kTables[5][(low >> 16) & 0xff] ^ kTables[4][low >> 24] ^ kTables[3][high & 0xff]
            ^ kTables[2][(high >> 8) & 0xff] ^ kTables[1][(high >> 16) & 0xff]
            ^ kTables[0][high >> 24];
    }
    for (; left > 0; --left, ++at)
        crc = (crc >> 8) ^ kTables[0][(crc ^ *at) & 0xff];
    return ~crc;
}

ZipFormat::ZipFormat(QIODevice *output, const QDateTime &modified)
    : m_output(output)
{
    const QDate date = modified.date();
    const QTime time = modified.time();
    const int year = qBound(0, date.year() - 1980, 127); // what the format can say
    m_date = static_cast<quint16>(year << 9 | date.month() << 5 | date.day());
    m_time = static_cast<quint16>(time.hour() << 11 | time.minute() << 5 | time.second() / 2);
}

bool ZipFormat::put(QByteArrayView data)
{
    return m_output->write(data.data(), data.size()) == data.size();
}

QByteArray ZipFormat::localHeader(const Entry &entry) const
{
    const bool isBig = entry.size >= kMax32;
    Record extra;
    if (isBig)
        extra.add<quint16>(1).add<quint16>(16).add(entry.size).add(entry.size);
    Record record;
    record.add<quint32>(0x04034b50)
        .add(isBig ? kZip64Version : kPlainVersion)
        .add(kUtf8Names)
        .add<quint16>(0) // stored
        .add(m_time)
        .add(m_date)
        .add(entry.crc)
        .add(limited(entry.size))
        .add(limited(entry.size))
        .add(static_cast<quint16>(entry.path.size()))
        .add(static_cast<quint16>(extra.bytes().size()))
        .add(entry.path)
        .add(extra.bytes());
    return record.bytes();
}

QByteArray ZipFormat::centralHeader(const Entry &entry) const
{
    Record numbers;
    if (entry.size >= kMax32)
        numbers.add(entry.size).add(entry.size);
    if (entry.offset >= kMax32)
        numbers.add(entry.offset);
    Record extra;
    if (!numbers.bytes().isEmpty())
        extra.add<quint16>(1)
            .add(static_cast<quint16>(numbers.bytes().size()))
            .add(numbers.bytes());
    const quint16 version = extra.bytes().isEmpty() ? kPlainVersion : kZip64Version;
    Record record;
    record.add<quint32>(0x02014b50)
        .add(static_cast<quint16>(kMadeByUnix | version))
        .add(version)
        .add(kUtf8Names)
        .add<quint16>(0)
        .add(m_time)
        .add(m_date)
        .add(entry.crc)
        .add(limited(entry.size))
        .add(limited(entry.size))
        .add(static_cast<quint16>(entry.path.size()))
        .add(static_cast<quint16>(extra.bytes().size()))
        .add<quint16>(0) // comment
        .add<quint16>(0) // disk
        .add<quint16>(0) // internal attributes
        .add(kRegularFile)
        .add(limited(entry.offset))
        .add(entry.path)
        .add(extra.bytes());
    return record.bytes();
}

bool ZipFormat::begin(const QByteArray &path, qint64 size)
{
    m_entries.push_back(
        {path, static_cast<quint64>(size), static_cast<quint64>(m_output->pos()), 0});
    return put(localHeader(m_entries.back()));
}

bool ZipFormat::write(QByteArrayView data)
{
    m_entries.back().crc = crc32(m_entries.back().crc, data);
    return put(data);
}

bool ZipFormat::end()
{
    // Known only now, and its place is before the content.
    const Entry &entry = m_entries.back();
    const qint64 behind = m_output->pos();
    return m_output->seek(static_cast<qint64>(entry.offset) + kCrcOffset)
        && put(Record().add(entry.crc).bytes()) && m_output->seek(behind);
}

bool ZipFormat::close()
{
    const auto start = static_cast<quint64>(m_output->pos());
    for (const Entry &entry : m_entries) {
        if (!put(centralHeader(entry)))
            return false;
    }
    const auto end = static_cast<quint64>(m_output->pos());
    const quint64 count = m_entries.size();
    if (count >= kMax16 || start >= kMax32 || end - start >= kMax32) {
        Record record;
        record.add<quint32>(0x06064b50)
            .add<quint64>(44) // bytes that follow in this record
            .add(static_cast<quint16>(kMadeByUnix | kZip64Version))
            .add(kZip64Version)
            .add<quint32>(0)
            .add<quint32>(0)
            .add(count)
            .add(count)
            .add(end - start)
            .add(start);
        record.add<quint32>(0x07064b50).add<quint32>(0).add(end).add<quint32>(1);
        if (!put(record.bytes()))
            return false;
    }
    const auto shortCount = static_cast<quint16>(qMin<quint64>(count, kMax16));
    Record record;
    record.add<quint32>(0x06054b50)
        .add<quint16>(0)
        .add<quint16>(0)
        .add(shortCount)
        .add(shortCount)
        .add(limited(end - start))
        .add(limited(start))
        .add<quint16>(0);
    return put(record.bytes());
}

} // namespace hubdesk
