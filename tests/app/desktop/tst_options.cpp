// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/options.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing()
    {
        const auto options = parseOptions({u"hubdesk"_s});
        QVERIFY(options);
        QCOMPARE(*options, Options{});
        QVERIFY(options->joinsRunningInstance());
    }

    void everything()
    {
        const auto options =
            parseOptions({u"hubdesk"_s, u"--endpoint"_s, u"https://hub.example"_s, u"--pane"_s,
                          u"cache"_s, u"--self-test"_s, u"hf://datasets/a/b"_s});
        QVERIFY(options);
        QCOMPARE(options->endpoint, QUrl(u"https://hub.example"_s));
        QCOMPARE(options->pane, u"cache"_s);
        QVERIFY(options->selfTest);
        QCOMPARE(options->address, u"hf://datasets/a/b"_s);
        QVERIFY(!options->joinsRunningInstance());
    }

    void demoAndTourStandAlone()
    {
        const auto options = parseOptions({u"hubdesk"_s, u"--demo"_s, u"--tour"_s, u"/tmp/t"_s});
        QVERIFY(options);
        QVERIFY(!options->joinsRunningInstance());
        QCOMPARE(options->tour, u"/tmp/t"_s);
    }

    void texts()
    {
        QVERIFY(parseOptions({u"hubdesk"_s, u"--version"_s})->message.startsWith("hubdesk "_L1));
        QVERIFY(parseOptions({u"hubdesk"_s, u"--help"_s})->message.contains("--tour"_L1));
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{u"--nope"_s};
        QTest::newRow("two addresses") << QStringList{u"hf://a/b"_s, u"hf://c/d"_s};
        QTest::newRow("file endpoint") << QStringList{u"--endpoint"_s, u"file:///etc"_s};
        QTest::newRow("no endpoint") << QStringList{u"--endpoint"_s};
        QTest::newRow("word endpoint") << QStringList{u"--endpoint"_s, u"hub"_s};
        QTest::newRow("tour without demo") << QStringList{u"--tour"_s, u"/tmp/t"_s};
        QTest::newRow("demo elsewhere") << QStringList{u"--demo"_s, u"--endpoint"_s, u"http://x"_s};
    }
    void mistakes()
    {
        QFETCH(QStringList, arguments);
        const auto options = parseOptions(QStringList{u"hubdesk"_s} + arguments);
        QVERIFY(!options);
        QVERIFY(!options.error().isEmpty());
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::OptionsTest)
#include "tst_options.moc"
