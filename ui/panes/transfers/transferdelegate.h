// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowpainter.h"

#include <QStyledItemDelegate>

namespace hubdesk {

//! Where the parts of a transfer's row are. Pure, so that it can be tested without painting.
struct TransferRowLayout
{
    QRect icon;
    QRect text; //!< title and status, two lines
    QRect bar; //!< empty when there is no room
    QRect percent; //!< left of the bar's end, first line
    QRect figures; //!< size above, speed and time left below, right-aligned
};
[[nodiscard]] TransferRowLayout layoutTransferRow(const QRect &row, bool withBar);

//! Mark of a state: icon and colour.
struct StateMark
{
    QString icon;
    Token token;
};

enum class TransferState;
[[nodiscard]] StateMark stateMark(TransferState state);

//! Rows of the transfer list: 44 px, two lines, bar, figures, state in words.
class TransferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferDelegate)

public:
    explicit TransferDelegate(const UiContext &context, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    RowPainter m_painter;
};

} // namespace hubdesk
