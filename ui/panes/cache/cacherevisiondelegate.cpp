// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/cache/cacherevisiondelegate.h"

#include "core/model/cacherevisionmodel.h"
#include "ui/theme/measures.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hubdesk {

CacheRevisionDelegate::CacheRevisionDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context)
{ }

void CacheRevisionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const bool isFile = index.data(CacheRevisionModel::IsFileRole).toBool();
    painter->save();
    m_painter.background(painter, option);
    const QRect inner = option.rect.adjusted(measure::kTiny, 0, -measure::kSmall, -1);
    if (index.column() == CacheRevisionModel::NameColumn) {
        const QRect icon(inner.left(), inner.top(), measure::kIconSmall, inner.height());
        m_painter.icon(painter, icon, isFile ? u"file"_s : u"commit"_s, measure::kIconSmall,
                       Token::TextSecondary);
        m_painter.text(painter, inner.adjusted(measure::kIconSmall + measure::kSmall, 0, 0, 0),
                       index.data().toString(), isFile ? FontRole::Mono : FontRole::Strong,
                       Token::Text, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    } else {
        m_painter.text(painter, inner, index.data().toString(), FontRole::Figures,
                       index.column() == CacheRevisionModel::SizeColumn ? Token::Text
                                                                        : Token::TextSecondary,
                       Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->restore();
}

QSize CacheRevisionDelegate::sizeHint(const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), measure::kRowOneLine};
}

} // namespace hubdesk
