// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketransferqueue.h"
#include "tests/support/uifixture.h"
#include "ui/widgets/limitswitch.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestLimitSwitch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<FakeTransferQueue> m_queue;
    std::unique_ptr<LimitSwitch> m_switch;

    QPushButton *toggle() const { return m_switch->findChild<QPushButton *>(u"limitToggle"_s); }
    QAction *action(const QString &name) const { return m_switch->findChild<QAction *>(name); }
    //! As the engine does it, which learns of the settings.
    void follow()
    {
        connect(&m_ui->settings, &Settings::changed, m_queue.get(), [this] {
            m_queue->limit = m_ui->settings.flag(SettingKey::SlowDown)
                ? 1000 * m_ui->settings.number(SettingKey::SlowDownLimit)
                : 0;
        });
    }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_queue = std::make_unique<FakeTransferQueue>();
        m_switch = std::make_unique<LimitSwitch>(m_ui->context(), m_queue.get(), u"limit"_s);
        follow();
        QVERIFY(showActive(m_switch.get()));
    }
    void cleanup()
    {
        m_switch.reset();
        m_queue.reset();
        m_ui.reset();
    }

    void oneClickOnAndOff_data()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }
    void oneClickOnAndOff()
    {
        QFETCH(bool, mouse);
        const auto press = [&] {
            if (mouse)
                QTest::mouseClick(toggle(), Qt::LeftButton);
            else
                QTest::keyClick(toggle(), Qt::Key_Space);
        };
        toggle()->setFocus();
        QCOMPARE(toggle()->text(), u"No limit"_s);
        press();
        QVERIFY(m_ui->settings.flag(SettingKey::SlowDown));
        QTRY_COMPARE(toggle()->text(), u"At most 1.0 MB/s"_s);
        QVERIFY(toggle()->isChecked());
        press();
        QVERIFY(!m_ui->settings.flag(SettingKey::SlowDown));
        QTRY_COMPARE(toggle()->text(), u"No limit"_s);
        QVERIFY(!toggle()->isChecked());
    }

    void menuHasCommonValues()
    {
        QTest::mouseClick(m_switch->findChild<QPushButton *>(u"limitMenu"_s), Qt::LeftButton);
        auto *menu = m_switch->findChild<QMenu *>(u"limitList"_s);
        QTRY_VERIFY(menu->isVisible());
        QVERIFY(action(u"slowOff"_s)->isChecked());
        menu->setActiveAction(action(u"slowTo2000"_s));
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(m_ui->settings.number(SettingKey::SlowDownLimit), 2000);
        QTRY_COMPARE(toggle()->text(), u"At most 2.0 MB/s"_s);
        Q_EMIT
        menu->aboutToShow();
        QVERIFY(!action(u"slowOff"_s)->isChecked());
        QVERIFY(action(u"slowTo2000"_s)->isChecked());
        QVERIFY(!action(u"slowTo1000"_s)->isChecked());
        action(u"slowOff"_s)->trigger();
        QTRY_COMPARE(toggle()->text(), u"No limit"_s);
        QCOMPARE(m_ui->settings.number(SettingKey::SlowDownLimit), 2000); // for the next time
        QSignalSpy asked(m_switch.get(), &LimitSwitch::settingsRequested);
        action(u"slowSettings"_s)->trigger();
        QCOMPARE(asked.size(), 1);
    }

    void showsWhatASchedulesHourBrings()
    {
        m_queue->limit = 3'000'000;
        QTRY_COMPARE(toggle()->text(), u"At most 3.0 MB/s"_s);
        QVERIFY(!toggle()->isChecked());
        QVERIFY(toggle()->accessibleName().contains(u"3.0 MB/s"_s));
    }
};

HUBDESK_UI_TEST_MAIN(TestLimitSwitch)
#include "tst_limitswitch.moc"
