// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace hubdesk {

class SettingsController;

//! The cache folder, with what is in force and why. Object names: "cacheFolder",
//! "cacheFolderChoose", "cacheFolderReset", "cacheFolderNote", "cacheHome".
class CachePage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CachePage)

public:
    CachePage(const UiContext &context, SettingsController *controller, QWidget *parent = nullptr);

private:
    void apply(const QString &folder);
    void refresh();

    SettingsController *m_controller;
    QLineEdit *m_folder;
    QPushButton *m_choose;
    QPushButton *m_reset;
    QCheckBox *m_check;
    ThemedLabel *m_note = nullptr;
    ThemedLabel *m_inForce = nullptr;
    ThemedLabel *m_home = nullptr;
};

} // namespace hubdesk
