// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/speedlimits.h"
#include "core/settings/settings.h"
#include "tests/support/faketransferqueue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestSpeedLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void switchesAndTells()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        FakeTransferQueue queue;
        SpeedLimits limits(&settings, &queue);
        QSignalSpy changed(&limits, &SpeedLimits::changed);
        QVERIFY(!limits.isSlow());
        QCOMPARE(limits.sentence(), u"Downloads have no speed limit."_s);
        QCOMPARE(limits.slowLimit(), 1'000'000);
        limits.slowTo(500'000);
        QVERIFY(settings.flag(SettingKey::SlowDown));
        QCOMPARE(settings.number(SettingKey::SlowDownLimit), 500);
        queue.limit = 500'000; // as the engine does it with the new setting
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(limits.limit(), 500'000);
        QCOMPARE(limits.sentence(), u"Slowed down for now: downloads at most 500 kB/s."_s);
        limits.setSlow(false);
        queue.limit = 2'000'000;
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(limits.sentence(), u"Downloads at most 2.0 MB/s."_s);
    }

    void noticesWhatTheHourBrings()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        FakeTransferQueue queue;
        SpeedLimits limits(&settings, &queue);
        queue.limit = 3'000'000; // nobody says so
        QTRY_COMPARE(limits.limit(), 3'000'000);
    }
};

QTEST_GUILESS_MAIN(TestSpeedLimits)
#include "tst_speedlimits.moc"
