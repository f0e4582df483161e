// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/cache/cachedelegate.h"

#include "core/model/cachemodel.h"
#include "ui/theme/measures.h"

#include <QPainter>

namespace hubdesk {

CacheDelegate::CacheDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context)
{ }

void CacheDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    m_painter.background(painter, option);
    const QRect inner = option.rect.adjusted(measure::kSmall, 0, -measure::kSmall, -1);
    if (index.column() == CacheModel::RepoColumn) {
        const RepoLook look =
            repoLook(static_cast<RepoType>(index.data(CacheModel::RepoTypeRole).toInt()));
        const QRect icon(inner.left(), inner.top(), measure::kIconLarge, inner.height());
        m_painter.icon(painter, icon, look.icon, measure::kIconLarge, look.token);
        m_painter.twoLines(painter, inner.adjusted(measure::kIconLarge + measure::kMedium, 0, 0, 0),
                           index.data().toString(),
                           index.data(CacheModel::SubtitleRole).toString());
    } else {
        m_painter.text(painter, inner, index.data().toString(), FontRole::Figures,
                       index.column() == CacheModel::SizeColumn ? Token::Text
                                                                : Token::TextSecondary,
                       Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->restore();
}

QSize CacheDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * measure::kMedium,
            measure::kRowTwoLines};
}

} // namespace hubdesk
