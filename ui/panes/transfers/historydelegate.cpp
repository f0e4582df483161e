// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/historydelegate.h"

#include "core/model/transferhistorymodel.h"
#include "ui/theme/measures.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kTimeWidth = 132;
using Kind = TransferEvent::Kind;

struct Mark
{
    QString icon;
    Token token;
};

Mark markOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return {u"transfers"_s, Token::TextSecondary};
    case Kind::Started:
        return {u"download"_s, Token::Accent};
    case Kind::Waiting:
        return {u"waiting"_s, Token::Warn};
    case Kind::Paused:
        return {u"pause"_s, Token::TextSecondary};
    case Kind::Continued:
        return {u"resume"_s, Token::TextSecondary};
    case Kind::Noted:
        return {u"info"_s, Token::Warn};
    case Kind::Finished:
        return {u"done"_s, Token::Good};
    case Kind::Failed:
        return {u"error"_s, Token::Bad};
    case Kind::Canceled:
        return {u"cancel"_s, Token::TextSecondary};
    }
    return {u"info"_s, Token::TextSecondary};
}

} // namespace

HistoryDelegate::HistoryDelegate(const UiContext &context, Shape shape, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context),
      m_shape(shape)
{ }

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto kind = static_cast<Kind>(index.data(TransferHistoryModel::KindRole).toInt());
    const QString text = index.data().toString();
    const QString time = index.data(TransferHistoryModel::TimeTextRole).toString();
    painter->save();
    m_painter.background(painter, option);
    const QRect inner = option.rect.adjusted(measure::kSmall, 0, -measure::kSmall, -1);
    const QRect mark(inner.left(), inner.top(), measure::kIconSmall, inner.height());
    const Mark look = markOf(kind);
    m_painter.icon(painter, mark, look.icon, measure::kIconSmall, look.token);
    QRect rest = inner;
    rest.setLeft(mark.right() + 1 + measure::kSmall);
    const Token token = kind == Kind::Failed ? Token::Bad : Token::Text;
    if (m_shape == Shape::TwoLines) {
        m_painter.text(painter, RowPainter::line(rest, 0), text, FontRole::Body, token);
        m_painter.text(painter, RowPainter::line(rest, 1), time, FontRole::Secondary,
                       Token::TextSecondary);
    } else {
        QRect right = rest;
        right.setLeft(std::max(rest.left(), rest.right() - kTimeWidth + 1));
        rest.setRight(right.left() - measure::kMedium);
        m_painter.text(painter, rest, text, FontRole::Body, token);
        m_painter.text(painter, right, time, FontRole::Secondary, Token::TextSecondary,
                       Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {kTimeWidth, m_shape == Shape::TwoLines ? measure::kRowTwoLines : measure::kRowOneLine};
}

} // namespace hubdesk
