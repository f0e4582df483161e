// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/hasher.h"
#include "core/transfer/connectionbudget.h"
#include "core/transfer/contentrange.h"
#include "core/transfer/fetchplan.h"
#include "core/transfer/mailbox.h"
#include "core/transfer/retrycounter.h"
#include "core/transfer/speedmeter.h"
#include "core/transfer/transfer.h"
#include "core/transfer/transferjson.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimer>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum hubdesk::TransferState;

//! The pure pieces of the engine: no network, no disk, no clock.
class TransferPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashes_data();
    void hashes();
    void knowsEtags();
    void readsContentRanges_data();
    void readsContentRanges();
    void allowsOnlyLegalSteps();
    void namesStates();
    void measuresSpeed();
    void forgetsOldSpeed();
    void waitsLongerAndLonger();
    void plansBlobsOnce();
    void refusesDangerousListings_data();
    void refusesDangerousListings();
    void keepsTransfersInTheJournal();
    void keepsNoSecretsInTheJournal();
    void mailboxLeavesRoomForOthers();
    void sharesConnectionsAndMemory();
};

void TransferPartsTest::hashes_data()
{
    QTest::addColumn<Hasher::Kind>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("digest");
    QTest::newRow("sha256 empty")
        << Hasher::Kind::Sha256 << QByteArray()
        << u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s;
    QTest::newRow("sha256 abc")
        << Hasher::Kind::Sha256 << QByteArray("abc")
        << u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s;
    // git hash-object
    QTest::newRow("git empty") << Hasher::Kind::GitSha1 << QByteArray()
                               << u"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"_s;
    QTest::newRow("git hello") << Hasher::Kind::GitSha1 << QByteArray("hello\n")
                               << u"ce013625030ba8dba906f756967f9e9ca394464a"_s;
}

void TransferPartsTest::hashes()
{
    QFETCH(Hasher::Kind, kind);
    QFETCH(QByteArray, content);
    QFETCH(QString, digest);
    Hasher whole(kind, content.size());
    whole.add(content);
    QCOMPARE(whole.result(), digest);
    Hasher pieces(kind, content.size());
    pieces.add("something else");
    pieces.reset();
    for (const char c : content)
        pieces.add(QByteArrayView(&c, 1));
    QCOMPARE(pieces.result(), digest);
}

void TransferPartsTest::knowsEtags()
{
    QCOMPARE(Hasher::kindOf(QString(64, u'a')), Hasher::Kind::Sha256);
    QCOMPARE(Hasher::kindOf(QString(40, u'0')), Hasher::Kind::GitSha1);
    QVERIFY(!Hasher::kindOf(QString(40, u'A')));
    QVERIFY(!Hasher::kindOf(QString(41, u'a')));
    QVERIFY(!Hasher::kindOf(QString(39, u'a') + u'/'));
    QVERIFY(!Hasher::kindOf({}));
}

void TransferPartsTest::readsContentRanges_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("total");
    const auto row = [](const char *header, bool valid, qint64 first = 0, qint64 total = 0) {
        QTest::newRow(header) << QByteArray(header) << valid << first << total;
    };
    row("bytes 0-9/10", true, 0, 10);
    row("bytes 5-9/10", true, 5, 10);
    row("Bytes 5-9/*", true, 5, -1);
    row(" bytes  1000000000000-1000000000001/1000000000002 ", true, 1'000'000'000'000,
        1'000'000'000'002);
    row("bytes */10", false);
    row("bytes 9-5/10", false);
    row("bytes 5-10/10", false);
    row("bytes -5-9/10", false);
    row("bytes 5-9", false);
    row("bytes 5/9", false);
    row("items 0-9/10", false);
    row("bytes 99999999999999999999-99999999999999999999/*", false);
    row("bytes", false);
    row("", false);
}

void TransferPartsTest::readsContentRanges()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, valid);
    const auto range = ContentRange::parse(header);
    QCOMPARE(range.has_value(), valid);
    if (range) {
        QTEST(range->first, "first");
        QTEST(range->total, "total");
    }
}

void TransferPartsTest::allowsOnlyLegalSteps()
{
    constexpr std::array kAll{Queued,    Preparing, Hashing, Running, Paused,
                              Verifying, Finished,  Failed,  Canceled};
    for (const TransferState from : kAll) {
        for (const TransferState to : kAll) {
            bool expected = from != to;
            if (from == Finished)
                expected = false; // the end
            else if (from == Paused)
                expected = to == Queued || to == Canceled;
            else if (from == Failed)
                expected = to == Queued || to == Canceled;
            else if (from == Canceled)
                expected = to == Queued;
            else if (isActive(from) && isActive(to))
                expected = from != to;
            QVERIFY2(isLegalTransition(from, to) == expected,
                     qPrintable(transferStateName(from) + u" -> "_s + transferStateName(to)));
        }
    }
}

void TransferPartsTest::namesStates()
{
    QCOMPARE(transferStateName(Verifying), u"verifying"_s);
    for (int i = 0; i <= static_cast<int>(Canceled); ++i) {
        const auto state = static_cast<TransferState>(i);
        QCOMPARE(transferStateFromName(transferStateName(state)), state);
        QVERIFY(!(isActive(state) && isEnded(state)));
    }
    QVERIFY(!transferStateFromName(u"sleeping"_s));
}

void TransferPartsTest::measuresSpeed()
{
    SpeedMeter meter;
    QVERIFY(!meter.sample(0, 0));
    meter.start(1000, 500);
    QVERIFY(!meter.sample(1500, 600)); // once a second
    QCOMPARE(meter.secondsLeft(1500, 1000), -1);
    QVERIFY(meter.sample(2000, 1500));
    QCOMPARE(meter.speed(), 1000);
    QCOMPARE(meter.secondsLeft(2000, 5000), -1); // not in the first two seconds
    QVERIFY(meter.sample(3000, 2500));
    QCOMPARE(meter.speed(), 1000);
    QCOMPARE(meter.secondsLeft(3000, 5000), 5);
    QCOMPARE(meter.secondsLeft(3000, 5001), 6);
    meter.stop();
    QCOMPARE(meter.speed(), 0);
    QVERIFY(!meter.sample(9000, 9000));
}

void TransferPartsTest::forgetsOldSpeed()
{
    SpeedMeter meter;
    meter.start(0, 0);
    for (int second = 1; second <= 10; ++second)
        QVERIFY(meter.sample(second * 1000, second * 1000));
    QCOMPARE(meter.speed(), 1000);
    for (int second = 11; second <= 30; ++second)
        QVERIFY(meter.sample(second * 1000, 10'000));
    QCOMPARE(meter.speed(), 0);
    QCOMPARE(meter.secondsLeft(30'000, 5), -1);
}

void TransferPartsTest::waitsLongerAndLonger()
{
    RetryCounter counter(1s, 5);
    Error error;
    error.kind = ErrorKind::Server;
    for (const auto wait : {1s, 2s, 4s, 8s, 16s})
        QCOMPARE(counter.next(error), wait);
    QVERIFY(!counter.next(error));
    counter.reset();
    QCOMPARE(counter.next(error), 1s);
    error.retryAfter = 30;
    QCOMPARE(counter.next(error), 31s);

    RetryCounter patient(1s, -1);
    error.retryAfter = -1;
    for (int i = 0; i < 100; ++i)
        QVERIFY(patient.next(error));
    QCOMPARE(patient.next(error), 32s); // as slow as it gets
}

static TreeEntry entryOf(const QString &path, const QString &oid, qint64 size)
{
    TreeEntry entry;
    entry.path = path;
    entry.oid = oid;
    entry.size = size;
    return entry;
}

void TransferPartsTest::plansBlobsOnce()
{
    DownloadRequest request;
    request.ignore = {u"*.md"_s};
    TreeEntry folder = entryOf(u"sub"_s, QString(40, u'c'), 0);
    folder.kind = TreeEntry::Kind::Directory;
    TreeEntry large = entryOf(u"b.bin"_s, QString(40, u'd'), 5);
    large.lfs = LfsInfo{QString(64, u'e'), 5, 130};
    const auto files = selectFiles(request,
                                   {entryOf(u"z.txt"_s, QString(40, u'a'), 3), large, folder,
                                    entryOf(u"sub/a.txt"_s, QString(40, u'a'), 3),
                                    entryOf(u"README.md"_s, QString(40, u'b'), 9)});
    QVERIFY(files);
    QCOMPARE(files->size(), 3u);
    QCOMPARE(files->at(0).path, u"b.bin"_s);
    QCOMPARE(files->at(0).etag, QString(64, u'e'));
    FetchPlan plan;
    plan.commit = QString(40, u'1');
    plan.files = *files;
    const auto blobs = missingBlobs(request, plan);
    QCOMPARE(blobs.size(), 2u);
    QCOMPARE(blobs.at(1).spec.paths, (QStringList{u"sub/a.txt"_s, u"z.txt"_s}));
    QCOMPARE(blobs.at(1).files, (std::vector<size_t>{1, 2}));
    plan.files[0].cached = true;
    QCOMPARE(missingBlobs(request, plan).size(), 1u);
}

void TransferPartsTest::refusesDangerousListings_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("etag");
    const QString etag(40, u'a');
    QTest::newRow("outside") << u"../../.bashrc"_s << etag;
    QTest::newRow("absolute") << u"/etc/passwd"_s << etag;
    QTest::newRow("inside out") << u"a/../../b"_s << etag;
    QTest::newRow("etag is a path") << u"a"_s << u"../../refs/main"_s;
    QTest::newRow("no etag") << u"a"_s << QString();
}

void TransferPartsTest::refusesDangerousListings()
{
    QFETCH(QString, path);
    QFETCH(QString, etag);
    const auto files = selectFiles({}, {entryOf(path, etag, 1)});
    QVERIFY(!files);
    QCOMPARE(files.error().kind, ErrorKind::Protocol);
}

void TransferPartsTest::keepsTransfersInTheJournal()
{
    Transfer transfer;
    transfer.id = 1'795'244'000'000'123;
    transfer.request.repo = {RepoType::Dataset, u"ns/name"_s};
    transfer.request.revision = u"refs/pr/1"_s;
    transfer.request.allow = QStringList{};
    transfer.request.ignore = {u"*.bin"_s};
    transfer.request.force = true;
    transfer.state = Failed;
    transfer.commit = QString(40, u'1');
    transfer.error = failure(ErrorKind::Quota, u"sorry"_s, u"detail"_s).error();
    transfer.createdAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, QTimeZone::UTC);
    transfer.finishedAt = transfer.createdAt.addSecs(5);
    transfer.resultPath = u"/cache/snapshots"_s;
    transfer.files = {{u"a"_s, QString(40, u'a'), 10, 10, Finished, true},
                      {u"b"_s, QString(64, u'b'), 1'000'000'000'000, 4, Failed, false}};
    transfer.filesTotal = 2;
    transfer.filesDone = 1;
    transfer.totalBytes = 1'000'000'000'010;
    transfer.doneBytes = 14;
    const auto read = transferFromJson(
        QJsonDocument::fromJson(QJsonDocument(transferToJson(transfer)).toJson()).object());
    QVERIFY(read);
    QCOMPARE(*read, transfer);

    for (const TransferState active : {Preparing, Hashing, Running, Verifying}) {
        transfer.state = active;
        QCOMPARE(transferFromJson(transferToJson(transfer))->state, Queued);
    }
    transfer.state = Paused;
    QCOMPARE(transferFromJson(transferToJson(transfer))->state, Paused);
    QVERIFY(!transferFromJson({}));
}

void TransferPartsTest::keepsNoSecretsInTheJournal()
{
    Transfer transfer;
    transfer.id = 1;
    transfer.error = failure(ErrorKind::Network, u"https://h/x?X-Amz-Signature=abcdef failed"_s,
                             u"Bearer hf_abcdefghijklmnop"_s)
                         .error();
    const QByteArray text = QJsonDocument(transferToJson(transfer)).toJson();
    QVERIFY(!text.contains("abcdef"));
}

//! Many messages at once are spread over several turns of the event loop, in their order.
void TransferPartsTest::mailboxLeavesRoomForOthers()
{
    const auto box = std::make_shared<Mailbox>();
    QList<int> got;
    for (int i = 0; i < 100; ++i) {
        box->post([&got, &box, i] {
            const QDeadlineTimer busy(1ms);
            while (!busy.hasExpired()) { }
            got << i;
            if (i == 0)
                box->post([&got] { got << 100; });
        });
    }
    int before = -1; // how many came before the timer's turn
    QTimer::singleShot(0, this, [&got, &before] { before = static_cast<int>(got.size()); });
    QTRY_COMPARE(got.size(), 101);
    QVERIFY2(before >= 0 && before < 50, qPrintable(QString::number(before)));
    for (int i = 0; i <= 100; ++i)
        QCOMPARE(got.at(i), i);

    for (int i = 0; i < 20; ++i) {
        box->post([&got] {
            const QDeadlineTimer busy(1ms);
            while (!busy.hasExpired()) { }
            got << -1;
        });
    }
    QTRY_VERIFY(got.contains(-1));
    const qsizetype when = got.size();
    box->close(); // what waits is dropped
    QCoreApplication::processEvents();
    QCOMPARE(got.size(), when);
}

void TransferPartsTest::sharesConnectionsAndMemory()
{
    ConnectionBudget budget;
    int calls = 0;
    budget.setOnFree([&calls] { ++calls; });
    budget.setMost(2);
    budget.takeFirst();
    QVERIFY(budget.takeMore());
    QVERIFY(!budget.takeMore());
    budget.takeFirst(); // always granted
    QCOMPARE(budget.used(), 3);
    budget.giveBack();
    QCOMPARE(calls, 0);
    budget.callWhenFree();
    budget.giveBack();
    QCOMPARE(calls, 1);
    budget.giveBack();
    QCOMPARE(calls, 1); // asked for once

    constexpr qint64 kMiB = 1024 * 1024;
    budget.takeMemory(31 * kMiB); // whoever it is
    QVERIFY(!budget.isMemoryFull());
    budget.takeMemory(kMiB);
    QVERIFY(budget.isMemoryFull());
    budget.giveBackMemory(1);
    QVERIFY(!budget.isMemoryFull());
}

QTEST_GUILESS_MAIN(TransferPartsTest)
#include "tst_transferparts.moc"
