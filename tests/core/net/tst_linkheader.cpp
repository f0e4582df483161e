// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/linkheader.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class LinkHeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void next_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("url");
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("plain") << QByteArray(R"(<http://h:1/a?c=1&x=True>; rel="next")")
                               << u"http://h:1/a?c=1&x=True"_s;
        QTest::newRow("unquoted") << QByteArray("<https://h/a>;rel=next") << u"https://h/a"_s;
        QTest::newRow("several") << QByteArray(
            R"(<https://h/p>; rel="prev", <https://h/n>; rel="next")")
                                 << u"https://h/n"_s;
        QTest::newRow("first of several")
            << QByteArray(R"(<https://h/n>; rel="next", <https://h/l>; rel="last")")
            << u"https://h/n"_s;
        QTest::newRow("comma in url")
            << QByteArray(R"(<https://h/n?a=1,2>; rel="next")") << u"https://h/n?a=1,2"_s;
        QTest::newRow("two relations")
            << QByteArray(R"(<https://h/n>; rel="last next"; title="x")") << u"https://h/n"_s;
        QTest::newRow("upper case")
            << QByteArray(R"(<https://h/n>; REL="Next")") << u"https://h/n"_s;
        QTest::newRow("only last") << QByteArray(R"(<https://h/n>; rel="last")") << QString();
        QTest::newRow("relative") << QByteArray(R"(</api/models?c=2>; rel="next")") << QString();
        QTest::newRow("file") << QByteArray(R"(<file:///etc/passwd>; rel="next")") << QString();
        QTest::newRow("unclosed") << QByteArray(R"(<https://h/n; rel="next")") << QString();
        QTest::newRow("nextish") << QByteArray(R"(<https://h/n>; rel="nextish")") << QString();
    }
    void next()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, url);
        QCOMPARE(nextLink(header).toString(), url);
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::LinkHeaderTest)
#include "tst_linkheader.moc"
