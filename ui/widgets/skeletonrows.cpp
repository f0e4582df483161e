// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeletonrows.h"

#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <array>

namespace hubdesk {

SkeletonRows::SkeletonRows(const Theme *theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme)
{
    setAccessibleName(tr("Loading"));
    connect(theme, &Theme::changed, this, [this] { update(); });
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    constexpr std::array<int, 5> kWidths{52, 38, 61, 45, 34}; // percent, so that it looks like text
    QPainter painter(this);
    drawBox(&painter, rect(), m_theme->color(Token::Surface), m_theme->color(Token::Border), 0);
    const QColor bar = m_theme->color(Token::Track);
    const QColor pale = m_theme->color(Token::Divider);
    int row = 0;
    for (int y = 0; y + measure::kRowTwoLines <= height(); y += measure::kRowTwoLines, ++row) {
        const int percent = kWidths.at(static_cast<size_t>(row) % kWidths.size());
        const int room = width() - 2 * measure::kLarge;
        drawBox(&painter, QRect(measure::kLarge, y + 10, room * percent / 100, 10), bar,
                Qt::transparent, measure::kTiny);
        drawBox(&painter, QRect(measure::kLarge, y + 26, room * percent / 160, 8), pale,
                Qt::transparent, measure::kTiny);
    }
}

} // namespace hubdesk
