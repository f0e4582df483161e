// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachewriter.h"
#include "core/model/cachecontroller.h"
#include "core/model/enginetransferqueue.h"
#include "core/model/updatecontroller.h"
#include "core/settings/settings.h"
#include "core/transfer/transferengine.h"
#include "tests/support/fakehubserver.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! Updates of a cached repo with the real engine and the real cache.
class TestUpdateEngine : public QObject
{
    Q_OBJECT

private:
    static constexpr int kFiles = 30;

    struct Setup
    {
        Setup()
            : settings(folder.filePath(u"s.ini"_s)),
              client(config().client),
              engine(config()),
              queue(&engine),
              cache([this] { return engine.config().cache; }),
              updates(&client, &settings, &cache, &queue)
        {
            for (int i = 0; i < kFiles; ++i)
                hub.addFile(path(i), FakeHubServer::content(20'000 + i, quint32(i + 1)),
                            i % 3 == 0);
        }
        QString root() const { return folder.filePath(u"hub"_s); }
        EngineConfig config() const
        {
            EngineConfig config;
            config.client.endpoint = hub.endpoint();
            config.client.userAgent = "hubdesk-test";
            config.client.retryDelay = std::chrono::milliseconds(20);
            config.cache = root();
            config.journalFolder = folder.filePath(u"journal"_s);
            return config;
        }
        static QString path(int i) { return u"part/%1.bin"_s.arg(i, 2, 10, QChar(u'0')); }
        CacheLayout layout() const { return CacheLayout(root()); }
        QByteArray content(const QString &commit, const QString &file) const
        {
            QFile cached(layout().pointer(repo, commit, file));
            return cached.open(QIODevice::ReadOnly) ? cached.readAll() : QByteArray();
        }
        QString ref() const
        {
            QFile file(layout().ref(repo, u"main"_s));
            return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
        }
        //! New models go there from now on.
        void choose(const QString &models)
        {
            EngineConfig changed = config();
            changed.cache.setFolder(RepoType::Model, models);
            engine.setConfig(changed);
        }
        bool download(const QStringList &files = {})
        {
            DownloadRequest request;
            request.repo = repo;
            request.files = files;
            const TransferId id = engine.addDownload(request);
            return QTest::qWaitFor([&] { return stateOf(id) == TransferState::Finished; })
                && rescan();
        }
        bool rescan()
        {
            cache.rescan();
            return QTest::qWaitFor(
                [this] { return cache.state() == CacheController::State::Ready; });
        }
        TransferState stateOf(TransferId id) const { return engine.transfer(id)->state; }
        //! Two of the files are others from now on.
        void change(int first, int second)
        {
            hub.nextCommit();
            hub.addFile(path(first), FakeHubServer::content(30'000, 1001), first % 3 == 0);
            hub.addFile(path(second), FakeHubServer::content(31'000, 1002), second % 3 == 0);
        }
        void pauseWhatComes()
        {
            QObject::connect(&queue, &TransferQueue::transferAdded, &engine,
                             [this](TransferId id) { engine.pause(id); });
        }
        bool check()
        {
            updates.check();
            return QTest::qWaitFor([this] { return !updates.isChecking(); });
        }
        //! All of \a commit is there and readable.
        int readable(const QString &commit) const
        {
            int count = 0;
            for (int i = 0; i < kFiles; ++i)
                count += content(commit, path(i)).size() >= 20'000 ? 1 : 0;
            return count;
        }

        QTemporaryDir folder;
        FakeHubServer hub;
        RepoId repo{RepoType::Model, QLatin1StringView(FakeHubServer::kRepo)};
        Settings settings;
        HubClient client;
        TransferEngine engine;
        EngineTransferQueue queue;
        CacheController cache;
        UpdateController updates;
    };

private Q_SLOTS:
    void fetchesExactlyWhatChanged()
    {
        Setup s;
        QVERIFY(s.download());
        const QString old = s.hub.commit();
        QCOMPARE(s.readable(old), kFiles);
        s.change(3, 7);
        s.hub.clearRequests();
        QVERIFY(s.check());
        QCOMPARE(s.hub.requests().size(), size_t(1)); // one call a repo
        QCOMPARE(s.updates.version(s.repo).state, VersionState::NewVersion);
        QCOMPARE(s.updates.version(s.repo).hubCommit, s.hub.commit());

        s.updates.loadPlan(s.repo);
        QTRY_COMPARE(s.updates.planner().state(), LoadState::Ready);
        QCOMPARE(s.hub.fetchedPaths(), QStringList()); // a look fetches nothing
        QCOMPARE(s.updates.planner().plan().filesToFetch, 2);
        QCOMPARE(s.updates.planner().plan().bytesToFetch, 61'000);
        QVERIFY(s.updates.planner().plan().isWhole);

        s.hub.clearRequests();
        QSignalSpy ended(&s.updates, &UpdateController::updateEnded);
        s.updates.update(s.repo);
        QVERIFY(s.updates.version(s.repo).isUpdating);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended[0][1].value<std::optional<Error>>());
        QStringList fetched = s.hub.fetchedPaths();
        fetched.sort();
        QCOMPARE(fetched, (QStringList{s.path(3), s.path(7)}));
        QCOMPARE(s.hub.contentBytes() >= 61'000 && s.hub.contentBytes() < 62'000, true);
        QCOMPARE(s.ref(), s.hub.commit());
        QCOMPARE(s.readable(s.hub.commit()), kFiles);
        QCOMPARE(s.content(s.hub.commit(), s.path(3)), FakeHubServer::content(30'000, 1001));
        // The old one is complete, with its old content.
        QCOMPARE(s.readable(old), kFiles);
        QCOMPARE(s.content(old, s.path(3)), FakeHubServer::content(20'003, 4));
        QTRY_COMPARE(s.updates.version(s.repo).state, VersionState::UpToDate);
    }

    void staysInItsFolder()
    {
        Setup s;
        QVERIFY(s.download());
        const QString old = s.hub.commit();
        const QString models = s.folder.filePath(u"models"_s);
        s.choose(models);
        QVERIFY(s.rescan());
        s.change(3, 7);
        QVERIFY(s.check());
        s.hub.clearRequests();
        s.updates.loadPlan(s.repo);
        QTRY_COMPARE(s.updates.planner().state(), LoadState::Ready);
        QCOMPARE(s.updates.planner().plan().filesToFetch, 2);
        QSignalSpy ended(&s.updates, &UpdateController::updateEnded);
        s.updates.update(s.repo);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(s.ref(), s.hub.commit());
        QCOMPARE(s.readable(s.hub.commit()), kFiles);
        QCOMPARE(s.readable(old), kFiles);
        QVERIFY(!QFileInfo::exists(models));
        QTRY_COMPARE(s.updates.version(s.repo).state, VersionState::UpToDate);

        // Downloaded anew it is in both, and the new one is what counts.
        s.hub.clearRequests();
        QVERIFY(s.download());
        QCOMPARE(s.hub.fetchedPaths(), QStringList());
        QCOMPARE(s.cache.model()->rowCount(), 2);
        s.change(4, 9);
        QVERIFY(s.check());
        s.updates.update(s.repo);
        QTRY_COMPARE(ended.size(), 2);
        QVERIFY(s.ref() != s.hub.commit());
        QTRY_COMPARE(s.updates.version(s.repo).state, VersionState::UpToDate);
    }

    void theRefStaysUntilAllIsThere()
    {
        Setup s;
        QVERIFY(s.download());
        const QString old = s.hub.commit();
        s.change(4, 9);
        QVERIFY(s.check());
        // Every byte range of one file arrives damaged, again and again.
        FakeFault fault;
        fault.match = s.path(9).toLatin1();
        fault.kind = FakeFault::Kind::Corrupt;
        fault.at = 5'000;
        fault.times = 0;
        s.hub.addFault(fault);
        s.updates.update(s.repo);
        QTRY_COMPARE(s.engine.transfers().size(), size_t(2));
        const TransferId id = s.engine.transfers().back();
        QTRY_COMPARE_WITH_TIMEOUT(s.stateOf(id), TransferState::Failed, 60'000);
        QCOMPARE(s.engine.transfer(id)->error->kind, ErrorKind::Integrity);
        // Whoever loads "main" still finds all of the old version.
        QCOMPARE(s.ref(), old);
        QCOMPARE(s.readable(old), kFiles);
        QCOMPARE(s.content(s.hub.commit(), s.path(9)), QByteArray());
        QVERIFY(s.rescan());
        QCOMPARE(s.updates.version(s.repo).state, VersionState::NewVersion);
        QVERIFY(!s.updates.version(s.repo).isUpdating);

        // The second try goes on with the same transfer.
        s.hub.clearFaults();
        s.updates.update(s.repo);
        QTRY_COMPARE(s.ref(), s.hub.commit());
        QCOMPARE(s.engine.transfers().size(), size_t(2));
        QCOMPARE(s.readable(old), kFiles);
        QCOMPARE(s.readable(s.hub.commit()), kFiles);
    }

    void keepsTheSelection()
    {
        Setup s;
        QVERIFY(s.download({s.path(1), s.path(2), s.path(5)}));
        s.change(2, 8);
        s.hub.addFile(u"brand-new.bin"_s, "new");
        s.hub.removeFile(s.path(5));
        QVERIFY(s.check());
        s.updates.loadPlan(s.repo);
        QTRY_COMPARE(s.updates.planner().state(), LoadState::Ready);
        QCOMPARE(s.updates.planner().plan().paths, (QStringList{s.path(1), s.path(2)}));
        s.hub.clearRequests();
        s.updates.update(s.repo);
        QTRY_COMPARE(s.ref(), s.hub.commit());
        QCOMPARE(s.hub.fetchedPaths(), QStringList{s.path(2)});
        QVERIFY(s.content(s.hub.commit(), u"brand-new.bin"_s).isEmpty());
        QVERIFY(!s.content(s.hub.commit(), s.path(1)).isEmpty());
    }

    void newFilesComeAlongWithAWholeRepo()
    {
        Setup s;
        QVERIFY(s.download());
        s.hub.nextCommit();
        s.hub.addFile(u"brand-new.bin"_s, "new");
        QVERIFY(s.check());
        s.hub.clearRequests();
        s.updates.update(s.repo);
        QTRY_COMPARE(s.ref(), s.hub.commit());
        QCOMPARE(s.hub.fetchedPaths(), QStringList{u"brand-new.bin"_s});
        QCOMPARE(s.content(s.hub.commit(), u"brand-new.bin"_s), "new");
    }

    void goesOnAfterARestart()
    {
        Setup s;
        QVERIFY(s.download());
        const QString old = s.hub.commit();
        s.change(1, 2);
        QVERIFY(s.check());
        s.pauseWhatComes();
        s.updates.update(s.repo);
        QTRY_COMPARE(s.engine.transfers().size(), size_t(2));
        QTRY_COMPARE(s.stateOf(s.engine.transfers().back()), TransferState::Paused);
        QSignalSpy stopped(&s.engine, &TransferEngine::stopped);
        s.engine.stop();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(s.ref(), old);

        TransferEngine engine(s.config());
        EngineTransferQueue queue(&engine);
        const UpdateController updates(&s.client, &s.settings, &s.cache, &queue);
        QSignalSpy restored(&engine, &TransferEngine::restored);
        engine.restore();
        QVERIFY(restored.wait());
        engine.resumeAll();
        QTRY_COMPARE(s.ref(), s.hub.commit());
        QCOMPARE(s.readable(s.hub.commit()), kFiles);
    }

    void leavesARefThatMovedMeanwhile()
    {
        Setup s;
        QVERIFY(s.download());
        s.change(1, 2);
        QVERIFY(s.check());
        s.pauseWhatComes();
        s.updates.update(s.repo);
        QTRY_COMPARE(s.engine.transfers().size(), size_t(2));
        QTRY_COMPARE(s.stateOf(s.engine.transfers().back()), TransferState::Paused);
        const QString other(40, u'f');
        QVERIFY(CacheWriter(s.layout()).writeRef(s.repo, u"main"_s, other));
        QSignalSpy ended(&s.updates, &UpdateController::updateEnded);
        s.engine.resumeAll();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(s.ref(), other);
    }
};

QTEST_GUILESS_MAIN(TestUpdateEngine)
#include "tst_updateengine.moc"
