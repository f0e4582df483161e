// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/transferfiledelegate.h"

#include "core/model/transferfilesmodel.h"
#include "ui/theme/measures.h"

#include <QPainter>

namespace hubdesk {

TransferFileDelegate::TransferFileDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context)
{ }

void TransferFileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    constexpr int kBarHeight = 4;
    const auto state =
        static_cast<TransferState>(index.data(TransferFilesModel::StateRole).toInt());
    painter->save();
    m_painter.background(painter, option);
    const QRect inner = option.rect.adjusted(measure::kSmall, 0, -measure::kSmall, -1);
    switch (index.column()) {
    case TransferFilesModel::PathColumn:
        m_painter.text(painter, inner, index.data().toString(), FontRole::Mono, Token::Text,
                       Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
        break;
    case TransferFilesModel::StateColumn:
        if (state == TransferState::Running || state == TransferState::Verifying) {
            const QRect bar(inner.left(), inner.center().y() - kBarHeight / 2, inner.width(),
                            kBarHeight);
            m_painter.bar(painter, bar, index.data(TransferFilesModel::ProgressRole).toDouble(),
                          Token::Accent);
        } else {
            m_painter.text(painter, inner, index.data().toString(), FontRole::Secondary,
                           state == TransferState::Failed ? Token::Bad : Token::TextSecondary);
        }
        break;
    default:
        m_painter.text(painter, inner, index.data().toString(), FontRole::Figures, Token::Text,
                       Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->restore();
}

QSize TransferFileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {measure::kRowTwoLines, measure::kRowOneLine};
}

} // namespace hubdesk
