// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QDialog>

namespace hubdesk {

class AccountController;
class SettingsController;
class SettingsWidget;

//! The frame around SettingsWidget. Show it with open().
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    SettingsDialog(const UiContext &context, SettingsController *settings,
                   AccountController *account, QWidget *parent = nullptr);

    void showPage(const QString &id);
    [[nodiscard]] QString page() const;

private:
    SettingsWidget *m_widget;
};

} // namespace hubdesk
