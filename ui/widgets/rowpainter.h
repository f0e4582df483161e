// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/repoid.h"
#include "ui/shell/uicontext.h"
#include "ui/theme/theme.h"

#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace hubdesk {

//! Icon and colour of a repo type.
struct RepoLook
{
    QString icon;
    Token token;
};
[[nodiscard]] RepoLook repoLook(RepoType type);

//! Paints the parts that rows of lists have in common: background with selection, hover and focus,
//! the divider below, an icon, one or two lines of text. Used by delegates; holds no state of a
//! row.
class RowPainter final
{
public:
    explicit RowPainter(const UiContext &context)
        : m_context(context)
    { }

    void background(QPainter *painter, const QStyleOptionViewItem &option) const;
    //! Centred in \a rect.
    void icon(QPainter *painter, const QRect &rect, const QString &name, int size,
              Token token) const;
    void text(QPainter *painter, const QRect &rect, const QString &text, FontRole font, Token token,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
              Qt::TextElideMode elide = Qt::ElideRight) const;
    //! First line strong, second line secondary, as the rows of 44 px have them.
    void twoLines(QPainter *painter, const QRect &rect, const QString &first, const QString &second,
                  Token secondToken = Token::TextSecondary) const;
    void bar(QPainter *painter, const QRect &rect, double share, Token token) const;
    //! \a rect of the first or second line of a row of two.
    [[nodiscard]] static QRect line(const QRect &row, int number);

private:
    UiContext m_context;
};

} // namespace hubdesk
