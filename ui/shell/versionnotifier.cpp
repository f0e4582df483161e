// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/versionnotifier.h"

#include "core/model/updatecontroller.h"
#include "ui/shell/desktopnotifier.h"

#include <QWidget>

#include <utility>

namespace hubdesk {

VersionNotifier::VersionNotifier(UpdateController *updates, DesktopNotifier *notifier,
                                 std::function<bool()> wanted, QObject *parent)
    : QObject(parent),
      m_updates(updates),
      m_notifier(notifier),
      m_wanted(std::move(wanted))
{
    connect(updates, &UpdateController::checkingChanged, this, &VersionNotifier::follow);
}

void VersionNotifier::follow()
{
    const bool isChecking = m_updates->isChecking();
    if (std::exchange(m_wasChecking, isChecking) == isChecking)
        return;
    if (isChecking) {
        m_before = m_updates->newCount();
        return;
    }
    const int found = m_updates->newCount() - m_before;
    if (found <= 0 || !m_wanted() || (m_window && m_window->isActiveWindow()))
        return;
    m_notifier->show({.title = tr("%n new versions", nullptr, found),
                      .text = tr("What is in the cache has changed on the Hub.")},
                     [guard = QPointer<VersionNotifier>(this)] {
                         if (guard)
                             Q_EMIT guard->cacheRequested();
                     });
}

} // namespace hubdesk
