// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/stallwatchdog.h"

#include <QtTest>

#include <ctime>

using namespace hubdesk;

class TestStallWatchdog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticesWorkThatTakesLong()
    {
        StallWatchdog watchdog;
        QTRY_VERIFY(watchdog.report().beats > 3);
        watchdog.reset();
        // Computes without a break, long enough for a heartbeat to come early in between; measured
        // in processor time, so that a busy machine changes nothing.
        const std::clock_t end = std::clock() + CLOCKS_PER_SEC / 5;
        while (std::clock() < end) { }
        QTRY_VERIFY(watchdog.report().beats > 0);
        QVERIFY(watchdog.report().longest > 50'000'000);
        QVERIFY(watchdog.report().late >= 1);
        QVERIFY(watchdog.report().longestBusy > 5'000'000);
        QVERIFY(StallWatchdog::text(watchdog.report()).startsWith(QStringLiteral("Longest stall")));
        watchdog.reset();
        QCOMPARE(watchdog.report().longest, 0);
    }

    void endsWithAHeartbeatUnderWay()
    {
        for (int i = 0; i < 20; ++i)
            StallWatchdog watchdog;
    }
};

QTEST_GUILESS_MAIN(TestStallWatchdog)
#include "tst_stallwatchdog.moc"
