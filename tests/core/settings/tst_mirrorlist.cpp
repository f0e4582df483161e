// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/mirrorlist.h"

#include <QTest>

using namespace hubdesk;
using namespace Qt::StringLiterals;

//! The user's list of mirrors and its text in the settings.
class MirrorListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void keepsOrderAndSwitches();
    void leavesOutNonsense();
    void moves();
};

void MirrorListTest::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: wrong
    QTest::newRow("https") << u"https://mirror.test"_s << u"https://mirror.test"_s;
    QTest::newRow("http, port, path")
        << u" http://mirror.test:8080/hub/ "_s << u"http://mirror.test:8080/hub"_s;
    QTest::newRow("slashes") << u"https://mirror.test//"_s << u"https://mirror.test"_s;
    QTest::newRow("no scheme") << u"mirror.test"_s << QString();
    QTest::newRow("another scheme") << u"ftp://mirror.test"_s << QString();
    QTest::newRow("no host") << u"https://"_s << QString();
    QTest::newRow("user") << u"https://me:pw@mirror.test"_s << QString();
    QTest::newRow("query") << u"https://mirror.test/?a=b"_s << QString();
    QTest::newRow("fragment") << u"https://mirror.test/#a"_s << QString();
    QTest::newRow("two words") << u"https://a.test https://b.test"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void MirrorListTest::addresses()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const auto parsed = MirrorList::parseUrl(text);
    QCOMPARE(parsed.has_value(), !url.isEmpty());
    if (parsed)
        QCOMPARE(parsed->toString(), url);
    else
        QVERIFY(parsed.error().endsWith(u'.'));
}

void MirrorListTest::keepsOrderAndSwitches()
{
    const QUrl one(u"https://one.test"_s);
    const QUrl two(u"https://two.test/hub"_s);
    MirrorList list;
    QCOMPARE(list.toString(), QString());
    list.add(two, false);
    list.add(one);
    list.add(two); // is there
    QCOMPARE(list.size(), 2u);
    QVERIFY(list.contains(two));
    QCOMPARE(list.toString(), u"-https://two.test/hub https://one.test"_s);
    QCOMPARE(MirrorList::parse(list.toString()), list);
    QCOMPARE(list.urls(), std::vector<QUrl>{one});
    list.setOn(0, true);
    QCOMPARE(list.urls(), (std::vector<QUrl>{two, one}));
    list.remove(0);
    QCOMPARE(list.urls(), std::vector<QUrl>{one});
}

void MirrorListTest::leavesOutNonsense()
{
    const MirrorList list = MirrorList::parse(u"https://a.test - nonsense -https://b.test/ "
                                              "https://u@c.test https://a.test"_s);
    QCOMPARE(list.toString(), u"https://a.test -https://b.test"_s);
}

void MirrorListTest::moves()
{
    MirrorList list = MirrorList::parse(u"http://a.test http://b.test http://c.test"_s);
    list.move(0, 2);
    QCOMPARE(list.toString(), u"http://b.test http://c.test http://a.test"_s);
    list.move(2, 1);
    QCOMPARE(list.toString(), u"http://b.test http://a.test http://c.test"_s);
}

QTEST_GUILESS_MAIN(MirrorListTest)
#include "tst_mirrorlist.moc"
