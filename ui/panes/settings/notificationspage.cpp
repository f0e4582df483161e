// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/notificationspage.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace hubdesk {

NotificationsPage::NotificationsPage(const UiContext &context, QWidget *parent)
    : SettingsPage(context, tr("Notifications"), parent)
{
    addHeading(tr("Messages of the desktop"));
    addSwitch(u"notifyBatchEnd"_s, tr("When all transfers have ended"), SettingKey::NotifyBatchEnd);
    addSwitch(u"notifyFailures"_s, tr("When some of them failed"), SettingKey::NotifyFailures);
    addSwitch(u"notifyNewVersions"_s, tr("When there are new versions of what is in the cache"),
              SettingKey::NotifyNewVersions);
    addNote(u"notificationsNote"_s,
            tr("Only when the window is not in front, or after something that took long. Without a "
               "sound; the desktop's own settings, such as \"Do not disturb\", hold as well."));
    const auto refresh = [this] {
        for (const auto &each : m_refresh)
            each();
    };
    connect(context.settings, &Settings::changed, this, refresh);
    refresh();
}

void NotificationsPage::addSwitch(const QString &name, const QString &text, SettingKey key)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    addWidget(box);
    describe(box, key, tr("message, popup, alert, sound"));
    connect(box, &QCheckBox::clicked, this,
            [this, key](bool on) { context().settings->setValue(key, on); });
    m_refresh.emplace_back([this, box, key] { box->setChecked(context().settings->flag(key)); });
}

} // namespace hubdesk
