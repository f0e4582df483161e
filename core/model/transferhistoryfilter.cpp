// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferhistoryfilter.h"

#include "core/model/transferhistorymodel.h"

namespace hubdesk {

TransferHistoryFilter::TransferHistoryFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{ }

void TransferHistoryFilter::setTransfer(TransferId id)
{
    if (m_transfer == id)
        return;
    m_transfer = id;
    invalidateRowsFilter();
}

void TransferHistoryFilter::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateRowsFilter();
}

bool TransferHistoryFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_transfer != 0
        && index.data(TransferHistoryModel::TransferRole).toULongLong() != m_transfer)
        return false;
    return m_text.isEmpty() || index.data().toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace hubdesk
