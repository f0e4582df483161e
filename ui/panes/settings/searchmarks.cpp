// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/searchmarks.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace hubdesk {

SearchMarks::SearchMarks(const Theme *theme, QWidget *page)
    : QWidget(page),
      m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    page->installEventFilter(this);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void SearchMarks::mark(const QList<QWidget *> &controls)
{
    m_controls.clear();
    for (QWidget *control : controls)
        m_controls.append(control);
    setGeometry(parentWidget()->rect());
    raise();
    setVisible(!controls.isEmpty());
    update();
}

QList<QWidget *> SearchMarks::marked() const
{
    QList<QWidget *> controls;
    for (const auto &control : m_controls) {
        if (control)
            controls.append(control);
    }
    return controls;
}

bool SearchMarks::eventFilter(QObject *watched, QEvent *event)
{
    // The page is laid out anew: its controls may have moved.
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void SearchMarks::paintEvent(QPaintEvent *)
{
    constexpr qreal kWidth = 2;
    constexpr int kFill = 28; // of 255: what is below stays readable
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = m_theme->color(Token::Accent);
    painter.setPen(QPen(fill, kWidth));
    fill.setAlpha(kFill);
    painter.setBrush(fill);
    for (const QWidget *control : marked()) {
        if (!control->isVisibleTo(parentWidget()))
            continue;
        const QRect frame(control->mapTo(parentWidget(), QPoint()), control->size());
        const int grow = measure::kTiny;
        painter.drawRoundedRect(frame.adjusted(-grow, -grow / 2, grow, grow / 2), measure::kRadius,
                                measure::kRadius);
    }
}

} // namespace hubdesk
