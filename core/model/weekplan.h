// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/weeklyschedule.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace hubdesk {

// What an editor of a WeeklySchedule does to it, hour by hour. Pure; days are 1 Monday to 7 Sunday,
// hours 0 to 23.

//! A block of whole hours, the same on several days.
struct WeekBlock
{
    int firstDay = 1;
    int lastDay = 1;
    int firstHour = 0;
    int lastHour = 0; //!< included

    [[nodiscard]] bool contains(int day, int hour) const
    {
        return day >= firstDay && day <= lastDay && hour >= firstHour && hour <= lastHour;
    }
    //! The smallest block with both corners.
    [[nodiscard]] static WeekBlock between(int day, int hour, int otherDay, int otherHour);
    bool operator==(const WeekBlock &) const = default;
};

//! \a block gets \a value; nothing: it is cleared. What lies outside keeps its minutes.
[[nodiscard]] WeeklySchedule withBlock(const WeeklySchedule &schedule, const WeekBlock &block,
                                       std::optional<qint64> value);
//! The \a days become like \a day.
[[nodiscard]] WeeklySchedule withDayCopied(const WeeklySchedule &schedule, int day,
                                           const std::vector<int> &days);
//! What is set in the first minute of the hour that anything is set in; nothing when it is free.
[[nodiscard]] std::optional<qint64> hourValue(const WeeklySchedule &schedule, int day, int hour);

enum class WeekPreset { Nights, Weekends, NightsAndWeekends, WorkingHours, WholeWeek };
//! Nights are 22:00 to 6:00, working hours Monday to Friday 9:00 to 17:00.
[[nodiscard]] WeeklySchedule weekPreset(WeekPreset preset, qint64 value);
[[nodiscard]] QString weekPresetTitle(WeekPreset preset);

//! "every day", "Monday to Friday", "Saturday and Sunday", "Monday, Wednesday and Friday".
[[nodiscard]] QString dayListText(const std::vector<int> &days);
//! "22:00 to 06:00"; minutes of the day.
[[nodiscard]] QString timeSpanText(int from, int to);
//! "Monday to Friday 22:00 to 06:00; Saturday and Sunday all day". \a valueText: what follows each
//! entry, with its colon; may be null. Empty for an empty schedule. A night is one span.
[[nodiscard]] QString weekSummary(const WeeklySchedule &schedule,
                                  const std::function<QString(qint64)> &valueText = {});

} // namespace hubdesk
