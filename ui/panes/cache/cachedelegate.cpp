// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/cache/cachedelegate.h"

#include "core/model/cachemodel.h"
#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"

#include <QPainter>

namespace hubdesk {

CacheDelegate::CacheDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_theme(context.theme),
      m_painter(context)
{ }

void CacheDelegate::paintBadge(QPainter *painter, QRect &line, const QModelIndex &index) const
{
    const bool isNew = index.data(CacheModel::NewVersionRole).toBool();
    if (!isNew && !index.data(CacheModel::PinnedRole).toBool())
        return;
    const QString text = isNew ? tr("New version") : tr("Pinned");
    QRect badge = line;
    badge.setWidth(QFontMetrics(m_theme->font(FontRole::Secondary)).horizontalAdvance(text)
                   + 2 * measure::kSmall);
    drawBox(painter, badge, m_theme->color(isNew ? Token::AccentSoft : Token::Surface),
            m_theme->color(isNew ? Token::Accent : Token::Border), measure::kRadius);
    m_painter.text(painter, badge, text, FontRole::Secondary,
                   isNew ? Token::Accent : Token::TextSecondary, Qt::AlignCenter);
    line.setLeft(badge.right() + 1 + measure::kSmall);
}

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
        const QRect text = inner.adjusted(measure::kIconLarge + measure::kMedium, 0, 0, 0);
        m_painter.text(painter, RowPainter::line(text, 0), index.data().toString(),
                       FontRole::Strong, Token::Text, Qt::AlignLeft | Qt::AlignVCenter,
                       Qt::ElideMiddle);
        QRect second = RowPainter::line(text, 1);
        paintBadge(painter, second, index);
        m_painter.text(painter, second, index.data(CacheModel::SubtitleRole).toString(),
                       FontRole::Secondary, Token::TextSecondary);
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
