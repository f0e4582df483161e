// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/humanformat.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::HumanFormat)
};

//! \a value in steps of 1000, with one decimal while that says something.
template <size_t N> QString scaled(double value, const std::array<QLatin1StringView, N> &units)
{
    size_t unit = 0;
    // 999.95 would be printed as 1000.0
    while (value >= 999.95 && unit + 1 < N) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : 1;
    return QLocale().toString(value, 'f', decimals) + units[unit];
}

} // namespace

QString humanSize(qint64 bytes)
{
    if (bytes == 1)
        return Texts::tr("1 byte");
    if (bytes < 1000)
        return Texts::tr("%n bytes", nullptr, static_cast<int>(bytes));
    static constexpr std::array kUnits{""_L1, " kB"_L1, " MB"_L1, " GB"_L1, " TB"_L1, " PB"_L1};
    return scaled(static_cast<double>(bytes), kUnits);
}

QString exactBytes(qint64 bytes)
{
    return Texts::tr("%1 bytes").arg(QLocale().toString(bytes));
}

QString compactCount(qint64 count)
{
    static constexpr std::array kUnits{""_L1, "k"_L1, "M"_L1, "G"_L1};
    return scaled(static_cast<double>(count), kUnits);
}

QString relativeTime(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid())
        return {};
    const qint64 seconds = then.secsTo(now);
    const auto minutes = static_cast<int>(seconds / 60);
    if (minutes < 1)
        return Texts::tr("just now");
    if (minutes < 60)
        return Texts::tr("%n min ago", nullptr, minutes);
    const auto days = static_cast<int>(then.date().daysTo(now.toTimeZone(then.timeZone()).date()));
    if (minutes < 24 * 60)
        return Texts::tr("%n h ago", nullptr, minutes / 60);
    if (days < 2)
        return Texts::tr("yesterday");
    if (days < 30)
        return Texts::tr("%n days ago", nullptr, days);
    if (days < 60)
        return Texts::tr("last month");
    if (days < 365)
        return Texts::tr("%n months ago", nullptr, days / 30);
    if (days < 730)
        return Texts::tr("last year");
    return Texts::tr("%n years ago", nullptr, days / 365);
}

QString exactTime(const QDateTime &then)
{
    return then.isValid() ? QLocale().toString(then.toLocalTime(), QLocale::ShortFormat)
                          : QString();
}

} // namespace hubdesk
