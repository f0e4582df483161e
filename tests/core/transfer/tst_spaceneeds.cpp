// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/diskerror.h"
#include "core/cache/localfolder.h"
#include "core/transfer/partialfile.h"
#include "core/transfer/spaceneeds.h"
#include "tests/core/transfer/enginefixture.h"

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hubdesk;
using enum hubdesk::TransferState;

namespace {

const QString kEtag(64, u'a');
const QString kOther(64, u'b');

quint64 firstLetter(const QString &folder)
{
    return folder.at(1).unicode();
}

//! With content, not with a hole: blocks are counted.
bool make(const QString &path, qint64 size)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(QByteArray(size, 'x')) == size && file.flush() && ::fsync(file.handle()) == 0;
}

} // namespace

//! What downloads need on which volume.
class SpaceNeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpByVolume_data();
    void addsUpByVolume();
    void countsWhatIsWritten_data();
    void countsWhatIsWritten();
    void linksCostNothing();
    void namesTheVolume();
    void waitsForTheArchivesVolume();
    void doesNotPromiseOneFileTwice();
    void goesOnWhenOthersNeedLess();
};

void SpaceNeedsTest::addsUpByVolume_data()
{
    QTest::addColumn<SpaceNeeds>("own");
    QTest::addColumn<SpaceNeeds>("promised");
    QTest::addColumn<std::vector<VolumeNeed>>("expected");
    const auto row = [](const char *name, const SpaceNeeds &own, const SpaceNeeds &promised,
                        const std::vector<VolumeNeed> &expected) {
        QTest::newRow(name) << own << promised << expected;
    };
    const QString a = u"/a/cache"_s;
    const QString a2 = u"/a/other"_s;
    const QString b = u"/b"_s;
    row("nothing", {}, {{a, u"k"_s, 5}}, {});
    row("nothing missing", {{a, u"k"_s, 0}}, {{a, u"l"_s, 5}}, {});
    row("one", {{a, u"k"_s, 3}}, {}, {{'a', a, 3, 3}});
    row("folders of one volume", {{a, u"k"_s, 3}, {a2, {}, 4}}, {}, {{'a', a, 7, 7}});
    row("two volumes", {{a, u"k"_s, 3}, {b, {}, 4}}, {}, {{'a', a, 3, 3}, {'b', b, 4, 4}});
    row("one content twice", {{a, u"k"_s, 3}, {a, u"k"_s, 3}}, {}, {{'a', a, 3, 3}});
    row("others on the same volume", {{a, u"k"_s, 3}}, {{a2, u"l"_s, 5}}, {{'a', a, 3, 8}});
    row("others elsewhere", {{a, u"k"_s, 3}}, {{b, u"l"_s, 5}}, {{'a', a, 3, 3}});
    row("both want it", {{a, u"k"_s, 3}}, {{a, u"k"_s, 3}}, {{'a', a, 3, 3}});
    row("both want it, more is left", {{a, u"k"_s, 3}}, {{a, u"k"_s, 5}}, {{'a', a, 3, 5}});
    row("two others want it", {{a, u"k"_s, 3}}, {{a, u"l"_s, 5}, {a, u"l"_s, 4}}, {{'a', a, 3, 8}});
    row("who knows where", {{a, u"k"_s, 3}, {b, {}, 4}}, {{{}, {}, 5}},
        {{'a', a, 3, 8}, {'b', b, 4, 9}});
    row("without a name", {{a, {}, 3}, {a, {}, 3}}, {{a, {}, 5}, {a, {}, 5}}, {{'a', a, 6, 16}});
}

void SpaceNeedsTest::addsUpByVolume()
{
    QFETCH(SpaceNeeds, own);
    QFETCH(SpaceNeeds, promised);
    QFETCH(std::vector<VolumeNeed>, expected);
    QVERIFY(volumeNeeds(own, promised, firstLetter) == expected);
}

void SpaceNeedsTest::countsWhatIsWritten_data()
{
    QTest::addColumn<bool>("toFolder");
    QTest::addColumn<bool>("toArchive");
    QTest::addColumn<bool>("force");
    QTest::addColumn<qint64>("blob"); // size of what the cache has; 0: nothing
    QTest::addColumn<qint64>("partial");
    QTest::addColumn<QList<qint64>>("expected");
    using Bytes = QList<qint64>;
    const auto row = [](const char *name, bool folder, bool archive, bool force, qint64 blob,
                        qint64 partial, const Bytes &expected) {
        QTest::newRow(name) << folder << archive << force << blob << partial << expected;
    };
    // One content of 1,000 bytes under two paths, another of 50.
    row("cache", false, false, false, 0, 0, {1000, 50});
    row("cache, begun", false, false, false, 0, 400, {600, 50});
    row("cache, there", false, false, false, 1000, 0, {50});
    row("cache, forced", false, false, true, 1000, 0, {1000, 50});
    row("folder", true, false, false, 0, 0, {1000, 1000, 50});
    row("folder, in the cache", true, false, false, 1000, 0, {1000, 1000, 50});
    row("archive", false, true, false, 1000, 0, {50, 2050});
    row("archive, begun", false, true, false, 0, 400, {600, 50, 2050});
}

void SpaceNeedsTest::countsWhatIsWritten()
{
    QFETCH(bool, toFolder);
    QFETCH(bool, toArchive);
    QFETCH(bool, force);
    QFETCH(qint64, blob);
    QFETCH(qint64, partial);
    QFETCH(QList<qint64>, expected);
    const QTemporaryDir folder;
    const CacheLayout layout(folder.filePath(u"hub"_s));
    DownloadRequest request = EngineFixture::request();
    request.force = force;
    if (toFolder)
        request.localFolder = folder.filePath(u"local"_s);
    if (toArchive)
        request.archive = folder.filePath(u"out/model.zip"_s);
    FetchPlan plan;
    plan.files = {
        {u"a"_s, kEtag, 1000, false}, {u"b"_s, kEtag, 1000, false}, {u"c"_s, kOther, 50, false}};
    if (blob > 0)
        QVERIFY(make(layout.blob(request.repo, kEtag), blob));
    if (partial > 0)
        QVERIFY(make(PartialFile::path(layout, request.repo, kEtag), partial));
    SpaceNeeds needs = spaceNeeds(layout, request, plan, {}, false);
    QList<qint64> bytes;
    for (const SpaceNeed &need : needs) {
        bytes << need.bytes;
        QVERIFY(need.folder.startsWith(folder.path()) && !need.key.isEmpty());
    }
    QCOMPARE(bytes, expected);
    QCOMPARE(spaceNeeds(layout, request, plan, folder.filePath(u"journal"_s), false).size(),
             needs.size() + 1);
    for (PlannedFile &file : plan.files)
        file.cached = true;
    QCOMPARE(spaceNeeds(layout, request, plan, {}, false).size(), toArchive ? 1u : 0u);
}

void SpaceNeedsTest::linksCostNothing()
{
    const QTemporaryDir folder;
    const CacheLayout layout(folder.filePath(u"hub"_s));
    const DownloadRequest request = EngineFixture::request();
    const qint64 size = 5'000'000;
    QVERIFY(make(layout.blob({RepoType::Model, u"some/other"_s}, kEtag), size));
    FetchPlan plan;
    plan.files = {{u"a"_s, kEtag, size, false}, {u"c"_s, kOther, size, false}};
    QCOMPARE(spaceNeeds(layout, request, plan, {}, false).size(), 2u);
    const SpaceNeeds needs = spaceNeeds(layout, request, plan, {}, true);
    QCOMPARE(needs.size(), 1u);
    QCOMPARE(needs.at(0).key, layout.blob(request.repo, kOther));
}

void SpaceNeedsTest::namesTheVolume()
{
    const QTemporaryDir folder;
    const CacheLayout layout(folder.filePath(u"hub"_s));
    const DownloadRequest request = EngineFixture::request();
    FetchPlan plan;
    plan.files = {{u"a"_s, kEtag, 1000, false}};
    SpaceShortage shortage;
    QVERIFY(checkSpace(layout, request, plan, {}, {}, &shortage));
    QVERIFY(shortage.folder.isEmpty());
    // Nothing that is promised on another volume counts, everything on this one does.
    const SpaceNeeds far{{u"/proc"_s, {}, qint64(1) << 60}};
    QVERIFY(volumeId(u"/proc"_s) != volumeId(folder.path()));
    QVERIFY(checkSpace(layout, request, plan, {}, far, &shortage));
    const SpaceNeeds near{{folder.filePath(u"elsewhere"_s), {}, qint64(1) << 60}};
    const auto checked = checkSpace(layout, request, plan, {}, near, &shortage);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, kNoSpace);
    QVERIFY(checked.error().message.contains(layout.root()));
    QCOMPARE(shortage, (SpaceShortage{layout.root(), 1000, (qint64(1) << 60) + 1000}));
}

//! The cache has room, the archive's disk has none: the wait is for that one.
void SpaceNeedsTest::waitsForTheArchivesVolume()
{
    EngineFixture f;
    f.hub.addFile(u"a.bin"_s, FakeHubServer::content(100'000));
    f.hub.addFile(u"b.bin"_s, FakeHubServer::content(100'000, 2));
    f.config.waitForSpace = true;
    TransferEngine engine(f.config);
    {
        const TransferId id = engine.addDownload(f.request());
        QTRY_COMPARE(stateOf(engine, id), Finished);
    }
    DownloadRequest packed = f.request();
    packed.archive = u"/proc/model.zip"_s; // no disk has less room
    QCOMPARE(availableBytes(u"/proc"_s), 0);
    f.hub.clearRequests();
    const TransferId id = engine.addDownload(packed);
    QTRY_VERIFY(engine.transfer(id)->waitsForSpace);
    QVERIFY2(engine.transfer(id)->waitReason.contains("/proc"_L1),
             qPrintable(engine.transfer(id)->waitReason));
    // Longer than it takes to look twice: there is no room, so nobody is asked again.
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() > 5000, 10s);
    QCOMPARE(f.hub.count("/revision/"), 1);
    QCOMPARE(stateOf(engine, id), Queued);
}

void SpaceNeedsTest::doesNotPromiseOneFileTwice()
{
    EngineFixture f;
    // Two of these would not fit, one does.
    const qint64 free = availableBytes(f.folder.path());
    f.hub.addFile(u"huge.bin"_s, "begin");
    f.hub.setAnnouncedSize(u"huge.bin"_s, free / 5 * 3);
    FakeFault silence;
    silence.match = "/resolve/";
    silence.kind = FakeFault::Kind::Status;
    silence.status = 429;
    silence.headers = "Retry-After: 600\r\n";
    silence.times = 0;
    f.hub.addFault(silence);
    TransferEngine engine(f.config);
    const TransferId first = engine.addDownload(f.request());
    QTRY_COMPARE(stateOf(engine, first), Running);
    const TransferId second = engine.addDownload(f.request({u"huge.bin"_s}));
    QTRY_VERIFY(engine.transfer(second)->filesTotal == 1 || isEnded(stateOf(engine, second)));
    QVERIFY2(!isEnded(stateOf(engine, second)), qPrintable(errorOf(engine, second).message));
    // As another file of the same disk it does not.
    DownloadRequest other = f.request();
    other.localFolder = f.folder.filePath(u"plain"_s);
    const TransferId third = engine.addDownload(other);
    QTRY_COMPARE(stateOf(engine, third), Failed);
    QCOMPARE(errorOf(engine, third).code, kNoSpace);
}

void SpaceNeedsTest::goesOnWhenOthersNeedLess()
{
    EngineFixture f;
    f.config.waitForSpace = true;
    const qint64 free = availableBytes(f.folder.path());
    for (const QString &name : {u"first.bin"_s, u"second.bin"_s}) {
        f.hub.addFile(name, name.toUtf8());
        f.hub.setAnnouncedSize(name, free / 5 * 3);
    }
    f.hub.addFile(u"small.bin"_s, FakeHubServer::content(100'000));
    FakeFault busy;
    busy.match = "/resolve/";
    busy.kind = FakeFault::Kind::Status;
    busy.status = 429;
    busy.headers = "Retry-After: 600\r\n";
    busy.times = 0;
    f.hub.addFault(busy);
    TransferEngine engine(f.config);
    const TransferId first = engine.addDownload(f.request({u"first.bin"_s}));
    QTRY_COMPARE(stateOf(engine, first), Running);
    const TransferId small = engine.addDownload(f.request({u"small.bin"_s}));
    QTRY_COMPARE(stateOf(engine, small), Running);
    const TransferId second = engine.addDownload(f.request({u"second.bin"_s}));
    QTRY_VERIFY(engine.transfer(second)->waitsForSpace);
    engine.pause(first);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, second), Running, 10s);
    QCOMPARE(stateOf(engine, small), Running);
}

QTEST_GUILESS_MAIN(SpaceNeedsTest)
#include "tst_spaceneeds.moc"
