// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flattabbar.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QCursor>
#include <QPainter>

namespace hubdesk {

namespace {
constexpr int kLine = 2;
constexpr int kHeight = 32;
} // namespace

FlatTabBar::FlatTabBar(const UiContext &context, QWidget *parent)
    : QTabBar(parent),
      m_context(context)
{
    setDrawBase(false);
    setExpanding(false);
    setMouseTracking(true);
    connect(m_context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    // Strong letters are wider; the tabs must not move when another one is chosen.
    const QFontMetrics metrics(m_context.theme->font(FontRole::Strong));
    return {metrics.horizontalAdvance(tabText(index)) + 2 * measure::kMedium, kHeight};
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool current = i == currentIndex();
        const bool hovered = isEnabled() && underMouse() && tab.contains(pointer);
        painter.setFont(m_context.theme->font(current ? FontRole::Strong : FontRole::Body));
        painter.setPen(
            m_context.theme->color(current || hovered ? Token::Text : Token::TextSecondary));
        painter.drawText(tab, Qt::AlignCenter, tabText(i));
        if (current) {
            painter.fillRect(QRect(tab.left() + measure::kTiny, tab.bottom() - kLine + 1,
                                   tab.width() - 2 * measure::kTiny, kLine),
                             m_context.theme->color(Token::Accent));
        }
        if (current && hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(m_context.theme->color(Token::Accent), 1.5));
            painter.drawRoundedRect(QRectF(tab).adjusted(1, 2, -1, -4), measure::kTiny,
                                    measure::kTiny);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
}

} // namespace hubdesk
