// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/tourhands.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace hubdesk::TourHands {

namespace {

void mouse(QWidget *widget, QEvent::Type type, const QPoint &position, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, QPointF(position), QPointF(widget->mapToGlobal(position)),
                      Qt::LeftButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

} // namespace

void clickAt(QWidget *widget, const QPoint &position, bool twice)
{
    mouse(widget, QEvent::MouseMove, position, Qt::NoButton);
    mouse(widget, QEvent::MouseButtonPress, position, Qt::LeftButton);
    mouse(widget, QEvent::MouseButtonRelease, position, Qt::NoButton);
    if (twice) {
        mouse(widget, QEvent::MouseButtonDblClick, position, Qt::LeftButton);
        mouse(widget, QEvent::MouseButtonRelease, position, Qt::NoButton);
    }
}

void click(QWidget *widget)
{
    clickAt(widget, widget->rect().center());
}

void clickRow(QAbstractItemView *view, const QModelIndex &index, bool twice)
{
    view->scrollTo(index);
    clickAt(view->viewport(), view->visualRect(index).center(), twice);
}

void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QApplication::sendEvent(widget, &up);
}

void type(QWidget *field, const QString &text)
{
    field->setFocus(Qt::ShortcutFocusReason);
    press(field, Qt::Key_A, Qt::ControlModifier);
    for (const QChar c : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(field, &down);
    }
}

} // namespace hubdesk::TourHands
