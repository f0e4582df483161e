// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace hubdesk {

//! The icon set of resources/icons (SVG on a 20 px grid, one stroke style), coloured by tokens at
//! run time. Icons follow the theme: set one once, it is right after a change. Names: see
//! resources/icons.
class Icons
{
public:
    //! \a theme must outlive this and may be gone before the icons are.
    explicit Icons(const Theme *theme);

    //! Token::TextDisabled when disabled.
    [[nodiscard]] QIcon icon(const QString &name, Token token = Token::Text) const;
    //! For painters and labels; tinted with the colour of now.
    [[nodiscard]] QPixmap pixmap(const QString &name, int size, qreal devicePixelRatio,
                                 Token token = Token::Text) const;
    [[nodiscard]] static bool exists(const QString &name);

private:
    const Theme *m_theme;
    mutable QHash<QString, QIcon> m_painted; //!< Rows are painted often, drawings are parsed once.
};

} // namespace hubdesk
