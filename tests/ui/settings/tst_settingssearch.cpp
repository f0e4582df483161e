// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/settingsfixture.h"
#include "ui/panes/settings/searchmarks.h"
#include "ui/panes/settings/settingswidget.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestSettingsSearch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SettingsFixture> m_f;

    [[nodiscard]] QStringList shownPages() const
    {
        auto *list = m_f->seen<QListWidget>(u"settingsPages"_s);
        const auto ids = m_f->dialog->findChild<SettingsWidget *>()->pages();
        QStringList shown;
        for (int row = 0; row < list->count(); ++row) {
            if (!list->item(row)->isHidden())
                shown << ids.at(row);
        }
        return shown;
    }
    void type(const QString &text) const
    {
        auto *field = m_f->seen<QLineEdit>(u"settingsSearch"_s);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    [[nodiscard]] QStringList marked() const
    {
        QStringList names;
        for (const auto *marks : m_f->dialog->findChildren<SearchMarks *>()) {
            if (!marks->isVisible())
                continue;
            for (const QWidget *control : marks->marked())
                names << control->objectName();
        }
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_f = std::make_unique<SettingsFixture>();
        m_f->open();
    }
    void cleanup() { m_f.reset(); }

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("page"); // shown, perhaps among others
        QTest::addColumn<QString>("control"); // marked there; empty: any
        QTest::newRow("label") << u"additional certificates"_s << u"network"_s << u"caFile"_s;
        QTest::newRow("note") << u"turtle"_s << u"transfers"_s << u"slowDownNote"_s;
        QTest::newRow("other word") << u"bandwidth"_s << u"transfers"_s << u"downloadLimit"_s;
        QTest::newRow("setting") << u"network/offline"_s << u"network"_s << u"offline"_s;
        QTest::newRow("variable") << u"HF_HUB_ETAG_TIMEOUT"_s << u"network"_s
                                  << u"metadataTimeout"_s;
        QTest::newRow("variable in words") << u"hf hub cache"_s << u"cache"_s << u"cacheFolder"_s;
        QTest::newRow("folder of a type")
            << u"placement spaces"_s << u"cache"_s << u"spacesFolder"_s;
        QTest::newRow("what is hidden") << u"socks port"_s << u"network"_s << u"proxyMode"_s;
        QTest::newRow("choice") << u"socks5"_s << u"network"_s << u"proxyMode"_s;
        QTest::newRow("title") << u"notifications"_s << u"notifications"_s << QString();
        QTest::newRow("heading and label")
            << u"colours dark"_s << u"appearance"_s << u"appearance-dark"_s;
        QTest::newRow("language") << u"deutsch"_s << u"language"_s << u"language-de"_s;
        QTest::newRow("log") << u"verbosity"_s << u"advanced"_s << u"logLevel"_s;
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, page);
        QFETCH(QString, control);
        type(text);
        QVERIFY2(shownPages().contains(page), qPrintable(shownPages().join(u' ')));
        QVERIFY(shownPages().size() < 4); // a search that shows everything finds nothing
        m_f->seen<QListWidget>(u"settingsPages"_s)
            ->setCurrentRow(static_cast<int>(
                m_f->dialog->findChild<SettingsWidget *>()->pages().indexOf(page)));
        QVERIFY2(control.isEmpty() || marked().contains(control), qPrintable(marked().join(u' ')));
    }

    void filtersAndClears()
    {
        const QStringList all = shownPages();
        QCOMPARE(all.size(), 8);
        QTest::keyClick(m_f->dialog.get(), Qt::Key_F, Qt::ControlModifier);
        auto *field = m_f->seen<QLineEdit>(u"settingsSearch"_s);
        QCOMPARE(QApplication::focusWidget(), field);
        type(u"dark"_s);
        QCOMPARE(m_f->dialog->page(), u"appearance"_s); // goes where something is
        QVERIFY(!marked().isEmpty());
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(shownPages(), all);
        QVERIFY(marked().isEmpty());
        QVERIFY(m_f->dialog->isVisible());
        QCOMPARE(m_f->dialog->page(), u"appearance"_s);
    }

    void sentenceWhenNothingIsFound()
    {
        type(u"banana"_s);
        QVERIFY(shownPages().isEmpty());
        QVERIFY(m_f->seen<QLabel>(u"settingsNothingFound"_s)->text().contains(u"\"banana\""_s));
        QVERIFY(!m_f->seen<QLineEdit>(u"endpoint"_s)); // no page is shown
        type(u"offline"_s);
        QVERIFY(!m_f->seen<QLabel>(u"settingsNothingFound"_s));
        QVERIFY(m_f->seen<QCheckBox>(u"offline"_s));
        type(u"banana"_s);
        m_f->dialog->showPage(u"cache"_s); // somebody else opens a page
        QCOMPARE(shownPages().size(), 8);
        QVERIFY(m_f->seen<QLineEdit>(u"cacheFolder"_s));
    }

    void scrollsAndEnters()
    {
        type(u"HF_HUB_DOWNLOAD_TIMEOUT"_s);
        auto *spin = m_f->dialog->findChild<QSpinBox *>(u"downloadTimeout"_s);
        QTRY_VERIFY(!spin->visibleRegion().isEmpty());
        QTest::keyClick(m_f->seen<QLineEdit>(u"settingsSearch"_s), Qt::Key_Return);
        QVERIFY(spin->hasFocus());
        QVERIFY(m_f->dialog->isVisible()); // Enter presses no button
        type(u"offline"_s);
        QTest::keyClick(m_f->seen<QLineEdit>(u"settingsSearch"_s), Qt::Key_Down);
        QVERIFY(m_f->seen<QListWidget>(u"settingsPages"_s)->hasFocus());
    }
};

HUBDESK_UI_TEST_MAIN(TestSettingsSearch)
#include "tst_settingssearch.moc"
