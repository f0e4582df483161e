// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/downloadplan.h"

#include <QAbstractTableModel>

namespace hubdesk {

//! The files of a DownloadPlan with check marks. The plan belongs to the DownloadController, which
//! calls filesReset() and choiceChanged(). GUI thread.
class DownloadFilesModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadFilesModel)

public:
    enum Column { PathColumn, SizeColumn, StateColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, //!< QString
        SizeRole, //!< qint64, bytes
        ChosenRole, //!< bool
        CachedRole, //!< bool
    };

    explicit DownloadFilesModel(const DownloadPlan *plan, QObject *parent = nullptr);
    ~DownloadFilesModel() override;

    void beginFilesReset() { beginResetModel(); }
    void endFilesReset() { endResetModel(); }
    //! Check marks or cache marks changed, anywhere.
    void choiceChanged();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    //! The user set or took a check mark: an order to the controller.
    void chooseRequested(const QString &path, bool chosen);

private:
    const DownloadPlan *m_plan;
};

} // namespace hubdesk
