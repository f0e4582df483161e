// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/tarformat.h"

#include <algorithm>
#include <numeric>

namespace hubdesk {

namespace {

constexpr qsizetype kBlock = 512; // bytes
constexpr qint64 kMaxSize = 077777777777; // eleven octal digits
constexpr qsizetype kMaxName = 100; // bytes

void place(QByteArray &block, qsizetype at, const QByteArray &text)
{
    std::ranges::copy(text, block.begin() + at);
}

QByteArray octal(qint64 value, qsizetype digits)
{
    return QByteArray::number(value, 8).rightJustified(digits, '0');
}

//! `<length> path=...\n`, where the length counts itself.
QByteArray paxRecord(const QByteArray &key, const QByteArray &value)
{
    const QByteArray rest = ' ' + key + '=' + value + '\n';
    qsizetype length = rest.size();
    while (QByteArray::number(length).size() + rest.size() != length)
        length = QByteArray::number(length).size() + rest.size();
    return QByteArray::number(length) + rest;
}

bool isAscii(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0; });
}

} // namespace

TarFormat::TarFormat(QIODevice *output, const QDateTime &modified)
    : m_stream(output, false, KCompressionDevice::Zstd),
      m_modified(std::max<qint64>(modified.toSecsSinceEpoch(), 0))
{
    m_isOpen = m_stream.open(QIODevice::WriteOnly);
}

QByteArray TarFormat::header(const QByteArray &path, qint64 size, char type) const
{
    QByteArray block(kBlock, '\0');
    place(block, 0, path.first(std::min(path.size(), kMaxName)));
    place(block, 100, "0000644");
    place(block, 108, "0000000");
    place(block, 116, "0000000");
    place(block, 124, octal(std::min(size, kMaxSize), 11));
    place(block, 136, octal(m_modified, 11));
    place(block, 148, "        ");
    block[156] = type;
    place(block, 257, "ustar");
    place(block, 263, "00");
    const qint64 sum =
        std::accumulate(block.cbegin(), block.cend(), qint64(0), [](qint64 before, char c) {
            return before + static_cast<unsigned char>(c);
        });
    place(block, 148, octal(sum, 6));
    block[154] = '\0';
    return block;
}

bool TarFormat::pad(qint64 size)
{
    const qint64 rest = size % kBlock;
    return rest == 0 || write(QByteArray(kBlock - rest, '\0'));
}

bool TarFormat::begin(const QByteArray &path, qint64 size)
{
    if (!m_isOpen)
        return false;
    QByteArray more;
    if (path.size() > kMaxName || !isAscii(path))
        more += paxRecord("path", path);
    if (size > kMaxSize)
        more += paxRecord("size", QByteArray::number(size));
    if (!more.isEmpty()
        && (!write(header("././@PaxHeader", more.size(), 'x')) || !write(more)
            || !pad(more.size())))
        return false;
    m_size = size;
    return write(header(path, size, '0'));
}

bool TarFormat::write(QByteArrayView data)
{
    return data.isEmpty() || m_stream.write(data.data(), data.size()) == data.size();
}

bool TarFormat::end()
{
    return pad(m_size);
}

bool TarFormat::close()
{
    if (!m_isOpen || !write(QByteArray(2 * kBlock, '\0')))
        return false;
    m_stream.close();
    return m_stream.error() == QFileDevice::NoError;
}

} // namespace hubdesk
