// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"

#include <QAbstractTableModel>

#include <vector>

namespace hubdesk {

//! The files of one transfer. Progress changes rows by range; another transfer or plan is a reset.
class TransferFilesModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferFilesModel)

public:
    enum Column { PathColumn, StateColumn, SizeColumn, ColumnCount };
    enum Role {
        RawRole = Qt::UserRole, //!< what the column sorts by
        StateRole, //!< TransferState as int
        ProgressRole, //!< 0 to 1
    };

    explicit TransferFilesModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    void setFiles(TransferId id, std::vector<TransferFile> files);
    void clear();

private:
    TransferId m_id = 0;
    std::vector<TransferFile> m_files;
};

} // namespace hubdesk
