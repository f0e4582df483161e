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
    const QString clock = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 days = now.date().daysTo(local.date());
    if (days == 0)
        return clock;
    if (days > 0 && days < 7)
        //: %1 is a day of the week, %2 a time of the day
        return tr("%1 %2").arg(locale.dayName(local.date().dayOfWeek()), clock);
    return locale.toString(local, QLocale::ShortFormat);
}

QString QueueTexts::waitsForStart(const QDateTime &start, const QDateTime &now)
{
    //: %1 is a time, maybe with day or date
    return tr("Starts at the time you set: %1").arg(when(start, now));
}

QString QueueTexts::waitsForWindow(const QDateTime &opens, const QDateTime &now)
{
    //: %1 is a time, maybe with day or date
    return tr("Outside the hours for transfers: goes on %1").arg(when(opens, now));
}

QString QueueTexts::blocksSleep()
{
    return tr("Files are being transferred");
}

} // namespace hubdesk
