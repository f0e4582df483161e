// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace hubdesk {

//! The sentences about waiting for a time.
struct QueueTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::QueueTexts)

public:
    static QString waitsForStart(const QDateTime &start, const QDateTime &now);
    static QString waitsForWindow(const QDateTime &opens, const QDateTime &now);
    static QString waitsForSpace(); //!< Because another transfer found the disk full.
    static QString blocksSleep(); //!< Why the computer does not go to sleep, shown by the desktop.
    //! \a time as seen from \a now, in its time zone: "22:00", "22:00 on Saturday" or with the
    //! date.
    static QString when(const QDateTime &time, const QDateTime &now);
};

} // namespace hubdesk
