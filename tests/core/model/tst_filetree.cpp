// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filetreemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

TreeEntry file(const QString &path, qint64 size, bool lfs = false)
{
    TreeEntry entry;
    entry.path = path;
    entry.size = size;
    entry.oid = QString(40, u'a');
    if (lfs)
        entry.lfs = LfsInfo{QString(64, u'b'), size, 130};
    return entry;
}

TreeEntry folder(const QString &path)
{
    TreeEntry entry;
    entry.kind = TreeEntry::Kind::Directory;
    entry.path = path;
    return entry;
}

} // namespace

class TestFileTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersFirstThenNumbers();
    void sums();
    void cacheMarks();
    void filesBelowAndFind();
    void deepPaths();
    void model();
    void largeTreeIsQuick();
};

void TestFileTree::foldersFirstThenNumbers()
{
    const FileTree tree = FileTree::build({file(u"b10.txt"_s, 1), file(u"b9.txt"_s, 1),
                                           folder(u"z"_s), file(u"A.txt"_s, 1), file(u"c/x"_s, 1)});
    QStringList names;
    for (const int child : tree.root().children)
        names.append(tree.node(child).name);
    QCOMPARE(names, (QStringList{u"c"_s, u"z"_s, u"A.txt"_s, u"b9.txt"_s, u"b10.txt"_s}));
}

void TestFileTree::sums()
{
    const FileTree tree = FileTree::build({file(u"a/b/1"_s, 5'000'000'000, true), file(u"a/2"_s, 7),
                                           folder(u"a"_s), file(u"3"_s, 1)});
    QCOMPARE(tree.root().size, 5'000'000'008);
    QCOMPARE(tree.root().files, 3);
    QCOMPARE(tree.node(tree.find(u"a"_s)).size, 5'000'000'007);
    QVERIFY(tree.node(tree.find(u"a/b/1"_s)).lfs);
    QCOMPARE(tree.node(tree.find(u"a/b/1"_s)).etag, QString(64, u'b'));
}

void TestFileTree::cacheMarks()
{
    FileTree tree = FileTree::build({file(u"a/1"_s, 5), file(u"a/2"_s, 7), file(u"3"_s, 1)});
    tree.setCached({u"a/1"_s, u"gone"_s});
    QCOMPARE(tree.root().cachedFiles, 1);
    QCOMPARE(tree.root().cachedBytes, 5);
    tree.setCached({u"a/1"_s, u"a/2"_s});
    QCOMPARE(tree.node(tree.find(u"a"_s)).cachedFiles, 2);
    tree.setCached({});
    QCOMPARE(tree.root().cachedFiles, 0);
}

void TestFileTree::filesBelowAndFind()
{
    const FileTree tree = FileTree::build(
        {file(u"a/2"_s, 7), file(u"a/b/1"_s, 5), file(u"ab"_s, 1), file(u"a b/\u4e2d"_s, 1)});
    QCOMPARE(tree.filesBelow(tree.find(u"a"_s)), (QStringList{u"a/b/1"_s, u"a/2"_s}));
    QCOMPARE(tree.filesBelow(0).size(), 4);
    QVERIFY(tree.find(u"ab"_s) > 0);
    QVERIFY(tree.find(u"a b/\u4e2d"_s) > 0);
    QCOMPARE(tree.find(u"a/c"_s), -1);
    QCOMPARE(tree.find(QString()), 0);
}

void TestFileTree::deepPaths()
{
    const QString path = QStringList(5000, u"d"_s).join(u'/');
    const FileTree tree = FileTree::build({file(path, 3)});
    QCOMPARE(tree.root().size, 3);
    QCOMPARE(tree.filesBelow(0), QStringList{path});
}

void TestFileTree::model()
{
    FileTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setTree(FileTree::build(
        {file(u"a/b/1.bin"_s, 1'500'000, true), file(u"a/2"_s, 7), file(u"3"_s, 1)}));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex a = model.index(0, 0);
    QCOMPARE(a.data().toString(), u"a"_s);
    QVERIFY(a.data(FileTreeModel::IsFolderRole).toBool());
    const QModelIndex deep = model.indexOf(u"a/b/1.bin"_s);
    QVERIFY(deep.isValid());
    QCOMPARE(deep.parent().parent(), a);
    QCOMPARE(deep.siblingAtColumn(FileTreeModel::SizeColumn).data().toString(), u"1.5 MB"_s);
    QCOMPARE(deep.siblingAtColumn(FileTreeModel::SizeColumn).data(Qt::ToolTipRole).toString(),
             u"1,500,000 bytes"_s);
    QVERIFY(!model.indexOf(u"nothing"_s).isValid());

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QPersistentModelIndex persistent(deep);
    model.setCached({u"a/b/1.bin"_s});
    QVERIFY(persistent.isValid());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(deep.siblingAtColumn(FileTreeModel::CacheColumn).data().toString(), u"Cached"_s);
    QCOMPARE(a.siblingAtColumn(FileTreeModel::CacheColumn).data().toString(), u"1 of 2"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestFileTree::largeTreeIsQuick()
{
    std::vector<TreeEntry> entries;
    for (int i = 0; i < 50'000; ++i)
        entries.push_back(file(u"data/%1/file-%2.bin"_s.arg(i / 1000).arg(i), i));
    QElapsedTimer timer;
    timer.start();
    const FileTree tree = FileTree::build(entries);
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(tree.root().files, 50'000);
}

int main(int argc, char *argv[])
{
    qputenv("LC_ALL", "C.UTF-8");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication application(argc, argv);
    TestFileTree test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_filetree.moc"
