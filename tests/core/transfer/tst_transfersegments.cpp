// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/partialfile.h"
#include "tests/core/transfer/enginefixture.h"

#include <QDir>
#include <QFile>

#include <chrono>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum TransferState;
using Kind = FakeFault::Kind;

namespace {

constexpr qint64 kMiB = 1024 * 1024;
constexpr qint64 kSize = 40 * kMiB + 12'345; // five segments of the first kind and a bit

FakeFault fault(Kind kind, qint64 at, int times = 1)
{
    FakeFault result;
    result.match = "model.bin";
    result.kind = kind;
    result.at = at;
    result.times = times;
    result.cdn = true;
    return result;
}

} // namespace

//! One large file over several connections: what they do for each other, and what is left when the
//! program or the disk fails in the middle.
class TransferSegmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fetchesInSegments();
    void sharesTheEnd();
    void mendsBreaks_data();
    void mendsBreaks();
    void resolvesAnExpiredLinkAgain();
    void worksWithoutRanges();
    void survivesOneWholeReply();
    void showsItsConnections();
    void goesOnWithHoles();
    void keepsWhatIsThereInSpiteOfAStray416();
    void startsAgainForAServerThatInsists();
    void fetchesOnlyDamagedBlocksAgain();
    void findsAByteThatWasFlippedOnTheWay();
    void failsWhenItIsAlwaysFlipped();
    void fetchesOnlyTakenOverBytesAgain();
    void forgetsAJournalOfNothing();
    void reconnects();
    void keepsTheServersWaitOnAnotherNetwork();
    void takesWhatAnotherRepoHas();
    void doesNotTakeWhatIsDamaged();

private:
    [[nodiscard]] QString partial() const
    {
        return PartialFile::path(f->layout(), f->repo(), f->hub.etag(u"model.bin"_s));
    }
    //! Starts, waits until about \a bytes are on the disk, and pauses for good. A stalled server
    //! makes sure of the middle.
    void stopInTheMiddle(qint64 stallAt);

    std::unique_ptr<EngineFixture> f;
    const QByteArray m_content = FakeHubServer::content(kSize);
};

void TransferSegmentsTest::init()
{
    f = std::make_unique<EngineFixture>();
    f->config.tuning.segmentsAbove = kMiB;
    f->config.tuning.firstConnections = 4;
    f->config.tuning.leastShare =
        kSize; // what is on the way to a connection that gave its end away is lost
    f->config.client.retryDelay = 20ms;
    f->hub.addFile(u"model.bin"_s, m_content, true);
}

void TransferSegmentsTest::fetchesInSegments()
{
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize);
    QVERIFY(f->hub.count("/cdn/") >= 5);
    QCOMPARE(f->hub.count("/resolve/"), 1); // one asks, all use the address
    for (const FakeRequest &request : f->hub.requests())
        QVERIFY(!request.cdn || !request.authorization);
    QCOMPARE(f->blobs(), QStringList{f->hub.etag(u"model.bin"_s)}); // no journal is left
}

void TransferSegmentsTest::sharesTheEnd()
{
    // The first connection hangs for ever in front of the end of its segment; nothing else is left
    // to do.
    f->config.tuning.leastShare = kMiB / 4;
    f->hub.addFault(fault(Kind::Stall, 4 * kMiB));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    // Others take over half of what it holds, again and again: long before its time-out.
    QTRY_VERIFY(engine.transfer(id)->doneBytes > kSize - kMiB);
    QCOMPARE(stateOf(engine, id), Running);
    engine.networkChanged();
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferSegmentsTest::mendsBreaks_data()
{
    QTest::addColumn<FakeFault>("trouble");
    QTest::newRow("cut at the front") << fault(Kind::Cut, 3 * kMiB);
    QTest::newRow("cut in another segment") << fault(Kind::Cut, 20 * kMiB);
    QTest::newRow("reset") << fault(Kind::Reset, 20 * kMiB);
    QTest::newRow("stall at the front") << fault(Kind::Stall, 2 * kMiB);
    QTest::newRow("stall of the last byte") << fault(Kind::Stall, kSize - 1);
    QTest::newRow("every connection stalls once") << fault(Kind::Stall, 12 * kMiB, 4);
    FakeFault busy = fault(Kind::Status, 0, 3);
    busy.status = 503;
    busy.at = kSize;
    QTest::newRow("503 three times") << busy;
    QTest::newRow("another range") << fault(Kind::WrongRange, kSize, 2);
}

void TransferSegmentsTest::mendsBreaks()
{
    QFETCH(FakeFault, trouble);
    f->config.client.downloadTimeout = 400ms;
    f->hub.addFault(trouble);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    const qint64 twice = engine.transfer(id)->fetchedBytes - kSize;
    QVERIFY2(twice <= 0, qPrintable(QString::number(twice)));
}

void TransferSegmentsTest::resolvesAnExpiredLinkAgain()
{
    FakeFault expired = fault(Kind::Status, kSize, 2);
    expired.status = 403;
    expired.onlyRanges = true;
    TransferEngine engine(f->config);
    f->hub.addFault(expired);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(f->hub.count("/resolve/") >= 2);
}

void TransferSegmentsTest::worksWithoutRanges()
{
    f->hub.setWithoutRanges();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.count("/cdn/"), 1);
}

void TransferSegmentsTest::survivesOneWholeReply()
{
    FakeFault whole = fault(Kind::FullReply, kSize);
    whole.onlyRanges = true;
    whole.at = 16 * kMiB; // not the first request
    TransferEngine engine(f->config);
    FakeFault slow = fault(Kind::Stall, 30 * kMiB);
    f->config.client.downloadTimeout = 400ms;
    f->hub.addFault(slow);
    f->hub.addFault(whole);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferSegmentsTest::showsItsConnections()
{
    f->hub.addFault(fault(Kind::Stall, 2 * kMiB));
    f->hub.addFault(fault(Kind::Stall, 12 * kMiB));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(engine.transfer(id)->connections.size(), 2u);
    const auto connections = engine.transfer(id)->connections;
    for (const TransferConnection &connection : connections) {
        QCOMPARE(connection.path, u"model.bin"_s);
        QVERIFY(connection.host.startsWith("127.0.0.1:"_L1));
        QVERIFY(!connection.host.contains("Signature"_L1));
        QVERIFY(connection.begin <= connection.position && connection.position < connection.end);
    }
    // Named within ten seconds, in words.
    QTRY_VERIFY_WITH_TIMEOUT(engine.transfer(id)->waitReason.contains("127.0.0.1"_L1), 9'000);
    const auto stalled = [](const TransferConnection &connection) {
        return connection.state == TransferConnection::State::Stalled && !connection.note.isEmpty();
    };
    QTRY_VERIFY(std::ranges::any_of(engine.transfer(id)->connections, stalled));
}

void TransferSegmentsTest::stopInTheMiddle(qint64 stallAt)
{
    f->hub.addFault(fault(Kind::Stall, stallAt, 0));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    // Everything but what the stalled connections hold back.
    QTRY_VERIFY(engine.transfer(id)->doneBytes > kSize / 2);
    engine.pause(id);
    QTRY_COMPARE(stateOf(engine, id), Paused);
    f->hub.clearFaults();
    f->hub.clearRequests();
}

void TransferSegmentsTest::goesOnWithHoles()
{
    stopInTheMiddle(2 * kMiB);
    QVERIFY(QFileInfo::exists(partial()));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY2(f->hub.contentBytes() < kSize / 2, qPrintable(QString::number(f->hub.contentBytes())));
    QCOMPARE(f->blobs(), QStringList{f->hub.etag(u"model.bin"_s)});
}

void TransferSegmentsTest::keepsWhatIsThereInSpiteOfAStray416()
{
    stopInTheMiddle(2 * kMiB);
    FakeFault stray = fault(Kind::Status, kSize, 2);
    stray.status = 416;
    f->hub.addFault(stray);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY2(f->hub.contentBytes() < kSize / 2, qPrintable(QString::number(f->hub.contentBytes())));
}

void TransferSegmentsTest::startsAgainForAServerThatInsists()
{
    stopInTheMiddle(2 * kMiB);
    FakeFault insists = fault(Kind::Status, kSize, 0);
    insists.status = 416;
    insists.onlyRanges = true;
    f->hub.addFault(insists);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferSegmentsTest::fetchesOnlyDamagedBlocksAgain()
{
    stopInTheMiddle(2 * kMiB);
    QFile file(partial());
    QVERIFY(file.open(QIODevice::ReadWrite));
    qint64 flipped = 0;
    for (const qint64 at : {kMiB / 2, 18 * kMiB}) {
        QVERIFY(file.seek(at));
        const char was = file.read(1).front();
        QVERIFY(file.seek(at));
        flipped += file.write(QByteArray(1, static_cast<char>(was ^ 4)));
    }
    QCOMPARE(flipped, 2);
    file.close();
    const qint64 missing = kSize - [&] {
        RangeJournal journal;
        qint64 sum = 0;
        const auto blocks = journal.open(RangeJournal::path(partial()), f->hub.etag(u"model.bin"_s),
                                         kSize, QFileInfo(partial()).size());
        for (const auto &block : blocks.value())
            sum += block.range.size();
        return sum;
    }();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    const qint64 again = f->hub.contentBytes() - missing;
    QVERIFY2(again > 0 && again <= 2 * kMiB, qPrintable(QString::number(again)));
}

void TransferSegmentsTest::findsAByteThatWasFlippedOnTheWay()
{
    f->hub.addFault(fault(Kind::Corrupt, 9 * kMiB));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    // Looks from the front until it has found it, and fetches no more: at most one segment of each
    // of the four connections.
    QVERIFY2(engine.transfer(id)->fetchedBytes <= kSize + 32 * kMiB,
             qPrintable(QString::number(engine.transfer(id)->fetchedBytes)));
}

void TransferSegmentsTest::failsWhenItIsAlwaysFlipped()
{
    f->hub.addFault(fault(Kind::Corrupt, 9 * kMiB, 0));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Failed, 20'000);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::Integrity);
    QVERIFY(errorOf(engine, id).message.contains("model.bin"_L1));
    QVERIFY(!f->isInSnapshot(u"model.bin"_s));
    QCOMPARE(f->blobs(), QStringList{});
    f->hub.clearFaults();
    engine.retry(id);
    QTRY_COMPARE(stateOf(engine, id), Finished);
}

void TransferSegmentsTest::fetchesOnlyTakenOverBytesAgain()
{
    // Ten MiB of something else under the official client's name.
    QVERIFY(QDir().mkpath(f->layout().blobsFolder(f->repo())));
    QFile file(f->layout().blob(f->repo(), f->hub.etag(u"model.bin"_s)) + ".incomplete"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QByteArray(10 * kMiB, 'x')) == 10 * kMiB);
    file.close();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize);
    QCOMPARE(f->blobs(), QStringList{f->hub.etag(u"model.bin"_s)});
}

void TransferSegmentsTest::forgetsAJournalOfNothing()
{
    stopInTheMiddle(2 * kMiB);
    QVERIFY(QFile::remove(partial())); // somebody cleaned up by hand
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

void TransferSegmentsTest::reconnects()
{
    f->hub.addFault(fault(Kind::Stall, 2 * kMiB));
    f->hub.addFault(fault(Kind::Stall, 12 * kMiB));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(engine.transfer(id)->connections.size(), 2u);
    QElapsedTimer clock;
    clock.start();
    engine.networkChanged(); // long before any time-out
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QVERIFY(clock.elapsed() < 9'000);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferSegmentsTest::keepsTheServersWaitOnAnotherNetwork()
{
    // The first connection hangs, the second one is told to wait.
    f->config.tuning.firstConnections = 2;
    f->config.tuning.connectionsPerFile = 2;
    f->config.downloadLimit = 4 * kMiB; // the rest takes longer than the wait
    f->hub.addFault(fault(Kind::Stall, kMiB));
    FakeFault busy = fault(Kind::Status, kSize);
    busy.status = 429;
    busy.headers = "Retry-After: 2\r\n";
    f->hub.addFault(busy);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(f->hub.count("/cdn/"), 2);
    QTRY_COMPARE(engine.transfer(id)->connections.size(), 1u); // the answer is there
    QElapsedTimer clock;
    clock.start();
    engine.networkChanged();
    QTRY_COMPARE(f->hub.count("/cdn/"), 3); // the first one again, at once
    QTRY_COMPARE_WITH_TIMEOUT(f->hub.count("/cdn/"), 4, 20s);
    QVERIFY2(clock.elapsed() > 1500, qPrintable(QString::number(clock.elapsed())));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 30s);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferSegmentsTest::takesWhatAnotherRepoHas()
{
    const CacheLayout layout = f->layout();
    const RepoId other{RepoType::Dataset, u"somebody/else"_s};
    QVERIFY(QDir().mkpath(layout.blobsFolder(other)));
    const QString blob = layout.blob(other, f->hub.etag(u"model.bin"_s));
    QFile file(blob);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(m_content) == kSize);
    file.close();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), 0);
    QVERIFY(QFileInfo::exists(blob));
    QCOMPARE(f->blobs(), QStringList{f->hub.etag(u"model.bin"_s)});
}

void TransferSegmentsTest::doesNotTakeWhatIsDamaged()
{
    const CacheLayout layout = f->layout();
    const RepoId other{RepoType::Dataset, u"somebody/else"_s};
    QVERIFY(QDir().mkpath(layout.blobsFolder(other)));
    QFile file(layout.blob(other, f->hub.etag(u"model.bin"_s)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray wrong = m_content;
    wrong[100] = static_cast<char>(wrong.at(100) ^ 1);
    QVERIFY(file.write(wrong) == kSize);
    file.close();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize);
}

QTEST_GUILESS_MAIN(TransferSegmentsTest)

#include "tst_transfersegments.moc"
