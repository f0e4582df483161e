// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowpainter.h"

#include <QStyledItemDelegate>

namespace hubdesk {

//! Rows of the connections of a transfer: file, host and range, where it is in it, speed or what is
//! wrong.
class ConnectionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDelegate)

public:
    explicit ConnectionDelegate(const UiContext &context, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    RowPainter m_painter;
};

} // namespace hubdesk
