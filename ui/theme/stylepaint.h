// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>

class QPainter;

namespace hubdesk {

// The shapes that style, delegates and painted widgets share.

//! A filled round rectangle with a 1 px border on whole pixels; a transparent border is left out.
void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border,
             qreal radius);
//! A progress bar without text; \a share 0 to 1.
void drawBar(QPainter *painter, const QRect &rect, double share, const QColor &track,
             const QColor &fill);
//! The 2 px ring of the keyboard focus, inside \a rect.
void drawRing(QPainter *painter, const QRect &rect, const QColor &color, qreal radius);
//! An arrow head of 8 px.
void drawChevron(QPainter *painter, const QPointF &center, const QColor &color, bool up = false);
//! What is inside a checked box: a tick, or a bar when it is checked in part.
void drawTick(QPainter *painter, const QRect &box, const QColor &color, bool inPart);

} // namespace hubdesk
