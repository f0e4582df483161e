// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"
#include "ui/widgets/rowpainter.h"

#include <QStyledItemDelegate>

namespace hubdesk {

//! Where the parts of a search result are. Pure, for tests.
struct RepoRowLayout
{
    QRect icon;
    QRect text;
    QRect
        marks; //!< In the cache, gated, private: beside the first line; empty when there are none.
    QRect downloads;
    QRect likes;
    QRect changed; //!< Empty where there is no room.
};
[[nodiscard]] RepoRowLayout layoutRepoRow(const QRect &row, int marks);

//! Two-line row of a RepoListModel: type, id, task and library, likes, downloads, last change.
class RepoDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepoDelegate)

public:
    explicit RepoDelegate(const UiContext &context, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    //! What a tooltip at \a position of \a row says.
    [[nodiscard]] static QString toolTipAt(const QPoint &position, const QRect &row,
                                           const QModelIndex &index);

private:
    RowPainter m_painter;
};

} // namespace hubdesk
