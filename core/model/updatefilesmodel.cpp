// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/updatefilesmodel.h"

#include "core/model/humanformat.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

using Kind = UpdatePlan::File::Kind;

QString changeText(const UpdatePlan::File &file)
{
    switch (file.kind) {
    case Kind::Added:
        return UpdateFilesModel::tr("new", "a file");
    case Kind::Changed:
        return UpdateFilesModel::tr("changed", "a file");
    case Kind::Removed:
        return UpdateFilesModel::tr("removed", "a file");
    }
    return {};
}

QString sizeText(const UpdatePlan::File &file)
{
    if (file.kind == Kind::Removed)
        return {};
    return file.isCached ? UpdateFilesModel::tr("is there") : humanSize(file.size);
}

} // namespace

UpdateFilesModel::UpdateFilesModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void UpdateFilesModel::setFiles(std::vector<UpdatePlan::File> files)
{
    if (files == m_files)
        return;
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

int UpdateFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int UpdateFilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UpdateFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const UpdatePlan::File &file = m_files[static_cast<size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == PathColumn  ? file.path
            : column == ChangeColumn ? changeText(file)
                                     : sizeText(file);
    case Qt::ToolTipRole:
        return column == PathColumn || file.kind == Kind::Removed ? file.path
                                                                  : exactBytes(file.size);
    case Qt::AccessibleTextRole:
        return u"%1, %2 %3"_s.arg(file.path, changeText(file), sizeText(file)).trimmed();
    case Qt::TextAlignmentRole:
        return column == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case RawRole:
        return column == PathColumn  ? QVariant(file.path)
            : column == ChangeColumn ? QVariant(static_cast<int>(file.kind))
                                     : QVariant(file.size);
    default:
        return {};
    }
}

QVariant UpdateFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return section == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PathColumn:
        return tr("File");
    case ChangeColumn:
        return tr("Change");
    case SizeColumn:
        return tr("To fetch");
    default:
        return {};
    }
}

} // namespace hubdesk
