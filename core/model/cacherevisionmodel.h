// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachescan.h"

#include <QAbstractItemModel>

namespace hubdesk {

//! Revisions of one cached repo with their files below: the details of the Cache pane.
class CacheRevisionModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheRevisionModel)

public:
    enum Column { NameColumn, SizeColumn, ChangedColumn, ColumnCount };
    enum Role {
        RawRole = Qt::UserRole, //!< what the column sorts by
        PathRole, //!< absolute: snapshot folder or file in it
        IsFileRole,
        CommitRole, //!< of the revision, or of the revision the file is in
    };

    explicit CacheRevisionModel(QObject *parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    //! Newest revision first. Nothing happens when \a repo is what is shown.
    void setRepo(const CachedRepo &repo);
    void clear();
    [[nodiscard]] const CachedRepo &repo() const { return m_repo; }

private:
    static constexpr quintptr kRevision = 0; // internal id; a file has the revision's row + 1

    [[nodiscard]] QVariant revisionData(const CachedRevision &revision, int column, int role) const;
    [[nodiscard]] QVariant fileData(const CachedRevision &revision, const CachedFile &file,
                                    int column, int role) const;

    CachedRepo m_repo;
};

} // namespace hubdesk
