// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/durablefiles.h"
#include "core/transfer/journalthread.h"
#include "core/transfer/mailbox.h"
#include "core/transfer/transfer.h"

#include <QDeadlineTimer>

#include <functional>
#include <memory>
#include <vector>

namespace hubdesk {

//! Keeps the list of transfers on the disk, one small JSON file each, replaced as a whole, and the
//! user's order in another one: a crash leaves the old or the new state of each. A thread of its
//! own reads and writes, because a flush may take long on a busy disk; answers come through the
//! mailbox. Without a folder there is nothing to read and everything is written at once.
//!
//! On power loss: a file's content is flushed before the rename that puts it in place, and the
//! folder before anybody is told, so a transfer starts (and fills partial files) only when its
//! entry is sure to be found again. The order of files among each other does not matter. What
//! comes while the disk is busy is flushed together, so thousands of transfers take few flushes.
class TransferJournal
{
public:
    struct Content
    {
        std::vector<Transfer> transfers; //!< In the user's order.
    };
    //! replaceDurably(), or what a test has instead; runs on the journal's thread.
    using Save = std::function<void(const QString &folder, const std::vector<DurableFile> &files)>;

    //! \a mailbox: where answers go.
    TransferJournal(QString folder, std::shared_ptr<Mailbox> mailbox, Save save = {});
    //! Waits for nothing: close() before.
    ~TransferJournal();
    TransferJournal(const TransferJournal &) = delete;
    TransferJournal &operator=(const TransferJournal &) = delete;

    //! \a then gets all that is on the disk. A file that makes no sense is renamed to `.broken` and
    //! logged.
    void load(std::function<void(Content content)> then);
    //! \a then runs when the state is safe on the disk (or cannot be written). Of several states of
    //! one transfer that wait for the disk only the last is written.
    void write(const Transfer &transfer, std::function<void()> then = {});
    void writeOrder(const std::vector<TransferId> &ids);
    void remove(TransferId id);
    //! \a then runs when all earlier orders are done.
    void whenWritten(std::function<void()> then);
    //! Waits for all orders, at most until \a deadline; a disk that needs longer is left to itself.
    //! The last call.
    void close(QDeadlineTimer deadline);

private:
    struct Pending;

    std::shared_ptr<Pending> m_pending; // shared with the thread
    std::shared_ptr<Mailbox> m_mailbox;
    JournalThread m_thread;
};

} // namespace hubdesk
