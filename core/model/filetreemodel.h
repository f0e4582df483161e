// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filetree.h"

#include <QAbstractItemModel>

namespace hubdesk {

//! The files of a repo at one revision as a tree. GUI thread; a new tree resets the
//! model, new cache marks only announce changed cells.
class FileTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTreeModel)

public:
    enum Column { NameColumn, SizeColumn, StorageColumn, CacheColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, //!< QString
        SizeRole, //!< qint64, bytes
        IsFolderRole, //!< bool
        LfsRole, //!< bool
        FilesRole, //!< int, files at or below
        CachedFilesRole, //!< int
        CachedBytesRole, //!< qint64
    };

    explicit FileTreeModel(QObject *parent = nullptr);
    ~FileTreeModel() override;

    void setTree(FileTree tree);
    void clear();
    void setCached(const QSet<QString> &paths);
    [[nodiscard]] const FileTree &tree() const { return m_tree; }
    //! Paths of all files at or below \a index.
    [[nodiscard]] QStringList filesBelow(const QModelIndex &index) const;
    //! Index in the first column; invalid when there is no such path.
    [[nodiscard]] QModelIndex indexOf(const QString &path) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] int nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QString text(const FileTree::Node &node, int column) const;

    FileTree m_tree;
};

} // namespace hubdesk
