// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace hubdesk {

//! Spans of the week, each with a number: the hours in which transfers may run, or the limit of
//! that time. A pure value; times are minutes of the local day, and a day with a changed clock is
//! handled as people expect: a span that falls into the hour that does not exist does not happen,
//! one in the hour that exists twice happens twice.
class WeeklySchedule
{
public:
    static constexpr int kMinutesADay = 24 * 60;

    //! One stretch of a day.
    struct Span
    {
        int from = 0; //!< minute of the day, 0 to 1439
        int to = 0; //!< first minute that is no longer in it, up to 1440
        qint64 value = 0; //!< 0 or more

        bool operator==(const Span &) const = default;
    };

    //! \a day: 1 Monday to 7 Sunday. What was there between \a from and \a to is replaced. Wrong
    //! times are ignored.
    void set(int day, int from, int to, qint64 value = 0);
    //! Nothing is set at all.
    [[nodiscard]] bool isEmpty() const;
    //! Of one day, in order, never overlapping.
    [[nodiscard]] const std::vector<Span> &spans(int day) const;

    //! The number of the span that \a time lies in; nothing outside all spans. The time zone is
    //! that of \a time.
    [[nodiscard]] std::optional<qint64> valueAt(const QDateTime &time) const;
    //! The first moment after \a time at which valueAt() is another; invalid: never. In the time
    //! zone of \a time.
    [[nodiscard]] QDateTime nextChange(const QDateTime &time) const;

    //! "mon-fri 09:00-17:00=500000; sat,sun 00:00-24:00": a missing number is 0, a span may go over
    //! midnight ("fri 22:00-06:00"). Nothing when \a text is not like that; an empty text is an
    //! empty schedule.
    [[nodiscard]] static std::optional<WeeklySchedule> parse(QStringView text);
    //! What parse() reads; the same for equal schedules.
    [[nodiscard]] QString toString() const;

    bool operator==(const WeeklySchedule &) const = default;

private:
    [[nodiscard]] std::vector<QDateTime> candidates(const QDateTime &time) const;

    std::array<std::vector<Span>, 7> m_days;
};

} // namespace hubdesk
