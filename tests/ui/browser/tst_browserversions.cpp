// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/browserstage.h"
#include "ui/panes/browser/repodelegate.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! What Browse says about the cache: marks in the list, one line on the repo's page.
class TestBrowserVersions : public QObject
{
    Q_OBJECT

private:
    static int markOf(Stage &stage)
    {
        return stage.search.model()->index(0).data(RepoListModel::CacheMarkRole).toInt();
    }

private Q_SLOTS:
    void marksTheListWithoutACall()
    {
        Stage stage;
        QVERIFY(stage.showReady());
        QCOMPARE(markOf(stage), int(CacheMark::None));
        const int asked = stage.network.count();
        QVERIFY(stage.setCached(u'c')); // what the list says
        QCOMPARE(markOf(stage), int(CacheMark::InCache));
        QVERIFY(stage.setCached(u'9'));
        QCOMPARE(markOf(stage), int(CacheMark::NewVersion));
        QCOMPARE(stage.network.count(), asked);
        const QModelIndex first = stage.search.model()->index(0);
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(u"new version"_s));
        const QRect row(0, 0, 900, 44);
        const RepoRowLayout layout = layoutRepoRow(row, 1);
        QVERIFY(
            RepoDelegate::toolTipAt(layout.marks.center(), row, first).contains(u"new version"_s));
    }

    void offersTheNewVersion_data() { addInputs(); }
    void offersTheNewVersion()
    {
        QFETCH(bool, mouse);
        Stage stage;
        QVERIFY(stage.setCached(u'9'));
        QVERIFY(stage.openRepo());
        auto *notice = stage.child<QWidget>("versionNotice");
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(stage.child<QLabel>("versionText")->text(),
                 u"You have an older version of main: 9999999."_s);
        activate(stage.child<QPushButton>("versionUpdate"), mouse);
        QTRY_COMPARE(stage.queue.transfers().size(), size_t(1));
        QCOMPARE(stage.queue.transfer(stage.queue.transfers()[0])->request.revision,
                 QString(40, u'c'));
        QVERIFY(stage.child<QLabel>("versionText")->text().contains(u"in the queue"_s));
        QVERIFY(!stage.child<QPushButton>("versionUpdate")->isVisible());
    }

    void isQuietWhereThereIsNothingNew()
    {
        Stage stage;
        QVERIFY(stage.setCached(u'c'));
        QVERIFY(stage.openRepo());
        auto *notice = stage.child<QWidget>("versionNotice");
        QCOMPARE(stage.updates.version(stage.repo.repo()).state, VersionState::UpToDate);
        QVERIFY(!notice->isVisible());
        QVERIFY(stage.setCached(u'9'));
        QTRY_VERIFY(notice->isVisible());
        stage.updates.setPinned(stage.repo.repo(), true);
        QVERIFY(!notice->isVisible());
        stage.updates.setPinned(stage.repo.repo(), false);
        QVERIFY(notice->isVisible());
        stage.pane.openRepo(stage.repo.repo(), u"dev"_s); // not what is cached
        QVERIFY(!notice->isVisible());
    }
};

HUBDESK_UI_TEST_MAIN(TestBrowserVersions)
#include "tst_browserversions.moc"
