// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>

class QAbstractItemView;

namespace hubdesk {

//! Ctrl+click and Ctrl+Enter on a row: the second place that a row leads to. The view neither
//! selects nor activates then.
class CtrlActivation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CtrlActivation)

public:
    //! A child of \a view.
    explicit CtrlActivation(QAbstractItemView *view);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void activated(const QModelIndex &index);

private:
    QAbstractItemView *m_view;
    QPersistentModelIndex m_pressed;
};

} // namespace hubdesk
