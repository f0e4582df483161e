// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/weekplan.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::WeekPlan)
};

using Span = WeeklySchedule::Span;

constexpr int kDays = 7;
constexpr int kHour = 60; // minutes
constexpr int kMidnight = WeeklySchedule::kMinutesADay;

//! One line of the summary: \a span on all of \a days; over midnight when it ends before it begins.
struct Entry
{
    Span span;
    std::vector<int> days;
};

void addEntry(std::vector<Entry> &entries, int day, const Span &span)
{
    auto entry = std::ranges::find(entries, span, &Entry::span);
    if (entry == entries.end())
        entry = entries.insert(entries.end(), Entry{span, {}});
    entry->days.push_back(day);
}

//! Whether the night after \a day is one span: it goes on until the morning, and not a day long.
const Span *morningOf(const WeeklySchedule &schedule, int day, const Span &evening)
{
    if (evening.to != kMidnight || evening.from == 0)
        return nullptr;
    const auto &next = schedule.spans(day % kDays + 1);
    if (next.empty() || next.front().from != 0 || next.front().to >= evening.from
        || next.front().value != evening.value)
        return nullptr;
    return &next.front();
}

std::vector<Entry> entriesOf(const WeeklySchedule &schedule)
{
    std::vector<Entry> entries;
    for (int day = 1; day <= kDays; ++day) {
        const int before = day == 1 ? kDays : day - 1;
        for (const Span &span : schedule.spans(day)) {
            const auto &evenings = schedule.spans(before);
            if (span.from == 0 && !evenings.empty()
                && morningOf(schedule, before, evenings.back()) == &span)
                continue; // told with its evening
            const Span *morning = morningOf(schedule, day, span);
            addEntry(entries, day, morning ? Span{span.from, morning->to, span.value} : span);
        }
    }
    return entries;
}

QString dayName(int day)
{
    return QLocale().standaloneDayName(day);
}

} // namespace

WeekBlock WeekBlock::between(int day, int hour, int otherDay, int otherHour)
{
    return {std::min(day, otherDay), std::max(day, otherDay), std::min(hour, otherHour),
            std::max(hour, otherHour)};
}

WeeklySchedule withBlock(const WeeklySchedule &schedule, const WeekBlock &block,
                         std::optional<qint64> value)
{
    const int from = block.firstHour * kHour;
    const int to = (block.lastHour + 1) * kHour;
    WeeklySchedule result;
    for (int day = 1; day <= kDays; ++day) {
        const bool touched = day >= block.firstDay && day <= block.lastDay;
        for (const Span &span : schedule.spans(day)) {
            // Empty and reversed spans are ignored.
            result.set(day, span.from, touched ? std::min(span.to, from) : span.to, span.value);
            if (touched)
                result.set(day, std::max(span.from, to), span.to, span.value);
        }
        if (touched && value)
            result.set(day, from, to, *value);
    }
    return result;
}

WeeklySchedule withDayCopied(const WeeklySchedule &schedule, int day, const std::vector<int> &days)
{
    WeeklySchedule result;
    for (int each = 1; each <= kDays; ++each) {
        const int source = std::ranges::contains(days, each) ? day : each;
        for (const Span &span : schedule.spans(source))
            result.set(each, span.from, span.to, span.value);
    }
    return result;
}

std::optional<qint64> hourValue(const WeeklySchedule &schedule, int day, int hour)
{
    for (const Span &span : schedule.spans(day)) {
        if (span.from < (hour + 1) * kHour && span.to > hour * kHour)
            return span.value;
    }
    return std::nullopt;
}

WeeklySchedule weekPreset(WeekPreset preset, qint64 value)
{
    constexpr int kFriday = 5;
    constexpr int kSaturday = 6;
    constexpr int kNight = 22 * kHour;
    constexpr int kMorning = 6 * kHour;
    constexpr int kWorkBegins = 9 * kHour;
    constexpr int kWorkEnds = 17 * kHour;
    const bool nights = preset == WeekPreset::Nights || preset == WeekPreset::NightsAndWeekends;
    const bool weekends = preset == WeekPreset::Weekends || preset == WeekPreset::NightsAndWeekends;
    WeeklySchedule schedule;
    for (int day = 1; day <= kDays; ++day) {
        if (nights) {
            schedule.set(day, 0, kMorning, value);
            schedule.set(day, kNight, kMidnight, value);
        }
        if ((weekends && day >= kSaturday) || preset == WeekPreset::WholeWeek)
            schedule.set(day, 0, kMidnight, value);
        if (preset == WeekPreset::WorkingHours && day <= kFriday)
            schedule.set(day, kWorkBegins, kWorkEnds, value);
    }
    return schedule;
}

QString weekPresetTitle(WeekPreset preset)
{
    switch (preset) {
    case WeekPreset::Nights:
        return Texts::tr("Nights");
    case WeekPreset::Weekends:
        return Texts::tr("Weekends");
    case WeekPreset::NightsAndWeekends:
        return Texts::tr("Nights and weekends");
    case WeekPreset::WorkingHours:
        return Texts::tr("Working hours");
    case WeekPreset::WholeWeek:
        return Texts::tr("The whole week");
    }
    return {};
}

QString dayListText(const std::vector<int> &days)
{
    if (days.size() == kDays)
        return Texts::tr("every day");
    QStringList parts;
    for (size_t i = 0; i < days.size();) {
        size_t last = i;
        while (last + 1 < days.size() && days[last + 1] == days[last] + 1)
            ++last;
        if (last >= i + 2) {
            parts << Texts::tr("%1 to %2", "days of the week")
                         .arg(dayName(days[i]), dayName(days[last]));
        } else {
            for (size_t each = i; each <= last; ++each)
                parts << dayName(days[each]);
        }
        i = last + 1;
    }
    if (parts.size() < 2)
        return parts.join(u", "_s);
    const QString end = parts.takeLast();
    return Texts::tr("%1 and %2", "end of a list").arg(parts.join(u", "_s), end);
}

QString timeSpanText(int from, int to)
{
    const auto two = [](int number) { return QString::number(number).rightJustified(2, u'0'); };
    const auto text = [two](int minute) {
        return two(minute / kHour) + u':' + two(minute % kHour);
    };
    return Texts::tr("%1 to %2", "times of the day").arg(text(from), text(to));
}

QString weekSummary(const WeeklySchedule &schedule, const std::function<QString(qint64)> &valueText)
{
    QStringList parts;
    for (const Entry &entry : entriesOf(schedule)) {
        const bool allDay = entry.span.from == 0 && entry.span.to == kMidnight;
        QString text =
            Texts::tr("%1 %2", "days, times")
                .arg(dayListText(entry.days),
                     allDay ? Texts::tr("all day") : timeSpanText(entry.span.from, entry.span.to));
        if (valueText)
            text += u": "_s + valueText(entry.span.value);
        parts << text;
    }
    QString text = parts.join(u"; "_s);
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace hubdesk
