// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/byteranges.h"
#include "core/transfer/connectiontuner.h"
#include "core/transfer/rangejournal.h"
#include "core/transfer/replycheck.h"
#include "core/transfer/segmentplan.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <bitset>

using namespace hubdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMiB = 1024 * 1024;

using Ranges = std::vector<ByteRange>;

QHttpHeaders headers(std::initializer_list<std::pair<QByteArray, QByteArray>> list)
{
    return QHttpHeaders::fromListOfPairs(QList(list));
}

} // namespace

//! The pure parts of a download over several connections, and its journal.
class SegmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesJoinAndSplit();
    void rangesAgreeWithASetOfBits();
    void handsOutFromTheFront();
    void handsOutWhatWasGivenBack();
    void sharesTheSlowest_data();
    void sharesTheSlowest();
    void segmentsTakeSeconds();
    void allEndAtAboutTheSameTime();
    void opensMoreWhileTheyBringMore();
    void keepsOneWhenMoreBringNothing();
    void obeysARefusal();
    void journalKeepsBlocks();
    void journalSurvivesTornEnd_data();
    void journalSurvivesTornEnd();
    void journalOfAnotherFileIsEmptied();
    void newestBlockCounts();
    void checksumSeesEveryBit();
    void readsReplies_data();
    void readsReplies();
};

void SegmentsTest::rangesJoinAndSplit()
{
    ByteRanges ranges;
    ranges.add({10, 20});
    ranges.add({30, 40});
    ranges.add({20, 30});
    QCOMPARE(ranges.ranges(), (Ranges{{10, 40}}));
    QCOMPARE(ranges.total(), 30);
    ranges.remove({15, 25});
    QCOMPARE(ranges.ranges(), (Ranges{{10, 15}, {25, 40}}));
    QCOMPARE(ranges.frontFrom(10), 15);
    QCOMPARE(ranges.frontFrom(15), 15);
    QCOMPARE(ranges.frontFrom(0), 0);
    QVERIFY(ranges.covers({26, 40}));
    QVERIFY(!ranges.covers({14, 26}));
    QCOMPARE(ranges.gaps(50), (Ranges{{0, 10}, {15, 25}, {40, 50}}));
    QCOMPARE(ranges.gaps(12), (Ranges{{0, 10}}));
    ranges.add({5, 5});
    QCOMPARE(ranges.total(), 20);
}

void SegmentsTest::rangesAgreeWithASetOfBits()
{
    QRandomGenerator random(7);
    constexpr int kSize = 200;
    std::bitset<kSize> bits;
    ByteRanges ranges;
    for (int step = 0; step < 3000; ++step) {
        const int a = random.bounded(kSize);
        const int b = random.bounded(kSize);
        const ByteRange range{std::min(a, b), std::max(a, b)};
        const bool adds = random.bounded(2) == 0;
        if (adds)
            ranges.add(range);
        else
            ranges.remove(range);
        for (qint64 i = range.begin; i < range.end; ++i)
            bits.set(static_cast<size_t>(i), adds);
        QCOMPARE(ranges.total(), static_cast<qint64>(bits.count()));
        qint64 front = a;
        while (front < kSize && bits.test(static_cast<size_t>(front)))
            ++front;
        QCOMPARE(ranges.frontFrom(a), front);
    }
}

void SegmentsTest::handsOutFromTheFront()
{
    ByteRanges present;
    present.add({0, 3 * kMiB});
    SegmentPlan plan(10 * kMiB + 5, present);
    QCOMPARE(plan.freeBytes(), 7 * kMiB + 5);
    QCOMPARE(plan.next(4 * kMiB - 1), (ByteRange{3 * kMiB, 7 * kMiB}));
    // Five bytes are not worth a request of their own.
    QCOMPARE(plan.next(3 * kMiB), (ByteRange{7 * kMiB, 10 * kMiB + 5}));
    QVERIFY(!plan.next(kMiB));
}

void SegmentsTest::handsOutWhatWasGivenBack()
{
    SegmentPlan plan(64 * kMiB, {});
    QVERIFY(plan.next(8 * kMiB));
    QVERIFY(plan.next(8 * kMiB));
    plan.giveBack({5 * kMiB + 3, 8 * kMiB});
    QCOMPARE(plan.next(8 * kMiB), (ByteRange{5 * kMiB + 3, 8 * kMiB}));
    QCOMPARE(plan.next(8 * kMiB), (ByteRange{16 * kMiB, 24 * kMiB}));
}

void SegmentsTest::sharesTheSlowest_data()
{
    QTest::addColumn<QList<qint64>>("left"); // MiB
    QTest::addColumn<QList<double>>("speed"); // MiB/s
    QTest::addColumn<int>("victim"); // -1: nobody
    QTest::newRow("the one that needs longest") << QList<qint64>{8, 6} << QList<double>{8, 1} << 1;
    QTest::newRow("nothing came yet") << QList<qint64>{8, 6} << QList<double>{0.5, 0} << 1;
    QTest::newRow("too little left") << QList<qint64>{1, 1} << QList<double>{0.1, 0.1} << -1;
    QTest::newRow("soon done anyway") << QList<qint64>{8, 6} << QList<double>{100, 100} << -1;
    QTest::newRow("nobody") << QList<qint64>{} << QList<double>{} << -1;
}

void SegmentsTest::sharesTheSlowest()
{
    QFETCH(QList<qint64>, left);
    QFETCH(QList<double>, speed);
    QFETCH(int, victim);
    std::vector<SegmentPlan::Active> active;
    for (qsizetype i = 0; i < left.size(); ++i)
        active.push_back({{100 * kMiB, (100 + left.at(i)) * kMiB}, speed.at(i) * kMiB});
    const auto share = SegmentPlan::share(active, kMiB, 0.3);
    QCOMPARE(share ? static_cast<int>(share->victim) : -1, victim);
    if (share) {
        const ByteRange whole = active[share->victim].left;
        QCOMPARE(share->range.end, whole.end);
        QCOMPARE(share->range.begin, whole.begin + whole.size() / 2);
    }
}

void SegmentsTest::segmentsTakeSeconds()
{
    const qint64 size = 100'000 * kMiB;
    QCOMPARE(SegmentPlan::lengthFor(0, size, 8), 8 * kMiB);
    const qint64 usual = SegmentPlan::lengthFor(10 * kMiB, size, 8);
    QVERIFY(usual >= 80 * kMiB && usual <= 120 * kMiB);
    QCOMPARE(SegmentPlan::lengthFor(5000 * kMiB, size, 8), 128 * kMiB);
    // Of a small file everybody still gets some.
    QVERIFY(SegmentPlan::lengthFor(100 * kMiB, 80 * kMiB, 8) <= 8 * kMiB);
    QVERIFY(SegmentPlan::lengthFor(0, 16 * kMiB, 4) <= 4 * kMiB);
}

//! Sixteen connections of different speed empty a file: nobody waits long for the last one.
void SegmentsTest::allEndAtAboutTheSameTime()
{
    constexpr int kConnections = 16;
    SegmentPlan plan(2048 * kMiB, {});
    std::array<double, kConnections> endsAt = {}; // s
    const auto speedOf = [](int i) { return (8.0 + 0.25 * i) * kMiB; };
    while (plan.freeBytes() > 0) {
        const auto next = std::ranges::min_element(endsAt);
        const double speed = speedOf(static_cast<int>(next - endsAt.begin()));
        const auto segment =
            plan.next(SegmentPlan::lengthFor(speed, plan.freeBytes(), kConnections));
        QVERIFY(segment);
        *next += static_cast<double>(segment->size()) / speed + 0.05; // and a round trip
    }
    const auto [first, last] = std::ranges::minmax(endsAt);
    QVERIFY2(last - first < 0.35, qPrintable(QString::number(last - first)));
    QVERIFY2(last < 1.05 * 2048 / (16 * 9.875), qPrintable(QString::number(last)));
}

void SegmentsTest::opensMoreWhileTheyBringMore()
{
    ConnectionTuner tuner(16);
    qint64 bytes = 0;
    QList<int> counts;
    for (qint64 now = 0; now <= 4000; now += 200) {
        tuner.look(now, bytes, tuner.wanted());
        counts.append(tuner.wanted());
        bytes += tuner.wanted() * 2 * kMiB; // each the same
    }
    QCOMPARE(counts.last(), 16);
    QVERIFY2(counts.indexOf(16) <= 3, "full width in little more than half a second");
}

void SegmentsTest::keepsOneWhenMoreBringNothing()
{
    ConnectionTuner tuner(16);
    qint64 bytes = 0;
    for (qint64 now = 0; now <= 2000; now += 200) {
        tuner.look(now, bytes, tuner.wanted());
        bytes += 100 * kMiB; // in all, however many
    }
    QCOMPARE(tuner.wanted(), 1);
    // The way may become wider: it looks again, later.
    int most = 0;
    for (qint64 now = 2200; now <= 30'000; now += 200) {
        tuner.look(now, bytes, tuner.wanted());
        most = std::max(most, tuner.wanted());
        bytes += tuner.wanted() * 100 * kMiB;
    }
    QCOMPARE(most, 16);
}

void SegmentsTest::obeysARefusal()
{
    ConnectionTuner tuner(16);
    qint64 bytes = 0;
    for (qint64 now = 0; now <= 60'000; now += 200) {
        tuner.look(now, bytes, tuner.wanted());
        if (tuner.wanted() > 3)
            tuner.refused(3);
        bytes += tuner.wanted() * kMiB;
    }
    QCOMPARE(tuner.wanted(), 3);
}

void SegmentsTest::journalKeepsBlocks()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.ranges"_s);
    const QString etag(64, u'a');
    {
        RangeJournal journal;
        QVERIFY(journal.open(path, etag, 100, 0)->empty());
        QVERIFY(journal.append({{50, 60}, 7, true}));
        QVERIFY(journal.append({{0, 10}, 8, false}));
    }
    RangeJournal journal;
    const auto blocks = journal.open(path, etag, 100, 60);
    QVERIFY(blocks);
    QCOMPARE(*blocks, (std::vector<RangeJournal::Block>{{{0, 10}, 8, false}, {{50, 60}, 7, true}}));
    // The file is shorter than the journal says: the disk lost its end.
    journal.close();
    QCOMPARE(journal.open(path, etag, 100, 59)->size(), 1u);
    QVERIFY(journal.append({{10, 20}, 9, true}));
    journal.close();
    QCOMPARE(journal.open(path, etag, 100, 59)->size(), 2u);
}

void SegmentsTest::journalSurvivesTornEnd_data()
{
    QTest::addColumn<int>("kept"); // bytes of the last record
    for (const int kept : {0, 1, 8, 31})
        QTest::addRow("%d bytes", kept) << kept;
}

void SegmentsTest::journalSurvivesTornEnd()
{
    QFETCH(int, kept);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.ranges"_s);
    const QString etag(40, u'a');
    {
        RangeJournal journal;
        QVERIFY(journal.open(path, etag, 100, 0));
        QVERIFY(journal.append({{0, 10}, 1, true}));
        QVERIFY(journal.append({{10, 20}, 2, true}));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() - 32 + kept));
    // What a power cut leaves may also be zeros.
    QVERIFY(file.seek(file.size()));
    QVERIFY(file.write(QByteArray(32 - kept, '\0')) >= 0);
    file.close();
    RangeJournal journal;
    QCOMPARE(journal.open(path, etag, 100, 100)->size(), 1u);
    QVERIFY(journal.append({{30, 40}, 3, true}));
    journal.close();
    QCOMPARE(journal.open(path, etag, 100, 100)->size(), 2u);
}

void SegmentsTest::journalOfAnotherFileIsEmptied()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.ranges"_s);
    const auto fill = [&] {
        RangeJournal journal;
        QVERIFY(journal.open(path, QString(40, u'a'), 100, 100));
        QVERIFY(journal.append({{0, 10}, 1, true}));
    };
    fill();
    RangeJournal journal;
    QVERIFY(journal.open(path, QString(40, u'b'), 100, 100)->empty());
    journal.close();
    fill();
    QVERIFY(journal.open(path, QString(40, u'a'), 101, 100)->empty());
    journal.close();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("nonsense") == 8);
    file.close();
    QVERIFY(journal.open(path, QString(40, u'a'), 100, 100)->empty());
}

void SegmentsTest::newestBlockCounts()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.ranges"_s);
    const QString etag(40, u'a');
    {
        RangeJournal journal;
        QVERIFY(journal.open(path, etag, 100, 0));
        QVERIFY(journal.append({{0, 20}, 1, true}));
        QVERIFY(journal.append({{40, 60}, 2, true}));
        QVERIFY(journal.append({{10, 30}, 3, true})); // half of the first is not what it was
    }
    RangeJournal journal;
    const auto blocks = journal.open(path, etag, 100, 100);
    QCOMPARE(*blocks, (std::vector<RangeJournal::Block>{{{10, 30}, 3, true}, {{40, 60}, 2, true}}));
}

void SegmentsTest::checksumSeesEveryBit()
{
    QByteArray data(1000, 'x');
    const quint64 whole = blockChecksum(data);
    QCOMPARE(blockChecksum(data), whole);
    for (const int at : {0, 1, 499, 999}) {
        data[at] = static_cast<char>(data.at(at) ^ 1);
        QVERIFY(blockChecksum(data) != whole);
        data[at] = static_cast<char>(data.at(at) ^ 1);
    }
    QVERIFY(blockChecksum(QByteArrayView(data).first(999)) != whole);
}

void SegmentsTest::readsReplies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QHttpHeaders>("reply");
    QTest::addColumn<int>("content");
    const auto row = [](const char *name, int status, const QHttpHeaders &reply,
                        ReplyContent content) {
        QTest::newRow(name) << status << reply << static_cast<int>(content);
    };
    using enum ReplyContent;
    row("range", 206, headers({{"Content-Range", "bytes 10-19/100"}}), Range);
    row("shorter", 206, headers({{"Content-Range", "bytes 10-12/100"}, {"Content-Length", "3"}}),
        Range);
    row("unknown total", 206, headers({{"Content-Range", "bytes 10-19/*"}}), Range);
    row("other begin", 206, headers({{"Content-Range", "bytes 11-19/100"}}), WrongRange);
    row("no range", 206, headers({}), WrongRange);
    row("other size", 206, headers({{"Content-Range", "bytes 10-19/101"}}), WrongSize);
    row("whole", 200, headers({{"Content-Length", "100"}}), WholeFile);
    row("whole, no length", 200, headers({}), WholeFile);
    row("whole, packed", 200, headers({{"Content-Length", "5"}, {"Content-Encoding", "gzip"}}),
        WholeFile);
    row("other length", 200, headers({{"Content-Length", "99"}}), WrongLength);
}

void SegmentsTest::readsReplies()
{
    QFETCH(int, status);
    QFETCH(QHttpHeaders, reply);
    QFETCH(int, content);
    QCOMPARE(static_cast<int>(contentOf(status, reply, 10, 100)), content);
}

QTEST_GUILESS_MAIN(SegmentsTest)

#include "tst_segments.moc"
