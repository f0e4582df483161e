// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheformat.h"
#include "core/cache/pythontext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestCacheFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void size_data();
    void size();
    void age_data();
    void age();
    void tableByRepo();
    void tableByRevision();
    void emptyTable();
    void repr_data();
    void repr();
    void textRead();
    void codePointOrder();
};

void TestCacheFormat::size_data()
{
    QTest::addColumn<double>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"0.0"_s;
    QTest::newRow("bytes") << 999.0 << u"999.0"_s;
    QTest::newRow("kilo") << 1234.0 << u"1.2K"_s;
    QTest::newRow("tie to even below") << 1250.0 << u"1.2K"_s;
    QTest::newRow("tie to even above") << 1750.0 << u"1.8K"_s;
    QTest::newRow("rounds up to a thousand") << 999.95 << u"1000.0"_s;
    QTest::newRow("rounds up in kilo") << 999960.0 << u"1000.0K"_s;
    QTest::newRow("giga") << 1073741824.0 << u"1.1G"_s;
    QTest::newRow("zetta") << 9.99e23 << u"999.0Z"_s;
    QTest::newRow("yotta") << 1e24 << u"1.0Y"_s;
    QTest::newRow("many yotta") << 1e28 << u"10000.0Y"_s;
}

void TestCacheFormat::size()
{
    QFETCH(double, bytes);
    QTEST(officialSize(bytes), "text");
}

void TestCacheFormat::age_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("future") << -5.0 << u"a few seconds ago"_s;
    QTest::newRow("now") << 19.9 << u"a few seconds ago"_s;
    QTest::newRow("seconds") << 20.0 << u"20 seconds ago"_s;
    QTest::newRow("60 seconds") << 60.4 << u"60 seconds ago"_s;
    QTest::newRow("a minute") << 61.0 << u"1 minute ago"_s;
    QTest::newRow("half to even down") << 150.0 << u"2 minutes ago"_s;
    QTest::newRow("half to even up") << 210.0 << u"4 minutes ago"_s;
    QTest::newRow("24 hours") << 86'400.0 << u"24 hours ago"_s;
    QTest::newRow("a day") << 90'000.0 << u"1 day ago"_s;
    QTest::newRow("a week") << 604'800.0 << u"1 week ago"_s;
    QTest::newRow("weeks") << 6 * 604'800.0 << u"6 weeks ago"_s;
    QTest::newRow("months") << 60 * 86'400.0 << u"2 months ago"_s;
    QTest::newRow("a year") << 360 * 86'400.0 << u"1 year ago"_s;
    QTest::newRow("years") << 3650 * 86'400.0 << u"10 years ago"_s;
}

void TestCacheFormat::age()
{
    QFETCH(double, seconds);
    QTEST(officialAge(seconds), "text");
}

namespace {

CacheScan smallScan()
{
    CachedRevision revision;
    revision.commit = u"c1"_s;
    revision.snapshotPath = u"/c/models--a--b/snapshots/c1"_s;
    revision.size = 1234;
    revision.files.resize(2);
    revision.refs = {u"main"_s, u"v1"_s};
    revision.lastModified = 940;
    CachedRepo repo;
    repo.repo = {RepoType::Model, u"a/b"_s};
    repo.path = u"/c/models--a--b"_s;
    repo.size = 1234;
    repo.fileCount = 2;
    repo.revisions = {revision};
    repo.lastAccessed = 995;
    repo.lastModified = 940;
    CacheScan scan;
    scan.repos = {repo};
    return scan;
}

} // namespace

void TestCacheFormat::tableByRepo()
{
    QCOMPARE(
        scanTable(smallScan(), 0, 1000),
        u"REPO ID REPO TYPE SIZE ON DISK NB FILES LAST_ACCESSED     LAST_MODIFIED  REFS     LOCAL "
        u"PATH      \n"
        "------- --------- ------------ -------- ----------------- -------------- -------- "
        "--------------- \n"
        "a/b     model             1.2K        2 a few seconds ago 60 seconds ago main, v1 /c/models--a--b "_s);
}

void TestCacheFormat::tableByRevision()
{
    QCOMPARE(
        scanTable(smallScan(), 2, 1000),
        u"REPO ID REPO TYPE REVISION SIZE ON DISK NB FILES LAST_MODIFIED  REFS     LOCAL PATH      "
        u"             \n"
        "------- --------- -------- ------------ -------- -------------- -------- "
        "---------------------------- \n"
        "a/b     model     c1               1.2K        2 60 seconds ago main, v1 /c/models--a--b/snapshots/c1 "_s);
}

void TestCacheFormat::emptyTable()
{
    QCOMPARE(
        scanTable({}, 0, 0),
        u"REPO ID REPO TYPE SIZE ON DISK NB FILES LAST_ACCESSED LAST_MODIFIED REFS LOCAL PATH \n"
        "------- --------- ------------ -------- ------------- ------------- ---- ---------- "_s);
}

void TestCacheFormat::repr_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("repr");
    QTest::newRow("plain") << u"main"_s << u"'main'"_s;
    QTest::newRow("newline") << u"ab\n"_s << u"'ab\\n'"_s;
    QTest::newRow("single quote") << u"it's"_s << u"\"it's\""_s;
    QTest::newRow("both quotes") << u"'\""_s << u"'\\'\"'"_s;
    QTest::newRow("backslash") << u"\\"_s << u"'\\\\'"_s;
    QTest::newRow("control") << u"\x01\x7f"_s << u"'\\x01\\x7f'"_s;
    QTest::newRow("no-break space") << u"\u00a0"_s << u"'\\xa0'"_s;
    QTest::newRow("line separator") << u"\u2028"_s << u"'\\u2028'"_s;
    QTest::newRow("letters") << u"文😀"_s << u"'文😀'"_s;
    QTest::newRow("private use above 16 bits") << u"\U000f0000"_s << u"'\\U000f0000'"_s;
}

void TestCacheFormat::repr()
{
    QFETCH(QString, text);
    QTEST(pythonRepr(text), "repr");
}

void TestCacheFormat::textRead()
{
    QCOMPARE(pythonTextRead("a\r\nb\rc\n").value(), u"a\nb\nc\n"_s);
    QCOMPARE(pythonTextRead("").value(), QString());
    QVERIFY(!pythonTextRead("\xff\xfe"));
    QVERIFY(!pythonTextRead("cut off \xe6\x96"));
    QCOMPARE(pythonRepr(std::map<QString, QStringList>{{u"h"_s, {u"b"_s, u"a"_s}}}),
             u"{'h': {'a', 'b'}}"_s);
}

void TestCacheFormat::codePointOrder()
{
    QVERIFY(lessByCodePoint(u"a", u"b"));
    QVERIFY(lessByCodePoint(u"a", u"aa"));
    QVERIFY(!lessByCodePoint(u"a", u"a"));
    // U+FF5E stands above U+D83D as a UTF-16 unit but below U+1F600 as a code point.
    QVERIFY(lessByCodePoint(u"\uff5e", u"😀"));
    QVERIFY(!lessByCodePoint(u"😀", u"\uff5e"));
    QCOMPARE(codePointCount(u"a文😀"), 3);
}

QTEST_GUILESS_MAIN(TestCacheFormat)
#include "tst_cacheformat.moc"
