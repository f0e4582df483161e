// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylepaint.h"

#include "ui/theme/measures.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace hubdesk {

namespace {

constexpr qreal kFocusWidth = 2;
constexpr qreal kTickWidth = 1.75;

} // namespace

void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border,
             qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(border, measure::kBorder));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void drawBar(QPainter *painter, const QRect &rect, double share, const QColor &track,
             const QColor &fill)
{
    const qreal radius = rect.height() / 2.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(track);
    painter->drawRoundedRect(rect, radius, radius);
    if (share > 0) {
        QRectF part(rect);
        part.setWidth(std::max<qreal>(rect.height(), rect.width() * std::min(share, 1.0)));
        if (QGuiApplication::isRightToLeft())
            part.moveRight(rect.right() + 1);
        painter->setBrush(fill);
        painter->drawRoundedRect(part, radius, radius);
    }
    painter->restore();
}

void drawRing(QPainter *painter, const QRect &rect, const QColor &color, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, kFocusWidth));
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

void drawChevron(QPainter *painter, const QPointF &center, const QColor &color, bool up)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath path;
    const qreal tip = up ? -2 : 2;
    path.moveTo(center + QPointF(-4, -tip));
    path.lineTo(center + QPointF(0, tip));
    path.lineTo(center + QPointF(4, -tip));
    painter->drawPath(path);
    painter->restore();
}

void drawTick(QPainter *painter, const QRect &box, const QColor &color, bool inPart)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, kTickWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF inner = QRectF(box).adjusted(3, 3, -3, -3);
    QPainterPath path;
    if (inPart) {
        path.moveTo(inner.left(), inner.center().y());
        path.lineTo(inner.right(), inner.center().y());
    } else {
        path.moveTo(inner.left(), inner.center().y());
        path.lineTo(inner.left() + inner.width() * 0.4, inner.bottom() - 1);
        path.lineTo(inner.right(), inner.top() + 1);
    }
    painter->drawPath(path);
    painter->restore();
}

} // namespace hubdesk
