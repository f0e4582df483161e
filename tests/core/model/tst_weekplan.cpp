// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/weekplan.h"

#include <QLocale>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestWeekPlan : public QObject
{
    Q_OBJECT

private:
    static WeeklySchedule parsed(QStringView text)
    {
        const auto schedule = WeeklySchedule::parse(text);
        return schedule ? *schedule : WeeklySchedule();
    }
    static QString speed(qint64 value) { return u"<%1>"_s.arg(value); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void blockIsSetAndCleared()
    {
        const WeekBlock block = WeekBlock::between(2, 9, 1, 8);
        QCOMPARE(block, (WeekBlock{1, 2, 8, 9}));
        const WeeklySchedule set = withBlock({}, block, 5);
        QCOMPARE(set.toString(), u"mon,tue 08:00-10:00=5"_s);
        QCOMPARE(withBlock(set, {1, 1, 9, 9}, {}).toString(),
                 u"mon 08:00-09:00=5; tue 08:00-10:00=5"_s);
        QVERIFY(withBlock(set, {1, 7, 0, 23}, {}).isEmpty());
    }

    void minutesOutsideOfABlockStay()
    {
        const WeeklySchedule schedule = parsed(u"wed 08:30-12:45=3");
        QCOMPARE(withBlock(schedule, {3, 3, 10, 10}, {}).toString(),
                 u"wed 08:30-10:00=3; wed 11:00-12:45=3"_s);
        // What comes later that day is no part of it.
        QCOMPARE(withBlock(parsed(u"wed 20:15-21:00=4"), {3, 3, 10, 10}, 1).toString(),
                 u"wed 10:00-11:00=1; wed 20:15-21:00=4"_s);
        QCOMPARE(withBlock(schedule, {3, 3, 12, 12}, 7).toString(),
                 u"wed 08:30-12:00=3; wed 12:00-13:00=7"_s);
        QCOMPARE(hourValue(schedule, 3, 8), std::optional<qint64>(3)); // from half past eight
        QVERIFY(!hourValue(schedule, 3, 7));
        QVERIFY(!hourValue(schedule, 3, 13));
        QVERIFY(!hourValue(schedule, 4, 9));
    }

    void daysAreCopied()
    {
        const WeeklySchedule schedule =
            parsed(u"mon 08:30-12:00=3; tue 00:00-24:00; sun 01:00-02:00");
        QCOMPARE(withDayCopied(schedule, 1, {1, 2, 3}).toString(),
                 u"mon-wed 08:30-12:00=3; sun 01:00-02:00"_s);
        QCOMPARE(withDayCopied(schedule, 4, {1, 7}).toString(), u"tue 00:00-24:00"_s);
    }

    void presets()
    {
        QCOMPARE(weekPreset(WeekPreset::Nights, 4), parsed(u"mon-sun 22:00-06:00=4"));
        QCOMPARE(weekPreset(WeekPreset::Weekends, 0), parsed(u"sat,sun 00:00-24:00"));
        QCOMPARE(weekPreset(WeekPreset::WorkingHours, 9), parsed(u"mon-fri 09:00-17:00=9"));
        QCOMPARE(weekPreset(WeekPreset::WholeWeek, 1), parsed(u"mon-sun 00:00-24:00=1"));
        QCOMPARE(weekPreset(WeekPreset::NightsAndWeekends, 1),
                 parsed(u"mon-sun 22:00-06:00=1; sat,sun 00:00-24:00=1"));
    }

    void words_data()
    {
        QTest::addColumn<QString>("schedule");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("nights") << u"mon-sun 22:00-06:00"_s << u"Every day 22:00 to 06:00"_s;
        QTest::newRow("some nights")
            << u"mon-thu 22:00-06:00"_s << u"Monday to Thursday 22:00 to 06:00"_s;
        QTest::newRow("over the weekend's end")
            << u"sun 20:00-07:30"_s << u"Sunday 20:00 to 07:30"_s;
        QTest::newRow("whole days") << u"sat,sun 00:00-24:00"_s << u"Saturday and Sunday all day"_s;
        QTest::newRow("list") << u"mon,wed,fri 09:00-17:00"_s
                              << u"Monday, Wednesday and Friday 09:00 to 17:00"_s;
        QTest::newRow("two") << u"mon-fri 09:00-17:00; sat 10:00-11:00"_s
                             << u"Monday to Friday 09:00 to 17:00; Saturday 10:00 to 11:00"_s;
        QTest::newRow("evening and another morning")
            << u"mon 22:00-24:00=1; tue 00:00-06:00=2"_s
            << u"Monday 22:00 to 24:00; Tuesday 00:00 to 06:00"_s;
    }
    void words()
    {
        QFETCH(QString, schedule);
        QFETCH(QString, words);
        QCOMPARE(weekSummary(parsed(schedule)), words);
    }

    void wordsWithValues()
    {
        QCOMPARE(weekSummary(parsed(u"mon 09:00-10:00=5; tue 09:00-10:00"), speed),
                 u"Monday 09:00 to 10:00: <5>; Tuesday 09:00 to 10:00: <0>"_s);
    }
};

QTEST_GUILESS_MAIN(TestWeekPlan)
#include "tst_weekplan.moc"
