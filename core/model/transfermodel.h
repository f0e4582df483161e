// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transfertext.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

#include <array>
#include <memory>
#include <vector>

namespace hubdesk {

class TransferQueue;

//! The list of transfers in queue order. Keeps a copy of each transfer without its files; updates
//! rows by range, never by reset after the start; scattered rows that go are moved to the end first
//! (layoutChanged()) and leave as one span. GUI thread; \a queue must outlive it.
class TransferModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferModel)

public:
    enum Column {
        NameColumn,
        StatusColumn,
        SizeColumn,
        SpeedColumn,
        TimeLeftColumn,
        AddedColumn,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole, //!< TransferId as quint64
        RawRole, //!< what the column sorts by
        StateRole, //!< TransferState as int
        GroupRole, //!< TransferGroup as int
        RepoTypeRole, //!< RepoType as int
        SubtitleRole,
        StatusRole, //!< plain words
        SpeedRole, //!< text
        TimeLeftRole, //!< text
        ProgressRole, //!< 0 to 1; -1: not known yet
        SizeTextRole, //!< "1.2 GB of 4.9 GB" while running, else the total
        PriorityRole, //!< TransferPriority as int
        WaitsForSpaceRole, //!< bool: it waits because the disk is full
    };

    explicit TransferModel(TransferQueue *queue, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    //! Rows can be dragged to another place of the list; that moves them in the queue.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row,
                                       int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    //! Puts \a ids before \a beforeId (0: at the end) in the queue and here.
    void move(std::vector<TransferId> ids, TransferId beforeId);
    //! Brings the rows into the order that the queue has now; selections stay with their rows.
    void syncOrder();

    //! The transfer of a row as the model knows it, without files.
    [[nodiscard]] const Transfer &at(int row) const { return *m_rows[static_cast<size_t>(row)]; }
    //! -1 when the transfer is not in the list.
    [[nodiscard]] int rowOf(TransferId id) const;
    //! How many are in \a group.
    [[nodiscard]] int count(TransferGroup group) const
    {
        return m_counts.at(static_cast<size_t>(group));
    }

Q_SIGNALS:
    //! Rows or states changed, so count() has.
    void countsChanged();

private:
    [[nodiscard]] QString display(const Transfer &transfer, int column) const;
    [[nodiscard]] QVariant raw(const Transfer &transfer, int column) const;
    void reload();
    void append(TransferId id);
    void removeLater(TransferId id);
    void removeRows();
    void moveToEnd(const std::vector<bool> &doomed);
    void removeSpan(int first, int last);
    void reindex(int first);
    void refresh(const std::vector<TransferId> &ids);
    //! Ids of another program or list mean nothing here.
    [[nodiscard]] quint64 dragMark() const;
    void countRow(TransferState state, int by);

    TransferQueue *m_queue;
    std::vector<std::unique_ptr<Transfer>> m_rows; //!< Pointers: removing thousands moves little.
    QHash<TransferId, int> m_index; //!< Right whenever somebody is told of a change.
    std::array<int, kTransferGroupCount> m_counts{};
    std::vector<TransferId> m_toRemove;
    QTimer m_removeTimer; //!< Clearing thousands of rows is one pass, not thousands.
};

} // namespace hubdesk
