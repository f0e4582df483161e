// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/filehash.h"
#include "core/cache/filelock.h"
#include "core/cache/localfolder.h"
#include "tests/support/testfiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

using State = LocalFolder::State;

namespace {

const QString kCommit(40, u'1');
const QString kOther(40, u'2');
// Of "hello\n".
const QString kGit = u"ce013625030ba8dba906f756967f9e9ca394464a"_s;
const QString kSha256 = u"5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"_s;
const QString kForeign(64, u'a');
constexpr qint64 kSize = 6;

double now()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
}

} // namespace

class TestLocalFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hashesOfFiles();
    void names();
    void publishLeavesTheOfficialLayout();
    void officialMetadataIsBelieved();
    void olderClientWithoutTagIsBelieved();
    void metadataOfAnotherContent();
    void changedFileIsReadInstead();
    void aSecondOfSlack();
    void brokenMetadata_data();
    void brokenMetadata();
    void withoutMetadataTheHashDecides();
    void anotherSizeIsDifferentWithoutReading();
    void readingCanBeCanceled();
    void missing();
    void publishReplacesAndKeepsTheOldOneUntilThen();
    void publishDropsOldWordsFirst();
    void folderInTheWay();
    void pathsThatAreNotWritten_data();
    void pathsThatAreNotWritten();
    void linksLeadNowhere();
    void aLinkAtTheTargetIsReplaced();
    void bookkeepingBehindALinkIsRefused();
    void takesOverWhatOthersLeft();
    void gitignoreIsLeftToWhoeverMakesIt();

private:
    QString at(const QString &below) const { return m_temporary->filePath(u"model/"_s + below); }
    QString words(const QString &path) const
    {
        return at(u".cache/huggingface/download/"_s + path + u".metadata"_s);
    }
    void note(const QString &path, const QString &etag, double timestamp) const
    {
        writeFile(words(path),
                  kCommit.toLatin1() + '\n' + etag.toLatin1() + '\n'
                      + QByteArray::number(timestamp, 'f', 6) + '\n');
    }
    State stateOf(const QString &path, const QString &etag) const
    {
        const auto state = m_folder.state(path, etag, kSize);
        return state ? *state : State(-1);
    }
    QString partial(const QByteArray &content) const
    {
        const QString path = m_folder.partialPath(u"a.txt"_s, kGit);
        writeFile(path, content);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    LocalFolder m_folder{QString()};
};

void TestLocalFolder::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = LocalFolder(m_temporary->filePath(u"model"_s));
}

void TestLocalFolder::hashesOfFiles()
{
    writeFile(at(u"x"_s), "hello\n");
    QCOMPARE(hashOfFile(at(u"x"_s), Hasher::Kind::GitSha1).value(), kGit);
    QCOMPARE(hashOfFile(at(u"x"_s), Hasher::Kind::Sha256).value(), kSha256);
    QCOMPARE(hashOfFile(at(u"none"_s), Hasher::Kind::Sha256).error().kind, ErrorKind::File);
    QCOMPARE(hashOfFile(m_temporary->path(), Hasher::Kind::Sha256).error().kind, ErrorKind::File);
    QCOMPARE(Hasher::kindOf(kGit), Hasher::Kind::GitSha1);
    QCOMPARE(Hasher::kindOf(kSha256), Hasher::Kind::Sha256);
    QVERIFY(!Hasher::kindOf(kGit.toUpper()));
    QVERIFY(!Hasher::kindOf(kGit + u".incomplete"_s));
}

void TestLocalFolder::names()
{
    const QString folder = at(u".cache/huggingface/download/sub/"_s);
    QCOMPARE(m_folder.filePath(u"sub/w.bin"_s), at(u"sub/w.bin"_s));
    QCOMPARE(m_folder.metadataPath(u"sub/w.bin"_s), folder + u"w.bin.metadata"_s);
    QCOMPARE(m_folder.lockPath(u"sub/w.bin"_s), folder + u"w.bin.lock"_s);
    // base64url of the sha1 of "w.bin.metadata", as Python computes it.
    const QString partial = m_folder.partialPath(u"sub/w.bin"_s, kSha256);
    QVERIFY2(partial.startsWith(folder + u"ta2qUClYS51B3S05WMIWvIKwddc=."_s + kSha256 + u'.'),
             qPrintable(partial));
    QVERIFY(partial.endsWith(u".incomplete"_s));
    QCOMPARE(partial, m_folder.partialPath(u"sub/w.bin"_s, kSha256));
    const QString longest = QString(246, u'n'); // the lock and the metadata still fit 255
    QVERIFY(m_folder.partialPath(longest, kSha256).section(u'/', -1).size() < 255);
}

void TestLocalFolder::publishLeavesTheOfficialLayout()
{
    const double before = now();
    QVERIFY(m_folder.prepare(u"sub/a.txt"_s));
    const QString partial = m_folder.partialPath(u"sub/a.txt"_s, kGit);
    writeFile(partial, "hello\n");
    QVERIFY(m_folder.publish(u"sub/a.txt"_s, partial, kCommit, kGit));
    QCOMPARE(filesBelow(at({})),
             (QStringList{u".cache/huggingface/.gitignore"_s, u".cache/huggingface/CACHEDIR.TAG"_s,
                          u".cache/huggingface/download/sub/a.txt.metadata"_s, u"sub/a.txt"_s}));
    QCOMPARE(contentOf(at(u"sub/a.txt"_s)), QByteArray("hello\n"));
    QCOMPARE(contentOf(at(u".cache/huggingface/.gitignore"_s)), QByteArray("*"));
    QCOMPARE(contentOf(at(u".cache/huggingface/CACHEDIR.TAG"_s)),
             QByteArray("Signature: 8a477f597d28d172789f06886806bc55\n"
                        "# This file is a cache directory tag created by huggingface_hub.\n"
                        "# For information about cache directory tags, see:\n"
                        "#\thttps://bford.info/cachedir/\n"));
    const QList<QByteArray> lines = contentOf(words(u"sub/a.txt"_s)).split('\n');
    QCOMPARE(lines.size(), 4); // the last one is empty
    QCOMPARE(lines.at(0), kCommit.toLatin1());
    QCOMPARE(lines.at(1), kGit.toLatin1());
    QVERIFY(lines.at(2).toDouble() >= before - 0.001);
    QVERIFY(lines.at(2).toDouble() <= now() + 0.001);
    QCOMPARE(lines.at(3), QByteArray());
    QCOMPARE(stateOf(u"sub/a.txt"_s, kGit), State::UpToDate);
    QCOMPARE(m_folder.metadata(u"sub/a.txt"_s)->commit, kCommit);
}

void TestLocalFolder::officialMetadataIsBelieved()
{
    // Not "hello\n": only the bookkeeping can say that it is up to date.
    writeFile(at(u"w.bin"_s), "abcdef");
    writeFile(words(u"w.bin"_s),
              kCommit.toLatin1() + '\n' + kSha256.toLatin1() + '\n'
                  + QByteArray::number(now(), 'g', 17) + '\n');
    QCOMPARE(stateOf(u"w.bin"_s, kSha256), State::UpToDate);
    const auto metadata = m_folder.metadata(u"w.bin"_s);
    QVERIFY(metadata);
    QCOMPARE(metadata->etag, kSha256);
    QCOMPARE(metadata->commit, kCommit);
}

void TestLocalFolder::olderClientWithoutTagIsBelieved()
{
    writeFile(at(u"w.bin"_s), "abcdef");
    writeFile(at(u".cache/huggingface/.gitignore"_s), "*");
    writeFile(words(u"w.bin"_s),
              kCommit.toLatin1() + '\n' + kSha256.toLatin1() + "\n4102444800.25\n");
    QCOMPARE(stateOf(u"w.bin"_s, kSha256), State::UpToDate);
}

void TestLocalFolder::metadataOfAnotherContent()
{
    writeFile(at(u"a.txt"_s), "hello\n");
    note(u"a.txt"_s, kForeign, now());
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::Different);
}

void TestLocalFolder::changedFileIsReadInstead()
{
    writeFile(at(u"a.txt"_s), "hello\n");
    note(u"a.txt"_s, kForeign, now() - 100);
    QVERIFY(!m_folder.metadata(u"a.txt"_s));
    QVERIFY(m_folder.notedMetadata(u"a.txt"_s));
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::NeedsMetadata);
    writeFile(at(u"a.txt"_s), "jello\n");
    note(u"a.txt"_s, kGit, now() - 100);
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::Different);
}

void TestLocalFolder::aSecondOfSlack()
{
    writeFile(at(u"a.txt"_s), "abcdef");
    const double modified =
        static_cast<double>(QFileInfo(at(u"a.txt"_s)).lastModified().toMSecsSinceEpoch()) / 1000;
    note(u"a.txt"_s, kGit, modified - 0.9);
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::UpToDate);
    note(u"a.txt"_s, kGit, modified - 1.1);
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::Different);
}

void TestLocalFolder::brokenMetadata_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("two lines") << QByteArray("c\ne\n");
    QTest::newRow("no number") << kCommit.toLatin1() + '\n' + kGit.toLatin1() + "\nsoon\n";
    QTest::newRow("nan") << kCommit.toLatin1() + '\n' + kGit.toLatin1() + "\nnan\n";
    QTest::newRow("huge") << QByteArray(1 << 20, '\n');
}

void TestLocalFolder::brokenMetadata()
{
    QFETCH(QByteArray, content);
    writeFile(at(u"a.txt"_s), "abcdef");
    writeFile(words(u"a.txt"_s), content);
    QVERIFY(!m_folder.metadata(u"a.txt"_s));
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::Different);
    QVERIFY(m_folder.writeMetadata(u"a.txt"_s, kCommit, kGit));
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::UpToDate);
}

void TestLocalFolder::withoutMetadataTheHashDecides()
{
    writeFile(at(u"a.txt"_s), "hello\n");
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::NeedsMetadata);
    QCOMPARE(stateOf(u"a.txt"_s, kSha256), State::NeedsMetadata);
    QCOMPARE(stateOf(u"a.txt"_s, kForeign), State::Different);
    QVERIFY2(!QFileInfo::exists(at(u".cache"_s)), "looking leaves no trace");
}

void TestLocalFolder::anotherSizeIsDifferentWithoutReading()
{
    writeFile(at(u"a.txt"_s), "hello\n");
    qint64 read = 0;
    const auto count = [&read](qint64 bytes) {
        read += bytes;
        return true;
    };
    QCOMPARE(m_folder.state(u"a.txt"_s, kGit, kSize + 1, count).value(), State::Different);
    QCOMPARE(read, 0);
    // Also when the bookkeeping says otherwise: the file was cut short with its time kept.
    note(u"a.txt"_s, kGit, now());
    QCOMPARE(m_folder.state(u"a.txt"_s, kGit, kSize + 1, count).value(), State::Different);
    QCOMPARE(m_folder.state(u"a.txt"_s, kSha256, kSize, count).value(), State::Different);
    QCOMPARE(read, 0);
}

void TestLocalFolder::readingCanBeCanceled()
{
    writeFile(at(u"a.txt"_s), "hello\n");
    const auto state = m_folder.state(u"a.txt"_s, kGit, kSize, [](qint64) { return false; });
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::Canceled);
}

void TestLocalFolder::missing()
{
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::Missing);
    note(u"a.txt"_s, kGit, now());
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::Missing);
    QVERIFY(!m_folder.metadata(u"a.txt"_s));
    writeFile(at(u"file"_s), "x");
    QCOMPARE(stateOf(u"file/below"_s, kGit), State::Missing);
}

void TestLocalFolder::publishReplacesAndKeepsTheOldOneUntilThen()
{
    writeFile(at(u"a.txt"_s), "old");
    const QString made = partial("hello\n");
    QVERIFY(m_folder.prepare(u"a.txt"_s));
    QCOMPARE(contentOf(at(u"a.txt"_s)), QByteArray("old"));
    QVERIFY(m_folder.publish(u"a.txt"_s, made, kOther, kGit));
    QCOMPARE(contentOf(at(u"a.txt"_s)), QByteArray("hello\n"));
    QCOMPARE(m_folder.metadata(u"a.txt"_s)->commit, kOther);
    QVERIFY(!QFileInfo::exists(made));
}

void TestLocalFolder::publishDropsOldWordsFirst()
{
    // The new file does not get to its place; whatever happened, nothing may vouch for it.
    QVERIFY(QDir().mkpath(at(u"a.txt/inside"_s)));
    note(u"a.txt"_s, kGit, now());
    QVERIFY(!m_folder.publish(u"a.txt"_s, partial("jello\n"), kCommit, kForeign));
    QVERIFY(!QFileInfo::exists(words(u"a.txt"_s)));
}

void TestLocalFolder::folderInTheWay()
{
    QVERIFY(QDir().mkpath(at(u"a.txt"_s)));
    const QString made = partial("hello\n");
    const auto published = m_folder.publish(u"a.txt"_s, made, kCommit, kGit);
    QVERIFY(!published);
    QVERIFY2(published.error().message.contains(u"is a folder"_s),
             qPrintable(published.error().message));
    QVERIFY2(QFileInfo::exists(made), "what was fetched is kept");
    QCOMPARE(m_folder.state(u"a.txt"_s, kGit, kSize).error().kind, ErrorKind::File);
}

void TestLocalFolder::pathsThatAreNotWritten_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("up") << u"../x"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s;
    QTest::newRow("backslash") << u"..\\x"_s;
    QTest::newRow("hooks of git") << u".git/hooks/post-checkout"_s;
    QTest::newRow("git, other letters") << u"sub/.GIT/config"_s;
    QTest::newRow("bookkeeping") << u".cache/huggingface/download/a.metadata"_s;
    QTest::newRow("bookkeeping, other letters") << u".Cache/HuggingFace/x"_s;
}

void TestLocalFolder::pathsThatAreNotWritten()
{
    QFETCH(QString, path);
    QCOMPARE(LocalFolder::checkPath(path).error().kind, ErrorKind::Invalid);
    const QString made = partial("hello\n");
    const QStringList before = filesBelow(m_temporary->path());
    QVERIFY(!m_folder.prepare(path));
    QVERIFY(!m_folder.publish(path, made, kCommit, kGit));
    QVERIFY(!m_folder.writeMetadata(path, kCommit, kGit));
    QVERIFY(!m_folder.state(path, kGit, kSize));
    QVERIFY(!m_folder.metadata(path));
    QVERIFY(m_folder.leftOver(path, kGit, kSize).isEmpty());
    QCOMPARE(filesBelow(m_temporary->path()), before);
}

void TestLocalFolder::linksLeadNowhere()
{
    const QString outside = m_temporary->filePath(u"outside"_s);
    QVERIFY(QDir().mkpath(outside));
    QVERIFY(QDir().mkpath(at(u"real"_s)));
    QVERIFY(QFile::link(outside, at(u"sub"_s)));
    QVERIFY(QFile::link(at(u"real"_s), at(u"inner"_s)));
    const auto refused = m_folder.publish(u"sub/a.txt"_s, partial("hello\n"), kCommit, kGit);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::File);
    QVERIFY(!m_folder.prepare(u"sub/deep/a.txt"_s));
    QCOMPARE(filesBelow(outside), QStringList());
    // The user's own order inside the folder is fine.
    QVERIFY(m_folder.publish(u"inner/a.txt"_s, partial("hello\n"), kCommit, kGit));
    QVERIFY(QFileInfo::exists(at(u"real/a.txt"_s)));
    // So is a folder that is itself reached through a link.
    const QString door = m_temporary->filePath(u"door"_s);
    QVERIFY(QFile::link(at({}), door));
    QCOMPARE(LocalFolder(door).state(u"inner/a.txt"_s, kGit, kSize).value(), State::UpToDate);
}

void TestLocalFolder::aLinkAtTheTargetIsReplaced()
{
    const QString outside = m_temporary->filePath(u"precious"_s);
    writeFile(outside, "hello\n");
    QVERIFY(QDir().mkpath(at({})));
    QVERIFY(QFile::link(outside, at(u"a.txt"_s)));
    QCOMPARE(stateOf(u"a.txt"_s, kGit), State::Different);
    QVERIFY(m_folder.publish(u"a.txt"_s, partial("jello\n"), kCommit, kForeign));
    QCOMPARE(contentOf(outside), QByteArray("hello\n"));
    QCOMPARE(contentOf(at(u"a.txt"_s)), QByteArray("jello\n"));
    QVERIFY(!QFileInfo(at(u"a.txt"_s)).isSymLink());
}

void TestLocalFolder::bookkeepingBehindALinkIsRefused()
{
    const QString outside = m_temporary->filePath(u"outside"_s);
    QVERIFY(QDir().mkpath(outside));
    QVERIFY(QDir().mkpath(at({})));
    QVERIFY(QFile::link(outside, at(u".cache"_s)));
    QVERIFY(!m_folder.prepare(u"a.txt"_s));
    QVERIFY(!m_folder.writeMetadata(u"a.txt"_s, kCommit, kGit));
    QCOMPARE(filesBelow(outside), QStringList());
}

void TestLocalFolder::takesOverWhatOthersLeft()
{
    const QString folder = at(u".cache/huggingface/download/"_s);
    QCOMPARE(m_folder.leftOver(u"a.txt"_s, kGit, kSize), QString());
    const QString older = folder + u"a.txt."_s + kGit + u".incomplete"_s;
    writeFile(older, "he");
    QCOMPARE(m_folder.leftOver(u"a.txt"_s, kGit, kSize), older);
    // Beginning with the short name of "a.txt" is what the newer client's have in common.
    const QString own = m_folder.partialPath(u"a.txt"_s, kGit);
    const QString newer = own.left(own.indexOf(kGit)) + kGit + u".0badcafe.incomplete"_s;
    writeFile(newer, "hel");
    QCOMPARE(m_folder.leftOver(u"a.txt"_s, kGit, kSize), newer);
    writeFile(own, "hell");
    QCOMPARE(m_folder.leftOver(u"a.txt"_s, kGit, kSize), own);
    // Longer than the content, of another content, of another file: none of them.
    QCOMPARE(m_folder.leftOver(u"a.txt"_s, kGit, 1), QString());
    QCOMPARE(m_folder.leftOver(u"a.txt"_s, kForeign, kSize), QString());
    QCOMPARE(m_folder.leftOver(u"b.txt"_s, kGit, kSize), QString());
}

void TestLocalFolder::gitignoreIsLeftToWhoeverMakesIt()
{
    QVERIFY(QDir().mkpath(at(u".cache/huggingface"_s)));
    FileLock lock;
    QCOMPARE(lock.tryLock(at(u".cache/huggingface/.gitignore.lock"_s)).value(),
             FileLock::State::Acquired);
    QVERIFY(m_folder.prepare(u"a.txt"_s));
    QVERIFY(!QFileInfo::exists(at(u".cache/huggingface/.gitignore"_s)));
    lock.unlock();
    QVERIFY(m_folder.prepare(u"a.txt"_s));
    QCOMPARE(contentOf(at(u".cache/huggingface/.gitignore"_s)), QByteArray("*"));
    QVERIFY(!QFileInfo::exists(at(u".cache/huggingface/.gitignore.lock"_s)));
    writeFile(at(u".cache/huggingface/.gitignore"_s), "mine");
    QVERIFY(m_folder.prepare(u"a.txt"_s));
    QCOMPARE(contentOf(at(u".cache/huggingface/.gitignore"_s)), QByteArray("mine"));
}

QTEST_GUILESS_MAIN(TestLocalFolder)
#include "tst_localfolder.moc"
