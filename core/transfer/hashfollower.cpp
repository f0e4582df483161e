// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/hashfollower.h"

#include <algorithm>

namespace hubdesk {

namespace {

constexpr int kBlocksInMemory = 8; // more would cost memory: they are read again later
constexpr qint64 kReadStep =
    32 * 1024 * 1024; // bytes between two looks at the stop switch of the owner

} // namespace

HashFollower::HashFollower(const FetchContext &context, const PartialFile *file, Hasher::Kind kind,
                           qint64 size, Handler handler)
    : m_context(context),
      m_file(file),
      m_size(size),
      m_handler(std::move(handler)),
      m_strand(std::make_shared<Strand>(context.pool)),
      m_hasher(std::make_shared<FrontHasher>(kind, size)),
      m_stop(std::make_shared<std::atomic_bool>(false)),
      m_generation(std::make_shared<int>(0))
{ }

HashFollower::~HashFollower()
{
    ++*m_generation;
    *m_stop = true;
}

void HashFollower::expect(const std::vector<RangeJournal::Block> &blocks)
{
    m_strand->run([hasher = m_hasher, blocks] { hasher->expect(blocks); });
}

void HashFollower::written(qint64 offset, const QByteArray &data)
{
    if (m_reading || offset != m_queued || m_pending >= kBlocksInMemory)
        return; // follow() reads it from the file
    m_queued += data.size();
    ++m_pending;
    m_strand->run([this, offset, data, hasher = m_hasher, generation = m_generation,
                   mine = *m_generation, mailbox = m_context.mailbox] {
        hasher->add(offset, data);
        mailbox->post([this, position = hasher->position(), generation, mine] {
            if (*generation != mine)
                return;
            --m_pending;
            m_done = position;
            m_handler.advanced();
        });
    });
}

void HashFollower::follow(const ByteRanges &present)
{
    if (m_reading || m_pending > 0 || *m_stop)
        return;
    const qint64 front = std::min(present.frontFrom(m_queued), m_queued + kReadStep);
    if (front <= m_queued)
        return;
    m_reading = true;
    ++m_pending;
    m_queued = front;
    m_strand->run([this, front, file = m_file, hasher = m_hasher, stop = m_stop,
                   generation = m_generation, mine = *m_generation, mailbox = m_context.mailbox] {
        const auto step = hasher->readTo(*file, front, *stop);
        mailbox->post([this, step, generation, mine] {
            if (*generation != mine)
                return;
            --m_pending;
            m_reading = false;
            if (!step)
                return m_handler.failed(step.error());
            m_done = m_queued = step->position;
            if (step->damaged)
                return m_handler.damaged(*step->damaged);
            m_handler.advanced();
        });
    });
}

void HashFollower::reset()
{
    ++*m_generation;
    m_queued = m_done = 0;
    m_pending = 0;
    m_reading = false;
    m_strand->run([hasher = m_hasher] { hasher->reset(); });
}

void HashFollower::result(std::function<void(const QString &hash)> then)
{
    m_strand->run([hasher = m_hasher, then = std::move(then), generation = m_generation,
                   mine = *m_generation, mailbox = m_context.mailbox] {
        mailbox->post([hash = hasher->result(), then, generation, mine] {
            if (*generation == mine)
                then(hash);
        });
    });
}

} // namespace hubdesk
