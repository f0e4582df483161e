// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferthread.h"

#include "core/cache/hasher.h"
#include "core/log/categories.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace hubdesk {

//! Made before the thread, filled by it, read by both under the mutex.
struct TransferThread::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    std::unique_ptr<TransferWorker> worker;
    std::shared_ptr<Mailbox> mailbox;
    bool ended = false;
};

TransferThread::TransferThread(TransferWorkerListener *listener,
                               const std::shared_ptr<Mailbox> &engineBox,
                               const QString &marksFolder)
    : m_shared(std::make_shared<Shared>())
{
    Hasher::prepare();
    m_thread.reset(QThread::create([shared = m_shared, listener, engineBox, marksFolder] {
        QEventLoop loop;
        {
            const std::scoped_lock lock(shared->mutex);
            shared->worker = std::make_unique<TransferWorker>(listener, engineBox, marksFolder);
            shared->mailbox = shared->worker->mailbox();
            QObject::connect(shared->worker.get(), &TransferWorker::quit, &loop, &QEventLoop::quit);
            shared->changed.notify_all();
        }
        loop.exec();
        shared->worker.reset();
        const std::scoped_lock lock(shared->mutex);
        shared->ended = true;
        shared->changed.notify_all();
    }));
    m_thread->setObjectName("transfers");
    m_thread->start();
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait(lock, [this] { return m_shared->mailbox != nullptr; });
}

TransferThread::~TransferThread()
{
    if (m_thread)
        close(QDeadlineTimer(0));
}

void TransferThread::close(QDeadlineTimer deadline)
{
    post([](TransferWorker *worker) { Q_EMIT worker->quit(); });
    std::unique_lock lock(m_shared->mutex);
    const bool ended = m_shared->changed.wait_until(
        lock, deadline.deadline<std::chrono::steady_clock>(), [this] { return m_shared->ended; });
    lock.unlock();
    if (ended) {
        m_thread->wait();
        m_thread.reset();
        return;
    }
    qCWarning(lcTransfer) << "the disk did not answer in time: leaving the transfer thread behind";
    [[maybe_unused]] const QThread *leftBehind = m_thread.release();
}

void TransferThread::post(std::function<void(TransferWorker *)> order)
{
    m_shared->mailbox->post(
        [worker = m_shared->worker.get(), order = std::move(order)] { order(worker); });
}

} // namespace hubdesk
