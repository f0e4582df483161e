// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/speedlimits.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace hubdesk {

class TransferQueue;

//! The speed limit in force; one click slows transfers down and lets them go again, a menu has
//! common values. Object names: the given one, with "Toggle" and "Menu" for its parts; in the menu
//! "slowTo<thousand bytes>", "slowOff", "slowSettings".
class LimitSwitch final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitSwitch)

public:
    LimitSwitch(const UiContext &context, const TransferQueue *queue, const QString &name,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void settingsRequested();

private:
    void buildMenu();
    void markMenu();
    void openMenu();
    void refresh();

    UiContext m_context;
    SpeedLimits m_limits;
    QPushButton *m_toggle;
    QPushButton *m_more;
    QMenu *m_menu;
};

} // namespace hubdesk
