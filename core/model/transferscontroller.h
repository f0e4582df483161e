// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transfermodel.h"

#include <QObject>
#include <QTimer>

namespace hubdesk {

class TransferQueue;

//! The whole queue in a few numbers, for the status bar.
struct TransferSummary
{
    int active = 0;
    int waiting = 0;
    int paused = 0;
    int failed = 0;
    qint64 speed = 0; //!< bytes/s of all
    qint64 secondsLeft = -1; //!< of all active and waiting ones; -1: not known

    bool operator==(const TransferSummary &) const = default;
    [[nodiscard]] bool isIdle() const { return active == 0 && waiting == 0; }
};

//! "3 down 84.0 MB/s, 12 min left"; what waits or failed when nothing runs; empty when there is
//! nothing.
[[nodiscard]] QString transferSummaryText(const TransferSummary &summary);

//! State and verbs of the Transfers pane. GUI thread; \a queue must outlive it.
class TransfersController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransfersController)

public:
    enum class Verb { Pause, Resume, Cancel, Retry, Remove };

    explicit TransfersController(TransferQueue *queue, QObject *parent = nullptr);

    [[nodiscard]] TransferModel *model() { return &m_model; }
    [[nodiscard]] const TransferModel *model() const { return &m_model; }
    [[nodiscard]] TransferQueue *queue() const { return m_queue; }
    [[nodiscard]] const TransferSummary &summary() const { return m_summary; }

    //! With files; nothing when it is gone.
    [[nodiscard]] std::optional<Transfer> transfer(TransferId id) const;
    //! Whether \a verb makes sense for at least one of \a ids.
    [[nodiscard]] bool can(Verb verb, const std::vector<TransferId> &ids) const;
    //! Does it to those of \a ids for which it makes sense.
    void apply(Verb verb, const std::vector<TransferId> &ids);
    void pauseAll();
    void resumeAll();
    void clearFinished();
    [[nodiscard]] bool canClearFinished() const;

Q_SIGNALS:
    //! At most four times a second.
    void summaryChanged();
    //! A transfer reached its end; for notifications.
    void transferEnded(hubdesk::TransferId id, hubdesk::TransferState state);

private:
    static constexpr int kSummaryInterval = 250; // ms

    [[nodiscard]] static bool allowed(Verb verb, TransferState state);
    void summarise();

    TransferQueue *m_queue;
    TransferModel m_model;
    TransferSummary m_summary;
    QTimer m_summaryTimer;
};

} // namespace hubdesk
