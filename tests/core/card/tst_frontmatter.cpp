// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/frontmatter.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestFrontMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void split_data();
    void split();
    void scalarsStayText();
    void reportsLineOfMistake();
    void refusesAliasBomb();
    void refusesDeepNesting();
    void refusesHugeHeader();
    void neverThrows_data();
    void neverThrows();
};

void TestFrontMatter::split_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("body");
    QTest::newRow("none") << u"# Title\n"_s << QString() << u"# Title\n"_s;
    QTest::newRow("usual") << u"---\nlicense: mit\n---\n# T\n"_s << u"license: mit\n"_s
                           << u"# T\n"_s;
    QTest::newRow("crlf") << u"---\r\na: 1\r\n---\r\nx"_s << u"a: 1\r\n"_s << u"x"_s;
    QTest::newRow("bom and blank lines")
        << u"\ufeff\n\n---\na: 1\n---\nx"_s << u"a: 1\n"_s << u"x"_s;
    QTest::newRow("empty") << u"---\n---\nx"_s << QString() << u"x"_s;
    QTest::newRow("no end") << u"---\na: 1\n"_s << QString() << u"---\na: 1\n"_s;
    QTest::newRow("rule only") << u"----\nx"_s << QString() << u"----\nx"_s;
    QTest::newRow("indented dashes stay in the header")
        << u"---\na: |\n  ---\nb: 2\n---\nx"_s << u"a: |\n  ---\nb: 2\n"_s << u"x"_s;
    QTest::newRow("nothing below") << u"---\na: 1\n---"_s << u"a: 1\n"_s << QString();
    QTest::newRow("empty text") << QString() << QString() << QString();
}

void TestFrontMatter::split()
{
    QFETCH(QString, text);
    QFETCH(QString, header);
    QFETCH(QString, body);
    const CardSource source = splitFrontMatter(text);
    QCOMPARE(source.frontMatter, header);
    QCOMPARE(source.body, body);
}

void TestFrontMatter::scalarsStayText()
{
    const auto parsed = parseFrontMatter(
        u"license: mit\nversion: 1.10\nlanguage:\n- en\n- no\nempty:\nnested: {a: [1, 2]}\n"_s);
    QVERIFY(parsed);
    QCOMPARE(parsed->value("license"_L1).toString(), u"mit"_s);
    QCOMPARE(parsed->value("version"_L1).toString(), u"1.10"_s);
    QCOMPARE(parsed->value("language"_L1).toArray().at(1).toString(), u"no"_s);
    QVERIFY(parsed->value("empty"_L1).isNull());
    QCOMPARE(parsed->value("nested"_L1).toObject().value("a"_L1).toArray().size(), 2);
}

void TestFrontMatter::reportsLineOfMistake()
{
    const auto parsed = parseFrontMatter(u"license: mit\ntags: [a, b\nx: 1\n"_s);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Invalid);
    QVERIFY2(parsed.error().message.contains(u"line"), qPrintable(parsed.error().message));
}

void TestFrontMatter::refusesAliasBomb()
{
    QString bomb = u"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"_s;
    for (int level = 1; level < 12; ++level) {
        const QString alias = u"*a%1"_s.arg(level - 1);
        bomb += u"a%1: &a%1 [%2]\n"_s.arg(level).arg(QStringList(10, alias).join(u", "));
    }
    const auto parsed = parseFrontMatter(bomb);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Invalid);
}

void TestFrontMatter::refusesDeepNesting()
{
    for (const int depth : {40, 5000, 200'000}) {
        const auto parsed =
            parseFrontMatter(u"a: "_s + QString(depth, u'[') + QString(depth, u']') + u'\n');
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Invalid);
    }
}

void TestFrontMatter::refusesHugeHeader()
{
    QVERIFY(!parseFrontMatter(u"a: "_s + QString(1'100'000, u'x')));
}

void TestFrontMatter::neverThrows_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::newRow("tab") << u"a:\n\t- b"_s;
    QTest::newRow("unknown alias") << u"a: *nothing"_s;
    QTest::newRow("self alias") << u"a: &x [*x]"_s;
    QTest::newRow("list") << u"- a\n- b"_s;
    QTest::newRow("text") << u"just text"_s;
    QTest::newRow("nul") << QString(u"a: b"_s + QChar(u'\0'));
    QTest::newRow("map as key") << u"{a: 1}: 2"_s;
    QTest::newRow("two documents") << u"a: 1\n...\nb: 2"_s;
    QTest::newRow("tag") << u"!!python/object:os.system {a: 1}"_s;
    QTest::newRow("lone surrogate") << QString(u"a: "_s + QChar(0xd800));
    QTest::newRow("quote") << u"a: \"b"_s;
    QTest::newRow("percent") << u"%YAML 9.9\n---\na: 1"_s;
}

void TestFrontMatter::neverThrows()
{
    QFETCH(QString, yaml);
    const auto parsed = parseFrontMatter(yaml);
    QVERIFY(parsed || parsed.error().kind == ErrorKind::Invalid);
}

QTEST_GUILESS_MAIN(TestFrontMatter)
#include "tst_frontmatter.moc"
