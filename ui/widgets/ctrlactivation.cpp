// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ctrlactivation.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace hubdesk {

CtrlActivation::CtrlActivation(QAbstractItemView *view)
    : QObject(view),
      m_view(view)
{
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
}

bool CtrlActivation::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!enter || !(key->modifiers() & Qt::ControlModifier)
            || !m_view->currentIndex().isValid())
            return false;
        Q_EMIT
        activated(m_view->currentIndex());
        return true;
    }
    const bool press = event->type() == QEvent::MouseButtonPress;
    const bool twice = event->type() == QEvent::MouseButtonDblClick;
    // In this order: while the view ends it has no viewport to ask for.
    if ((!press && !twice && event->type() != QEvent::MouseButtonRelease)
        || watched != m_view->viewport())
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
    if (press || twice) {
        const bool mine = mouse->modifiers() == Qt::ControlModifier && index.isValid();
        m_pressed = mine && press ? QPersistentModelIndex(index) : QPersistentModelIndex();
        return mine;
    }
    if (!m_pressed.isValid())
        return false;
    const bool same = m_pressed == index;
    m_pressed = QPersistentModelIndex();
    if (same)
        Q_EMIT
    activated(index);
    return true;
}

} // namespace hubdesk
