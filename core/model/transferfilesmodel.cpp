// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferfilesmodel.h"

#include "core/model/humanformat.h"
#include "core/model/transfertext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

TransferFilesModel::TransferFilesModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

int TransferFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int TransferFilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TransferFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TransferFile &file = m_files[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == PathColumn)
            return file.path;
        return index.column() == StateColumn ? transferFileStatus(file) : humanSize(file.size);
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(file.path, transferFileStatus(file), humanSize(file.size));
    case Qt::ToolTipRole:
        return index.column() == SizeColumn ? exactBytes(file.size) : file.path;
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                            : QVariant();
    case RawRole:
        if (index.column() == PathColumn)
            return file.path;
        return index.column() == StateColumn ? QVariant(static_cast<int>(file.state))
                                             : QVariant(file.size);
    case StateRole:
        return static_cast<int>(file.state);
    case ProgressRole:
        if (file.state == TransferState::Finished)
            return 1.0;
        return file.size > 0
            ? std::clamp(static_cast<double>(file.received) / static_cast<double>(file.size), 0.0,
                         1.0)
            : 0.0;
    default:
        return {};
    }
}

QVariant TransferFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == PathColumn)
        return tr("File");
    return section == StateColumn ? tr("State") : tr("Size");
}

void TransferFilesModel::setFiles(TransferId id, std::vector<TransferFile> files)
{
    const bool samePlan = id == m_id
        && std::ranges::equal(files, m_files, {}, &TransferFile::path, &TransferFile::path);
    if (!samePlan) {
        beginResetModel();
        m_id = id;
        m_files = std::move(files);
        endResetModel();
        return;
    }
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const auto i = static_cast<size_t>(row);
        if (m_files[i] == files[i])
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first < 0)
        return;
    m_files = std::move(files);
    Q_EMIT
    dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void TransferFilesModel::clear()
{
    setFiles(0, {});
}

} // namespace hubdesk
