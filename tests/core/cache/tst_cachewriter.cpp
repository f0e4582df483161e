// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachewriter.h"
#include "core/cache/diskerror.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const QString kCommit(40, u'1');
const QString kOther(40, u'2');
const QString kEtag = u"ce013625030ba8dba906f756967f9e9ca394464a"_s;

} // namespace

class TestCacheWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wholeDownloadLeavesTheOfficialLayout();
    void refMakesItsSnapshotFirst();
    void refOfACommitWritesNoRef();
    void refMovesOn();
    void publishKeepsTheExistingBlob();
    void publishReplacesWhenForced();
    void publishesManyEachForItself();
    void linkIsRenewedWhenItPointsElsewhere();
    void linkToTheSameBlobStays();
    void linkReplacesAFile();
    void withoutLinksANewBlobMoves();
    void withoutLinksAnOldBlobIsCopied();
    void conflictsAreNamed();
    void namesFromTheServerStayInside_data();
    void namesFromTheServerStayInside();
    void tooLongName();
    void errorTexts_data();
    void errorTexts();
    void fullDiskSaysHowMuchIsMissing();

private:
    QString path(const QString &below) const { return m_folder->filePath(u"hub/"_s + below); }

    std::unique_ptr<QTemporaryDir> m_folder;
    CacheLayout m_layout{QString()};
    RepoId m_repo{RepoType::Model, u"ns/m"_s};
};

void TestCacheWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_layout = CacheLayout(m_folder->filePath(u"hub"_s));
}

void TestCacheWriter::wholeDownloadLeavesTheOfficialLayout()
{
    const CacheWriter writer(m_layout);
    const QString partial = m_layout.blob(m_repo, kEtag) + u".0123abcd.incomplete"_s;
    writeFile(partial, "hello\n");
    QVERIFY(writer.writeRef(m_repo, u"refs/pr/1"_s, kCommit));
    QVERIFY(writer.publishBlob(m_repo, kEtag, partial));
    QVERIFY(writer.linkPointer(m_repo, kCommit, u"a/b/hello.txt"_s, kEtag, true));
    QVERIFY(writer.markMissing(m_repo, kCommit, u"c/nope.txt"_s));

    const QStringList expected = {
        u"models--ns--m/.no_exist/"_s + kCommit + u"/c/nope.txt"_s,
        u"models--ns--m/blobs/"_s + kEtag,
        u"models--ns--m/refs/refs/pr/1"_s,
        u"models--ns--m/snapshots/"_s + kCommit + u"/a/b/hello.txt"_s,
    };
    QCOMPARE(filesBelow(m_layout.root()), expected);
    QCOMPARE(contentOf(m_layout.ref(m_repo, u"refs/pr/1"_s)), kCommit.toLatin1());
    const QString pointer = m_layout.pointer(m_repo, kCommit, u"a/b/hello.txt"_s);
    QCOMPARE(QFile::symLinkTarget(pointer), m_layout.blob(m_repo, kEtag));
    QCOMPARE(QFileInfo(pointer).readSymLink(), u"../../../../blobs/"_s + kEtag);
    QCOMPARE(contentOf(pointer), QByteArray("hello\n"));
    QCOMPARE(QFileInfo(m_layout.noExist(m_repo, kCommit, u"c/nope.txt"_s)).size(), 0);
}

void TestCacheWriter::refMakesItsSnapshotFirst()
{
    // The refs folder cannot be made, so the call stops half-way: the snapshot must be there
    // already.
    writeFile(path(u"models--ns--m/refs"_s), "in the way");
    const auto written = CacheWriter(m_layout).writeRef(m_repo, u"main"_s, kCommit);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::File);
    QVERIFY(QFileInfo(m_layout.snapshot(m_repo, kCommit)).isDir());
    QCOMPARE(filesBelow(m_layout.root()), QStringList{u"models--ns--m/refs"_s});
}

void TestCacheWriter::refOfACommitWritesNoRef()
{
    QVERIFY(CacheWriter(m_layout).writeRef(m_repo, kCommit, kCommit));
    QVERIFY(QFileInfo(m_layout.snapshot(m_repo, kCommit)).isDir());
    QVERIFY(!QFileInfo::exists(m_layout.refsFolder(m_repo)));
}

void TestCacheWriter::refMovesOn()
{
    const CacheWriter writer(m_layout);
    QVERIFY(writer.writeRef(m_repo, u"main"_s, kCommit));
    QVERIFY(writer.writeRef(m_repo, u"main"_s, kCommit));
    QVERIFY(writer.writeRef(m_repo, u"main"_s, kOther));
    QCOMPARE(contentOf(m_layout.ref(m_repo, u"main"_s)), kOther.toLatin1());
    QCOMPARE(filesBelow(m_layout.root()), QStringList{u"models--ns--m/refs/main"_s});
}

void TestCacheWriter::publishKeepsTheExistingBlob()
{
    const QString partial = m_layout.blob(m_repo, kEtag) + u".x.incomplete"_s;
    writeFile(m_layout.blob(m_repo, kEtag), "old");
    writeFile(partial, "new");
    QVERIFY(CacheWriter(m_layout).publishBlob(m_repo, kEtag, partial));
    QCOMPARE(contentOf(m_layout.blob(m_repo, kEtag)), QByteArray("old"));
    QVERIFY(!QFileInfo::exists(partial));
}

void TestCacheWriter::publishReplacesWhenForced()
{
    const QString partial = m_layout.blob(m_repo, kEtag) + u".x.incomplete"_s;
    writeFile(m_layout.blob(m_repo, kEtag), "damaged");
    writeFile(partial, "right");
    QVERIFY(CacheWriter(m_layout).publishBlob(m_repo, kEtag, partial, true));
    QCOMPARE(contentOf(m_layout.blob(m_repo, kEtag)), QByteArray("right"));
    QVERIFY(!QFileInfo::exists(partial));
}

void TestCacheWriter::publishesManyEachForItself()
{
    const QString etags[] = {QString(40, u'a'), QString(40, u'b'), QString(40, u'c'),
                             u"../../out"_s, QString(40, u'd')};
    const QString blobs = m_layout.blobsFolder(m_repo);
    QVERIFY(QDir().mkpath(m_layout.blob(m_repo, etags[1]) + u"/in the way"_s));
    writeFile(m_layout.blob(m_repo, etags[0]), "damaged");
    writeFile(blobs + u"/a.incomplete"_s, "longer than what comes");
    QVERIFY(QDir().mkpath(blobs + u"/c.incomplete"_s));
    std::vector<NewBlob> many = {
        {etags[0], "one", blobs + u"/a.incomplete"_s, {u"a.txt"_s, u"sub/b.txt"_s}, {}},
        {etags[1], "two", blobs + u"/b.incomplete"_s, {u"c.txt"_s}, {}},
        {etags[2], "three", blobs + u"/c.incomplete"_s, {u"d.txt"_s}, {}},
        {etags[3], "four", blobs + u"/d.incomplete"_s, {u"e.txt"_s}, {}},
        {etags[4], "five", blobs + u"/e.incomplete"_s, {u"../f.txt"_s}, {}},
        {kEtag, "", blobs + u"/f.incomplete"_s, {u"sub/deep/g.txt"_s}, {}},
    };
    CacheWriter(m_layout).publishAll(m_repo, kCommit, many);
    QVERIFY(many[0].result);
    QCOMPARE(many[1].result.error().kind, ErrorKind::File); // a folder has the blob's name
    QCOMPARE(many[2].result.error().kind, ErrorKind::File); // one has that of the partial file
    QCOMPARE(many[3].result.error().kind, ErrorKind::Invalid);
    QCOMPARE(many[4].result.error().kind, ErrorKind::Invalid); // the blob is right, its place not
    QVERIFY(many[5].result);
    const QString snapshot = u"models--ns--m/snapshots/"_s + kCommit;
    QCOMPARE(filesBelow(m_layout.root()),
             (QStringList{u"models--ns--m/blobs/"_s + etags[0],
                          u"models--ns--m/blobs/b.incomplete"_s, // all of it
                          u"models--ns--m/blobs/"_s + kEtag, u"models--ns--m/blobs/"_s + etags[4],
                          snapshot + u"/a.txt"_s, snapshot + u"/sub/b.txt"_s,
                          snapshot + u"/sub/deep/g.txt"_s}));
    QCOMPARE(contentOf(m_layout.pointer(m_repo, kCommit, u"sub/b.txt"_s)), "one");
    QCOMPARE(contentOf(m_layout.pointer(m_repo, kCommit, u"sub/deep/g.txt"_s)), "");
    QCOMPARE(contentOf(blobs + u"/b.incomplete"_s), "two");
}

void TestCacheWriter::linkIsRenewedWhenItPointsElsewhere()
{
    const CacheWriter writer(m_layout);
    writeFile(m_layout.blob(m_repo, kEtag), "new");
    writeFile(m_layout.blob(m_repo, kOther), "old");
    QVERIFY(writer.linkPointer(m_repo, kCommit, u"a"_s, kOther, true));
    QVERIFY(writer.linkPointer(m_repo, kCommit, u"a"_s, kEtag, true));
    QCOMPARE(contentOf(m_layout.pointer(m_repo, kCommit, u"a"_s)), QByteArray("new"));
    QCOMPARE(filesBelow(m_layout.root()).size(), 3);
}

void TestCacheWriter::linkToTheSameBlobStays()
{
    const CacheWriter writer(m_layout);
    writeFile(m_layout.blob(m_repo, kEtag), "x");
    QVERIFY(writer.linkPointer(m_repo, kCommit, u"a"_s, kEtag, true));
    QVERIFY(writer.linkPointer(m_repo, kCommit, u"a"_s, kEtag, true));
    QCOMPARE(filesBelow(m_layout.root()).size(), 2);
}

void TestCacheWriter::linkReplacesAFile()
{
    writeFile(m_layout.blob(m_repo, kEtag), "right");
    writeFile(m_layout.pointer(m_repo, kCommit, u"a"_s), "a copy of an earlier time");
    QVERIFY(CacheWriter(m_layout).linkPointer(m_repo, kCommit, u"a"_s, kEtag, true));
    QVERIFY(QFileInfo(m_layout.pointer(m_repo, kCommit, u"a"_s)).isSymLink());
    QCOMPARE(contentOf(m_layout.pointer(m_repo, kCommit, u"a"_s)), QByteArray("right"));
}

void TestCacheWriter::withoutLinksANewBlobMoves()
{
    const CacheWriter writer(m_layout, true);
    QVERIFY(!writer.symlinksSupported(m_repo));
    writeFile(m_layout.blob(m_repo, kEtag), "x");
    QVERIFY(writer.linkPointer(m_repo, kCommit, u"d/a"_s, kEtag, true));
    QCOMPARE(filesBelow(m_layout.root()),
             QStringList{u"models--ns--m/snapshots/"_s + kCommit + u"/d/a"_s});
    QVERIFY(!QFileInfo(m_layout.pointer(m_repo, kCommit, u"d/a"_s)).isSymLink());
}

void TestCacheWriter::withoutLinksAnOldBlobIsCopied()
{
    writeFile(m_layout.blob(m_repo, kEtag), QByteArray(3'000'000, 'x'));
    QVERIFY(CacheWriter(m_layout, true).linkPointer(m_repo, kCommit, u"a"_s, kEtag, false));
    QCOMPARE(filesBelow(m_layout.root()).size(), 2);
    QCOMPARE(contentOf(m_layout.pointer(m_repo, kCommit, u"a"_s)), QByteArray(3'000'000, 'x'));
    QVERIFY(!QFileInfo(m_layout.pointer(m_repo, kCommit, u"a"_s)).isSymLink());
}

void TestCacheWriter::conflictsAreNamed()
{
    const CacheWriter writer(m_layout);
    QVERIFY(writer.writeRef(m_repo, u"feature"_s, kCommit));
    const auto below = writer.writeRef(m_repo, u"feature/x"_s, kCommit);
    QVERIFY(!below);
    QCOMPARE(below.error().kind, ErrorKind::File);
    QVERIFY2(below.error().message.contains(u"refs/feature” is a file"_s),
             qPrintable(below.error().message));

    QVERIFY(writer.writeRef(m_repo, u"release/1"_s, kCommit));
    const auto above = writer.writeRef(m_repo, u"release"_s, kCommit);
    QVERIFY(!above);
    QVERIFY2(above.error().message.contains(u"refs/release” is a folder"_s),
             qPrintable(above.error().message));

    QVERIFY(QDir().mkpath(m_layout.pointer(m_repo, kCommit, u"a"_s)));
    writeFile(m_layout.blob(m_repo, kEtag), "x");
    const auto pointer = writer.linkPointer(m_repo, kCommit, u"a"_s, kEtag, true);
    QVERIFY(!pointer);
    QVERIFY2(pointer.error().message.contains(u"/a” is a folder"_s),
             qPrintable(pointer.error().message));

    // Nothing temporary may be left behind by a failure.
    for (const QString &file : filesBelow(m_layout.root()))
        QVERIFY2(!file.contains(u".tmp"_s), qPrintable(file));
}

void TestCacheWriter::namesFromTheServerStayInside_data()
{
    QTest::addColumn<QString>("commit");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("etag");
    QTest::newRow("commit") << u"../../../x"_s << u"a"_s << kEtag;
    QTest::newRow("empty commit") << QString() << u"a"_s << kEtag;
    QTest::newRow("path") << kCommit << u"../../x"_s << kEtag;
    QTest::newRow("absolute path") << kCommit << u"/tmp/x"_s << kEtag;
    QTest::newRow("etag") << kCommit << u"a"_s << u"../../x"_s;
    QTest::newRow("dots") << kCommit << u"a"_s << u".."_s;
    QTest::newRow("empty etag") << kCommit << u"a"_s << QString();
}

void TestCacheWriter::namesFromTheServerStayInside()
{
    QFETCH(QString, commit);
    QFETCH(QString, path);
    QFETCH(QString, etag);
    const auto linked = CacheWriter(m_layout).linkPointer(m_repo, commit, path, etag, true);
    QVERIFY(!linked);
    QCOMPARE(linked.error().kind, ErrorKind::Invalid);
    QVERIFY(!QFileInfo::exists(m_layout.root()));
}

void TestCacheWriter::tooLongName()
{
    const QString name(300, u'n');
    const auto linked = CacheWriter(m_layout).linkPointer(m_repo, kCommit, name, kEtag, true);
    QVERIFY(!linked);
    QCOMPARE(linked.error().kind, ErrorKind::File);
    QVERIFY2(linked.error().message.contains(u"too long"_s), qPrintable(linked.error().message));
}

void TestCacheWriter::errorTexts_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("full") << ENOSPC << u"disk is full"_s;
    QTest::newRow("quota") << EDQUOT << u"quota"_s;
    QTest::newRow("read-only") << EROFS << u"read-only"_s;
    QTest::newRow("permission") << EACCES << u"permission"_s;
    QTest::newRow("not permitted") << EPERM << u"permission"_s;
    QTest::newRow("name") << ENAMETOOLONG << u"too long"_s;
    QTest::newRow("loop") << ELOOP << u"leads back to itself"_s;
    QTest::newRow("anything else") << EPIPE << u"cannot be used"_s;
}

void TestCacheWriter::errorTexts()
{
    QFETCH(int, code);
    QFETCH(QString, words);
    const Error error = diskError(code, m_folder->path());
    QCOMPARE(error.kind, ErrorKind::File);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY2(error.message.contains(m_folder->path()) || code == EDQUOT, qPrintable(error.message));
    QVERIFY(!error.detail.isEmpty());
}

void TestCacheWriter::fullDiskSaysHowMuchIsMissing()
{
    const qint64 available = availableBytes(m_folder->path());
    QVERIFY(available >= 0);
    const QString missing = m_folder->filePath(u"not/there/yet"_s);
    const Error error = diskError(ENOSPC, missing, available + 5'000'000'000'000);
    QVERIFY2(error.message.contains(u" TB more are needed"_s), qPrintable(error.message));
    QVERIFY2(error.message.contains(m_folder->path() + u"”"_s), qPrintable(error.message));
}

QTEST_GUILESS_MAIN(TestCacheWriter)
#include "tst_cachewriter.moc"
