// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filetreemodel.h"

#include "core/model/humanformat.h"

namespace hubdesk {

FileTreeModel::FileTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::setTree(FileTree tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

void FileTreeModel::clear()
{
    setTree(FileTree());
}

void FileTreeModel::setCached(const QSet<QString> &paths)
{
    m_tree.setCached(paths);
    // One range for each folder; views only ask for what they show.
    for (int i = 0; i < m_tree.count(); ++i) {
        const FileTree::Node &node = m_tree.node(i);
        if (node.children.empty())
            continue;
        const int first = node.children.front();
        const int last = node.children.back();
        Q_EMIT
        dataChanged(
            createIndex(m_tree.node(first).row, 0, static_cast<quintptr>(first)),
            createIndex(m_tree.node(last).row, ColumnCount - 1, static_cast<quintptr>(last)));
    }
}

QStringList FileTreeModel::filesBelow(const QModelIndex &index) const
{
    return m_tree.filesBelow(nodeOf(index));
}

QModelIndex FileTreeModel::indexOf(const QString &path) const
{
    const int node = m_tree.find(path);
    return node <= 0 ? QModelIndex()
                     : createIndex(m_tree.node(node).row, 0, static_cast<quintptr>(node));
}

int FileTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<int>(index.internalId()) : 0;
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int child = m_tree.node(nodeOf(parent)).children[static_cast<size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(child));
}

QModelIndex FileTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int parent = m_tree.node(nodeOf(child)).parent;
    return parent <= 0 ? QModelIndex()
                       : createIndex(m_tree.node(parent).row, 0, static_cast<quintptr>(parent));
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(m_tree.node(nodeOf(parent)).children.size());
}

int FileTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString FileTreeModel::text(const FileTree::Node &node, int column) const
{
    switch (column) {
    case NameColumn:
        return node.name;
    case SizeColumn:
        return humanSize(node.size);
    case StorageColumn:
        if (node.isFolder)
            return {};
        return node.lfs ? tr("LFS") : tr("Git");
    case CacheColumn:
        if (node.cachedFiles == 0)
            return {};
        if (node.cachedFiles == node.files)
            return tr("Cached");
        //: %1 of %2 files of this folder are in the cache
        return tr("%1 of %2").arg(node.cachedFiles).arg(node.files);
    default:
        return {};
    }
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FileTree::Node &node = m_tree.node(nodeOf(index));
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::ToolTipRole:
        if (index.column() == SizeColumn)
            return exactBytes(node.size);
        if (index.column() == StorageColumn && !node.isFolder)
            return node.lfs ? tr("Large file, stored beside the repo") : tr("Stored in the repo");
        return index.column() == NameColumn ? node.path : text(node, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                            : QVariant();
    case PathRole:
        return node.path;
    case SizeRole:
        return node.size;
    case IsFolderRole:
        return node.isFolder;
    case LfsRole:
        return node.lfs;
    case FilesRole:
        return node.files;
    case CachedFilesRole:
        return node.cachedFiles;
    case CachedBytesRole:
        return node.cachedBytes;
    default:
        return {};
    }
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == SizeColumn)
        return {Qt::AlignRight | Qt::AlignVCenter};
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case SizeColumn:
        return tr("Size");
    case StorageColumn:
        return tr("Storage");
    case CacheColumn:
        return tr("On this computer");
    default:
        return {};
    }
}

} // namespace hubdesk
