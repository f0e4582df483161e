// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachelayout.h"
#include "core/cache/cachewriter.h"
#include "core/cache/diskerror.h"
#include "core/transfer/cachesurvey.h"
#include "core/transfer/dryrun.h"
#include "core/transfer/localtarget.h"
#include "core/transfer/transferjson.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

using Found = LocalTarget::Found;

namespace {

const RepoId kRepo{RepoType::Model, u"ns/m"_s};
const QString kCommit(40, u'1');
const QString kOther(40, u'2');
// Of "hello\n".
const QString kGit = u"ce013625030ba8dba906f756967f9e9ca394464a"_s;
const QString kForeign(64, u'a');
const QUrl kEndpoint(u"http://hub.test"_s);

QStringList everythingBelow(const QString &folder)
{
    QStringList paths;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        paths.append(it.next());
    paths.sort();
    return paths;
}

} // namespace

class TestLocalTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void freshDownload();
    void everyPathGetsAFile();
    void presentRenewsTheCommit();
    void presentByItsHash();
    void forceFetchesAgain();
    void lockedByAnother();
    void locksAreReleased();
    void takesOverAPartialFile();
    void comesFromTheCache();
    void damagedCacheIsNotCopied();
    void requestSurvivesTheJournal();
    void surveyOfAFolder();
    void surveyWritesNoRefForAFolder();
    void planWithoutTheHub();
    void dryRunOfTheCache();
    void dryRunOfAFolder();
    void dryRunOfAnArchive();

private:
    QString at(const QString &below) const { return m_temporary->filePath(below); }
    LocalTarget target(bool force = false) const
    {
        return LocalTarget(m_folder, {kRepo, kCommit, kGit, 6, {u"a.txt"_s}, force, {}});
    }
    static FetchPlan plan()
    {
        FetchPlan plan;
        plan.commit = kCommit;
        plan.files = {{u"a.txt"_s, kGit, 6, false},
                      {u"b/big.bin"_s, kForeign, 1000, false},
                      {u"c.txt"_s, kGit, 6, false}};
        return plan;
    }
    DownloadRequest request(bool toFolder = true) const
    {
        DownloadRequest request;
        request.repo = kRepo;
        if (toFolder)
            request.localFolder = m_folder.root();
        return request;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    LocalFolder m_folder{QString()};
    CacheLayout m_layout{QString()};
};

void TestLocalTarget::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = LocalFolder(at(u"model"_s));
    m_layout = CacheLayout(at(u"hub"_s));
}

void TestLocalTarget::freshDownload()
{
    LocalTarget target = this->target();
    QCOMPARE(target.open().value(), Found::Partial);
    QVERIFY(QFileInfo(QFileInfo(target.partialPath()).path()).isDir());
    writeFile(target.partialPath(), "hello\n");
    QVERIFY(target.publish());
    QCOMPARE(contentOf(m_folder.filePath(u"a.txt"_s)), QByteArray("hello\n"));
    QCOMPARE(m_folder.metadata(u"a.txt"_s)->etag, kGit);
    target.close();
    QCOMPARE(this->target().open().value(), Found::Present);
}

void TestLocalTarget::everyPathGetsAFile()
{
    const QStringList paths{u"a.txt"_s, u"copy/b.txt"_s, u"c.txt"_s};
    writeFile(m_folder.filePath(u"c.txt"_s), "hello\n");
    LocalTarget target(m_folder, {kRepo, kCommit, kGit, 6, paths, false, {}});
    QCOMPARE(target.open().value(), Found::Partial);
    writeFile(target.partialPath(), "hello\n");
    QVERIFY(target.publish());
    for (const QString &path : paths) {
        QCOMPARE(contentOf(m_folder.filePath(path)), QByteArray("hello\n"));
        QVERIFY(m_folder.metadata(path));
    }
    for (const QString &name : everythingBelow(m_folder.root()))
        QVERIFY2(!name.contains(u"incomplete"_s) && !name.contains(u".tmp"_s), qPrintable(name));
}

void TestLocalTarget::presentRenewsTheCommit()
{
    writeFile(m_folder.filePath(u"a.txt"_s), "hello\n");
    QVERIFY(m_folder.writeMetadata(u"a.txt"_s, kOther, kGit));
    QCOMPARE(target().open().value(), Found::Present);
    QCOMPARE(m_folder.metadata(u"a.txt"_s)->commit, kCommit);
}

void TestLocalTarget::presentByItsHash()
{
    writeFile(m_folder.filePath(u"a.txt"_s), "hello\n");
    LocalTarget target = this->target();
    QCOMPARE(target.open([](qint64) { return false; }).error().kind, ErrorKind::Canceled);
    QCOMPARE(target.open().value(), Found::Present);
    QCOMPARE(m_folder.metadata(u"a.txt"_s)->etag, kGit);
}

void TestLocalTarget::forceFetchesAgain()
{
    writeFile(m_folder.filePath(u"a.txt"_s), "hello\n");
    QVERIFY(m_folder.writeMetadata(u"a.txt"_s, kCommit, kGit));
    QCOMPARE(target(true).open().value(), Found::Partial);
    QCOMPARE(contentOf(m_folder.filePath(u"a.txt"_s)), QByteArray("hello\n"));
}

void TestLocalTarget::lockedByAnother()
{
    LocalTarget two(m_folder, {kRepo, kCommit, kGit, 6, {u"b.txt"_s, u"a.txt"_s}, false, {}});
    {
        FileLock lock;
        QCOMPARE(lock.tryLock(m_folder.lockPath(u"b.txt"_s)).value(), FileLock::State::Acquired);
        QCOMPARE(two.open().value(), Found::Busy);
        // Nothing is held while waiting.
        FileLock other;
        QCOMPARE(other.tryLock(m_folder.lockPath(u"a.txt"_s)).value(), FileLock::State::Acquired);
    }
    QCOMPARE(two.open().value(), Found::Partial);
}

void TestLocalTarget::locksAreReleased()
{
    LocalTarget first = target();
    LocalTarget second = target();
    QCOMPARE(first.open().value(), Found::Partial);
    QCOMPARE(second.open().value(), Found::Busy);
    first.close();
    QCOMPARE(second.open().value(), Found::Partial);
    QVERIFY(QFileInfo::exists(second.lockPath()));
}

void TestLocalTarget::takesOverAPartialFile()
{
    const QString left =
        at(u"model/.cache/huggingface/download/a.txt."_s) + kGit + u".incomplete"_s;
    writeFile(left, "hel");
    LocalTarget target = this->target();
    QCOMPARE(target.open().value(), Found::Partial);
    QCOMPARE(contentOf(target.partialPath()), QByteArray("hel"));
    QVERIFY(!QFileInfo::exists(left));
}

void TestLocalTarget::comesFromTheCache()
{
    const QString blob = m_layout.blob(kRepo, kGit);
    writeFile(blob, "hello\n");
    LocalTarget target = this->target();
    QCOMPARE(target.open().value(), Found::Partial);
    QCOMPARE(target.takeFrom(blob).value(), true);
    QCOMPARE(contentOf(m_folder.filePath(u"a.txt"_s)), QByteArray("hello\n"));
    QVERIFY2(QFileInfo::exists(blob), "the cache keeps its own");
    QVERIFY(m_folder.metadata(u"a.txt"_s));
}

void TestLocalTarget::damagedCacheIsNotCopied()
{
    const QString blob = m_layout.blob(kRepo, kGit);
    writeFile(blob, "jello\n");
    LocalTarget target = this->target();
    QCOMPARE(target.open().value(), Found::Partial);
    writeFile(target.partialPath(), "hel"); // an earlier run came so far
    QCOMPARE(target.takeFrom(blob).value(), false);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(u"a.txt"_s)));
    QCOMPARE(contentOf(target.partialPath()), QByteArray("hel"));
    QVERIFY(!QFileInfo::exists(target.partialPath() + u".copy"_s));
    QCOMPARE(target.takeFrom(at(u"none"_s)).value(), false);
}

void TestLocalTarget::requestSurvivesTheJournal()
{
    Transfer transfer;
    transfer.id = 7;
    transfer.request = request();
    transfer.request.archive = u"/data/model.tar.zst"_s;
    const auto restored = transferFromJson(transferToJson(transfer));
    QVERIFY(restored);
    QCOMPARE(restored->request, transfer.request);
    transfer.request = request(false);
    QVERIFY(transferFromJson(transferToJson(transfer))->request.localFolder.isEmpty());
}

void TestLocalTarget::surveyOfAFolder()
{
    writeFile(m_folder.filePath(u"a.txt"_s), "hello\n");
    QVERIFY(m_folder.writeMetadata(u"a.txt"_s, kOther, kGit));
    writeFile(m_folder.filePath(u"c.txt"_s), "hello\n"); // only its hash can tell
    const auto marked = markPresent(m_layout, request(), plan());
    QVERIFY(marked);
    QCOMPARE(marked->resultPath, m_folder.root());
    QVERIFY(marked->files.at(0).cached);
    QVERIFY(!marked->files.at(1).cached);
    QVERIFY2(!marked->files.at(2).cached, "left to the job");
    const auto read = markPresent(m_layout, request(), plan(), [](qint64) { return true; });
    QVERIFY(read->files.at(2).cached);
    const auto canceled = markPresent(m_layout, request(), plan(), [](qint64) { return false; });
    QCOMPARE(canceled.error().kind, ErrorKind::Canceled);
    DownloadRequest forced = request();
    forced.force = true;
    QVERIFY(!markPresent(m_layout, forced, plan())->files.at(0).cached);
    DownloadRequest one = request();
    one.files = {u"a.txt"_s};
    QCOMPARE(markPresent(m_layout, one, plan())->resultPath, m_folder.filePath(u"a.txt"_s));
    one.archive = at(u"x.zip"_s);
    QCOMPARE(markPresent(m_layout, one, plan())->resultPath, one.archive);
    FetchPlan evil = plan();
    evil.files.at(0).path = u".git/config"_s;
    QCOMPARE(markPresent(m_layout, request(), evil).error().kind, ErrorKind::Invalid);
}

void TestLocalTarget::surveyWritesNoRefForAFolder()
{
    QVERIFY(surveyCache(CacheWriter(m_layout), request(), plan(), {}));
    QVERIFY(!QFileInfo::exists(m_layout.root()));
    QVERIFY(surveyCache(CacheWriter(m_layout), request(false), plan(), {}));
    QCOMPARE(contentOf(m_layout.ref(kRepo, u"main"_s)), kCommit.toLatin1());
    DownloadRequest huge = request();
    FetchPlan impossible = plan();
    impossible.files.at(1).size = 1LL << 60;
    auto survey = surveyCache(CacheWriter(m_layout), huge, impossible, {});
    QVERIFY(!survey);
    QVERIFY2(survey.error().message.contains(m_temporary->path()),
             qPrintable(survey.error().message));
    // Everything is there, but packing it needs as much again.
    DownloadRequest packed = request(false);
    FetchPlan cached = plan();
    const qint64 size = availableBytes(m_temporary->path()) + (1LL << 30);
    cached.files = {{u"hole.bin"_s, kForeign, size, false}};
    QFile hole(m_layout.pointer(kRepo, kCommit, u"hole.bin"_s));
    QVERIFY(QDir().mkpath(QFileInfo(hole.fileName()).path()));
    QVERIFY(hole.open(QIODevice::WriteOnly) && hole.resize(size));
    packed.archive.clear();
    QVERIFY(surveyCache(CacheWriter(m_layout), packed, cached, {}));
    packed.archive = at(u"out/model.zip"_s);
    survey = surveyCache(CacheWriter(m_layout), packed, cached, {});
    QVERIFY(!survey);
}

void TestLocalTarget::planWithoutTheHub()
{
    DownloadRequest wanted = request();
    QVERIFY(!planFromCache(m_layout, wanted));
    writeFile(m_folder.filePath(u"a.txt"_s), "hello\n");
    QVERIFY(m_folder.writeMetadata(u"a.txt"_s, kCommit, kGit));
    const auto folder = planFromCache(m_layout, wanted);
    QVERIFY(folder && folder->fromCache);
    QCOMPARE(folder->files.size(), 1U);
    QCOMPARE(folder->files.at(0).etag, kGit);
    QCOMPARE(folder->resultPath, m_folder.root());
    wanted.files = {u"a.txt"_s, u"none"_s};
    QVERIFY(!planFromCache(m_layout, wanted));
    wanted.files = {u"a.txt"_s};
    wanted.revision = kCommit;
    QVERIFY(planFromCache(m_layout, wanted, true));
    wanted.revision = kOther;
    QVERIFY(!planFromCache(m_layout, wanted, true));
    QVERIFY2(planFromCache(m_layout, wanted), "without the Hub any version is better than none");
}

void TestLocalTarget::dryRunOfTheCache()
{
    const DownloadRequest wanted = request(false);
    writeFile(m_layout.blob(kRepo, kForeign) + u".incomplete"_s, QByteArray(400, 'x'));
    const QStringList before = everythingBelow(m_temporary->path());
    const auto marked = markPresent(m_layout, wanted, plan());
    DryRunPlan dry = dryRunPlan(m_layout, wanted, *marked, kEndpoint);
    QCOMPARE(dry.files.size(), 3U);
    QCOMPARE(dry.commit, kCommit);
    QVERIFY(dry.files.at(0).willDownload);
    QCOMPARE(dry.files.at(0).endpoint, kEndpoint);
    QCOMPARE(dry.files.at(0).location, m_layout.pointer(kRepo, kCommit, u"a.txt"_s));
    // Small ones are not looked for: fetching them costs less.
    QCOMPARE(dry.bytesToFetch(), 1006);
    QCOMPARE(dry.volumes.size(), 1U);
    QCOMPARE(dry.volumes.at(0).needed, 1006);
    QVERIFY(dry.volumes.at(0).available > 0);
    QVERIFY(dry.volumes.at(0).isEnough());
    QCOMPARE(everythingBelow(m_temporary->path()), before);

    // The blob alone means a link, no download.
    writeFile(m_layout.blob(kRepo, kGit), "hello\n");
    dry = dryRunPlan(m_layout, wanted, *marked, kEndpoint);
    QVERIFY(!dry.files.at(0).willDownload && !dry.files.at(0).isCached);
    QVERIFY(dry.files.at(0).endpoint.isEmpty());
    QCOMPARE(dry.bytesToFetch(), 1000);
}

void TestLocalTarget::dryRunOfAFolder()
{
    const DownloadRequest wanted = request();
    writeFile(m_layout.blob(kRepo, kGit), "hello\n");
    writeFile(m_folder.partialPath(u"b/big.bin"_s, kForeign), QByteArray(400, 'x'));
    const QStringList before = everythingBelow(m_temporary->path());
    const DryRunPlan dry =
        dryRunPlan(m_layout, wanted, *markPresent(m_layout, wanted, plan()), kEndpoint);
    QCOMPARE(dry.files.at(1).resumable, 400);
    QCOMPARE(dry.files.at(1).location, m_folder.filePath(u"b/big.bin"_s));
    QCOMPARE(dry.bytesToFetch(), 600);
    QCOMPARE(dry.volumes.at(0).needed, 612); // and two copies from the cache
    QCOMPARE(everythingBelow(m_temporary->path()), before);
}

void TestLocalTarget::dryRunOfAnArchive()
{
    DownloadRequest wanted = request(false);
    wanted.archive = at(u"out/model.zip"_s);
    const DryRunPlan dry =
        dryRunPlan(m_layout, wanted, *markPresent(m_layout, wanted, plan()), kEndpoint);
    QCOMPARE(dry.volumes.size(), 1U); // the same disk
    QCOMPARE(dry.volumes.at(0).needed, 1006 + 1012);
    DryRunVolume small{u"/"_s, 100, 99};
    QVERIFY(!small.isEnough());
}

QTEST_GUILESS_MAIN(TestLocalTarget)
#include "tst_localtarget.moc"
