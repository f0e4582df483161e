// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachefiltermodel.h"
#include "core/model/cachemodel.h"
#include "core/model/cacherevisionmodel.h"
#include "tests/support/samplecache.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestCacheModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRepos()
    {
        CacheModel model;
        QAbstractItemModelTester tester(&model);
        model.setRepos(sampleScan().repos);
        model.setNow(scanTime(1'780'000'000 + 3 * 86'400));
        QCOMPARE(model.rowCount(), 4);
        const int row = model.rowOf({RepoType::Model, u"aurora-labs/aurora-7b-instruct"_s});
        QVERIFY(row >= 0);
        QCOMPARE(model.index(row, CacheModel::SizeColumn).data().toString(), u"14.5 GB"_s);
        QCOMPARE(model.index(row, CacheModel::FilesColumn).data().toString(), u"4"_s);
        QCOMPARE(model.index(row, CacheModel::RevisionsColumn).data().toString(), u"2"_s);
        QCOMPARE(model.index(row, CacheModel::LastUsedColumn).data().toString(), u"3 days ago"_s);
        QCOMPARE(model.index(row, 0).data(CacheModel::SubtitleRole).toString(), u"Model · main"_s);
    }

    void rescanKeepsRows()
    {
        CacheModel model;
        QAbstractItemModelTester tester(&model);
        CacheScan scan = sampleScan();
        model.setRepos(scan.repos);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRepos(scan.repos);
        QCOMPARE(inserted.count() + removed.count() + changed.count(), 0);
        QPersistentModelIndex kept(
            model.index(model.rowOf({RepoType::Model, u"tidewater/embed-small"_s}), 0));
        scan.repos[0].size += 5;
        scan.repos.pop_back();
        scan.repos.push_back(sampleCachedRepo(RepoType::Model, u"a/new"_s, 10'000));
        model.setRepos(scan.repos);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"tidewater/embed-small"_s);
        model.setRepos({});
        QCOMPARE(model.rowCount(), 0);
    }

    void filtersAndSorts()
    {
        CacheModel model;
        CacheFilterModel filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter);
        model.setRepos(sampleScan().repos);
        filter.sort(CacheModel::SizeColumn, Qt::DescendingOrder);
        QCOMPARE(filter.index(0, 0).data().toString(), u"aurora-labs/aurora-7b-instruct"_s);
        QCOMPARE(filter.index(3, 0).data().toString(), u"demo/playground"_s);
        filter.setType(RepoType::Dataset);
        QCOMPARE(filter.rowCount(), 1);
        filter.setType(std::nullopt);
        filter.setText(u"EMBED"_s);
        QCOMPARE(filter.rowCount(), 1);
    }

    void revisionsWithFiles()
    {
        CacheRevisionModel model;
        QAbstractItemModelTester tester(&model);
        model.setRepo(sampleCachedRepo(RepoType::Model, u"a/b"_s, 2'000'000'000, 2));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex newest = model.index(0, 0);
        QCOMPARE(newest.data().toString(), u"main · aaaaaaaa"_s);
        QCOMPARE(model.rowCount(newest), 2);
        const QModelIndex file = model.index(1, 0, newest);
        QCOMPARE(file.data().toString(), u"weights/model.safetensors"_s);
        QCOMPARE(file.data(CacheRevisionModel::IsFileRole).toBool(), true);
        QCOMPARE(file.parent(), newest);
        QCOMPARE(model.index(1, 0).data().toString(), u"bbbbbbbb, no branch"_s);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRepo(sampleCachedRepo(RepoType::Model, u"a/b"_s, 2'000'000'000, 2));
        QCOMPARE(reset.count(), 0);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCacheModel)
#include "tst_cachemodel.moc"
