// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachefiltermodel.h"

#include "core/model/cachemodel.h"

namespace hubdesk {

CacheFilterModel::CacheFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(CacheModel::RawRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void CacheFilterModel::setType(std::optional<RepoType> type)
{
    if (m_type == type)
        return;
    m_type = type;
    invalidateRowsFilter();
}

void CacheFilterModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateRowsFilter();
}

void CacheFilterModel::setOnlyNew(bool onlyNew)
{
    if (m_onlyNew == onlyNew)
        return;
    m_onlyNew = onlyNew;
    invalidateRowsFilter();
}

bool CacheFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, CacheModel::RepoColumn, parent);
    if (m_type && index.data(CacheModel::RepoTypeRole).toInt() != static_cast<int>(*m_type))
        return false;
    if (m_onlyNew && !index.data(CacheModel::NewVersionRole).toBool())
        return false;
    return m_text.isEmpty() || index.data().toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace hubdesk
