// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QDialog>
#include <QList>

class QAction;

namespace hubdesk {

//! All shortcuts of the window and of the pane that is shown.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    ShortcutsDialog(const UiContext &context, const QList<QAction *> &actions,
                    QWidget *parent = nullptr);
};

} // namespace hubdesk
