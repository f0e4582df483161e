// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferfiltermodel.h"

#include "core/model/transfermodel.h"

namespace hubdesk {

TransferFilterModel::TransferFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(TransferModel::RawRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void TransferFilterModel::setGroup(TransferGroup group)
{
    if (m_group == group)
        return;
    m_group = group;
    invalidateRowsFilter();
}

void TransferFilterModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateRowsFilter();
}

bool TransferFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, TransferModel::NameColumn, parent);
    if (m_group != TransferGroup::All
        && index.data(TransferModel::GroupRole).toInt() != static_cast<int>(m_group))
        return false;
    return m_text.isEmpty() || index.data().toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace hubdesk
