// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachescan.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const QString kC1(40, u'1');
const QString kC2(40, u'2');

//! Makes the parts of a cache by hand, as any client may have left them.
class CacheBuilder
{
public:
    explicit CacheBuilder(const QString &root)
        : m_root(root)
    { }

    QString path(const QString &below) const { return m_root + u'/' + below; }

    void file(const QString &below, const QByteArray &content = "x") const
    {
        QDir().mkpath(QFileInfo(path(below)).path());
        QFile out(path(below));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    void folder(const QString &below) const { QVERIFY(QDir().mkpath(path(below))); }
    void link(const QString &below, const QByteArray &target) const
    {
        QDir().mkpath(QFileInfo(path(below)).path());
        QCOMPARE(::symlink(target.constData(), QFile::encodeName(path(below)).constData()), 0);
    }
    //! models--ns--name with one file and `main`.
    void validRepo(const QString &folder = u"models--ns--name"_s) const
    {
        file(folder + u"/blobs/b1"_s, QByteArray(100, 'x'));
        link(folder + u"/snapshots/"_s + kC1 + u"/a.txt"_s, "../../blobs/b1");
        file(folder + u"/refs/main"_s, kC1.toLatin1());
    }

private:
    QString m_root;
};

} // namespace

class TestCacheScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingAndFile();
    void emptyCache();
    void sharedBlobsCountOnce();
    void filesWithoutLinks();
    void linksToFoldersAndOtherPlaces();
    void emptySnapshotAndEmptyRepo();
    void nestedRefs();
    void order();
    void warnings_data();
    void warnings();
    void strayFilesByRules();
    void blobThatIsALink();
    void refsWithoutSnapshot();
    void abortStops();
    void json();

private:
    CacheScan scan(ScanRules rules = ScanRules::V0_27) const
    {
        return scanCache(m_root, rules).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
};

void TestCacheScan::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = QDir(m_folder->path()).canonicalPath() + u"/hub"_s;
}

void TestCacheScan::missingAndFile()
{
    const auto missing = scanCache(m_root, ScanRules::V0_27);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QCOMPARE(missing.error().message, u"Cache directory not found: "_s + m_root);
    CacheBuilder(m_folder->path()).file(u"hub"_s);
    const auto file = scanCache(m_root, ScanRules::V0_27);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::File);
}

void TestCacheScan::emptyCache()
{
    CacheBuilder(m_root).folder(u".locks"_s);
    QCOMPARE(scan(), (CacheScan{.root = m_root, .size = 0, .repos = {}, .warnings = {}}));
}

void TestCacheScan::sharedBlobsCountOnce()
{
    const CacheBuilder cache(m_root);
    cache.validRepo();
    cache.file(u"models--ns--name/blobs/b2"_s, QByteArray(20, 'y'));
    cache.file(u"models--ns--name/blobs/unused"_s, QByteArray(1000, 'y'));
    cache.file(u"models--ns--name/blobs/b3.incomplete"_s, QByteArray(1000, 'y'));
    cache.link(u"models--ns--name/snapshots/"_s + kC1 + u"/d/same.txt"_s, "../../../blobs/b1");
    cache.link(u"models--ns--name/snapshots/"_s + kC2 + u"/a.txt"_s, "../../blobs/b1");
    cache.link(u"models--ns--name/snapshots/"_s + kC2 + u"/b.txt"_s, "../../blobs/b2");

    const CacheScan found = scan();
    QCOMPARE(found.warnings, QStringList());
    QCOMPARE(found.size, 120);
    QCOMPARE(found.repos.size(), 1U);
    const CachedRepo &repo = found.repos.front();
    QCOMPARE(repo.repo, (RepoId{RepoType::Model, u"ns/name"_s}));
    QCOMPARE(repo.fileCount, 2);
    QCOMPARE(repo.revisions.size(), 2U);
    QCOMPARE(repo.revisions[0].commit, kC1);
    QCOMPARE(repo.revisions[0].size, 100);
    QCOMPARE(repo.revisions[0].files.size(), 2U);
    QCOMPARE(repo.revisions[0].files[1].name, u"same.txt"_s);
    QCOMPARE(repo.revisions[0].files[1].blobPath, m_root + u"/models--ns--name/blobs/b1"_s);
    QCOMPARE(repo.revisions[0].refs, QStringList{u"main"_s});
    QCOMPARE(repo.revisions[1].size, 120);
    QCOMPARE(repo.revisions[1].refs, QStringList());
    QVERIFY(repo.lastModified > 1e9);
}

void TestCacheScan::filesWithoutLinks()
{
    const CacheBuilder cache(m_root);
    cache.file(u"datasets--ns--d/snapshots/"_s + kC1 + u"/a.csv"_s, "12345");
    cache.file(u"datasets--ns--d/snapshots/"_s + kC1 + u"/.DS_Store"_s, "12");
    const CacheScan found = scan();
    QCOMPARE(found.warnings, QStringList());
    const CachedRevision &revision = found.repos.at(0).revisions.at(0);
    QCOMPARE(revision.files.size(), 2U); // inside a snapshot nothing is ignored
    QCOMPARE(revision.size, 7);
    QCOMPARE(revision.files[1].blobPath, revision.files[1].path);
}

void TestCacheScan::linksToFoldersAndOtherPlaces()
{
    const CacheBuilder cache(m_root);
    cache.validRepo();
    const QString snapshot = u"models--ns--name/snapshots/"_s + kC1;
    cache.file(u"models--ns--name/elsewhere/inner.txt"_s, "123");
    cache.link(snapshot + u"/folder"_s, "../../elsewhere");
    cache.link(snapshot + u"/odd"_s, "../../snapshots/../elsewhere/inner.txt");
    cache.link(snapshot + u"/absolute"_s,
               QFile::encodeName(cache.path(u"models--ns--name/blobs/b1"_s)));
    const CacheScan found = scan();
    QCOMPARE(found.warnings, QStringList());
    const CachedRevision &revision = found.repos.at(0).revisions.at(0);
    QCOMPARE(revision.files.size(), 3U);
    QCOMPARE(revision.size, 103);
    QCOMPARE(revision.files[0].name, u"a.txt"_s);
    QCOMPARE(revision.files[1].blobPath, revision.files[0].blobPath);
    QCOMPARE(revision.files[2].blobPath, cache.path(u"models--ns--name/elsewhere/inner.txt"_s));
}

void TestCacheScan::emptySnapshotAndEmptyRepo()
{
    const CacheBuilder cache(m_root);
    cache.folder(u"models--ns--empty/snapshots/"_s + kC1);
    cache.folder(u"spaces--ns--none/snapshots"_s);
    const CacheScan found = scan();
    QCOMPARE(found.warnings, QStringList());
    QCOMPARE(found.repos.size(), 2U);
    QCOMPARE(found.repos[0].revisions.at(0).files.size(), 0U);
    QVERIFY(found.repos[0].revisions[0].lastModified > 1e9);
    QVERIFY(found.repos[1].revisions.empty());
    QVERIFY(found.repos[1].lastAccessed > 1e9);
}

void TestCacheScan::nestedRefs()
{
    const CacheBuilder cache(m_root);
    cache.validRepo();
    cache.file(u"models--ns--name/refs/refs/pr/1"_s, kC1.toLatin1());
    cache.file(u"models--ns--name/refs/.DS_Store"_s, "junk");
    const CacheScan found = scan();
    QCOMPARE(found.warnings, QStringList());
    QCOMPARE(found.repos.at(0).refs(), (QStringList{u"main"_s, u"refs/pr/1"_s}));
}

void TestCacheScan::order()
{
    const CacheBuilder cache(m_root);
    for (const QString &folder : {u"spaces--a--s"_s, u"models--z--m"_s, u"models--a--m"_s,
                                  u"datasets--b--d"_s, u"models--gpt2"_s})
        cache.validRepo(folder);
    QStringList ids;
    for (const CachedRepo &repo : scan().repos)
        ids.append(repo.repo.id);
    QCOMPARE(ids, (QStringList{u"b/d"_s, u"a/m"_s, u"gpt2"_s, u"z/m"_s, u"a/s"_s}));
}

void TestCacheScan::warnings_data()
{
    using Make = std::function<void(const CacheBuilder &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("text"); // with @ for the root
    const auto row = [](const char *name, const QString &text, Make make) {
        QTest::newRow(name) << std::move(make) << text;
    };
    const QString repo = u"models--ns--name"_s;
    row("file at the root", u"Repo path is not a directory: @/stray.txt"_s,
        [](const CacheBuilder &cache) { cache.file(u"stray.txt"_s); });
    row("no dashes", u"Repo path is not a valid HuggingFace cache directory: @/tmp"_s,
        [](const CacheBuilder &cache) { cache.folder(u"tmp"_s); });
    row("type",
        u"Repo type must be `dataset`, `model` or `space`, found `kernel` (@/kernels--a--b)."_s,
        [](const CacheBuilder &cache) { cache.folder(u"kernels--a--b/snapshots"_s); });
    row("no snapshots", u"Snapshots dir doesn't exist in cached repo: @/models--a--b/snapshots"_s,
        [](const CacheBuilder &cache) { cache.folder(u"models--a--b/.no_exist"_s); });
    row("refs is a file", u"Refs directory cannot be a file: @/models--ns--name/refs"_s,
        [repo](const CacheBuilder &cache) {
            cache.folder(repo + u"/snapshots"_s);
            cache.file(repo + u"/refs"_s);
        });
    row("file in snapshots",
        u"Snapshots folder corrupted. Found a file: @/models--ns--name/snapshots/oops"_s,
        [repo](const CacheBuilder &cache) { cache.file(repo + u"/snapshots/oops"_s); });
    row("dangling link", u"Blob missing (broken symlink): @/models--ns--name/blobs/gone"_s,
        [repo](const CacheBuilder &cache) {
            cache.link(repo + u"/snapshots/"_s + kC1 + u"/a"_s, "../../blobs/gone");
        });
    row("dangling link to a dangling link",
        u"Blob missing (broken symlink): @/models--ns--name/far/away"_s,
        [repo](const CacheBuilder &cache) {
            cache.link(repo + u"/blobs/b"_s, "../far/away");
            cache.link(repo + u"/snapshots/"_s + kC1 + u"/a"_s, "../../blobs/b");
        });
    row("link loop", u"Blob missing (broken symlink): @/models--ns--name/snapshots/c/a"_s,
        [repo](const CacheBuilder &cache) { cache.link(repo + u"/snapshots/c/a"_s, "a"); });
    row("ref that is no text", u"Reference is not text: @/models--ns--name/refs/main"_s,
        [repo](const CacheBuilder &cache) {
            cache.validRepo();
            cache.file(repo + u"/refs/main"_s, "\xff\xfe\xfd");
        });
    row("ref with a newline",
        u"Reference(s) refer to missing commit hashes: {'%1\\n': {'main'}} (@/models--ns--name)."_s
            .arg(kC1),
        [repo](const CacheBuilder &cache) {
            cache.validRepo();
            cache.file(repo + u"/refs/main"_s, kC1.toLatin1() + '\n');
        });
}

void TestCacheScan::warnings()
{
    QFETCH(std::function<void(const CacheBuilder &)>, make);
    QFETCH(QString, text);
    const CacheBuilder cache(m_root);
    make(cache);
    cache.validRepo(u"models--other--fine"_s);
    const CacheScan found = scan();
    QCOMPARE(found.warnings, QStringList{text.replace(u'@', m_root)});
    QCOMPARE(found.repos.size(), 1U); // the rest is still read
    QCOMPARE(found.size, 100);
}

void TestCacheScan::strayFilesByRules()
{
    const CacheBuilder cache(m_root);
    for (const QString &name :
         {u"CACHEDIR.TAG"_s, u".DS_Store"_s, u"Thumbs.db"_s, u"desktop.ini"_s, u"version.txt"_s})
        cache.file(name);
    QCOMPARE(scan(ScanRules::V0_27).warnings.size(), 5);
    QCOMPARE(scan(ScanRules::Main).warnings,
             QStringList{u"Repo path is not a directory: "_s + m_root + u"/version.txt"_s});

    cache.validRepo();
    cache.file(u"models--ns--name/snapshots/Thumbs.db"_s);
    QCOMPARE(scan(ScanRules::V0_27).repos.size(), 0U);
    QCOMPARE(scan(ScanRules::Main).repos.size(), 1U);
}

void TestCacheScan::blobThatIsALink()
{
    // Blobs moved to a larger disk and linked back by hand.
    const CacheBuilder cache(m_root);
    cache.validRepo();
    cache.file(u"../large/b2"_s, QByteArray(50, 'z'));
    cache.link(u"models--ns--name/blobs/b2"_s, "../../../large/b2");
    cache.link(u"models--ns--name/snapshots/"_s + kC1 + u"/b"_s, "../../blobs/b2");
    const CacheScan found = scan();
    QCOMPARE(found.warnings, QStringList());
    QCOMPARE(found.size, 150);
    QCOMPARE(found.repos.at(0).revisions.at(0).files.at(1).blobPath,
             QDir::cleanPath(m_root + u"/../large/b2"_s));
}

void TestCacheScan::refsWithoutSnapshot()
{
    const CacheBuilder cache(m_root);
    cache.validRepo();
    cache.file(u"models--ns--name/refs/v2"_s, kC2.toLatin1());
    cache.file(u"models--ns--name/refs/v1"_s, kC2.toLatin1());
    QCOMPARE(
        scan().warnings,
        QStringList{
            u"Reference(s) refer to missing commit hashes: {'%1': {'v1', 'v2'}} (%2/models--ns--name)."_s
                .arg(kC2, m_root)});
}

void TestCacheScan::abortStops()
{
    CacheBuilder(m_root).validRepo();
    const std::atomic_bool abort = true;
    const auto stopped = scanCache(m_root, ScanRules::V0_27, &abort);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Canceled);
}

void TestCacheScan::json()
{
    const CacheBuilder cache(m_root);
    cache.validRepo();
    cache.file(u"stray"_s);
    const QJsonObject object = scan().toJson();
    QCOMPARE(object.keys(), (QStringList{u"repos"_s, u"size_on_disk"_s, u"warnings"_s}));
    QCOMPARE(object[u"size_on_disk"_s].toInteger(), 100);
    const QJsonObject repo = object[u"repos"_s][0].toObject();
    QCOMPARE(
        repo.keys(),
        (QStringList{u"last_accessed"_s, u"last_modified"_s, u"nb_files"_s, u"refs"_s, u"repo_id"_s,
                     u"repo_path"_s, u"repo_type"_s, u"revisions"_s, u"size_on_disk"_s}));
    QCOMPARE(repo[u"refs"_s].toArray(), (QJsonArray{u"main"_s}));
    QCOMPARE(repo[u"repo_type"_s].toString(), u"model"_s);
    const QJsonObject revision = repo[u"revisions"_s][0].toObject();
    QCOMPARE(revision.keys(),
             (QStringList{u"commit_hash"_s, u"files"_s, u"last_modified"_s, u"nb_files"_s,
                          u"refs"_s, u"size_on_disk"_s, u"snapshot_path"_s}));
    const QJsonObject file = revision[u"files"_s][0].toObject();
    QCOMPARE(file.keys(),
             (QStringList{u"blob_last_accessed"_s, u"blob_last_modified"_s, u"blob_path"_s,
                          u"file_name"_s, u"file_path"_s, u"size_on_disk"_s}));
    QVERIFY(file[u"blob_last_modified"_s].toDouble() > 1e9);
}

QTEST_GUILESS_MAIN(TestCacheScan)
#include "tst_cachescan.moc"
