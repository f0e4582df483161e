// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/picture.h"

#include "app/localhub/seed/zipwriter.h"

#include <QtEndian>

#include <algorithm>

namespace hubdesk::localhub {

namespace {

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(static_cast<quint32>(data.size())) + type + data
        + bigEndian(crc32(type + data));
}

quint32 adler32(const QByteArray &bytes)
{
    quint32 a = 1;
    quint32 b = 0;
    for (const char c : bytes) {
        a = (a + static_cast<quint8>(c)) % 65521;
        b = (b + a) % 65521;
    }
    return (b << 16) | a;
}

// A zlib stream of stored blocks.
QByteArray stored(const QByteArray &bytes)
{
    constexpr qsizetype kMaxBlock = 65535;
    QByteArray out("\x78\x01", 2);
    for (qsizetype at = 0; at < bytes.size(); at += kMaxBlock) {
        const QByteArray block = bytes.mid(at, kMaxBlock);
        const auto length = static_cast<quint16>(block.size());
        QByteArray head(5, '\0');
        head[0] = at + kMaxBlock >= bytes.size() ? 1 : 0;
        qToLittleEndian(length, head.data() + 1);
        qToLittleEndian(static_cast<quint16>(~length), head.data() + 3);
        out += head + block;
    }
    return out + bigEndian(adler32(bytes));
}

quint8 blend(int from, int to, int step, int steps)
{
    return static_cast<quint8>(from + (to - from) * step / std::max(steps, 1));
}

} // namespace

Picture::Picture(int width, int height, Rgb background)
    : m_width(width),
      m_height(height),
      m_pixels(static_cast<size_t>(width) * static_cast<size_t>(height), background)
{ }

void Picture::set(int x, int y, Rgb colour)
{
    if (x >= 0 && y >= 0 && x < m_width && y < m_height)
        m_pixels[static_cast<size_t>(y) * static_cast<size_t>(m_width) + static_cast<size_t>(x)] =
            colour;
}

void Picture::rectangle(int x, int y, int width, int height, Rgb colour)
{
    for (int row = y; row < y + height; ++row) {
        for (int column = x; column < x + width; ++column)
            set(column, row, colour);
    }
}

void Picture::disc(int cx, int cy, int radius, Rgb colour)
{
    for (int y = -radius; y <= radius; ++y) {
        for (int x = -radius; x <= radius; ++x) {
            if (x * x + y * y <= radius * radius)
                set(cx + x, cy + y, colour);
        }
    }
}

void Picture::fade(Rgb colour)
{
    for (int y = 0; y < m_height; ++y) {
        for (int x = 0; x < m_width; ++x) {
            const Rgb old = m_pixels[static_cast<size_t>(y) * static_cast<size_t>(m_width)
                                     + static_cast<size_t>(x)];
            set(x, y,
                {blend(old.r, colour.r, y, m_height), blend(old.g, colour.g, y, m_height),
                 blend(old.b, colour.b, y, m_height)});
        }
    }
}

QByteArray Picture::png() const
{
    QByteArray rows;
    rows.reserve(static_cast<qsizetype>(m_pixels.size()) * 3 + m_height);
    for (int y = 0; y < m_height; ++y) {
        rows.append('\0');
        for (int x = 0; x < m_width; ++x) {
            const Rgb &pixel = m_pixels[static_cast<size_t>(y) * static_cast<size_t>(m_width)
                                        + static_cast<size_t>(x)];
            for (const quint8 value : {pixel.r, pixel.g, pixel.b})
                rows.append(static_cast<char>(value));
        }
    }
    const QByteArray header = bigEndian(static_cast<quint32>(m_width))
        + bigEndian(static_cast<quint32>(m_height)) + QByteArray("\x08\x02\x00\x00\x00", 5);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) + chunk("IDAT", stored(rows))
        + chunk("IEND", {});
}

Picture Picture::chart(const std::vector<int> &percent, Rgb colour)
{
    constexpr int kBar = 44;
    constexpr int kHeight = 180;
    const int width = 40 + static_cast<int>(percent.size()) * (kBar + 20);
    Picture picture(width, kHeight + 40, {250, 250, 252});
    for (int line = 0; line <= 4; ++line)
        picture.rectangle(20, 20 + line * kHeight / 4, width - 40, 1, {215, 218, 226});
    int x = 30;
    for (const int value : percent) {
        const int height = kHeight * value / 100;
        picture.rectangle(x, 20 + kHeight - height, kBar, height, colour);
        x += kBar + 20;
    }
    return picture;
}

} // namespace hubdesk::localhub
