// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace hubdesk {

//! Plain text in a font and a colour of the theme. With an elide mode the text is cut to the width,
//! the whole text is in the tooltip, and Copy in its context menu gives the whole text.
class ThemedLabel : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemedLabel)

public:
    ThemedLabel(const Theme *theme, FontRole font, Token token, QWidget *parent = nullptr);
    ~ThemedLabel() override;

    void setToken(Token token);
    //! Qt::ElideNone: an ordinary label.
    void setElideMode(Qt::TextElideMode mode);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void restyle();
    [[nodiscard]] QString shownText() const;

    const Theme *m_theme;
    FontRole m_font;
    Token m_token;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

} // namespace hubdesk
