// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace hubdesk {

class TransferQueue;

//! What a batch came to: the transfers that ended from the first one that worked to the last.
struct TransferBatchResult
{
    QStringList finished; //!< titles, in the order of their ends
    QStringList failed;
    qint64 finishedBytes = 0; //!< of those that finished
    qint64 longestSeconds = 0; //!< that one of them worked
};

//! "2 downloads finished", "1 download failed", "2 downloads finished, 1 failed"
[[nodiscard]] QString batchTitle(const TransferBatchResult &result);
//! The names, a line each, failed ones first and at most a few.
[[nodiscard]] QString batchText(const TransferBatchResult &result);

//! Notices when the last transfer that works comes to its end. GUI thread; the queue must outlive
//! it.
class TransferBatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferBatch)

public:
    //! Milliseconds that only grow; tests bring their own.
    using Clock = std::function<qint64()>;

    explicit TransferBatch(TransferQueue *queue, Clock clock = {}, QObject *parent = nullptr);

    //! How long nothing must work before the batch is over: between two transfers of a queue
    //! there is a moment when none does.
    void setSettleTime(int milliseconds) { m_settle.setInterval(milliseconds); }

Q_SIGNALS:
    //! Only when something finished or failed.
    void ended(const hubdesk::TransferBatchResult &result);

private:
    static constexpr int kSettle = 1500; // ms

    void noteState(TransferId id, TransferState state);
    void forget(TransferId id);
    void finish();

    TransferQueue *m_queue;
    Clock m_clock;
    QHash<TransferId, qint64> m_active; //!< since when, ms
    TransferBatchResult m_result;
    QTimer m_settle;
};

} // namespace hubdesk
