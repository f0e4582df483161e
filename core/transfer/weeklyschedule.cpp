// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/weeklyschedule.h"

#include <QStringList>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kDays = 7;
constexpr std::array kDayNames{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1,
                               "fri"_L1, "sat"_L1, "sun"_L1};

//! 0 for Monday; -1: no day.
int dayIndex(QStringView name)
{
    const auto found = std::ranges::find_if(kDayNames, [name](QLatin1StringView day) {
        return name.compare(day, Qt::CaseInsensitive) == 0;
    });
    return found == kDayNames.end() ? -1 : static_cast<int>(found - kDayNames.begin());
}

//! "mon-fri,sun"; empty when it is wrong.
std::vector<int> daysFrom(QStringView text)
{
    std::vector<int> days;
    const auto parts = text.split(u',');
    for (const QStringView part : parts) {
        const auto ends = part.split(u'-');
        const int first = dayIndex(ends.first().trimmed());
        const int last = dayIndex(ends.last().trimmed());
        if (first < 0 || last < 0 || ends.size() > 2)
            return {};
        for (int day = first; day != last; day = (day + 1) % kDays)
            days.push_back(day);
        days.push_back(last);
    }
    return days;
}

//! Minute of the day of "HH:MM"; -1: no time.
int minuteFrom(QStringView text)
{
    const auto parts = text.trimmed().split(u':');
    if (parts.size() != 2 || parts.at(0).isEmpty() || parts.at(1).size() != 2)
        return -1;
    bool isHour = false;
    bool isMinute = false;
    const uint hour = parts.at(0).toUInt(&isHour);
    const uint minute = parts.at(1).toUInt(&isMinute);
    if (!isHour || !isMinute || minute > 59 || hour > 24 || (hour == 24 && minute > 0))
        return -1;
    return static_cast<int>(hour * 60 + minute);
}

QString minuteText(int minute)
{
    if (minute == WeeklySchedule::kMinutesADay)
        return u"24:00"_s;
    return QTime::fromMSecsSinceStartOfDay(minute * 60'000).toString(u"HH:mm"_s);
}

//! "mon-wed,fri" for {0, 1, 2, 4}.
QString daysText(const std::vector<int> &days)
{
    QStringList parts;
    for (size_t i = 0; i < days.size();) {
        size_t last = i;
        while (last + 1 < days.size() && days[last + 1] == days[last] + 1)
            ++last;
        const auto name = [&days](size_t at) {
            return QString(kDayNames.at(static_cast<size_t>(days[at])));
        };
        if (last >= i + 2)
            parts << name(i) + u'-' + name(last);
        else if (last > i)
            parts << name(i) << name(last);
        else
            parts << name(i);
        i = last + 1;
    }
    return parts.join(u',');
}

} // namespace

void WeeklySchedule::set(int day, int from, int to, qint64 value)
{
    if (day < 1 || day > kDays || from < 0 || to > kMinutesADay || from >= to || value < 0)
        return;
    std::vector<Span> spans;
    for (const Span &span : m_days.at(static_cast<size_t>(day - 1))) {
        if (span.from < from)
            spans.push_back({span.from, std::min(span.to, from), span.value});
        if (span.to > to)
            spans.push_back({std::max(span.from, to), span.to, span.value});
    }
    spans.push_back({from, to, value});
    std::ranges::sort(spans, {}, &Span::from);
    std::vector<Span> joined;
    for (const Span &span : spans) {
        if (!joined.empty() && joined.back().to == span.from && joined.back().value == span.value)
            joined.back().to = span.to;
        else
            joined.push_back(span);
    }
    m_days.at(static_cast<size_t>(day - 1)) = std::move(joined);
}

bool WeeklySchedule::isEmpty() const
{
    return std::ranges::all_of(m_days, [](const auto &spans) { return spans.empty(); });
}

const std::vector<WeeklySchedule::Span> &WeeklySchedule::spans(int day) const
{
    return m_days.at(static_cast<size_t>(day - 1));
}

std::optional<qint64> WeeklySchedule::valueAt(const QDateTime &time) const
{
    const int minute = time.time().hour() * 60 + time.time().minute();
    for (const Span &span : spans(time.date().dayOfWeek())) {
        if (minute >= span.from && minute < span.to)
            return span.value;
    }
    return std::nullopt;
}

std::vector<QDateTime> WeeklySchedule::candidates(const QDateTime &time) const
{
    using enum QDateTime::TransitionResolution;
    const QTimeZone zone = time.timeZone();
    std::vector<QDateTime> moments;
    const auto add = [&](const QDate &date, int minute) {
        const QTime at = QTime::fromMSecsSinceStartOfDay(minute % kMinutesADay * 60'000);
        const QDate day = date.addDays(minute / kMinutesADay);
        // A time that exists twice is two moments.
        moments.push_back(QDateTime(day, at, zone, PreferBefore).toUTC());
        moments.push_back(QDateTime(day, at, zone, PreferAfter).toUTC());
    };
    for (int ahead = -1; ahead <= kDays + 1; ++ahead) {
        const QDate date = time.date().addDays(ahead);
        for (const Span &span : spans(date.dayOfWeek())) {
            add(date, span.from);
            add(date, span.to);
        }
    }
    // The clock itself may jump into a span or out of it.
    const QDateTime end = time.addDays(kDays + 1);
    for (auto jump = zone.nextTransition(time); jump.atUtc.isValid() && jump.atUtc < end;
         jump = zone.nextTransition(jump.atUtc))
        moments.push_back(jump.atUtc.toUTC());
    std::ranges::sort(moments);
    return moments;
}

QDateTime WeeklySchedule::nextChange(const QDateTime &time) const
{
    if (isEmpty() || !time.isValid())
        return {};
    const auto current = valueAt(time);
    for (const QDateTime &moment : candidates(time)) {
        const QDateTime local = moment.toTimeZone(time.timeZone());
        if (moment > time && valueAt(local) != current)
            return time.timeSpec() == Qt::LocalTime ? moment.toLocalTime() : local;
    }
    return {};
}

std::optional<WeeklySchedule> WeeklySchedule::parse(QStringView text)
{
    WeeklySchedule schedule;
    const auto entries = text.split(u';');
    for (const QStringView entry : entries) {
        const QStringView trimmed = entry.trimmed();
        if (trimmed.isEmpty())
            continue;
        const qsizetype space = trimmed.indexOf(u' ');
        const auto sides = trimmed.mid(space + 1).split(u'=');
        const auto times = sides.first().split(u'-');
        if (space < 0 || sides.size() > 2 || times.size() != 2)
            return std::nullopt;
        const std::vector<int> days = daysFrom(trimmed.first(space));
        const int from = minuteFrom(times.first());
        const int to = minuteFrom(times.last());
        bool isNumber = true;
        const qint64 value = sides.size() == 2 ? sides.last().trimmed().toLongLong(&isNumber) : 0;
        if (days.empty() || from < 0 || to < 0 || from == to || from == kMinutesADay || !isNumber
            || value < 0)
            return std::nullopt;
        for (const int day : days) {
            schedule.set(day + 1, from, from < to ? to : kMinutesADay, value);
            if (from > to)
                schedule.set((day + 1) % kDays + 1, 0, to, value);
        }
    }
    return schedule;
}

QString WeeklySchedule::toString() const
{
    struct Group
    {
        Span span;
        std::vector<int> days;
    };
    std::vector<Group> groups;
    for (size_t day = 0; day < m_days.size(); ++day) {
        for (const Span &span : m_days.at(day)) {
            auto group = std::ranges::find(groups, span, &Group::span);
            if (group == groups.end())
                group = groups.insert(groups.end(), Group{span, {}});
            group->days.push_back(static_cast<int>(day));
        }
    }
    QStringList entries;
    for (const Group &group : groups) {
        QString entry = daysText(group.days) + u' ' + minuteText(group.span.from) + u'-'
            + minuteText(group.span.to);
        if (group.span.value > 0)
            entry += u'=' + QString::number(group.span.value);
        entries << entry;
    }
    return entries.join("; "_L1);
}

} // namespace hubdesk
