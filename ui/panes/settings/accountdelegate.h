// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowpainter.h"

#include <QStyledItemDelegate>

namespace hubdesk {

class Avatars;

//! A row of an AccountListModel: the picture, name, Hub and token, a tick for the account in use.
class AccountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountDelegate)

public:
    AccountDelegate(const UiContext &context, Avatars *avatars, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    Avatars *m_avatars;
    RowPainter m_painter;
};

} // namespace hubdesk
