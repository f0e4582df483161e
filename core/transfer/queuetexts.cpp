// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/queuetexts.h"

#include <QLocale>
#include <QTimeZone>

namespace hubdesk {

QString QueueTexts::when(const QDateTime &time, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = time.toTimeZone(now.timeZone());
    QString clock = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 days = now.date().daysTo(local.date());
    if (days == 0)
        return clock;
    const QString day = days > 0 && days < 7 ? locale.dayName(local.date().dayOfWeek())
                                             : locale.toString(local.date(), QLocale::ShortFormat);
    //: %1 is a time of the day, %2 a day of the week or a date
    return tr("%1 on %2").arg(clock, day);
}

QString QueueTexts::waitsForStart(const QDateTime &start, const QDateTime &now)
{
    //: %1 is a time, maybe with a day: "22:00", "22:00 on Saturday"
    return tr("Starts at %1").arg(when(start, now));
}

QString QueueTexts::waitsForWindow(const QDateTime &opens, const QDateTime &now)
{
    //: %1 is a time, maybe with a day: "22:00", "22:00 on Saturday"
    return tr("Outside the hours for transfers: goes on at %1").arg(when(opens, now));
}

QString QueueTexts::waitsForSpace()
{
    return tr("Waiting for room on the disk");
}

QString QueueTexts::blocksSleep()
{
    return tr("Files are being transferred");
}

} // namespace hubdesk
