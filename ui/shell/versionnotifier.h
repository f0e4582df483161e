// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace hubdesk {

class DesktopNotifier;
class UpdateController;

//! Tells the desktop when a check found new versions and nobody looks at the window.
class VersionNotifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionNotifier)

public:
    //! All must outlive it. \a wanted: whether the user wants to hear of it now.
    VersionNotifier(UpdateController *updates, DesktopNotifier *notifier,
                    std::function<bool()> wanted, QObject *parent = nullptr);

    //! May be gone earlier.
    void setWindow(QWidget *window) { m_window = window; }

Q_SIGNALS:
    //! The user clicked the message: the window is to come to the front on Cache.
    void cacheRequested();

private:
    void follow();

    UpdateController *m_updates;
    DesktopNotifier *m_notifier;
    std::function<bool()> m_wanted;
    QPointer<QWidget> m_window;
    bool m_wasChecking = false;
    int m_before = 0; // new versions when the check began
};

} // namespace hubdesk
