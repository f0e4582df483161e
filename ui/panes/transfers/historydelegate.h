// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowpainter.h"

#include <QStyledItemDelegate>

namespace hubdesk {

//! Rows of the history: mark, sentence and time; the time below the sentence where there is little
//! room beside it.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDelegate)

public:
    enum class Shape { OneLine, TwoLines };

    HistoryDelegate(const UiContext &context, Shape shape, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    RowPainter m_painter;
    Shape m_shape;
};

} // namespace hubdesk
