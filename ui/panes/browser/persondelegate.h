// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"
#include "ui/widgets/rowpainter.h"

#include <QStyledItemDelegate>

namespace hubdesk {

class Avatars;

//! Two-line row of a PersonListModel: picture, name, handle, role.
class PersonDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonDelegate)

public:
    static constexpr int kAvatar = 28;

    //! \a avatars is not owned.
    PersonDelegate(const UiContext &context, Avatars *avatars, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    RowPainter m_painter;
    Avatars *m_avatars;
};

} // namespace hubdesk
