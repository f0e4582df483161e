// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/patternsource.h"

#include "app/localhub/store/noise.h"
#include "app/localhub/store/sha256.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

namespace hubdesk::localhub {

namespace {

constexpr qint64 kBlock = 1024 * 1024;
constexpr size_t kWords = kBlock / 8;

const std::vector<quint64> &noiseBlock()
{
    static const std::vector<quint64> block = [] {
        std::vector<quint64> words(kWords);
        Noise noise(0x6875626465736bULL);
        for (quint64 &word : words)
            word = noise.next();
        return words;
    }();
    return block;
}

quint64 blockKey(quint64 seed, qint64 block)
{
    return Noise(seed + static_cast<quint64>(block) * 0x9e3779b97f4a7c15ULL).next();
}

} // namespace

PatternSource::PatternSource(quint64 seed, qint64 size)
    : m_seed(seed),
      m_size(size)
{ }

qint64 PatternSource::read(qint64 offset, char *to, qint64 max)
{
    const qint64 wanted = std::clamp<qint64>(m_size - offset, 0, max);
    const std::vector<quint64> &words = noiseBlock();
    qint64 done = 0;
    while (done < wanted) {
        const qint64 position = offset + done;
        const quint64 key = blockKey(m_seed, position / kBlock);
        const qint64 inBlock = position % kBlock;
        const qint64 skip = inBlock % 8;
        const qint64 count = std::min(wanted - done, kBlock - inBlock);
        auto word = static_cast<size_t>(inBlock / 8);
        qint64 copied = 0;
        if (skip != 0) {
            const quint64 mixed = words[word++] ^ key;
            std::array<char, 8> bytes{};
            std::memcpy(bytes.data(), &mixed, 8);
            copied = std::min(count, 8 - skip);
            std::memcpy(to + done, bytes.data() + skip, static_cast<size_t>(copied));
        }
        for (; count - copied >= 8; copied += 8) {
            const quint64 mixed = words[word++] ^ key;
            std::memcpy(to + done + copied, &mixed, 8);
        }
        if (copied < count) {
            const quint64 mixed = words[word] ^ key;
            std::memcpy(to + done + copied, &mixed, static_cast<size_t>(count - copied));
        }
        done += count;
    }
    return wanted;
}

QByteArray PatternSource::sha256(quint64 seed, qint64 size)
{
    PatternSource source(seed, size);
    Sha256 hash;
    QByteArray buffer(kBlock, Qt::Uninitialized);
    for (qint64 offset = 0; offset < size; offset += kBlock)
        hash.add(QByteArrayView(buffer.constData(), source.read(offset, buffer.data(), kBlock)));
    return hash.hex();
}

} // namespace hubdesk::localhub
