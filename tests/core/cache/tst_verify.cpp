// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachelayout.h"
#include "core/cache/localfolder.h"
#include "core/cache/verifiedmarks.h"
#include "core/cache/verify.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace hubdesk;

using State = VerifiedFile::State;

namespace {

const RepoId kRepo{RepoType::Model, u"ns/m"_s};
const RepoId kData{RepoType::Dataset, u"ns/d"_s};
const QString kCommit(40, u'1');
const QString kOther(40, u'2');
// Of "hello\n".
const QString kGit = u"ce013625030ba8dba906f756967f9e9ca394464a"_s;
const QString kSha256 = u"5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"_s;

//! Other content of the same length under the same inode, with the time put back.
void damageSilently(const QString &path)
{
    struct stat before = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &before), 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("j");
    file.close();
    const timespec times[2] = {before.st_atim, before.st_mtim};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0), 0);
}

} // namespace

class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingRight();
    void wrongContentIsFound();
    void brokenLinkIsMissing();
    void blobsThatNoSnapshotShows();
    void oneRevisionOnly();
    void chosenFilesOnly();
    void withoutLinksTheListingSays();
    void unreadableIsWrong();
    void notInTheCache();
    void canceled();
    void progressReachesItsTotal();
    void localFolder();
    void localFolderWithoutWords();
    void marksAreKept();
    void marksManyAtOnce();
    void marksDieWithChanges();
    void marksOfSeveralProcesses();
    void marksAreTrustedOnlyWhenAsked();
    void wrongContentLosesItsMark();
    void marksOfManyThreads();
    void brokenMarksFile();

private:
    QString at(const QString &below) const { return m_temporary->filePath(below); }
    QString marksFolder() const { return at(u"state"_s); }
    void addFile(const RepoId &repo, const QString &commit, const QString &path,
                 const QString &etag, const QByteArray &content)
    {
        writeFile(m_layout.blob(repo, etag), content);
        const QString pointer = m_layout.pointer(repo, commit, path);
        QVERIFY(QDir().mkpath(QFileInfo(pointer).path()));
        QVERIFY(QFile::link(CacheLayout::linkTarget(path, etag), pointer));
    }
    VerifyReport verify(VerifyRequest request = {}, VerifiedMarks *marks = nullptr)
    {
        if (request.localFolder.isEmpty())
            request.cacheRoot = m_layout.root();
        auto report = CacheVerifier(request, marks).run();
        if (!report)
            QTest::qFail(qPrintable(report.error().message), __FILE__, __LINE__);
        return report.value_or(VerifyReport());
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    CacheLayout m_layout{QString()};
};

void TestVerify::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_layout = CacheLayout(at(u"hub"_s));
    addFile(kRepo, kCommit, u"hello.txt"_s, kGit, "hello\n");
    addFile(kRepo, kCommit, u"sub/w.bin"_s, kSha256, "hello\n");
    writeFile(m_layout.ref(kRepo, u"main"_s), kCommit.toLatin1());
}

void TestVerify::everythingRight()
{
    addFile(kData, kOther, u"d.txt"_s, kGit, "hello\n");
    QVERIFY(QDir().mkpath(at(u"hub/.locks"_s)));
    writeFile(at(u"hub/version.txt"_s), "1");
    writeFile(m_layout.blob(kRepo, kSha256) + u".0badcafe.incomplete"_s, "half");
    const VerifyReport report = verify();
    QVERIFY(report.isGood());
    QCOMPARE(report.repos.size(), 2U);
    QCOMPARE(report.repos.at(0).repo, kRepo);
    QCOMPARE(report.repos.at(1).repo, kData);
    QCOMPARE(report.repos.at(0).files.size(), 2U);
    QCOMPARE(report.repos.at(0).files.at(0).path, u"hello.txt"_s);
    QCOMPARE(report.repos.at(0).files.at(1).path, u"sub/w.bin"_s);
    QCOMPARE(report.count(State::Right), 3);
    QCOMPARE(report.bytesRead, 18);
}

void TestVerify::wrongContentIsFound()
{
    damageSilently(m_layout.blob(kRepo, kSha256));
    const VerifyReport report = verify();
    QVERIFY(!report.isGood());
    const VerifiedFile &file = report.repos.at(0).files.at(1);
    QCOMPARE(file.state, State::Wrong);
    QCOMPARE(file.expected, kSha256);
    QCOMPARE(file.found.size(), 64);
    QVERIFY(file.found != kSha256);
    QCOMPARE(report.count(State::Right), 1);
}

void TestVerify::brokenLinkIsMissing()
{
    QVERIFY(QFile::remove(m_layout.blob(kRepo, kGit)));
    const VerifyReport report = verify();
    QCOMPARE(report.count(State::Missing), 1);
    QCOMPARE(report.repos.at(0).files.at(0).path, u"hello.txt"_s);
    QCOMPARE(report.repos.at(0).files.at(0).expected, kGit);
    QVERIFY(!report.isGood());
}

void TestVerify::blobsThatNoSnapshotShows()
{
    const QString lost(64, u'f');
    writeFile(m_layout.blob(kRepo, lost), "hello\n");
    const VerifyReport report = verify();
    QCOMPARE(report.count(State::Wrong), 1);
    QCOMPARE(report.repos.at(0).files.at(0).path, u"blobs/"_s + lost);
    QCOMPARE(report.repos.at(0).files.at(0).found, kSha256);
}

void TestVerify::oneRevisionOnly()
{
    addFile(kRepo, kOther, u"new.txt"_s, QString(40, u'f'), "hello\n");
    QVERIFY(!verify().isGood());
    VerifyRequest request;
    request.repos = {kRepo};
    request.revision = u"main"_s;
    const VerifyReport report = verify(request);
    QVERIFY(report.isGood());
    QCOMPARE(report.repos.at(0).commit, kCommit);
    QCOMPARE(report.count(State::Right), 2);
    request.revision = kOther;
    QVERIFY(!verify(request).isGood());
}

void TestVerify::chosenFilesOnly()
{
    damageSilently(m_layout.blob(kRepo, kSha256));
    VerifyRequest request;
    request.repos = {kRepo};
    request.revision = kCommit;
    request.files = {u"hello.txt"_s};
    const VerifyReport report = verify(request);
    QVERIFY(report.isGood());
    QCOMPARE(report.count(State::Right), 1);
}

void TestVerify::withoutLinksTheListingSays()
{
    writeFile(m_layout.pointer(kData, kCommit, u"a.txt"_s), "hello\n");
    writeFile(m_layout.pointer(kData, kCommit, u"b.bin"_s), "jello\n");
    writeFile(m_layout.pointer(kData, kCommit, u"c.txt"_s), "who knows");
    VerifyRequest request;
    request.repos = {kData};
    QCOMPARE(verify(request).count(State::Unknown), 3);
    QVERIFY2(verify(request).isGood(), "not known is not wrong");
    writeFile(m_layout.repoFolder(kData) + u"/trees/"_s + kCommit + u".json"_s,
              R"({"format_version": 1, "files": {"a.txt": {"size": 6, "blob_id": ")"
                  + kGit.toLatin1() + R"("}, "b.bin": {"size": 6, "blob_id": "x", "lfs_sha256": ")"
                  + kSha256.toLatin1() + R"("}}})");
    const VerifyReport report = verify(request);
    QCOMPARE(report.repos.at(0).files.at(0).state, State::Right);
    QCOMPARE(report.repos.at(0).files.at(1).state, State::Wrong);
    QCOMPARE(report.repos.at(0).files.at(2).state, State::Unknown);
}

void TestVerify::unreadableIsWrong()
{
    // A pipe in the place of a blob: root may read everything else.
    QVERIFY(QFile::remove(m_layout.blob(kRepo, kGit)));
    QCOMPARE(::mkfifo(QFile::encodeName(m_layout.blob(kRepo, kGit)).constData(), 0666), 0);
    const VerifyReport report = verify();
    QCOMPARE(report.count(State::Wrong), 1);
    QVERIFY(!report.repos.at(0).files.at(0).problem.isEmpty());
}

void TestVerify::notInTheCache()
{
    VerifyRequest request;
    request.cacheRoot = m_layout.root();
    request.repos = {kData};
    QCOMPARE(CacheVerifier(request).run().error().kind, ErrorKind::NotFound);
    request.repos = {kRepo};
    request.revision = u"v9"_s;
    QCOMPARE(CacheVerifier(request).run().error().kind, ErrorKind::NotFound);
    request.cacheRoot = at(u"nowhere"_s);
    QCOMPARE(CacheVerifier(request).run().error().kind, ErrorKind::File);
}

void TestVerify::canceled()
{
    VerifyRequest request;
    request.cacheRoot = m_layout.root();
    CacheVerifier verifier(request);
    verifier.cancel();
    QCOMPARE(verifier.run().error().kind, ErrorKind::Canceled);
}

void TestVerify::progressReachesItsTotal()
{
    VerifyRequest request;
    request.cacheRoot = m_layout.root();
    request.threads = 4;
    CacheVerifier verifier(request);
    QCOMPARE(verifier.progress().totalFiles, 0);
    QVERIFY(verifier.run());
    QCOMPARE(verifier.progress().totalFiles, 2);
    QCOMPARE(verifier.progress().doneFiles, 2);
    QCOMPARE(verifier.progress().totalBytes, 12);
    QCOMPARE(verifier.progress().doneBytes, 12);
}

void TestVerify::localFolder()
{
    const LocalFolder folder(at(u"model"_s));
    for (const QString &path : {u"a.txt"_s, u"sub/b.txt"_s, u"gone.txt"_s}) {
        writeFile(folder.filePath(path), "hello\n");
        QVERIFY(folder.writeMetadata(path, kCommit, kGit));
    }
    VerifyRequest request;
    request.localFolder = folder.root();
    QVERIFY(verify(request).isGood());
    // The bookkeeping no longer believes in a file that was edited; this is about to find that out.
    writeFile(folder.filePath(u"sub/b.txt"_s), "jello\n");
    QVERIFY(QFile::remove(folder.filePath(u"gone.txt"_s)));
    const VerifyReport report = verify(request);
    QCOMPARE(report.count(State::Right), 1);
    QCOMPARE(report.count(State::Missing), 1);
    QCOMPARE(report.repos.at(0).files.at(2).path, u"sub/b.txt"_s);
    QCOMPARE(report.repos.at(0).files.at(2).state, State::Wrong);
}

void TestVerify::localFolderWithoutWords()
{
    VerifyRequest request;
    request.localFolder = m_temporary->path();
    QCOMPARE(CacheVerifier(request).run().error().kind, ErrorKind::NotFound);
}

void TestVerify::marksAreKept()
{
    const QString blob = m_layout.blob(kRepo, kGit);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    {
        VerifiedMarks marks(marksFolder());
        QVERIFY(!marks.lookup(blob));
        marks.mark(blob, kGit);
        QVERIFY(marks.lookup(blob));
    }
    QCOMPARE(QDir(marksFolder()).entryList({u"*.json"_s}, QDir::Files).size(), 1);
    VerifiedMarks marks(marksFolder());
    const auto mark = marks.lookup(blob);
    QVERIFY(mark);
    QCOMPARE(mark->etag, kGit);
    QCOMPARE(mark->size, 6);
    QVERIFY(mark->date >= before.addMSecs(-1) && mark->date <= QDateTime::currentDateTimeUtc());
    // One file a repo folder, and the same one through another name of the cache.
    marks.mark(m_layout.blob(kRepo, kSha256), kSha256);
    marks.flush();
    QCOMPARE(QDir(marksFolder()).entryList({u"*.json"_s}, QDir::Files).size(), 1);
    QVERIFY(QFile::link(m_layout.root(), at(u"door"_s)));
    QVERIFY(marks.lookup(CacheLayout(at(u"door"_s)).blob(kRepo, kGit)));
    QVERIFY(marks.lookup(m_layout.pointer(kRepo, kCommit, u"hello.txt"_s)) == std::nullopt);
}

void TestVerify::marksManyAtOnce()
{
    const QString folder = m_layout.blobsFolder(kRepo);
    {
        VerifiedMarks marks(marksFolder());
        marks.markAll(folder, {});
        marks.markAll(folder, {kGit, QString(40, u'f'), kSha256}); // one of them is not there
    }
    QCOMPARE(QDir(marksFolder()).entryList({u"*.json"_s}, QDir::Files).size(), 1);
    VerifiedMarks marks(marksFolder());
    for (const QString &etag : {kGit, kSha256}) {
        const auto mark = marks.lookup(m_layout.blob(kRepo, etag));
        QVERIFY(mark);
        QCOMPARE(mark->etag, etag);
    }
}

void TestVerify::marksDieWithChanges()
{
    const QString blob = m_layout.blob(kRepo, kGit);
    VerifiedMarks marks(marksFolder());
    marks.mark(blob, kGit);
    const timespec times[2] = {{1'700'000'000, 0}, {1'700'000'000, 1}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(blob).constData(), times, 0), 0);
    QVERIFY2(!marks.lookup(blob), "another time");
    marks.mark(blob, kGit);
    QVERIFY(marks.lookup(blob));
    // The same time and size, but another file.
    QVERIFY(QFile::rename(blob, blob + u".old"_s));
    writeFile(blob, "jello\n");
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(blob).constData(), times, 0), 0);
    QVERIFY2(!marks.lookup(blob), "another file");
    QVERIFY(QFile::remove(blob));
    QVERIFY(!marks.lookup(blob));
    marks.flush();
    QVERIFY(!VerifiedMarks(marksFolder()).lookup(blob));
}

void TestVerify::marksOfSeveralProcesses()
{
    const QString first = m_layout.blob(kRepo, kGit);
    const QString second = m_layout.blob(kRepo, kSha256);
    VerifiedMarks one(marksFolder());
    VerifiedMarks two(marksFolder());
    QVERIFY(!one.lookup(first) && !two.lookup(first)); // both have read the empty file
    one.mark(first, kGit);
    two.mark(second, kSha256);
    one.flush();
    two.flush();
    VerifiedMarks three(marksFolder());
    QVERIFY(three.lookup(first));
    QVERIFY(three.lookup(second));
    three.forget(first);
    three.flush();
    QVERIFY(!VerifiedMarks(marksFolder()).lookup(first));
    QVERIFY(VerifiedMarks(marksFolder()).lookup(second));
}

void TestVerify::marksAreTrustedOnlyWhenAsked()
{
    VerifiedMarks marks(marksFolder());
    QVERIFY(verify({}, &marks).isGood());
    damageSilently(m_layout.blob(kRepo, kGit));
    VerifyRequest request;
    request.trustMarks = true;
    const VerifyReport trusting = verify(request, &marks);
    QVERIFY(trusting.isGood());
    QCOMPARE(trusting.bytesRead, 0);
    QVERIFY(!verify({}, &marks).isGood());
}

void TestVerify::wrongContentLosesItsMark()
{
    const QString blob = m_layout.blob(kRepo, kGit);
    VerifiedMarks marks(marksFolder());
    QVERIFY(verify({}, &marks).isGood());
    QVERIFY(marks.lookup(blob));
    damageSilently(blob);
    QVERIFY(marks.lookup(blob));
    QVERIFY(!verify({}, &marks).isGood());
    QVERIFY(!marks.lookup(blob));
    QVERIFY(!VerifiedMarks(marksFolder()).lookup(blob));
}

void TestVerify::marksOfManyThreads()
{
    constexpr int kThreads = 4;
    constexpr int kFiles = 50;
    VerifiedMarks marks(marksFolder());
    const auto name = [this](int thread, int file) {
        return m_layout.blob(kRepo, u"%1"_s.arg(thread * kFiles + file, 40, 16, QLatin1Char('0')));
    };
    for (int thread = 0; thread < kThreads; ++thread) {
        for (int file = 0; file < kFiles; ++file)
            writeFile(name(thread, file), "x");
    }
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&, thread] {
                for (int file = 0; file < kFiles; ++file)
                    marks.mark(name(thread, file), kGit);
            });
        }
    }
    marks.flush();
    VerifiedMarks again(marksFolder());
    for (int thread = 0; thread < kThreads; ++thread) {
        for (int file = 0; file < kFiles; ++file)
            QVERIFY(again.lookup(name(thread, file)));
    }
}

void TestVerify::brokenMarksFile()
{
    const QString blob = m_layout.blob(kRepo, kGit);
    VerifiedMarks(marksFolder()).mark(blob, kGit);
    const QStringList files = QDir(marksFolder()).entryList({u"*.json"_s}, QDir::Files);
    QCOMPARE(files.size(), 1);
    writeFile(marksFolder() + u'/' + files.first(), "{\"version\": 1, \"files\": {\"blobs/");
    VerifiedMarks marks(marksFolder());
    QVERIFY(!marks.lookup(blob));
    marks.mark(blob, kGit);
    marks.flush();
    QVERIFY(VerifiedMarks(marksFolder()).lookup(blob));
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
