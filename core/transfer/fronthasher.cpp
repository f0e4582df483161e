// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/fronthasher.h"

#include <algorithm>

namespace hubdesk {

namespace {

constexpr qint64 kReadBlock = 512 * 1024; // bytes; fits the processor's cache

} // namespace

FrontHasher::FrontHasher(Hasher::Kind kind, qint64 size)
    : m_hasher(kind, size)
{ }

void FrontHasher::expect(const std::vector<RangeJournal::Block> &blocks)
{
    for (const RangeJournal::Block &block : blocks) {
        if (block.checked)
            m_expected.emplace(block.range.begin, block);
    }
}

void FrontHasher::add(qint64 offset, QByteArrayView data)
{
    if (offset != m_position)
        return;
    m_hasher.add(data);
    m_position += data.size();
}

Result<FrontHasher::Step> FrontHasher::readTo(const PartialFile &file, qint64 end,
                                              const std::atomic_bool &stop)
{
    std::vector<char> buffer;
    while (m_position < end && !stop) {
        const auto expected = m_expected.find(m_position);
        const bool known = expected != m_expected.end();
        qint64 wanted =
            known ? expected->second.range.size() : std::min(kReadBlock, end - m_position);
        // Stops in front of the next known block, or that one would never be compared.
        if (const auto next = m_expected.upper_bound(m_position);
            next != m_expected.end() && !known)
            wanted = std::min(wanted, next->first - m_position);
        buffer.resize(static_cast<size_t>(wanted));
        qint64 filled = 0;
        while (filled < wanted) {
            const auto got = file.read(m_position + filled,
                                       std::span(buffer).subspan(static_cast<size_t>(filled)));
            if (!got)
                return std::unexpected(got.error());
            if (*got == 0)
                break;
            filled += *got;
        }
        const QByteArrayView data(buffer.data(), filled);
        if (filled < wanted || (known && blockChecksum(data) != expected->second.checksum)) {
            const ByteRange damaged{m_position, m_position + wanted};
            m_expected.erase(m_position);
            return Step{m_position, damaged};
        }
        if (known)
            m_expected.erase(expected);
        m_hasher.add(data);
        m_position += filled;
    }
    return Step{m_position, {}};
}

void FrontHasher::reset()
{
    m_hasher.reset();
    m_position = 0;
    m_expected.clear();
}

} // namespace hubdesk
