// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

#include <functional>
#include <vector>

namespace hubdesk {

//! Which messages of the desktop there are. Object names: "notifyBatchEnd", "notifyFailures",
//! "notifyNewVersions".
class NotificationsPage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationsPage)

public:
    explicit NotificationsPage(const UiContext &context, QWidget *parent = nullptr);

private:
    void addSwitch(const QString &name, const QString &text, SettingKey key);

    std::vector<std::function<void()>> m_refresh;
};

} // namespace hubdesk
