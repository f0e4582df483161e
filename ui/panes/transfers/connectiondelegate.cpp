// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/connectiondelegate.h"

#include "core/model/transferconnectionsmodel.h"
#include "ui/theme/measures.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kFiguresWidth = 96;
constexpr int kBarHeight = 4;

} // namespace

ConnectionDelegate::ConnectionDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context)
{ }

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const bool trouble = index.data(TransferConnectionsModel::TroubleRole).toBool();
    painter->save();
    m_painter.background(painter, option);
    const QRect inner = option.rect.adjusted(measure::kSmall, 0, -measure::kSmall, -1);
    const int figures = std::min(kFiguresWidth, inner.width() / 3);
    const QRect right(inner.right() - figures + 1, inner.top(), figures, inner.height());
    const QRect left(inner.left(), inner.top(), inner.width() - figures - measure::kMedium,
                     inner.height());
    m_painter.text(painter, RowPainter::line(left, 0),
                   index.data(TransferConnectionsModel::FileRole).toString(), FontRole::Mono,
                   Token::Text, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    const QRect bar = RowPainter::line(right, 0);
    m_painter.bar(painter,
                  QRect(bar.left(), bar.center().y() - kBarHeight / 2, bar.width(), kBarHeight),
                  index.data(TransferConnectionsModel::ProgressRole).toDouble(),
                  trouble ? Token::Warn : Token::Accent);

    // What it waits for matters more than where the bytes would come from.
    const QString speed = index.data(TransferConnectionsModel::SpeedRole).toString();
    const QString host = index.data(TransferConnectionsModel::HostRole).toString();
    if (speed.isEmpty()) {
        const QString status = index.data(TransferConnectionsModel::StatusRole).toString();
        m_painter.text(painter, RowPainter::line(inner, 1), u"%1 · %2"_s.arg(status, host),
                       FontRole::Secondary, trouble ? Token::Warn : Token::TextSecondary);
    } else {
        const QString range = index.data(TransferConnectionsModel::RangeRole).toString();
        m_painter.text(painter, RowPainter::line(left, 1), u"%1 · %2"_s.arg(host, range),
                       FontRole::Secondary, Token::TextSecondary);
        m_painter.text(painter, RowPainter::line(right, 1), speed, FontRole::Secondary,
                       Token::TextSecondary, Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->restore();
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {2 * kFiguresWidth, measure::kRowTwoLines};
}

} // namespace hubdesk
