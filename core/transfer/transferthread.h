// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/transferworker.h"

#include <QDeadlineTimer>
#include <QThread>

#include <memory>

namespace hubdesk {

//! The one thread that all transfers share. Lives on the engine's thread; the worker inside lives
//! on the thread and is reached with post() only.
class TransferThread
{
public:
    TransferThread(TransferWorkerListener *listener, const std::shared_ptr<Mailbox> &engineBox,
                   const QString &marksFolder);
    //! Without close(): waits for nothing.
    ~TransferThread();
    TransferThread(const TransferThread &) = delete;
    TransferThread &operator=(const TransferThread &) = delete;

    //! Runs \a order on the transfer thread.
    void post(std::function<void(TransferWorker *worker)> order);
    //! Stops all jobs and waits at most until \a deadline for disk work; then the thread is left to
    //! itself, with nobody listening. The last call.
    void close(QDeadlineTimer deadline);

private:
    struct Shared;

    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<Shared> m_shared;
};

} // namespace hubdesk
