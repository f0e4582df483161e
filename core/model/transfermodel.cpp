// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transfermodel.h"

#include "core/model/humanformat.h"
#include "core/model/transferqueue.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>
#include <QSet>

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

double progressOf(const Transfer &transfer)
{
    if (transfer.state == TransferState::Finished)
        return 1;
    if (transfer.totalBytes <= 0)
        return -1;
    return std::clamp(static_cast<double>(transfer.doneBytes)
                          / static_cast<double>(transfer.totalBytes),
                      0.0, 1.0);
}

QString sizeText(const Transfer &transfer)
{
    if (transfer.totalBytes <= 0)
        return {};
    if (transfer.state == TransferState::Finished || transfer.doneBytes <= 0)
        return humanSize(transfer.totalBytes);
    return TransferModel::tr("%1 of %2", "done of total size")
        .arg(humanSize(transfer.doneBytes), humanSize(transfer.totalBytes));
}

QString mimeType()
{
    return u"application/x-hubdesk-transfers"_s;
}

} // namespace

TransferModel::TransferModel(TransferQueue *queue, QObject *parent)
    : QAbstractTableModel(parent),
      m_queue(queue)
{
    m_removeTimer.setSingleShot(true);
    m_removeTimer.setInterval(0);
    connect(&m_removeTimer, &QTimer::timeout, this, &TransferModel::removeRows);
    connect(queue, &TransferQueue::transferAdded, this, &TransferModel::append);
    connect(queue, &TransferQueue::transferRemoved, this, &TransferModel::removeLater);
    connect(queue, &TransferQueue::transferStateChanged, this,
            [this](TransferId id) { refresh({id}); });
    connect(queue, &TransferQueue::transfersChanged, this, &TransferModel::refresh);
    connect(queue, &TransferQueue::orderChanged, this, &TransferModel::syncOrder);
    reload();
}

int TransferModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TransferModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int TransferModel::rowOf(TransferId id) const
{
    return m_index.value(id, -1);
}

QVariant TransferModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Transfer &transfer = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(transfer, index.column());
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(transferTitle(transfer.request), transferStatus(transfer),
                                   sizeText(transfer));
    case Qt::ToolTipRole:
        if (index.column() == SizeColumn)
            return exactBytes(transfer.totalBytes);
        return u"%1\n%2"_s.arg(transferTitle(transfer.request), transferStatus(transfer));
    case IdRole:
        return QVariant::fromValue(transfer.id);
    case RawRole:
        return raw(transfer, index.column());
    case StateRole:
        return static_cast<int>(transfer.state);
    case GroupRole:
        return static_cast<int>(transferGroup(transfer.state));
    case RepoTypeRole:
        return static_cast<int>(transfer.request.repo.type);
    case SubtitleRole:
        return transferSubtitle(transfer);
    case StatusRole:
        return transferStatus(transfer);
    case SpeedRole:
        return transfer.state == TransferState::Running ? speedText(transfer.speed) : QString();
    case TimeLeftRole:
        return transfer.state == TransferState::Running ? timeLeftText(transfer.secondsLeft)
                                                        : QString();
    case ProgressRole:
        return progressOf(transfer);
    case SizeTextRole:
        return sizeText(transfer);
    case PriorityRole:
        return static_cast<int>(transfer.priority);
    case WaitsForSpaceRole:
        return transfer.waitsForSpace && transfer.state == TransferState::Queued;
    default:
        return {};
    }
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case StatusColumn:
        return tr("State");
    case SizeColumn:
        return tr("Size");
    case SpeedColumn:
        return tr("Speed");
    case TimeLeftColumn:
        return tr("Time left");
    case AddedColumn:
        return tr("Added");
    default:
        return {};
    }
}

QString TransferModel::display(const Transfer &transfer, int column) const
{
    switch (column) {
    case NameColumn:
        return transferTitle(transfer.request);
    case StatusColumn:
        return transferStatus(transfer);
    case SizeColumn:
        return sizeText(transfer);
    case SpeedColumn:
        return speedText(transfer.speed);
    case TimeLeftColumn:
        return timeLeftText(transfer.secondsLeft);
    case AddedColumn:
        return exactTime(transfer.createdAt);
    default:
        return {};
    }
}

QVariant TransferModel::raw(const Transfer &transfer, int column) const
{
    switch (column) {
    case NameColumn:
        return transferTitle(transfer.request);
    case StatusColumn:
        return static_cast<int>(transfer.state);
    case SizeColumn:
        return transfer.totalBytes;
    case SpeedColumn:
        return transfer.speed;
    case TimeLeftColumn:
        return transfer.secondsLeft;
    case AddedColumn:
        return transfer.createdAt;
    default:
        return {};
    }
}

void TransferModel::countRow(TransferState state, int by)
{
    m_counts.at(static_cast<size_t>(transferGroup(state))) += by;
    m_counts.at(static_cast<size_t>(TransferGroup::All)) += by;
}

void TransferModel::reload()
{
    for (const TransferId id : m_queue->transfers())
        append(id);
}

void TransferModel::append(TransferId id)
{
    auto transfer = m_queue->summary(id);
    if (!transfer || m_index.contains(id))
        return;
    const int row = static_cast<int>(m_rows.size());
    beginInsertRows({}, row, row);
    m_index.insert(id, row);
    countRow(transfer->state, 1);
    m_rows.push_back(std::make_unique<Transfer>(std::move(*transfer)));
    endInsertRows();
    Q_EMIT
    countsChanged();
}

void TransferModel::removeLater(TransferId id)
{
    m_toRemove.push_back(id);
    m_removeTimer.start();
}

void TransferModel::removeRows()
{
    std::vector<bool> doomed(m_rows.size());
    int first = rowCount();
    int last = -1;
    int count = 0;
    for (const TransferId id : std::exchange(m_toRemove, {})) {
        const int row = rowOf(id);
        if (row < 0 || doomed[static_cast<size_t>(row)])
            continue;
        doomed[static_cast<size_t>(row)] = true;
        first = std::min(first, row);
        last = std::max(last, row);
        ++count;
    }
    if (count == 0)
        return;
    if (last - first + 1 != count) {
        moveToEnd(doomed);
        last = rowCount() - 1;
        first = rowCount() - count;
    }
    removeSpan(first, last);
    Q_EMIT
    countsChanged();
}

//! Every announced span makes proxies and views go through all their rows. Rows that are scattered
//! are gathered first, so that any number of them costs one new order and one span.
void TransferModel::moveToEnd(const std::vector<bool> &doomed)
{
    Q_EMIT
    layoutAboutToBeChanged();
    std::vector<std::unique_ptr<Transfer>> sorted;
    std::vector<int> newRows(m_rows.size());
    sorted.reserve(m_rows.size());
    for (const bool goes : {false, true}) {
        for (size_t row = 0; row < m_rows.size(); ++row) {
            if (doomed[row] != goes)
                continue;
            newRows[row] = static_cast<int>(sorted.size());
            sorted.push_back(std::move(m_rows[row]));
        }
    }
    m_rows = std::move(sorted);
    reindex(0);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &each : before)
        after.append(index(newRows[static_cast<size_t>(each.row())], each.column()));
    changePersistentIndexList(before, after);
    Q_EMIT
    layoutChanged();
}

void TransferModel::removeSpan(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) {
        countRow(at(row).state, -1);
        m_index.remove(at(row).id);
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    reindex(first);
    endRemoveRows();
}

//! Brings m_index up to date from row \a first on; before anybody is told of the new rows.
void TransferModel::reindex(int first)
{
    for (int row = first; row < rowCount(); ++row)
        m_index[at(row).id] = row;
}

void TransferModel::refresh(const std::vector<TransferId> &ids)
{
    std::set<int> changed;
    bool statesChanged = false;
    for (const TransferId id : ids) {
        const int row = rowOf(id);
        auto fresh = row >= 0 ? m_queue->summary(id) : std::nullopt;
        if (!fresh)
            continue;
        Transfer &kept = *m_rows[static_cast<size_t>(row)];
        if (kept.state != fresh->state) {
            countRow(kept.state, -1);
            countRow(fresh->state, 1);
            statesChanged = true;
        }
        kept = std::move(*fresh);
        changed.insert(row);
    }
    if (changed.empty())
        return;
    const auto announce = [this](int first, int last) {
        Q_EMIT
        dataChanged(index(first, 0), index(last, ColumnCount - 1));
    };
    if (changed.size() * 2 > m_rows.size()) {
        announce(*changed.begin(), *changed.rbegin());
    } else {
        for (auto it = changed.begin(); it != changed.end();) {
            const int first = *it;
            int last = first;
            for (++it; it != changed.end() && *it == last + 1; ++it)
                last = *it;
            announce(first, last);
        }
    }
    if (statesChanged)
        Q_EMIT
    countsChanged();
}

Qt::ItemFlags TransferModel::flags(const QModelIndex &index) const
{
    // A drop goes between rows, never on one.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled
            | Qt::ItemNeverHasChildren
                           : Qt::ItemIsDropEnabled;
}

Qt::DropActions TransferModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

quint64 TransferModel::dragMark() const
{
    return static_cast<quint64>(QCoreApplication::applicationPid())
        ^ static_cast<quint64>(reinterpret_cast<quintptr>(this));
}

QStringList TransferModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *TransferModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<int> rows;
    for (const QModelIndex &index : indexes)
        rows.push_back(index.row());
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << dragMark();
    for (const int row : rows)
        stream << at(row).id;
    auto *data = new QMimeData; // The view owns it.
    data->setData(mimeType(), bytes);
    return data;
}

bool TransferModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                    const QModelIndex &parent) const
{
    return action == Qt::MoveAction && !parent.isValid() && data && data->hasFormat(mimeType());
}

bool TransferModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                 const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QByteArray bytes = data->data(mimeType());
    QDataStream stream(bytes);
    quint64 mark = 0;
    stream >> mark;
    if (mark != dragMark())
        return false;
    std::vector<TransferId> ids;
    for (TransferId id = 0; !stream.atEnd();) {
        stream >> id;
        ids.push_back(id);
    }
    move(std::move(ids), row >= 0 && row < rowCount() ? at(row).id : 0);
    return true;
}

void TransferModel::move(std::vector<TransferId> ids, TransferId beforeId)
{
    std::erase_if(ids, [this](TransferId id) { return rowOf(id) < 0; });
    // Before one that moves itself means before the next one that stays.
    int row = beforeId == 0 ? -1 : rowOf(beforeId);
    const QSet<TransferId> moving(ids.begin(), ids.end());
    while (row >= 0 && row < rowCount() && moving.contains(at(row).id))
        ++row;
    if (ids.empty())
        return;
    m_queue->move(ids, row >= 0 && row < rowCount() ? at(row).id : 0);
}

void TransferModel::syncOrder()
{
    const std::vector<TransferId> order = m_queue->transfers();
    // What the queue knows and we do not (yet), and the other way round, keeps its place at the
    // end.
    std::vector<int> oldRows;
    oldRows.reserve(m_rows.size());
    std::vector<bool> placed(m_rows.size());
    for (const TransferId id : order) {
        if (const int row = rowOf(id); row >= 0) {
            oldRows.push_back(row);
            placed[static_cast<size_t>(row)] = true;
        }
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (!placed[static_cast<size_t>(row)])
            oldRows.push_back(row);
    }
    if (std::ranges::is_sorted(oldRows))
        return;
    Q_EMIT
    layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<std::unique_ptr<Transfer>> rows;
    rows.reserve(m_rows.size());
    std::vector<int> newRows(m_rows.size());
    for (const int old : oldRows) {
        const int now = static_cast<int>(rows.size());
        newRows[static_cast<size_t>(old)] = now;
        rows.push_back(std::move(m_rows[static_cast<size_t>(old)]));
        m_index[rows.back()->id] = now;
    }
    m_rows = std::move(rows);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &each : before)
        after.append(index(newRows[static_cast<size_t>(each.row())], each.column()));
    changePersistentIndexList(before, after);
    Q_EMIT
    layoutChanged({}, VerticalSortHint);
}

} // namespace hubdesk
