// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/updateplan.h"

#include <QAbstractTableModel>

namespace hubdesk {

//! The files that an update changes. GUI thread.
class UpdateFilesModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpdateFilesModel)

public:
    enum Column { PathColumn, ChangeColumn, SizeColumn, ColumnCount };
    enum Role {
        RawRole = Qt::UserRole, //!< what the column sorts by
    };

    explicit UpdateFilesModel(QObject *parent = nullptr);

    void setFiles(std::vector<UpdatePlan::File> files);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<UpdatePlan::File> m_files;
};

} // namespace hubdesk
