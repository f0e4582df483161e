// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/archivejob.h"

#include <utility>

namespace hubdesk {

ArchiveJob::ArchiveJob(const FetchContext &context, const QString &path, const QStringList &order,
                       Handler handler)
    : m_context(context),
      m_handler(std::move(handler)),
      m_strand(std::make_shared<Strand>(context.pool)),
      m_writer(path),
      m_queue(&m_writer, order)
{
    run([this] { return m_writer.open(); });
}

//! One step; after a failed one there is nothing more to do.
void ArchiveJob::run(std::function<Result<void>()> task)
{
    m_strand->run([this, task = std::move(task)] {
        if (m_stop)
            return;
        const auto done = task();
        if (done)
            return;
        m_stop = true;
        m_writer.discard();
        m_context.mailbox->post([this, error = done.error()] {
            if (!std::exchange(m_failed, true))
                m_handler.failed(error);
        });
    });
}

void ArchiveJob::add(const QString &path, const QString &source)
{
    run([this, path, source] {
        return m_queue.ready(path, source, [this](qint64) { return !m_stop; });
    });
}

void ArchiveJob::finish()
{
    run([this]() -> Result<void> {
        if (const auto finished = m_writer.finish(); !finished)
            return finished;
        m_context.mailbox->post([this] { m_handler.finished(); });
        return {};
    });
}

void ArchiveJob::discard()
{
    m_failed = true; // of no interest any more
    m_stop = true;
    m_strand->run([this] { m_writer.discard(); });
}

void ArchiveJob::whenIdle(std::function<void()> then)
{
    m_strand->run([mailbox = m_context.mailbox, then = std::move(then)] { mailbox->post(then); });
}

} // namespace hubdesk
