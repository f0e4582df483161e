// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QObject>

namespace hubdesk {

//! The time of day for everything that happens at a time: starts, windows, limits by the clock.
//! This one is the computer's; tests set their own. Lives on the thread of its users.
class WallClock : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WallClock)

public:
    using QObject::QObject;
    ~WallClock() override = default;

    //! In the time zone that the user's schedules are meant in.
    [[nodiscard]] virtual QDateTime now() const { return QDateTime::currentDateTime(); }

Q_SIGNALS:
    //! now() is not where it would be by waiting alone.
    void jumped();
};

} // namespace hubdesk
