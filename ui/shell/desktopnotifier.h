// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace hubdesk {

//! A message of the desktop, outside the window.
struct DesktopNotification
{
    QString title; //!< One line.
    QString text; //!< Plain text, lines separated by line feeds.
    bool isTrouble = false; //!< Something went wrong.
};

//! Shows at most one message of ours on the desktop, without a sound. Where the desktop has no
//! place for messages nothing happens. GUI thread.
class DesktopNotifier
{
public:
    DesktopNotifier() = default;
    DesktopNotifier(const DesktopNotifier &) = delete;
    DesktopNotifier &operator=(const DesktopNotifier &) = delete;
    virtual ~DesktopNotifier() = default;

    //! Replaces the one before. \a activated runs when the user clicks it.
    virtual void show(const DesktopNotification &notification, std::function<void()> activated) = 0;
};

} // namespace hubdesk
