// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QWidget>

class QAbstractItemView;
class QModelIndex;

//! Mouse and keyboard of the tour: it acts on the real window only by events, as a person does.
namespace hubdesk::TourHands {

//! The visible child of \a parent with this object name; null when there is none (yet).
template <class T = QWidget> [[nodiscard]] T *find(const QWidget *parent, const QString &name)
{
    const auto found = parent->findChildren<T *>(name);
    for (T *child : found) {
        if (child->isVisible())
            return child;
    }
    return nullptr;
}

void click(QWidget *widget);
void clickAt(QWidget *widget, const QPoint &position, bool twice = false);
void clickRow(QAbstractItemView *view, const QModelIndex &index, bool twice = false);
void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
//! Replaces what a field holds.
void type(QWidget *field, const QString &text);

} // namespace hubdesk::TourHands
