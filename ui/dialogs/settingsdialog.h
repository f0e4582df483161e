// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QDialog>

class QPushButton;

namespace hubdesk {

class AccountController;
class SettingsController;
class SettingsWidget;
class ThemedLabel;

//! The frame around SettingsWidget, with a way back from what changes many settings at once. Show
//! it with open(). Object names: "settingsResetPage", "settingsUndoText", "settingsUndo",
//! "settingsClose".
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
    QWidget *makeUndoRow(const UiContext &context);
    void showUndo();
    void resetPage();

    SettingsController *m_controller;
    SettingsWidget *m_widget;
    QWidget *m_undoRow = nullptr;
    ThemedLabel *m_undoText = nullptr;
    QPushButton *m_resetPage = nullptr;
};

} // namespace hubdesk
