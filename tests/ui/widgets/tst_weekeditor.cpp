// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/uifixture.h"
#include "ui/widgets/speedfield.h"
#include "ui/widgets/weekeditor.h"
#include "ui/widgets/weekgrid.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestWeekEditor : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<WeekEditor> m_editor;

    void make(WeekEditor::Kind kind)
    {
        m_editor = std::make_unique<WeekEditor>(m_ui->context(), kind, u"Always"_s);
        m_editor->resize(700, 400);
        QVERIFY(showActive(m_editor.get()));
        grid()->setFocus();
    }
    WeekGrid *grid() const { return m_editor->findChild<WeekGrid *>(u"weekGrid"_s); }
    QString text() const { return m_editor->schedule().toString(); }
    QString words() const { return m_editor->findChild<QLabel *>(u"weekSummary"_s)->text(); }
    QPushButton *button(const QString &name) const
    {
        return m_editor->findChild<QPushButton *>(name);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(grid(), key, modifiers);
    }
    void drag(const QPoint &from, const QPoint &to) const
    {
        QTest::mousePress(grid(), Qt::LeftButton, {}, from);
        QTest::mouseMove(grid(), (from + to) / 2);
        QTest::mouseMove(grid(), to);
        QTest::mouseRelease(grid(), Qt::LeftButton, {}, to);
    }
    QPoint cell(int day, int hour) const { return grid()->cellCenter(day, hour); }

private Q_SLOTS:
    void init() { m_ui = std::make_unique<UiFixture>(); }
    void cleanup()
    {
        m_editor.reset();
        m_ui.reset();
    }

    void dragMarksAndClears()
    {
        make(WeekEditor::Kind::Hours);
        QSignalSpy changed(m_editor.get(), &WeekEditor::scheduleChanged);
        drag(cell(1, 9), cell(3, 11));
        QCOMPARE(text(), u"mon-wed 09:00-12:00"_s);
        QCOMPARE(words(), u"Monday to Wednesday 09:00 to 12:00."_s);
        QCOMPARE(changed.size(), 1); // one drag, one change
        drag(cell(2, 11), cell(2, 10)); // backwards, begun on a marked hour
        QCOMPARE(text(), u"mon,wed 09:00-12:00; tue 09:00-10:00"_s);
        QTest::mouseClick(grid(), Qt::LeftButton, {}, cell(7, 23));
        QVERIFY(text().contains(u"sun 23:00-24:00"_s));
    }

    void namesStandForAll()
    {
        make(WeekEditor::Kind::Hours);
        QTest::mouseClick(grid(), Qt::LeftButton, {}, QPoint(4, cell(2, 0).y()));
        QCOMPARE(text(), u"tue 00:00-24:00"_s);
        QTest::mouseClick(grid(), Qt::LeftButton, {}, QPoint(4, cell(2, 0).y()));
        QVERIFY(text().isEmpty());
        QTest::mouseClick(grid(), Qt::LeftButton, {}, QPoint(cell(1, 5).x(), 2));
        QCOMPARE(text(), u"mon-sun 05:00-06:00"_s);
        QCOMPARE(words(), u"Every day 05:00 to 06:00."_s);
    }

    void keysMarkBlocks()
    {
        make(WeekEditor::Kind::Hours);
        QCOMPARE(words(), u"Always"_s);
        QCOMPARE(grid()->accessibleDescription(), u"Monday, 00:00 to 01:00: not marked"_s);
        key(Qt::Key_Right);
        key(Qt::Key_Down);
        QCOMPARE(grid()->accessibleDescription(), u"Tuesday, 01:00 to 02:00: not marked"_s);
        key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Space);
        QCOMPARE(text(), u"tue,wed 01:00-03:00"_s);
        QCOMPARE(grid()->accessibleDescription(), u"Wednesday, 02:00 to 03:00: marked"_s);
        key(Qt::Key_Space); // the same block again
        QVERIFY(text().isEmpty());
        key(Qt::Key_Home);
        key(Qt::Key_End, Qt::ShiftModifier);
        key(Qt::Key_Return);
        QCOMPARE(text(), u"wed 00:00-24:00"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_Delete);
        QVERIFY(text().isEmpty());
        // The edge holds.
        key(Qt::Key_Down);
        key(Qt::Key_Right);
        key(Qt::Key_Space);
        QCOMPARE(text(), u"sun 23:00-24:00"_s);
    }

    void undoAndRedo_data()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }
    void undoAndRedo()
    {
        QFETCH(bool, mouse);
        make(WeekEditor::Kind::Hours);
        const auto press = [&](const QString &name, Qt::KeyboardModifiers modifiers) {
            if (mouse)
                QTest::mouseClick(button(name), Qt::LeftButton);
            else
                key(Qt::Key_Z, modifiers);
        };
        QVERIFY(!button(u"weekUndo"_s)->isEnabled());
        QTest::mouseClick(grid(), Qt::LeftButton, {}, cell(1, 1));
        QTest::mouseClick(grid(), Qt::LeftButton, {}, cell(1, 3));
        QSignalSpy changed(m_editor.get(), &WeekEditor::scheduleChanged);
        press(u"weekUndo"_s, Qt::ControlModifier);
        QCOMPARE(text(), u"mon 01:00-02:00"_s);
        QCOMPARE(changed.size(), 1);
        press(u"weekRedo"_s, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text(), u"mon 01:00-02:00; mon 03:00-04:00"_s);
        press(u"weekUndo"_s, Qt::ControlModifier);
        press(u"weekUndo"_s, Qt::ControlModifier);
        QVERIFY(text().isEmpty());
        QVERIFY(!button(u"weekUndo"_s)->isEnabled());
        QTest::mouseClick(grid(), Qt::LeftButton, {}, cell(2, 1));
        QVERIFY(!button(u"weekRedo"_s)->isEnabled());
    }

    void presetsAndCopies()
    {
        make(WeekEditor::Kind::Hours);
        QTest::mouseClick(button(u"weekPresets"_s), Qt::LeftButton);
        QMenu *presets = button(u"weekPresets"_s)->menu();
        QTRY_VERIFY(presets->isVisible());
        QTest::keyClick(presets, Qt::Key_Down);
        QTest::keyClick(presets, Qt::Key_Return);
        QCOMPARE(words(), u"Every day 22:00 to 06:00."_s);
        QTest::mouseClick(button(u"weekClear"_s), Qt::LeftButton);
        QVERIFY(text().isEmpty());
        drag(cell(3, 8), cell(3, 9));
        QCOMPARE(button(u"weekCopy"_s)->text(), u"Copy Wednesday to"_s);
        const auto copy = [this](const QString &name) {
            return m_editor->findChild<QAction *>(name);
        };
        QVERIFY(!copy(u"weekCopy3"_s)->isVisible());
        QVERIFY(copy(u"weekCopy4"_s)->isVisible());
        copy(u"weekCopyWorkdays"_s)->trigger();
        QCOMPARE(text(), u"mon-fri 08:00-10:00"_s);
        copy(u"weekCopy7"_s)->trigger();
        QCOMPARE(text(), u"mon-fri,sun 08:00-10:00"_s);
        copy(u"weekCopyAll"_s)->trigger();
        QCOMPARE(text(), u"mon-sun 08:00-10:00"_s);
    }

    void limitsHaveTheirValue()
    {
        make(WeekEditor::Kind::Limits);
        drag(cell(1, 0), cell(1, 1));
        QCOMPARE(text(), u"mon 00:00-02:00=1000000"_s);
        auto *figure = m_editor->findChild<QDoubleSpinBox *>(u"weekBrushFigure"_s);
        figure->setFocus();
        figure->selectAll();
        QTest::keyClicks(figure, u"2.5"_s);
        QTest::keyClick(figure, Qt::Key_Tab);
        drag(cell(1, 1), cell(1, 2)); // begun on another limit: marks, does not clear
        QCOMPARE(text(), u"mon 00:00-01:00=1000000; mon 01:00-03:00=2500000"_s);
        QCOMPARE(words(), u"Monday 00:00 to 01:00: 1.0 MB/s; Monday 01:00 to 03:00: 2.5 MB/s."_s);
        QCOMPARE(grid()->cellText(1, 2), u"Monday, 02:00 to 03:00: 2.5 MB/s"_s);
        figure->setValue(0);
        QCOMPARE(figure->text(), u"No limit"_s);
        drag(cell(1, 2), cell(1, 2));
        QVERIFY(words().endsWith(u"Monday 02:00 to 03:00: No limit."_s));
    }

    void setScheduleIsNoChange()
    {
        make(WeekEditor::Kind::Hours);
        QSignalSpy changed(m_editor.get(), &WeekEditor::scheduleChanged);
        m_editor->setSchedule(*WeeklySchedule::parse(u"mon 08:30-09:15"));
        QVERIFY(changed.isEmpty());
        QVERIFY(!button(u"weekUndo"_s)->isEnabled());
        QTest::mouseClick(grid(), Qt::LeftButton, {}, cell(1, 12));
        QCOMPARE(text(), u"mon 08:30-09:15; mon 12:00-13:00"_s); // its minutes stay
    }

    void speedFieldUnits()
    {
        SpeedField field(u"speed"_s, SpeedField::Zero::NoLimit);
        QVERIFY(showActive(&field));
        auto *figure = field.findChild<QDoubleSpinBox *>(u"speedFigure"_s);
        auto *unit = field.findChild<QComboBox *>(u"speedUnit"_s);
        QSignalSpy changed(&field, &SpeedField::valueChanged);
        field.setValue(1'500);
        QCOMPARE(figure->text(), u"1.5"_s);
        QCOMPARE(unit->currentText(), u"MB/s"_s);
        field.setValue(300);
        QCOMPARE(figure->text(), u"300"_s);
        QCOMPARE(unit->currentText(), u"kB/s"_s);
        QVERIFY(changed.isEmpty());
        unit->setFocus();
        QTest::keyClick(unit, Qt::Key_Down);
        QCOMPARE(field.value(), 300'000);
        QCOMPARE(changed.size(), 1);
        QTest::keyClick(unit, Qt::Key_Up);
        QCOMPARE(field.value(), 300);
        figure->setFocus();
        figure->selectAll();
        QTest::keyClicks(figure, u"42"_s);
        QCOMPARE(field.value(), 300); // not with each digit
        QTest::keyClick(figure, Qt::Key_Return);
        QCOMPARE(field.value(), 42);
        field.setValue(0);
        QCOMPARE(figure->text(), u"No limit"_s);
    }
};

HUBDESK_UI_TEST_MAIN(TestWeekEditor)
#include "tst_weekeditor.moc"
