// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace hubdesk {

//! Short messages that go away by themselves (eight seconds), with at most one action such as Undo.
//! The main window shows them as toasts.
class Notifier
{
public:
    Notifier() = default;
    Notifier(const Notifier &) = delete;
    Notifier &operator=(const Notifier &) = delete;
    virtual ~Notifier() = default;

    //! \a action runs at most once, and only while the toast is there.
    virtual void notify(const QString &text, const QString &actionText = {},
                        std::function<void()> action = {}) = 0;
};

} // namespace hubdesk
