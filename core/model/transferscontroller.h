// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferhistory.h"
#include "core/model/transfermodel.h"
#include "core/model/transfersamples.h"

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
    int waitingForSpace = 0; //!< of those that wait: the disk is full
    QString spaceReason = {}; //!< Why the first of them waits, in plain words.
    qint64 remaining = 0; //!< bytes that active and waiting ones still have to get, as far as known

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

    //! Where \a ids go within the rows that the user sees.
    enum class Step { Up, Down, Top, Bottom };
    static constexpr int kSamples = 300; //!< one a second

    //! \a historyFile: see TransferHistory.
    explicit TransfersController(TransferQueue *queue, const QString &historyFile = {},
                                 QObject *parent = nullptr);

    [[nodiscard]] TransferModel *model() { return &m_model; }
    [[nodiscard]] const TransferModel *model() const { return &m_model; }
    [[nodiscard]] TransferQueue *queue() const { return m_queue; }
    [[nodiscard]] const TransferSummary &summary() const { return m_summary; }

    [[nodiscard]] TransferHistory *history() { return &m_history; }
    //! Speed of all transfers together, bytes/s.
    [[nodiscard]] const TransferSamples &speeds() const { return m_speeds; }

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
    void retryAllFailed();
    //! Those that wait because the disk is full try again now.
    void retrySpace();

    //! Puts \a ids before \a beforeId; 0: at the end.
    void move(const std::vector<TransferId> &ids, TransferId beforeId);
    //! Moves \a ids, in the order of \a shown, which are the ids in sight from the top.
    void moveBy(Step step, const std::vector<TransferId> &ids,
                const std::vector<TransferId> &shown);
    //! Whether priority, limit and start can still matter to at least one of \a ids.
    [[nodiscard]] bool canPlan(const std::vector<TransferId> &ids) const;
    void setPriority(const std::vector<TransferId> &ids, TransferPriority priority);
    //! bytes/s; 0: none.
    void setRateLimit(const std::vector<TransferId> &ids, qint64 bytesPerSecond);
    //! Invalid: at once.
    void setStartAt(const std::vector<TransferId> &ids, const QDateTime &utc);

Q_SIGNALS:
    //! At most four times a second.
    void summaryChanged();
    //! speeds() has a new value; once a second while there is something to see.
    void sampled();
    //! A transfer reached its end; for notifications.
    void transferEnded(hubdesk::TransferId id, hubdesk::TransferState state);

private:
    static constexpr int kSummaryInterval = 250; // ms
    static constexpr int kSampleInterval = 1000; // ms

    [[nodiscard]] static bool allowed(Verb verb, TransferState state);
    void summarise();
    void sample();
    [[nodiscard]] std::vector<TransferId> open(const std::vector<TransferId> &ids) const;

    TransferQueue *m_queue;
    TransferModel m_model;
    TransferSummary m_summary;
    TransferHistory m_history;
    TransferSamples m_speeds{kSamples};
    QTimer m_summaryTimer;
    QTimer m_sampleTimer;
};

} // namespace hubdesk
