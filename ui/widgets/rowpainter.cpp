// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowpainter.h"

#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionViewItem>

using namespace Qt::StringLiterals;

namespace hubdesk {

RepoLook repoLook(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return {u"model"_s, Token::Model};
    case RepoType::Dataset:
        return {u"dataset"_s, Token::Dataset};
    case RepoType::Space:
        return {u"space"_s, Token::Space};
    }
    return {u"model"_s, Token::Model};
}

void RowPainter::background(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const Theme &theme = *m_context.theme;
    const bool selected = option.state & QStyle::State_Selected;
    const bool hover = option.state & QStyle::State_MouseOver;
    const QColor fill = theme.color(selected    ? Token::AccentSoft
                                        : hover ? Token::Hover
                                                : Token::Surface);
    painter->fillRect(option.rect, fill);
    QRect divider = option.rect;
    divider.setTop(divider.bottom());
    painter->fillRect(divider, theme.color(Token::Divider));
    if (option.state & QStyle::State_HasFocus) {
        QRect mark = option.rect;
        mark.setWidth(3);
        if (option.direction == Qt::RightToLeft)
            mark.moveRight(option.rect.right());
        if (option.viewItemPosition == QStyleOptionViewItem::Beginning
            || option.viewItemPosition == QStyleOptionViewItem::OnlyOne
            || option.viewItemPosition == QStyleOptionViewItem::Invalid)
            painter->fillRect(mark, theme.color(Token::Accent));
    }
}

void RowPainter::icon(QPainter *painter, const QRect &rect, const QString &name, int size,
                      Token token) const
{
    QRect place(0, 0, size, size);
    place.moveCenter(rect.center());
    painter->drawPixmap(
        place.topLeft(),
        m_context.icons->pixmap(name, size, painter->device()->devicePixelRatioF(), token));
}

void RowPainter::text(QPainter *painter, const QRect &rect, const QString &text, FontRole font,
                      Token token, Qt::Alignment alignment, Qt::TextElideMode elide) const
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    painter->setFont(m_context.theme->font(font));
    painter->setPen(m_context.theme->color(token));
    painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, elide, rect.width()));
}

void RowPainter::twoLines(QPainter *painter, const QRect &rect, const QString &first,
                          const QString &second, Token secondToken) const
{
    text(painter, line(rect, 0), first, FontRole::Strong, Token::Text,
         Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    text(painter, line(rect, 1), second, FontRole::Secondary, secondToken);
}

void RowPainter::bar(QPainter *painter, const QRect &rect, double share, Token token) const
{
    drawBar(painter, rect, share, m_context.theme->color(Token::Track),
            m_context.theme->color(token));
}

QRect RowPainter::line(const QRect &row, int number)
{
    const int half = (row.height() - 2 * measure::kTiny) / 2;
    return {row.left(), row.top() + measure::kTiny + number * half, row.width(), half};
}

} // namespace hubdesk
