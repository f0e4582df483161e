// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferhistorymodel.h"

#include "core/model/humanformat.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

TransferHistoryModel::TransferHistoryModel(int most, QObject *parent)
    : QAbstractListModel(parent),
      m_most(static_cast<size_t>(std::max(1, most)))
{ }

int TransferHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

QVariant TransferHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TransferEvent &event = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return event.text;
    case Qt::ToolTipRole:
        return u"%1\n%2"_s.arg(QLocale().toString(event.time.toLocalTime(), QLocale::LongFormat),
                               event.text);
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(exactTime(event.time), event.text);
    case TransferRole:
        return QVariant::fromValue(event.transfer);
    case KindRole:
        return static_cast<int>(event.kind);
    case TimeRole:
        return event.time;
    case TimeTextRole:
        return exactTime(event.time);
    default:
        return {};
    }
}

void TransferHistoryModel::addNewer(const std::vector<TransferEvent> &events)
{
    const size_t taken = std::min(events.size(), m_most);
    if (taken == 0)
        return;
    if (m_events.size() + taken > m_most) {
        const size_t left = m_most - taken;
        beginRemoveRows({}, static_cast<int>(left), rowCount() - 1);
        m_events.resize(left);
        endRemoveRows();
    }
    beginInsertRows({}, 0, static_cast<int>(taken) - 1);
    for (size_t i = events.size() - taken; i < events.size(); ++i)
        m_events.push_front(events[i]);
    endInsertRows();
}

void TransferHistoryModel::addOlder(const std::vector<TransferEvent> &events)
{
    const size_t taken = std::min(events.size(), m_most - m_events.size());
    if (taken == 0)
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(taken) - 1);
    for (size_t i = 0; i < taken; ++i)
        m_events.push_back(events[events.size() - 1 - i]);
    endInsertRows();
}

void TransferHistoryModel::clear()
{
    if (m_events.empty())
        return;
    beginResetModel();
    m_events.clear();
    endResetModel();
}

} // namespace hubdesk
