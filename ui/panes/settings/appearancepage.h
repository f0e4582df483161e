// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

class QButtonGroup;
class QCheckBox;

namespace hubdesk {

//! System, light, dark, high contrast; applied at once. Object names: "appearance-system" and so
//! on.
class AppearancePage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearancePage)

public:
    explicit AppearancePage(const UiContext &context, QWidget *parent = nullptr);

private:
    void addChoice(Appearance appearance, const QString &text);
    void refresh();

    QButtonGroup *m_group;
    QCheckBox *m_images;
};

} // namespace hubdesk
