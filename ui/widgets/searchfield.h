// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QLineEdit>

namespace hubdesk {

//! A line edit with a magnifying glass and a clear button. Escape clears, then leaves to \a target;
//! arrow down goes to \a target.
class SearchField final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    SearchField(const UiContext &context, const QString &placeholder, QWidget *parent = nullptr);

    void setTarget(QWidget *target) { m_target = target; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *m_target = nullptr;
};

} // namespace hubdesk
