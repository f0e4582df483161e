// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/transferdelegate.h"

#include "core/model/transfermodel.h"
#include "ui/theme/measures.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kFiguresWidth = 164;
constexpr int kBarWidth = 132;
constexpr int kBarHeight = 6;
constexpr int kRoomForBar = 560; // below it title and figures need the place

} // namespace

TransferRowLayout layoutTransferRow(const QRect &row, bool withBar)
{
    TransferRowLayout layout;
    const QRect inner = row.adjusted(measure::kMedium, 0, -measure::kMedium, -1);
    layout.icon = QRect(inner.left(), inner.top(), measure::kIconLarge, inner.height());
    const int figures = std::min(kFiguresWidth, inner.width() / 3);
    layout.figures = QRect(inner.right() - figures + 1, inner.top(), figures, inner.height());
    int textRight = layout.figures.left() - measure::kMedium;
    if (withBar && row.width() >= kRoomForBar) {
        const QRect block(textRight - kBarWidth, inner.top(), kBarWidth, inner.height());
        layout.percent = RowPainter::line(block, 0);
        const QRect lower = RowPainter::line(block, 1);
        layout.bar =
            QRect(lower.left(), lower.center().y() - kBarHeight / 2, lower.width(), kBarHeight);
        textRight = block.left() - measure::kMedium;
    }
    const int textLeft = layout.icon.right() + 1 + measure::kMedium;
    layout.text = QRect(textLeft, inner.top(), std::max(0, textRight - textLeft), inner.height());
    return layout;
}

StateMark stateMark(TransferState state)
{
    switch (state) {
    case TransferState::Queued:
        return {u"waiting"_s, Token::TextSecondary};
    case TransferState::Preparing:
    case TransferState::Hashing:
    case TransferState::Running:
    case TransferState::Verifying:
        return {u"download"_s, Token::Accent};
    case TransferState::Paused:
        return {u"pause"_s, Token::TextSecondary};
    case TransferState::Finished:
        return {u"done"_s, Token::Good};
    case TransferState::Failed:
        return {u"error"_s, Token::Bad};
    case TransferState::Canceled:
        return {u"cancel"_s, Token::TextSecondary};
    }
    return {u"waiting"_s, Token::TextSecondary};
}

TransferDelegate::TransferDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context)
{ }

void TransferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const auto state = static_cast<TransferState>(index.data(TransferModel::StateRole).toInt());
    const double progress = index.data(TransferModel::ProgressRole).toDouble();
    // Why it waits needs the room more than a bar with nothing in it.
    const bool withBar =
        !isEnded(state) && (progress > 0 || (progress == 0 && state != TransferState::Queued));
    const TransferRowLayout layout = layoutTransferRow(option.rect, withBar);
    painter->save();
    m_painter.background(painter, option);
    const bool needsSpace = index.data(TransferModel::WaitsForSpaceRole).toBool();
    const StateMark mark = needsSpace ? StateMark{u"disk"_s, Token::Bad} : stateMark(state);
    m_painter.icon(painter, layout.icon, mark.icon, measure::kIconLarge, mark.token);

    const QString status = index.data(TransferModel::StatusRole).toString();
    const QString subtitle = index.data(TransferModel::SubtitleRole).toString();
    m_painter.twoLines(
        painter, layout.text, index.data().toString(), u"%1 · %2"_s.arg(status, subtitle),
        state == TransferState::Failed || needsSpace ? Token::Bad : Token::TextSecondary);
    if (!layout.bar.isEmpty()) {
        m_painter.bar(painter, layout.bar, progress,
                      isActive(state) ? Token::Accent : Token::TextSecondary);
        m_painter.text(painter, layout.percent, u"%1 %"_s.arg(static_cast<int>(progress * 100)),
                       FontRole::Secondary, Token::TextSecondary,
                       Qt::AlignRight | Qt::AlignVCenter);
    }
    const QString speed = index.data(TransferModel::SpeedRole).toString();
    const QString left = index.data(TransferModel::TimeLeftRole).toString();
    m_painter.text(painter, RowPainter::line(layout.figures, 0),
                   index.data(TransferModel::SizeTextRole).toString(), FontRole::Figures,
                   Token::Text, Qt::AlignRight | Qt::AlignVCenter);
    m_painter.text(painter, RowPainter::line(layout.figures, 1),
                   speed.isEmpty() || left.isEmpty() ? speed + left : u"%1 · %2"_s.arg(speed, left),
                   FontRole::Secondary, Token::TextSecondary, Qt::AlignRight | Qt::AlignVCenter);
    painter->restore();
}

QSize TransferDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {2 * kFiguresWidth, measure::kRowTwoLines};
}

} // namespace hubdesk
