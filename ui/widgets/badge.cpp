// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/theme/measures.h"

#include <QPainter>

namespace hubdesk {

Badge::Badge(const Theme *theme, QWidget *parent)
    : QLabel(parent),
      m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setContentsMargins(6, 1, 6, 1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, &Badge::restyle);
    restyle();
}

void Badge::restyle()
{
    setFont(m_theme->font(FontRole::Secondary));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme->color(Token::Accent));
    setPalette(colours);
}

void Badge::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(Token::AccentSoft));
    painter.drawRoundedRect(rect(), measure::kTiny, measure::kTiny);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace hubdesk
