// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/queuemoment.h"
#include "core/transfer/queuetexts.h"
#include "core/transfer/weeklyschedule.h"

#include <QTest>
#include <QTimeZone>

using namespace hubdesk;
using namespace Qt::StringLiterals;

namespace {

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

//! Local time in Berlin, of the two moments with that name the first.
QDateTime local(const QString &text)
{
    const QDateTime plain = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    return QDateTime(plain.date(), plain.time(), berlin(),
                     QDateTime::TransitionResolution::PreferBefore);
}

QDateTime utc(const QString &text)
{
    const QDateTime plain = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    return QDateTime(plain.date(), plain.time(), QTimeZone::UTC);
}

WeeklySchedule schedule(const QString &text)
{
    return WeeklySchedule::parse(text).value();
}

} // namespace

//! Spans of the week and what the clock makes of them. 2026-11-23 is a Monday.
class WeeklyScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesAndPrints_data();
    void parsesAndPrints();
    void refuses_data();
    void refuses();
    void replacesWhatWasThere();
    void knowsTheValue_data();
    void knowsTheValue();
    void knowsTheNextChange_data();
    void knowsTheNextChange();
    void neverChanges();
    void answersInTheZoneItWasAskedIn();
    void saysWhatCountsNow();
    void namesTimes_data();
    void namesTimes();
};

void WeeklyScheduleTest::parsesAndPrints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("blanks") << u" ; "_s << u""_s;
    QTest::newRow("one") << u"mon 09:00-17:30"_s << u"mon 09:00-17:30"_s;
    QTest::newRow("value") << u"Tue 9:00-17:00 = 500000"_s.replace(u" = "_s, u"="_s)
                           << u"tue 09:00-17:00=500000"_s;
    QTest::newRow("range") << u"mon-fri 08:00-12:00=7"_s << u"mon-fri 08:00-12:00=7"_s;
    QTest::newRow("pair") << u"sat-sun 00:00-24:00"_s << u"sat,sun 00:00-24:00"_s;
    QTest::newRow("over the weekend") << u"fri-mon 10:00-11:00"_s << u"mon,fri-sun 10:00-11:00"_s;
    QTest::newRow("over midnight") << u"fri 22:00-06:00"_s << u"fri 22:00-24:00; sat 00:00-06:00"_s;
    QTest::newRow("sunday night") << u"sun 22:00-06:00"_s << u"mon 00:00-06:00; sun 22:00-24:00"_s;
    QTest::newRow("joined") << u"mon 08:00-09:00; mon 09:00-10:00"_s << u"mon 08:00-10:00"_s;
    QTest::newRow("not joined") << u"mon 08:00-09:00=1; mon 09:00-10:00=2"_s
                                << u"mon 08:00-09:00=1; mon 09:00-10:00=2"_s;
}

void WeeklyScheduleTest::parsesAndPrints()
{
    QFETCH(const QString, text);
    QFETCH(const QString, printed);
    const auto parsed = WeeklySchedule::parse(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->toString(), printed);
    QCOMPARE(WeeklySchedule::parse(printed), parsed);
    QCOMPARE(parsed->isEmpty(), printed.isEmpty());
}

void WeeklyScheduleTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"mon", "09:00-10:00", "moon 09:00-10:00", "mon 09:00", "mon 09:00-", "mon 9-10",
          "mon 09:00-09:00", "mon 24:00-09:00", "mon 09:60-10:00", "mon 25:00-26:00",
          "mon 09:00-24:01", "mon 09:00-10:00=", "mon 09:00-10:00=-1", "mon 09:00-10:00=x",
          "mon 09:00-10:00=1=2", "mon-wed-fri 09:00-10:00", "mon, 09:00-10:00",
          "mon 09:00-10:00-11:00", "mon 09:00-10:00 tue 09:00-10:00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void WeeklyScheduleTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!WeeklySchedule::parse(text));
}

void WeeklyScheduleTest::replacesWhatWasThere()
{
    WeeklySchedule week;
    week.set(1, 60, 600, 5);
    week.set(1, 120, 180, 9);
    QCOMPARE(week.toString(), u"mon 01:00-02:00=5; mon 02:00-03:00=9; mon 03:00-10:00=5"_s);
    week.set(1, 0, 1440, 1);
    QCOMPARE(week.toString(), u"mon 00:00-24:00=1"_s);
    week.set(0, 0, 10); // no such day
    week.set(8, 0, 10);
    week.set(2, 10, 10);
    week.set(2, -1, 10);
    week.set(2, 0, 1441);
    QCOMPARE(week.toString(), u"mon 00:00-24:00=1"_s);
}

void WeeklyScheduleTest::knowsTheValue_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<qint64>("value"); // -1: none
    QTest::newRow("before") << u"2026-11-23 08:59"_s << -1LL;
    QTest::newRow("first minute") << u"2026-11-23 09:00"_s << 5LL;
    QTest::newRow("last minute") << u"2026-11-23 16:59"_s << 5LL;
    QTest::newRow("behind") << u"2026-11-23 17:00"_s << -1LL;
    QTest::newRow("another day") << u"2026-11-24 10:00"_s << -1LL;
    QTest::newRow("sunday night") << u"2026-11-29 23:00"_s << 7LL;
    QTest::newRow("monday morning") << u"2026-11-23 01:59"_s << 7LL;
    QTest::newRow("monday later") << u"2026-11-23 02:00"_s << -1LL;
}

void WeeklyScheduleTest::knowsTheValue()
{
    QFETCH(const QString, time);
    QFETCH(const qint64, value);
    const auto week = schedule(u"mon 09:00-17:00=5; sun 22:00-02:00=7"_s);
    QCOMPARE(week.valueAt(local(time)).value_or(-1), value);
}

void WeeklyScheduleTest::knowsTheNextChange_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("after");
    QTest::addColumn<QDateTime>("change");
    const QString office = u"mon 09:00-17:00"_s;
    QTest::newRow("begin") << office << local(u"2026-11-23 08:00"_s)
                           << local(u"2026-11-23 09:00"_s);
    QTest::newRow("end") << office << local(u"2026-11-23 09:00"_s) << local(u"2026-11-23 17:00"_s);
    QTest::newRow("next week") << office << local(u"2026-11-23 17:00"_s)
                               << local(u"2026-11-30 09:00"_s);
    QTest::newRow("over midnight")
        << u"mon,tue 00:00-24:00"_s << local(u"2026-11-23 12:00"_s) << local(u"2026-11-25 00:00"_s);
    QTest::newRow("other value") << u"mon 09:00-12:00=1; mon 12:00-17:00=2"_s
                                 << local(u"2026-11-23 10:00"_s) << local(u"2026-11-23 12:00"_s);
    // 2026-03-29: at 02:00 (01:00 UTC) the clock goes to 03:00.
    QTest::newRow("begins in the lost hour")
        << u"sun 02:30-05:00"_s << local(u"2026-03-29 00:00"_s) << utc(u"2026-03-29 01:00"_s);
    QTest::newRow("ends in the lost hour")
        << u"sun 01:00-02:30"_s << local(u"2026-03-29 01:30"_s) << utc(u"2026-03-29 01:00"_s);
    QTest::newRow("all in the lost hour")
        << u"sun 02:15-02:45"_s << local(u"2026-03-29 00:00"_s) << utc(u"2026-04-05 00:15"_s);
    QTest::newRow("short night") << u"sat 22:00-06:00"_s << local(u"2026-03-28 23:00"_s)
                                 << utc(u"2026-03-29 04:00"_s);
    // 2026-10-25: at 03:00 (01:00 UTC) the clock goes back to 02:00.
    QTest::newRow("first of two") << u"sun 02:30-05:00"_s << local(u"2026-10-25 00:00"_s)
                                  << utc(u"2026-10-25 00:30"_s);
    QTest::newRow("back out of it")
        << u"sun 02:30-05:00"_s << utc(u"2026-10-25 00:40"_s).toTimeZone(berlin())
        << utc(u"2026-10-25 01:00"_s);
    QTest::newRow("second of two")
        << u"sun 02:30-05:00"_s << utc(u"2026-10-25 01:10"_s).toTimeZone(berlin())
        << utc(u"2026-10-25 01:30"_s);
    QTest::newRow("long night") << u"sat 22:00-06:00"_s << local(u"2026-10-24 23:00"_s)
                                << utc(u"2026-10-25 05:00"_s);
}

void WeeklyScheduleTest::knowsTheNextChange()
{
    QFETCH(const QString, text);
    QFETCH(const QDateTime, after);
    QFETCH(const QDateTime, change);
    const auto week = schedule(text);
    const QDateTime found = week.nextChange(after);
    QCOMPARE(found.toUTC(), change.toUTC());
    QVERIFY(week.valueAt(found) != week.valueAt(after));
}

void WeeklyScheduleTest::neverChanges()
{
    QVERIFY(!WeeklySchedule().nextChange(local(u"2026-11-23 08:00"_s)).isValid());
    const auto always = schedule(u"mon-sun 00:00-24:00=3"_s);
    QVERIFY(!always.nextChange(local(u"2026-11-23 08:00"_s)).isValid());
    QVERIFY(!always.nextChange(QDateTime()).isValid());
}

void WeeklyScheduleTest::answersInTheZoneItWasAskedIn()
{
    const auto week = schedule(u"mon 09:00-17:00"_s);
    const QDateTime there = local(u"2026-11-23 08:00"_s);
    QCOMPARE(week.nextChange(there).timeZone(), berlin());
    const QDateTime here(QDate(2026, 11, 23), QTime(8, 0));
    QCOMPARE(week.nextChange(here), QDateTime(QDate(2026, 11, 23), QTime(9, 0)));
    QCOMPARE(week.nextChange(here).timeSpec(), Qt::LocalTime);
}

void WeeklyScheduleTest::saysWhatCountsNow()
{
    EngineConfig config;
    config.downloadLimit = 100;
    config.uploadLimit = 50;
    QCOMPARE(QueueMoment::at(local(u"2026-11-23 08:00"_s), config),
             (QueueMoment{true, {}, 100, 50, {}}));
    config.windows = schedule(u"mon-fri 22:00-06:00"_s);
    config.downloadLimits = schedule(u"mon-fri 09:00-17:00=10; sat 00:00-24:00=0"_s);
    config.uploadLimits = schedule(u"mon 23:00-23:30=5"_s);
    QCOMPARE(
        QueueMoment::at(local(u"2026-11-23 10:00"_s), config),
        (QueueMoment{false, local(u"2026-11-23 22:00"_s), 10, 50, local(u"2026-11-23 17:00"_s)}));
    QCOMPARE(QueueMoment::at(local(u"2026-11-23 23:10"_s), config),
             (QueueMoment{true, {}, 100, 5, local(u"2026-11-23 23:30"_s)}));
    QCOMPARE(
        QueueMoment::at(local(u"2026-11-28 08:00"_s), config),
        (QueueMoment{false, local(u"2026-11-30 22:00"_s), 0, 50, local(u"2026-11-29 00:00"_s)}));
}

void WeeklyScheduleTest::namesTimes_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << local(u"2026-11-23 22:00"_s) << u"22:00"_s;
    QTest::newRow("another zone") << utc(u"2026-11-23 21:00"_s) << u"22:00"_s;
    QTest::newRow("this week") << local(u"2026-11-28 22:00"_s) << u"22:00 on Saturday"_s;
    QTest::newRow("later") << local(u"2026-12-24 18:30"_s) << u"18:30 on 24/12/2026"_s;
}

void WeeklyScheduleTest::namesTimes()
{
    QFETCH(const QDateTime, time);
    QFETCH(const QString, text);
    QLocale::setDefault(QLocale(u"en_GB"_s));
    QCOMPARE(QueueTexts::when(time, local(u"2026-11-23 10:00"_s)), text);
}

QTEST_GUILESS_MAIN(WeeklyScheduleTest)
#include "tst_weeklyschedule.moc"
