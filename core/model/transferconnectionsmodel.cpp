// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferconnectionsmodel.h"

#include "core/model/humanformat.h"
#include "core/model/transfertext.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

double progressOf(const TransferConnection &connection)
{
    const qint64 length = connection.end - connection.begin;
    if (length <= 0)
        return 0;
    return std::clamp(static_cast<double>(connection.position - connection.begin)
                          / static_cast<double>(length),
                      0.0, 1.0);
}

QString rangeText(const TransferConnection &connection)
{
    return TransferConnectionsModel::tr("%1 to %2", "first and last byte of a range")
        .arg(humanSize(connection.begin), humanSize(connection.end));
}

QString exactRange(const TransferConnection &connection)
{
    const QLocale locale;
    return TransferConnectionsModel::tr("Bytes %1 to %2, now at %3")
        .arg(locale.toString(connection.begin),
             locale.toString(std::max(connection.begin, connection.end - 1)),
             locale.toString(connection.position));
}

} // namespace

TransferConnectionsModel::TransferConnectionsModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

int TransferConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TransferConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TransferConnection &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.path;
    case Qt::ToolTipRole:
        return u"%1\n%2\n%3\n%4"_s.arg(row.path, row.host, exactRange(row), connectionStatus(row));
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4 %5"_s
            .arg(row.path, row.host, rangeText(row), connectionStatus(row), speedText(row.speed))
            .trimmed();
    case FileRole:
        return row.path.mid(row.path.lastIndexOf(u'/') + 1);
    case HostRole:
        return row.host;
    case RangeRole:
        return rangeText(row);
    case SpeedRole:
        return row.state == TransferConnection::State::Receiving ? speedText(row.speed) : QString();
    case StatusRole:
        return connectionStatus(row);
    case ProgressRole:
        return progressOf(row);
    case TroubleRole:
        return row.state == TransferConnection::State::Stalled
            || row.state == TransferConnection::State::Retrying;
    default:
        return {};
    }
}

void TransferConnectionsModel::setConnections(std::vector<TransferConnection> connections)
{
    const int before = rowCount();
    const int after = static_cast<int>(connections.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(connections.size());
        endRemoveRows();
    }
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const auto i = static_cast<size_t>(row);
        if (m_rows[i] == connections[i])
            continue;
        m_rows[i] = std::move(connections[i]);
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        Q_EMIT
    dataChanged(index(first), index(last));
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(connections.begin() + before),
                      std::make_move_iterator(connections.end()));
        endInsertRows();
    }
}

} // namespace hubdesk
