// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowpainter.h"

#include <QStyledItemDelegate>

namespace hubdesk {

//! Rows of the cached repos: icon by type and two lines in the first column, figures in the others.
class CacheDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheDelegate)

public:
    explicit CacheDelegate(const UiContext &context, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    //! Draws "New version" or "Pinned" at the left end of \a line and takes the room off it.
    void paintBadge(QPainter *painter, QRect &line, const QModelIndex &index) const;

    const Theme *m_theme;
    RowPainter m_painter;
};

} // namespace hubdesk
