// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/mailbox.h"
#include "core/transfer/taskpool.h"
#include "core/transfer/transfer.h"

#include <functional>
#include <memory>
#include <vector>

namespace hubdesk {

//! Keeps the list of transfers on the disk, one small JSON file each, replaced as a whole: a crash
//! leaves the old or the new state. Writes happen on a thread of its own, in order, because a flush
//! may take long on a busy disk; load() is for the start. Without a folder everything is done at
//! once.
class TransferJournal
{
public:
    //! \a mailbox: where written() answers.
    TransferJournal(QString folder, std::shared_ptr<Mailbox> mailbox);
    //! Waits until everything is written.
    ~TransferJournal();

    //! All transfers on the disk, oldest first. A file that makes no sense is renamed to `.broken`
    //! and logged.
    [[nodiscard]] std::vector<Transfer> load();
    //! \a then runs through the mailbox when the state is safe on the disk (or cannot be written).
    void write(const Transfer &transfer, std::function<void()> then = {});
    void remove(TransferId id);
    //! \a then runs through the mailbox when all earlier orders are done.
    void whenWritten(std::function<void()> then);
    //! False when the disk needs longer than \a milliseconds.
    bool flush(int milliseconds);

private:
    [[nodiscard]] QString path(TransferId id) const;

    QString m_folder;
    std::shared_ptr<Mailbox> m_mailbox;
    TaskPool m_pool{1};
    std::shared_ptr<Strand> m_strand;
};

} // namespace hubdesk
