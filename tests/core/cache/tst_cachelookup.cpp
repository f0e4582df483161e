// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachelookup.h"
#include "core/cache/cachewriter.h"
#include "tests/support/testfiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const QString kCommit = u"1111111111111111111111111111111111111111"_s;
const QString kEtag = u"ce013625030ba8dba906f756967f9e9ca394464a"_s;

} // namespace

class TestCacheLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingCached();
    void presentByBranchAndCommit();
    void knownMissingOnlyForItsCommit();
    void danglingLinkIsUnknown();
    void refWithNewlineLeadsNowhere();
    void refCannotLeaveTheCache_data();
    void refCannotLeaveTheCache();
    void pathCannotLeaveTheCache();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    CacheLayout m_layout{QString()};
    RepoId m_repo{RepoType::Model, u"ns/m"_s};
};

void TestCacheLookup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_layout = CacheLayout(m_folder->filePath(u"hub"_s));
}

void TestCacheLookup::nothingCached()
{
    QCOMPARE(cachedCommit(m_layout, m_repo, u"main"_s), QString());
    QCOMPARE(cachedCommit(m_layout, m_repo, kCommit), kCommit);
    QCOMPARE(lookupInCache(m_layout, m_repo, u"main"_s, u"a"_s).state, CachedPath::State::Unknown);
}

void TestCacheLookup::presentByBranchAndCommit()
{
    const CacheWriter writer(m_layout);
    writeFile(m_layout.blob(m_repo, kEtag), "hello\n");
    QVERIFY(writer.writeRef(m_repo, u"refs/pr/1"_s, kCommit));
    QVERIFY(writer.linkPointer(m_repo, kCommit, u"a/b.txt"_s, kEtag, true));

    QCOMPARE(cachedCommit(m_layout, m_repo, u"refs/pr/1"_s), kCommit);
    for (const QString &revision : {u"refs/pr/1"_s, kCommit}) {
        const CachedPath found = lookupInCache(m_layout, m_repo, revision, u"a/b.txt"_s);
        QCOMPARE(found.state, CachedPath::State::Present);
        QCOMPARE(found.path, m_layout.pointer(m_repo, kCommit, u"a/b.txt"_s));
    }
    QCOMPARE(lookupInCache(m_layout, m_repo, u"refs/pr/1"_s, u"a"_s).state,
             CachedPath::State::Unknown);
    QCOMPARE(lookupInCache(m_layout, m_repo, u"main"_s, u"a/b.txt"_s).state,
             CachedPath::State::Unknown);
}

void TestCacheLookup::knownMissingOnlyForItsCommit()
{
    const CacheWriter writer(m_layout);
    const QString other(40, u'2');
    QVERIFY(writer.writeRef(m_repo, u"main"_s, kCommit));
    QVERIFY(writer.markMissing(m_repo, kCommit, u"sub/nope"_s));
    QCOMPARE(lookupInCache(m_layout, m_repo, u"main"_s, u"sub/nope"_s).state,
             CachedPath::State::KnownMissing);
    QVERIFY(writer.writeRef(m_repo, u"main"_s, other));
    QCOMPARE(lookupInCache(m_layout, m_repo, u"main"_s, u"sub/nope"_s).state,
             CachedPath::State::Unknown);
}

void TestCacheLookup::danglingLinkIsUnknown()
{
    QVERIFY(CacheWriter(m_layout).linkPointer(m_repo, kCommit, u"a"_s, kEtag, true));
    QCOMPARE(lookupInCache(m_layout, m_repo, kCommit, u"a"_s).state, CachedPath::State::Unknown);
}

void TestCacheLookup::refWithNewlineLeadsNowhere()
{
    writeFile(m_layout.ref(m_repo, u"main"_s), kCommit.toLatin1() + '\n');
    writeFile(m_layout.pointer(m_repo, kCommit, u"a"_s), "x");
    QCOMPARE(cachedCommit(m_layout, m_repo, u"main"_s), kCommit + u'\n');
    QCOMPARE(lookupInCache(m_layout, m_repo, u"main"_s, u"a"_s).state, CachedPath::State::Unknown);
}

void TestCacheLookup::refCannotLeaveTheCache_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("parent") << QByteArray("..");
    QTest::newRow("path") << QByteArray("../../secret");
    QTest::newRow("absolute") << QByteArray("/etc");
    QTest::newRow("long") << QByteArray(5000, 'a');
}

void TestCacheLookup::refCannotLeaveTheCache()
{
    QFETCH(QByteArray, content);
    writeFile(m_layout.ref(m_repo, u"main"_s), content);
    QCOMPARE(cachedCommit(m_layout, m_repo, u"main"_s), QString());
}

void TestCacheLookup::pathCannotLeaveTheCache()
{
    writeFile(m_folder->filePath(u"hub/models--ns--m/secret"_s), "x");
    QVERIFY(CacheWriter(m_layout).writeRef(m_repo, u"main"_s, kCommit));
    QCOMPARE(lookupInCache(m_layout, m_repo, u"main"_s, u"../../secret"_s).state,
             CachedPath::State::Unknown);
    QCOMPARE(cachedCommit(m_layout, m_repo, u"../secret"_s), QString());
}

QTEST_GUILESS_MAIN(TestCacheLookup)
#include "tst_cachelookup.moc"
