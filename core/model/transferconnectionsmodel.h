// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"

#include <QAbstractListModel>

#include <vector>

namespace hubdesk {

//! The connections of one transfer, a row each, as they are now. Rows change in place; only their
//! number makes rows come and go.
class TransferConnectionsModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferConnectionsModel)

public:
    enum Role {
        FileRole = Qt::UserRole, //!< last part of the path
        HostRole,
        RangeRole, //!< "64.0 MB to 128.0 MB"
        SpeedRole, //!< text; empty when nothing comes
        StatusRole, //!< plain words
        ProgressRole, //!< 0 to 1, of its range
        TroubleRole, //!< true when it does not receive as it should
    };

    explicit TransferConnectionsModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

    void setConnections(std::vector<TransferConnection> connections);

private:
    std::vector<TransferConnection> m_rows;
};

} // namespace hubdesk
