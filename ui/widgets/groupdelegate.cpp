// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/groupdelegate.h"

#include "ui/theme/measures.h"

#include <QPainter>

namespace hubdesk {

namespace {
constexpr int kSizeWidth = 76;
}

GroupDelegate::GroupDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context)
{ }

void GroupDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    m_painter.background(painter, option);
    QRect text = option.rect.adjusted(measure::kMedium, 0, -measure::kMedium, -1);
    const QRect size(text.right() - kSizeWidth + 1, text.top(), kSizeWidth, text.height());
    text.setRight(size.left() - measure::kSmall);
    const QString title = index.data().toString();
    const QString note = index.data(kNoteRole).toString();
    if (note.isEmpty())
        m_painter.text(painter, text, title, FontRole::Strong, Token::Text);
    else
        m_painter.twoLines(painter, text, title, note);
    m_painter.text(painter, size, index.data(kSizeRole).toString(), FontRole::Figures, Token::Text,
                   Qt::AlignRight | Qt::AlignVCenter);
    painter->restore();
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {160, measure::kRowTwoLines};
}

} // namespace hubdesk
