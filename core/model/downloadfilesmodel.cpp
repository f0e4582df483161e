// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/downloadfilesmodel.h"

#include "core/model/humanformat.h"

namespace hubdesk {

DownloadFilesModel::DownloadFilesModel(const DownloadPlan *plan, QObject *parent)
    : QAbstractTableModel(parent),
      m_plan(plan)
{ }

DownloadFilesModel::~DownloadFilesModel() = default;

void DownloadFilesModel::choiceChanged()
{
    if (rowCount() > 0)
        Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DownloadFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan->files().size());
}

int DownloadFilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DownloadFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DownloadPlan::File &file = m_plan->files()[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == PathColumn)
            return file.path;
        if (index.column() == SizeColumn)
            return humanSize(file.size);
        return file.cached ? tr("Cached") : QString();
    case Qt::ToolTipRole:
        return index.column() == SizeColumn ? exactBytes(file.size) : file.path;
    case Qt::CheckStateRole:
        return index.column() == PathColumn
            ? QVariant(static_cast<int>(file.chosen ? Qt::Checked : Qt::Unchecked))
            : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                            : QVariant();
    case PathRole:
        return file.path;
    case SizeRole:
        return file.size;
    case ChosenRole:
        return file.chosen;
    case CachedRole:
        return file.cached;
    default:
        return {};
    }
}

bool DownloadFilesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != PathColumn)
        return false;
    Q_EMIT
    chooseRequested(index.data(PathRole).toString(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags DownloadFilesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() == PathColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant DownloadFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == SizeColumn)
        return {Qt::AlignRight | Qt::AlignVCenter};
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PathColumn:
        return tr("File");
    case SizeColumn:
        return tr("Size");
    case StateColumn:
        return tr("On this computer");
    default:
        return {};
    }
}

} // namespace hubdesk
