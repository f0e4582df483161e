// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachelayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestCacheLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void linkTarget_data();
    void linkTarget();
};

void TestCacheLayout::names()
{
    const CacheLayout layout(u"/c/hub"_s);
    const RepoId model{RepoType::Model, u"ns/name"_s};
    const RepoId legacy{RepoType::Model, u"gpt2"_s};
    const RepoId dataset{RepoType::Dataset, u"ns/data"_s};
    const RepoId space{RepoType::Space, u"ns/app"_s};
    QCOMPARE(layout.repoFolder(model), u"/c/hub/models--ns--name"_s);
    QCOMPARE(layout.repoFolder(legacy), u"/c/hub/models--gpt2"_s);
    QCOMPARE(layout.repoFolder(dataset), u"/c/hub/datasets--ns--data"_s);
    QCOMPARE(layout.repoFolder(space), u"/c/hub/spaces--ns--app"_s);
    QCOMPARE(layout.blob(model, u"abc"_s), u"/c/hub/models--ns--name/blobs/abc"_s);
    QCOMPARE(layout.pointer(model, u"c1"_s, u"a/b.txt"_s),
             u"/c/hub/models--ns--name/snapshots/c1/a/b.txt"_s);
    QCOMPARE(layout.ref(model, u"refs/pr/1"_s), u"/c/hub/models--ns--name/refs/refs/pr/1"_s);
    QCOMPARE(layout.lock(model, u"abc"_s), u"/c/hub/.locks/models--ns--name/abc.lock"_s);
    QCOMPARE(layout.noExist(model, u"c1"_s, u"a/b"_s),
             u"/c/hub/models--ns--name/.no_exist/c1/a/b"_s);
}

void TestCacheLayout::linkTarget_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("target");
    QTest::newRow("root") << u"a.txt"_s << u"../../blobs/e"_s;
    QTest::newRow("one folder") << u"a/b.txt"_s << u"../../../blobs/e"_s;
    QTest::newRow("three folders") << u"a/b/c/d"_s << u"../../../../../blobs/e"_s;
}

void TestCacheLayout::linkTarget()
{
    QFETCH(QString, path);
    QTEST(CacheLayout::linkTarget(path, u"e"_s), "target");
}

QTEST_GUILESS_MAIN(TestCacheLayout)
#include "tst_cachelayout.moc"
