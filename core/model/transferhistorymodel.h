// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferevent.h"

#include <QAbstractListModel>

#include <deque>

namespace hubdesk {

//! The history of transfers, newest first, at most a given number of events.
class TransferHistoryModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferHistoryModel)

public:
    enum Role {
        TransferRole = Qt::UserRole, //!< TransferId as quint64
        KindRole, //!< TransferEvent::Kind as int
        TimeRole, //!< QDateTime, UTC
        TimeTextRole,
    };

    explicit TransferHistoryModel(int most, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

    [[nodiscard]] const TransferEvent &at(int row) const
    {
        return m_events[static_cast<size_t>(row)];
    }
    //! \a events: oldest first, all newer than what is there.
    void addNewer(const std::vector<TransferEvent> &events);
    //! \a events: oldest first, all older than what is there.
    void addOlder(const std::vector<TransferEvent> &events);
    void clear();

private:
    size_t m_most;
    std::deque<TransferEvent> m_events;
};

} // namespace hubdesk
