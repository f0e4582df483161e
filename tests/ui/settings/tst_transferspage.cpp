// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/uifixture.h"
#include "ui/panes/settings/transferspage.h"
#include "ui/panes/settings/weekdialog.h"
#include "ui/widgets/weekgrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTransfersPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<TransfersPage> m_page;

    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(m_page.get(), name);
    }
    static void inputs()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }
    static void activate(QWidget *button, bool mouse)
    {
        if (mouse) {
            QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        } else {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_page = std::make_unique<TransfersPage>(m_ui->context());
        m_page->resize(560, 800);
        QVERIFY(showActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_ui.reset();
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<SettingKey>("key");
        QTest::addColumn<int>("standard");
        QTest::addColumn<int>("most");
        QTest::newRow("transfers") << u"maxActive"_s << SettingKey::MaxActiveTransfers << 4 << 1000;
        QTest::newRow("files") << u"parallelDownloads"_s << SettingKey::ParallelDownloads << 4
                               << 16;
        QTest::newRow("per file") << u"connectionsPerFile"_s << SettingKey::ConnectionsPerFile << 8
                                  << 32;
        QTest::newRow("connections") << u"connections"_s << SettingKey::Connections << 16 << 64;
    }
    void numbers()
    {
        QFETCH(QString, name);
        QFETCH(SettingKey, key);
        QFETCH(int, standard);
        QFETCH(int, most);
        auto *spin = seen<QSpinBox>(name);
        QCOMPARE(spin->value(), standard);
        spin->setFocus();
        QTest::keyClick(spin, Qt::Key_Up);
        QCOMPARE(m_ui->settings.number(key), standard + 1);
        spin->selectAll();
        QTest::keyClicks(spin, QString::number(most));
        QTest::keyClick(spin, Qt::Key_Return);
        QCOMPARE(m_ui->settings.number(key), most); // the ranges agree
        QTest::keyClick(spin, Qt::Key_Up);
        QCOMPARE(spin->value(), most);
        m_ui->settings.reset(key);
        QCOMPARE(spin->value(), standard);
    }

    void smallestFirst_data() { inputs(); }
    void smallestFirst()
    {
        QFETCH(bool, mouse);
        activate(seen<QCheckBox>(u"smallestFirst"_s), mouse);
        QVERIFY(m_ui->settings.flag(SettingKey::SmallestFirst));
        activate(seen<QCheckBox>(u"smallestFirst"_s), mouse);
        QVERIFY(!m_ui->settings.flag(SettingKey::SmallestFirst));
    }

    void speeds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<SettingKey>("key");
        QTest::newRow("down") << u"downloadLimit"_s << SettingKey::DownloadLimit;
        QTest::newRow("up") << u"uploadLimit"_s << SettingKey::UploadLimit;
        QTest::newRow("slow") << u"slowDownLimit"_s << SettingKey::SlowDownLimit;
    }
    void speeds()
    {
        QFETCH(QString, name);
        QFETCH(SettingKey, key);
        auto *figure = seen<QDoubleSpinBox>(name + u"Figure"_s);
        auto *unit = seen<QComboBox>(name + u"Unit"_s);
        figure->setFocus();
        figure->selectAll();
        QTest::keyClicks(figure, u"7"_s);
        QTest::keyClick(figure, Qt::Key_Tab);
        QCOMPARE(m_ui->settings.number(key), 7'000);
        QTest::keyClick(unit, Qt::Key_Up);
        QCOMPARE(m_ui->settings.number(key), 7);
        m_ui->settings.setValue(key, 2'500);
        QCOMPARE(figure->text(), u"2.5"_s);
        QCOMPARE(unit->currentText(), u"MB/s"_s);
        m_ui->settings.setValue(key, 0);
        QCOMPARE(figure->text() == u"No limit"_s, key != SettingKey::SlowDownLimit);
    }

    void weeks_data()
    {
        QTest::addColumn<bool>("mouse");
        QTest::addColumn<QString>("name");
        QTest::addColumn<SettingKey>("key");
        QTest::addColumn<QString>("value");
        for (const bool mouse : {false, true}) {
            const QByteArray how = mouse ? " by mouse" : " by keyboard";
            QTest::newRow(("windows" + how).constData())
                << mouse << u"windows"_s << SettingKey::TransferWindows << u"mon 00:00-01:00"_s;
            QTest::newRow(("down" + how).constData())
                << mouse << u"downloadHours"_s << SettingKey::DownloadLimitSchedule
                << u"mon 00:00-01:00=1000000"_s;
            QTest::newRow(("up" + how).constData())
                << mouse << u"uploadHours"_s << SettingKey::UploadLimitSchedule
                << u"mon 00:00-01:00=1000000"_s;
        }
    }
    void weeks()
    {
        QFETCH(bool, mouse);
        QFETCH(QString, name);
        QFETCH(SettingKey, key);
        QFETCH(QString, value);
        auto *summary = seen<QLabel>(name + u"Summary"_s);
        const QString empty = summary->text();
        activate(seen<QPushButton>(name), mouse);
        QPointer<WeekDialog> dialog = m_page->findChild<WeekDialog *>(u"weekDialog"_s);
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *grid = dialog->findChild<WeekGrid *>(u"weekGrid"_s);
        QTRY_COMPARE(QApplication::focusWidget(), grid);
        if (mouse)
            QTest::mouseClick(grid, Qt::LeftButton, {}, grid->cellCenter(1, 0));
        else
            QTest::keyClick(grid, Qt::Key_Space);
        QCOMPARE(m_ui->settings.text(key), value); // at once
        QVERIFY(summary->text().startsWith(u"Monday 00:00 to 01:00"_s));
        if (mouse)
            QTest::mouseClick(dialog->findChild<QPushButton *>(u"weekUndo"_s), Qt::LeftButton);
        else
            QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_ui->settings.text(key).isEmpty());
        QCOMPARE(summary->text(), empty);
        QTest::keyClick(grid, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    void weekOpensWithWhatIsSet()
    {
        m_ui->settings.setValue(SettingKey::TransferWindows, u"mon-sun 22:00-06:00"_s);
        QCOMPARE(seen<QLabel>(u"windowsSummary"_s)->text(), u"Every day 22:00 to 06:00"_s);
        activate(seen<QPushButton>(u"windows"_s), true);
        auto *editor = m_page->findChild<WeekEditor *>();
        QVERIFY(editor);
        QCOMPARE(editor->schedule(), *WeeklySchedule::parse(u"mon-sun 22:00-06:00"));
    }
};

HUBDESK_UI_TEST_MAIN(TestTransfersPage)
#include "tst_transferspage.moc"
