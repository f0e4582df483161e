// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/frontmatter.h"
#include "app/localhub/faults/faultlist.h"
#include "app/localhub/faults/glob.h"
#include "app/localhub/options.h"
#include "app/localhub/server/byterange.h"
#include "app/localhub/server/rawurl.h"
#include "app/localhub/store/lfspointer.h"
#include "app/localhub/store/patternsource.h"
#include "app/localhub/store/sha256.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

class LocalHubUnitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data();
    void ranges();
    void globs_data();
    void globs();
    void queries();
    void pointers();
    void patternIsTheSameFromEveryOffset();
    void frontMatter();
    void faultsAreChecked();
    void arguments_data();
    void arguments();
};

void LocalHubUnitsTest::ranges_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("present");
    QTest::addColumn<bool>("satisfiable");
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::newRow("first ten") << "bytes=0-9"_ba << true << true << 0LL << 10LL;
    QTest::newRow("open") << "bytes=90-"_ba << true << true << 90LL << 100LL;
    QTest::newRow("suffix") << "bytes=-30"_ba << true << true << 70LL << 100LL;
    QTest::newRow("long suffix") << "bytes=-300"_ba << true << true << 0LL << 100LL;
    QTest::newRow("beyond the end") << "bytes=95-200"_ba << true << true << 95LL << 100LL;
    QTest::newRow("past the end") << "bytes=100-"_ba << true << false << 100LL << 100LL;
    QTest::newRow("empty suffix") << "bytes=-0"_ba << true << false << 100LL << 100LL;
    QTest::newRow("backwards") << "bytes=9-3"_ba << false << true << 0LL << 0LL;
    QTest::newRow("several") << "bytes=0-1,4-5"_ba << false << true << 0LL << 0LL;
    QTest::newRow("other unit") << "lines=0-1"_ba << false << true << 0LL << 0LL;
    QTest::newRow("nonsense") << "bytes=a-b"_ba << false << true << 0LL << 0LL;
    QTest::newRow("none") << QByteArray() << false << true << 0LL << 0LL;
}

void LocalHubUnitsTest::ranges()
{
    QFETCH(const QByteArray, header);
    QFETCH(const bool, present);
    QFETCH(const bool, satisfiable);
    const auto range = ByteRange::parse(header, 100);
    QCOMPARE(range.has_value(), present);
    if (!present)
        return;
    QCOMPARE(range->satisfiable, satisfiable);
    if (!satisfiable)
        return;
    QTEST(range->begin, "begin");
    QTEST(range->end, "end");
}

void LocalHubUnitsTest::globs_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("all") << "*"_ba << "/a/b?c=d"_ba << true;
    QTest::newRow("crosses slashes") << "/a*z"_ba << "/a/b/z"_ba << true;
    QTest::newRow("suffix") << "*.bin"_ba << "/x/y.bin"_ba << true;
    QTest::newRow("query counts") << "*.bin"_ba << "/x/y.bin?download=1"_ba << false;
    QTest::newRow("one") << "/?"_ba << "/ab"_ba << false;
    QTest::newRow("class") << "/[a-c]x"_ba << "/bx"_ba << true;
    QTest::newRow("negated") << "/[!a-c]x"_ba << "/bx"_ba << false;
    QTest::newRow("escaped") << "/a\\?b"_ba << "/axb"_ba << false;
    QTest::newRow("several stars") << "*a*b*c"_ba << "xxaxxbxxbxxc"_ba << true;
    QTest::newRow("open bracket") << "/[ab"_ba << "/[ab"_ba << true;
}

void LocalHubUnitsTest::globs()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const QByteArray, text);
    QTEST(globMatches(pattern, text), "matches");
}

void LocalHubUnitsTest::queries()
{
    const Query query("search=a+b&search=%C3%A9&expand%5B%5D=x&full=True&n=12&empty");
    QCOMPARE(query.values(u"search"), QStringList({u"a b"_s, u"é"_s}));
    QCOMPARE(query.value(u"expand"), u"x"_s);
    QVERIFY(query.flag(u"full"));
    QVERIFY(!query.flag(u"n"));
    QVERIFY(query.has(u"empty"));
    QCOMPARE(query.number(u"n", 0), 12);
    QCOMPARE(queryWithout("a=1&cursor=x&b=2", "cursor"), "a=1&b=2"_ba);
}

void LocalHubUnitsTest::pointers()
{
    const LfsPointer pointer{.sha256 = Sha256::hexOf("hello\n"), .size = 6};
    QCOMPARE(pointer.sha256, "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"_ba);
    QCOMPARE(pointer.text().size(), 126);
    const auto read = LfsPointer::parse(pointer.text());
    QVERIFY(read.has_value());
    QCOMPARE(read->size, 6);
    QVERIFY(!LfsPointer::parse(pointer.text() + '\n'));
    QVERIFY(!LfsPointer::parse(pointer.text().replace("size 6", "size 06")));
    QVERIFY(!LfsPointer::parse("hello"));
}

void LocalHubUnitsTest::patternIsTheSameFromEveryOffset()
{
    constexpr qint64 kSize = 3 * 1024 * 1024 + 5;
    PatternSource source(7, kSize);
    QByteArray whole(kSize, '\0');
    QCOMPARE(source.read(0, whole.data(), kSize), kSize);
    for (const qint64 offset : {1LL, 7LL, 8LL, 1048575LL, 1048576LL, 1048577LL, kSize - 3}) {
        QByteArray part(100'003, '\0');
        const qint64 count = source.read(offset, part.data(), part.size());
        QCOMPARE(part.first(count), whole.sliced(offset, count));
    }
    QCOMPARE(source.read(kSize, whole.data(), 10), 0);
    QCOMPARE(PatternSource::sha256(7, kSize), Sha256::hexOf(whole));
    QVERIFY(whole.first(1024) != whole.sliced(1048576, 1024));
}

void LocalHubUnitsTest::frontMatter()
{
    const FrontMatter card = FrontMatter::parse(
        "---\nlicense: mit\nlanguage:\n- en\n- \"no\"\nscore: 1.5\ndone: true\n---\n# Title\n");
    QVERIFY(card.present);
    QCOMPARE(card.data[u"license"].toString(), u"mit"_s);
    QCOMPARE(card.data[u"language"].toArray().size(), 2);
    QCOMPARE(card.data[u"language"].toArray()[1].toString(), u"no"_s);
    QCOMPARE(card.data[u"score"].toDouble(), 1.5);
    QVERIFY(card.data[u"done"].toBool());
    QVERIFY(!FrontMatter::parse("# Title\n").present);
    QVERIFY(!FrontMatter::parse("---\na: [\n---\n").error.isEmpty());
    QVERIFY(FrontMatter::parse({}).error.isEmpty());
}

void LocalHubUnitsTest::faultsAreChecked()
{
    FaultList faults;
    QVERIFY(!faults.add(QJsonObject{{u"kind"_s, u"nonsense"_s}}));
    QVERIFY(!faults.add(QJsonObject{{u"kind"_s, u"cut"_s}, {u"att"_s, 1}}));
    QVERIFY(!faults.add(QJsonObject{{u"kind"_s, u"cut"_s}, {u"port"_s, u"other"_s}}));
    QVERIFY(!faults.add(QJsonArray{QJsonObject{{u"kind"_s, u"cut"_s}}, 5}));
    QVERIFY(faults.toJson().isEmpty());
    QVERIFY(faults.add(QJsonObject{{u"kind"_s, u"status"_s}, {u"times"_s, 2}}).has_value());
    const Request request;
    QVERIFY(faults.take(request, FaultKind::Status));
    QVERIFY(!faults.take(request, FaultKind::Delay));
    QVERIFY(faults.take(request, FaultKind::Status));
    QVERIFY(!faults.take(request, FaultKind::Status));
    QCOMPARE(faults.toJson().first()[u"hits"].toInt(), 2);
}

void LocalHubUnitsTest::arguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("good");
    QTest::newRow("least") << QStringList{u"--data"_s, u"x"_s} << true;
    QTest::newRow("all") << QStringList{u"--data"_s,
                                        u"x"_s,
                                        u"--listen"_s,
                                        u"127.0.0.1:80"_s,
                                        u"--seed"_s,
                                        u"none"_s,
                                        u"--latency=5"_s,
                                        u"--throttle"_s,
                                        u"100"_s,
                                        u"--throttle-connection"_s,
                                        u"9"_s}
                         << true;
    QTest::newRow("IPv6") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"[::1]:0"_s} << true;
    QTest::newRow("no folder") << QStringList{} << false;
    QTest::newRow("no value") << QStringList{u"--data"_s} << false;
    QTest::newRow("bad address") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"somewhere"_s}
                                 << false;
    QTest::newRow("bad port") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s,
                                             u"127.0.0.1:99999"_s}
                              << false;
    QTest::newRow("bad seed") << QStringList{u"--data"_s, u"x"_s, u"--seed"_s, u"other"_s} << false;
    QTest::newRow("bad number") << QStringList{u"--data"_s, u"x"_s, u"--throttle"_s, u"-5"_s}
                                << false;
    QTest::newRow("key missing") << QStringList{u"--data"_s, u"x"_s, u"--tls-cert"_s, u"c"_s}
                                 << false;
    QTest::newRow("proxy") << QStringList{u"--data"_s, u"x"_s, u"--proxy"_s, u"127.0.0.1:0"_s}
                           << true;
    QTest::newRow("proxy with login")
        << QStringList{u"--data"_s,       u"x"_s,  u"--proxy"_s, u"[::1]:8080"_s,
                       u"--proxy-auth"_s, u"u:p"_s}
        << true;
    QTest::newRow("proxy for everybody")
        << QStringList{u"--data"_s, u"x"_s, u"--proxy"_s, u"0.0.0.0:8080"_s} << false;
    QTest::newRow("login without proxy")
        << QStringList{u"--data"_s, u"x"_s, u"--proxy-auth"_s, u"u:p"_s} << false;
    QTest::newRow("login without password")
        << QStringList{u"--data"_s,       u"x"_s,     u"--proxy"_s, u"127.0.0.1:0"_s,
                       u"--proxy-auth"_s, u"secret"_s}
        << false;
    QTest::newRow("unknown") << QStringList{u"--data"_s, u"x"_s, u"--verbose"_s} << false;
}

void LocalHubUnitsTest::arguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, good);
    const auto line = CommandLine::parse(arguments);
    QCOMPARE(line.has_value(), good);
    // What was meant to be a login is not repeated where others read it.
    QVERIFY(line || !line.error().contains("secret"_L1));
}

QTEST_GUILESS_MAIN(LocalHubUnitsTest)
#include "tst_localhubunits.moc"
