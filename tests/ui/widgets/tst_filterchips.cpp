// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/uifixture.h"
#include "ui/widgets/filterchips.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestFilterChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mouseAndArrowKeys()
    {
        UiFixture ui;
        FilterChips chips(u"State"_s);
        chips.addChip(7, u"All"_s);
        chips.addChip(8, u"Some"_s);
        QVERIFY(showActive(&chips));
        QCOMPARE(chips.current(), 7);
        QSignalSpy changed(&chips, &FilterChips::currentChanged);
        QTest::mouseClick(chips.findChild<QPushButton *>(u"chip8"_s), Qt::LeftButton);
        QCOMPARE(chips.current(), 8);
        QCOMPARE(changed.count(), 1);
        auto *second = chips.findChild<QPushButton *>(u"chip8"_s);
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Left);
        QCOMPARE(chips.current(), 7);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed[1][0].toInt(), 7);
        chips.setCurrent(8);
        QCOMPARE(chips.current(), 8);
        QCOMPARE(changed.count(), 2);
    }

    void counts()
    {
        UiFixture ui;
        FilterChips chips(u"State"_s);
        chips.addChip(1, u"Failed"_s);
        chips.setCount(1, 12);
        QCOMPARE(chips.findChild<QPushButton *>(u"chip1"_s)->text(), u"Failed 12"_s);
        chips.setCount(1, -1);
        QCOMPARE(chips.findChild<QPushButton *>(u"chip1"_s)->text(), u"Failed"_s);
    }
};

HUBDESK_UI_TEST_MAIN(TestFilterChips)
#include "tst_filterchips.moc"
