// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/uifixture.h"
#include "ui/widgets/toasts.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestToasts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesAwayByItself()
    {
        UiFixture ui;
        QWidget window;
        window.resize(800, 400);
        Toasts toasts(ui.context(), &window);
        toasts.setDuration(50);
        QVERIFY(showActive(&window));
        toasts.notify(u"Path copied"_s);
        QVERIFY(toasts.isVisible());
        QVERIFY(window.rect().contains(toasts.geometry()));
        QCOMPARE(toasts.findChild<QLabel *>(u"toastText"_s)->text(), u"Path copied"_s);
        QVERIFY(!toasts.findChild<QPushButton *>(u"toastAction"_s)->isVisible());
        QTRY_VERIFY(!toasts.isVisible());
        QCOMPARE(Toasts::kDuration, 8000);
    }

    void undoRunsOnce()
    {
        UiFixture ui;
        QWidget window;
        window.resize(800, 400);
        Toasts toasts(ui.context(), &window);
        QVERIFY(showActive(&window));
        int undone = 0;
        toasts.notify(u"Removed"_s, u"Undo"_s, [&undone] { ++undone; });
        QCOMPARE(toasts.actionText(), u"Undo"_s);
        QTest::mouseClick(toasts.findChild<QPushButton *>(u"toastAction"_s), Qt::LeftButton);
        QCOMPARE(undone, 1);
        QVERIFY(!toasts.isVisible());
        toasts.triggerAction();
        QCOMPARE(undone, 1);
        QVERIFY(toasts.actionText().isEmpty());
    }

    void closesByKeyboard()
    {
        UiFixture ui;
        QWidget window;
        window.resize(800, 400);
        Toasts toasts(ui.context(), &window);
        QVERIFY(showActive(&window));
        toasts.notify(u"Something"_s);
        auto *close = toasts.findChild<QPushButton *>(u"toastClose"_s);
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Space);
        QVERIFY(!toasts.isVisible());
    }
};

HUBDESK_UI_TEST_MAIN(TestToasts)
#include "tst_toasts.moc"
