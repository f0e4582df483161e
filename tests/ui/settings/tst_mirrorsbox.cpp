// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/uifixture.h"
#include "ui/panes/settings/mirrorsbox.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! The list of mirrors in the settings, by keyboard and by mouse.
class TestMirrorsBox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<MirrorsBox> m_box;

    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(m_box.get(), name);
    }
    [[nodiscard]] QString stored() const { return m_ui->settings.text(SettingKey::Mirrors); }
    void type(const QString &address, bool mouse) const
    {
        auto *field = seen<QLineEdit>(u"mirrorAddress"_s);
        field->setFocus();
        field->clear();
        QTest::keyClicks(field, address);
        if (mouse)
            QTest::mouseClick(seen<QPushButton>(u"mirrorAdd"_s), Qt::LeftButton);
        else
            QTest::keyClick(field, Qt::Key_Return);
    }
    //! Row \a row becomes the current one.
    void choose(int row, bool mouse) const
    {
        auto *list = seen<QListWidget>(u"mirrors"_s);
        if (mouse) {
            const QRect place = list->visualItemRect(list->item(row));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
        } else {
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Home);
            for (int i = 0; i < row; ++i)
                QTest::keyClick(list, Qt::Key_Down);
        }
        QCOMPARE(list->currentRow(), row);
    }
    void act(const QString &button, Qt::Key key, Qt::KeyboardModifiers modifiers, bool mouse) const
    {
        if (mouse)
            QTest::mouseClick(seen<QPushButton>(button), Qt::LeftButton);
        else
            QTest::keyClick(seen<QListWidget>(u"mirrors"_s), key, modifiers);
    }
    static void inputs()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        m_box = std::make_unique<MirrorsBox>(m_ui->context());
        m_box->resize(480, 300);
        QVERIFY(showActive(m_box.get()));
    }
    void cleanup()
    {
        m_box.reset();
        m_ui.reset();
    }

    void adds_data() { inputs(); }
    void adds()
    {
        QFETCH(bool, mouse);
        QVERIFY(!seen<QListWidget>(u"mirrors"_s)); // nothing there, nothing shown
        type(u"https://one.test/"_s, mouse);
        QCOMPARE(stored(), u"https://one.test"_s);
        type(u"http://two.test:8080/hub"_s, mouse);
        QCOMPARE(stored(), u"https://one.test http://two.test:8080/hub"_s);
        QCOMPARE(seen<QListWidget>(u"mirrors"_s)->count(), 2);
        QCOMPARE(seen<QLineEdit>(u"mirrorAddress"_s)->text(), QString());
        QVERIFY(!seen<QLabel>(u"mirrorProblem"_s));
    }

    void refusesWhatIsWrong()
    {
        for (const QString &wrong : {u"one.test"_s, u"https://me@one.test"_s}) {
            type(wrong, false);
            QCOMPARE(stored(), QString());
            QVERIFY(!seen<QLabel>(u"mirrorProblem"_s)->text().isEmpty());
            QCOMPARE(seen<QLineEdit>(u"mirrorAddress"_s)->text(), wrong); // to be mended
            QTest::keyClick(seen<QLineEdit>(u"mirrorAddress"_s), Qt::Key_Backspace);
            QVERIFY(!seen<QLabel>(u"mirrorProblem"_s));
        }
        type(u"https://one.test"_s, false);
        type(u"https://one.test"_s, false);
        QCOMPARE(stored(), u"https://one.test"_s);
        QVERIFY(seen<QLabel>(u"mirrorProblem"_s)->text().contains("already"_L1));
        type(u"  "_s, false);
        QCOMPARE(stored(), u"https://one.test"_s);
    }

    void movesAndRemoves_data() { inputs(); }
    void movesAndRemoves()
    {
        QFETCH(bool, mouse);
        m_ui->settings.setValue(SettingKey::Mirrors,
                                u"http://a.test http://b.test http://c.test"_s);
        QVERIFY(!seen<QPushButton>(u"mirrorUp"_s)->isEnabled());
        choose(2, mouse);
        QVERIFY(!seen<QPushButton>(u"mirrorDown"_s)->isEnabled());
        act(u"mirrorUp"_s, Qt::Key_Up, Qt::AltModifier, mouse);
        QCOMPARE(stored(), u"http://a.test http://c.test http://b.test"_s);
        act(u"mirrorUp"_s, Qt::Key_Up, Qt::AltModifier, mouse); // the same one goes on
        QCOMPARE(stored(), u"http://c.test http://a.test http://b.test"_s);
        QVERIFY(!seen<QPushButton>(u"mirrorUp"_s)->isEnabled());
        act(u"mirrorDown"_s, Qt::Key_Down, Qt::AltModifier, mouse);
        QCOMPARE(stored(), u"http://a.test http://c.test http://b.test"_s);
        act(u"mirrorRemove"_s, Qt::Key_Delete, {}, mouse);
        QCOMPARE(stored(), u"http://a.test http://b.test"_s);
        act(u"mirrorRemove"_s, Qt::Key_Delete, {}, mouse);
        act(u"mirrorRemove"_s, Qt::Key_Delete, {}, mouse);
        QCOMPARE(stored(), QString());
        QVERIFY(seen<QLineEdit>(u"mirrorAddress"_s)->hasFocus());
    }

    //! What a drag within the list comes down to: the list moves the row itself.
    void moveByDragging()
    {
        m_ui->settings.setValue(SettingKey::Mirrors,
                                u"http://a.test -http://b.test http://c.test"_s);
        auto *list = seen<QListWidget>(u"mirrors"_s);
        QCOMPARE(list->dragDropMode(), QAbstractItemView::InternalMove);
        QVERIFY(list->item(0)->flags().testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(!list->item(0)->flags().testFlag(Qt::ItemIsDropEnabled)); // between, not upon
        QVERIFY(list->model()->moveRow({}, 0, {}, 3)); // behind the last one
        QTRY_COMPARE(stored(), u"-http://b.test http://c.test http://a.test"_s);
        QCOMPARE(list->item(0)->checkState(), Qt::Unchecked);
        QVERIFY(list->model()->moveRow({}, 2, {}, 0));
        QTRY_COMPARE(stored(), u"http://a.test -http://b.test http://c.test"_s);
    }

    void switches_data() { inputs(); }
    void switches()
    {
        QFETCH(bool, mouse);
        m_ui->settings.setValue(SettingKey::Mirrors, u"http://a.test -http://b.test"_s);
        auto *list = seen<QListWidget>(u"mirrors"_s);
        QCOMPARE(list->item(0)->checkState(), Qt::Checked);
        QCOMPARE(list->item(1)->checkState(), Qt::Unchecked);
        const auto toggle = [&](int row) {
            if (mouse) {
                const QRect place = list->visualItemRect(list->item(row));
                QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                                  QPoint(place.left() + 12, place.center().y()));
            } else {
                choose(row, false);
                QTest::keyClick(list, Qt::Key_Space);
            }
        };
        toggle(0);
        QCOMPARE(stored(), u"-http://a.test -http://b.test"_s);
        toggle(1);
        QCOMPARE(stored(), u"-http://a.test http://b.test"_s);
    }
};

HUBDESK_UI_TEST_MAIN(TestMirrorsBox)
#include "tst_mirrorsbox.moc"
