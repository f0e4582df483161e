// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachecontroller.h"
#include "core/model/cachefiltermodel.h"
#include "core/model/repolistmodel.h"
#include "core/model/updatecontroller.h"
#include "core/model/updatefilesmodel.h"
#include "core/settings/settings.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/faketransferqueue.h"
#include "tests/support/samplecache.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const QByteArray kNew(40, 'e');
const RepoId kAurora{RepoType::Model, u"aurora-labs/aurora-7b-instruct"_s};
const RepoId kEmbed{RepoType::Model, u"tidewater/embed-small"_s};
const RepoId kHarvest{RepoType::Dataset, u"openfields/harvest-images"_s};
const RepoId kSpace{RepoType::Space, u"demo/playground"_s};

QByteArray info(const RepoId &repo, const QByteArray &sha)
{
    return R"({"id":")" + repo.id.toUtf8() + R"(","sha":")" + sha
        + R"(","lastModified":"2026-05-04T03:02:01.000Z"})";
}

TreeEntry entry(const QString &path, QChar etag, qint64 size = 1000)
{
    TreeEntry entry;
    entry.path = path;
    entry.oid = QString(40, etag);
    entry.size = size;
    return entry;
}

CachedRevision revision(const QList<std::pair<QString, QChar>> &files)
{
    CachedRevision revision;
    revision.commit = QString(40, u'a');
    revision.snapshotPath = u"/hub/r/snapshots/a"_s;
    for (const auto &[path, etag] : files) {
        CachedFile file;
        file.path = revision.snapshotPath + u'/' + path;
        file.blobPath = etag.isNull() ? file.path : u"/hub/r/blobs/"_s + QString(40, etag);
        revision.files.push_back(file);
    }
    return revision;
}

} // namespace

//! What is asked, how often, what is remembered, and what an update comes to.
class TestUpdateController : public QObject
{
    Q_OBJECT

private:
    struct Setup
    {
        Setup()
            : settings(folder.filePath(u"s.ini"_s)),
              client(config(), &network),
              cache([] { return u"/data/hub"_s; },
                    [](const QString &, const std::atomic_bool *) -> Result<CacheScan> {
                        return sampleScan();
                    }),
              updates(&client, &settings, &cache, &queue)
        {
            updates.setClock([this] { return now; });
            network.setResponder([this](FakeReply *reply) {
                for (const auto &[repo, answer] : answers) {
                    if (reply->target().startsWith(repo.apiPath())) {
                        reply->finishWith(answer.first, answer.second, headers);
                        return;
                    }
                }
                reply->finishWith(200, info(kSpace, QByteArray(40, 'a')));
            });
        }
        static ClientConfig config()
        {
            ClientConfig config;
            config.endpoint = QUrl(u"http://hub.test"_s);
            config.retryDelay = std::chrono::milliseconds(1);
            return config;
        }
        bool scan()
        {
            cache.rescan();
            return QTest::qWaitFor(
                [this] { return cache.state() == CacheController::State::Ready; });
        }
        bool check()
        {
            updates.check();
            return QTest::qWaitFor([this] { return !updates.isChecking(); });
        }
        VersionState state(const RepoId &repo) const { return updates.version(repo).state; }

        QTemporaryDir folder;
        QDateTime now{QDate(2026, 6, 1), QTime(12, 0), QTimeZone::UTC};
        std::map<RepoId, std::pair<int, QByteArray>> answers;
        QList<std::pair<QByteArray, QByteArray>> headers;
        Settings settings;
        FakeNetwork network;
        HubClient client;
        CacheController cache;
        FakeTransferQueue queue;
        UpdateController updates;
    };

private Q_SLOTS:
    void asksOnceARepo()
    {
        Setup s;
        const QAbstractItemModelTester tester(s.cache.model());
        CacheFilterModel filter;
        filter.setSourceModel(s.cache.model());
        const QAbstractItemModelTester filterTester(&filter);
        QVERIFY(s.scan());
        s.answers[kAurora] = {200, info(kAurora, kNew)};
        s.answers[kHarvest] = {404, R"({"error":"x"})"};
        s.answers[kEmbed] = {403, R"({"error":"x"})"};
        filter.setOnlyNew(true);
        QCOMPARE(filter.rowCount(), 0);
        QVERIFY(s.check());
        QCOMPARE(s.network.count(), 4);
        QVERIFY(s.network.log().contains(
            "GET /api/models/aurora-labs/aurora-7b-instruct/revision/main?expand=sha"
            "&expand=lastModified"));
        QCOMPARE(s.state(kAurora), VersionState::NewVersion);
        QCOMPARE(s.state(kHarvest), VersionState::Gone);
        QCOMPARE(s.state(kEmbed), VersionState::NoAccess);
        QCOMPARE(s.state(kSpace), VersionState::UpToDate);
        const RepoVersion version = s.updates.version(kAurora);
        QCOMPARE(version.cachedCommit, QString(40, u'a'));
        QCOMPARE(version.hubCommit, QString::fromLatin1(kNew));
        QCOMPARE(version.hubDate, QDateTime(QDate(2026, 5, 4), QTime(3, 2, 1), QTimeZone::UTC));
        QCOMPARE(version.checkedAt, s.now);
        QCOMPARE(s.updates.newCount(), 1);
        QCOMPARE(filter.rowCount(), 1);
        QVERIFY(
            filter.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"new version"_s));
        QCOMPARE(s.updates.version({RepoType::Model, u"not/cached"_s}), RepoVersion());
    }

    void pinnedOnesAreNotAskedFor()
    {
        Setup s;
        QVERIFY(s.scan());
        s.answers[kAurora] = {200, info(kAurora, kNew)};
        QVERIFY(s.check());
        QCOMPARE(s.updates.newCount(), 1);
        s.updates.setPinned(kAurora, true);
        QCOMPARE(s.updates.newCount(), 0);
        QVERIFY(!s.updates.version(kAurora).isNew());
        RepoInfo listed;
        listed.repo = kAurora;
        listed.sha = QString::fromLatin1(kNew);
        QCOMPARE(s.updates.mark(listed), CacheMark::InCache);
        QVERIFY(s.check());
        QCOMPARE(s.network.count(), 4 + 3);
        // The next run knows it too.
        Settings settings(s.folder.filePath(u"s.ini"_s));
        s.settings.sync();
        const UpdateController again(&s.client, &settings, &s.cache, &s.queue);
        QVERIFY(again.version(kAurora).isPinned);
        s.updates.setPinned(kAurora, false);
        QVERIFY(s.updates.version(kAurora).isNew());
    }

    void answersAreKeptForAWhile()
    {
        Setup s;
        s.settings.setValue(SettingKey::CheckVersionsAtStart, true);
        s.answers[kAurora] = {200, info(kAurora, kNew)};
        s.updates.checkAtStart(); // before the scan is done
        QCOMPARE(s.network.count(), 0);
        QVERIFY(s.scan());
        QTRY_VERIFY(!s.updates.isChecking() && s.network.count() == 4);
        s.settings.sync();

        Settings settings(s.folder.filePath(u"s.ini"_s));
        UpdateController again(&s.client, &settings, &s.cache, &s.queue);
        again.setClock([&s] { return s.now; });
        QCOMPARE(again.version(kAurora).state, VersionState::NewVersion);
        s.now = s.now.addDuration(UpdateController::kFresh).addSecs(-1);
        again.checkAtStart();
        QVERIFY(!again.isChecking());
        s.now = s.now.addSecs(2);
        again.checkAtStart();
        QVERIFY(again.isChecking());
        QTRY_VERIFY(!again.isChecking());
        QCOMPARE(s.network.count(), 8);
    }

    void theStartAsksOnlyWhenItMay()
    {
        Setup s;
        QVERIFY(s.scan());
        s.updates.checkAtStart();
        QVERIFY(!s.updates.isChecking()); // the setting is off
        s.settings.setValue(SettingKey::CheckVersionsAtStart, true);
        ClientConfig offline = s.config();
        offline.offline = true;
        s.client.setConfig(offline);
        s.updates.checkAtStart();
        QVERIFY(!s.updates.isChecking());
        QVERIFY(s.check()); // by the button: it says why not
        QCOMPARE(s.updates.error()->kind, ErrorKind::Offline);
        QCOMPARE(s.network.count(), 0);
    }

    void anotherHubHasOtherAnswers()
    {
        Setup s;
        QVERIFY(s.scan());
        s.answers[kAurora] = {200, info(kAurora, kNew)};
        QVERIFY(s.check());
        ClientConfig other = s.config();
        other.endpoint = QUrl(u"http://other.test"_s);
        s.client.setConfig(other);
        QCOMPARE(s.state(kAurora), VersionState::Unknown);
    }

    void everybodyWaitsWhenTheHubWantsIt()
    {
        Setup s;
        QVERIFY(s.scan());
        s.updates.setPace({.atOnce = 1, .burst = 60, .gap = std::chrono::milliseconds(1)});
        s.headers = {{"Retry-After", "0"}};
        s.answers[kAurora] = {429, "{}"};
        s.updates.check();
        QTRY_VERIFY(s.updates.progressText().startsWith(u"Rate limited"_s));
        const int asked = s.network.count();
        s.answers[kAurora] = {200, info(kAurora, kNew)};
        QTRY_VERIFY(!s.updates.isChecking());
        QVERIFY(!s.updates.error());
        QCOMPARE(s.network.count(), 5); // the refused one was asked for again, and nothing else
        QVERIFY(asked <= 2);
        QCOMPARE(s.state(kAurora), VersionState::NewVersion);
    }

    void keepsThePace()
    {
        Setup s;
        QVERIFY(s.scan());
        s.updates.setPace({.atOnce = 1, .burst = 2, .gap = std::chrono::hours(1)});
        s.updates.check();
        QTRY_COMPARE(s.updates.progressText(), u"Checking 2 of 4"_s);
        QCOMPARE(s.network.count(), 2);
        s.updates.stopChecking();
        QVERIFY(!s.updates.isChecking());
        QVERIFY(!s.updates.error());
    }

    void aHubThatIsNotThereIsNotAskedOn()
    {
        Setup s;
        QVERIFY(s.scan());
        s.updates.setPace({.atOnce = 1, .burst = 60, .gap = std::chrono::milliseconds(1)});
        s.network.setResponder(
            [](FakeReply *reply) { reply->breakOff(QNetworkReply::HostNotFoundError); });
        QVERIFY(s.check());
        QCOMPARE(s.network.count(), 3);
        QCOMPARE(s.updates.error()->kind, ErrorKind::Network);
        QCOMPARE(s.state(kAurora), VersionState::Unknown);
    }

    void listsAreMarkedWithoutACall()
    {
        Setup s;
        QVERIFY(s.scan());
        RepoInfo listed;
        listed.repo = kAurora;
        QCOMPARE(s.updates.mark(listed), CacheMark::InCache);
        listed.sha = QString(40, u'a');
        QCOMPARE(s.updates.mark(listed), CacheMark::InCache);
        listed.sha = QString::fromLatin1(kNew);
        QCOMPARE(s.updates.mark(listed), CacheMark::NewVersion);
        listed.repo.id = u"not/cached"_s;
        QCOMPARE(s.updates.mark(listed), CacheMark::None);
        QCOMPARE(s.network.count(), 0);

        RepoListModel list(&s.client);
        const QAbstractItemModelTester tester(&list);
        list.setMarks([&s](const RepoInfo &info) { return s.updates.mark(info); });
        s.network.setResponder([](FakeReply *reply) {
            reply->finishWith(200,
                              '[' + info(kAurora, kNew) + ','
                                  + info({RepoType::Model, u"not/cached"_s}, kNew) + ']');
        });
        list.search({});
        QTRY_COMPARE(list.rowCount(), 2);
        QCOMPARE(list.index(0).data(RepoListModel::CacheMarkRole).toInt(),
                 int(CacheMark::NewVersion));
        QCOMPARE(list.index(1).data(RepoListModel::CacheMarkRole).toInt(), int(CacheMark::None));
        QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
        list.refreshMarks();
        QCOMPARE(changed.size(), 1);
    }

    void followsMainElseTheFirstRef()
    {
        CachedRepo repo = sampleCachedRepo(RepoType::Model, u"a/b"_s, 10, 3);
        QCOMPARE(followedRef(repo)->ref, u"main"_s);
        repo.revisions[0].refs = {};
        QVERIFY(!followedRef(repo));
        repo.revisions[1].refs = {u"v2"_s};
        repo.revisions[2].refs = {u"v1"_s};
        QCOMPARE(*followedRef(repo), (FollowedRef{u"v1"_s, repo.revisions[2].commit}));
    }

    void plansAnUpdate()
    {
        const CachedRevision cached = revision({{u"a"_s, u'1'}, {u"b"_s, u'2'}, {u"gone"_s, u'3'}});
        const std::vector<TreeEntry> before{entry(u"a"_s, u'1'), entry(u"b"_s, u'2'),
                                            entry(u"gone"_s, u'3')};
        const std::vector<TreeEntry> now{entry(u"a"_s, u'1'), entry(u"b"_s, u'7', 500),
                                         entry(u"n"_s, u'8', 40), entry(u"same"_s, u'8', 40)};
        const UpdatePlan plan = planUpdate(cached, before, now, {u"a"_s});
        QVERIFY(plan.isWhole);
        QVERIFY(plan.paths.isEmpty());
        QCOMPARE(plan.filesToFetch, 2); // one content under two names
        QCOMPARE(plan.bytesToFetch, 540);
        QCOMPARE(plan.files.size(), size_t(4));
        QCOMPARE(plan.files[0].path, u"b"_s);
        QCOMPARE(plan.files[1].kind, UpdatePlan::File::Kind::Removed);
        QCOMPARE(plan.files[2].kind, UpdatePlan::File::Kind::Added);

        // A part stays a part: also when the history was rewritten and nobody knows.
        const UpdatePlan part = planUpdate(cached, {}, now, {u"a"_s});
        QVERIFY(!part.isWhole);
        QCOMPARE(part.paths, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(part.leftOut, 2);
        QCOMPARE(part.bytesToFetch, 500);
        QVERIFY(planUpdate(cached, {}, {entry(u"x"_s, u'9')}, {}).isEmpty());

        // Without links only the listing knows what a file is.
        const CachedRevision plain = revision({{u"a"_s, QChar()}, {u"b"_s, QChar()}});
        const UpdatePlan copied = planUpdate(plain, before, now, {});
        QCOMPARE(copied.files.size(), size_t(1));
        QCOMPARE(copied.files[0].path, u"b"_s);
    }

    void listsWhatChanges()
    {
        UpdateFilesModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFiles({{u"a/b"_s, UpdatePlan::File::Kind::Changed, 2'000'000, false},
                        {u"c"_s, UpdatePlan::File::Kind::Removed, 0, false},
                        {u"d"_s, UpdatePlan::File::Kind::Added, 12, true}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, UpdateFilesModel::SizeColumn).data().toString(), u"2.0 MB"_s);
        QCOMPARE(model.index(1, UpdateFilesModel::ChangeColumn).data().toString(), u"removed"_s);
        QCOMPARE(model.index(2, UpdateFilesModel::SizeColumn).data().toString(), u"is there"_s);
        model.setFiles({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestUpdateController)
#include "tst_updatecontroller.moc"
