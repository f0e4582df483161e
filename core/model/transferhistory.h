// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferhistorymodel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QThread>
#include <QTimer>

namespace hubdesk {

class TransferHistoryStore;
class TransferQueue;

//! Writes down in plain words what becomes of the transfers of a queue: in a model, and line by
//! line in a file that keeps the last events over restarts. Lives on the GUI thread; the file is
//! touched only on a thread of its own. The queue must outlive it.
class TransferHistory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferHistory)

public:
    static constexpr int kMostEvents = 5000;

    //! \a file: absolute, in the state folder of the program; empty: nothing is kept.
    explicit TransferHistory(TransferQueue *queue, const QString &file = {},
                             QObject *parent = nullptr);
    //! Writes what is not written yet and waits for it.
    ~TransferHistory() override;

    [[nodiscard]] TransferHistoryModel *model() { return &m_model; }
    [[nodiscard]] const TransferHistoryModel *model() const { return &m_model; }

    //! Forgets all events, those in the file too.
    void clear();
    //! Writes all events to \a path, oldest first, in the format of its ending; exported() follows.
    void exportTo(const QString &path);

Q_SIGNALS:
    //! \a problem: the system's words; empty when the file is there.
    void exported(const QString &path, const QString &problem);

private:
    static constexpr int kGather = 200; // ms

    //! What must be remembered of a transfer to tell what its next state means.
    struct Known
    {
        TransferState state = TransferState::Queued;
        qint64 activeSince = -1; //!< ms of m_clock
        qint64 activeBefore = 0; //!< ms
    };

    void noteAdded(TransferId id);
    void noteState(TransferId id, TransferState state);
    void add(TransferEvent event);
    void flush();

    TransferQueue *m_queue;
    TransferHistoryModel m_model;
    QHash<TransferId, Known> m_known;
    QElapsedTimer m_clock;
    QDateTime m_since; //!< Transfers made before are not new.
    std::vector<TransferEvent> m_pending; //!< A thousand events at once are one change.
    QTimer m_gatherTimer;
    QThread m_thread;
    TransferHistoryStore *m_store; //!< Lives on m_thread and goes with it.
    bool m_keeps = false; //!< There is a file.
};

} // namespace hubdesk
