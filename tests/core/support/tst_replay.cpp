// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/flightrecorder.h"
#include "core/transfer/transferengine.h"
#include "tests/support/fakehubserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

namespace {

using Outcome = FlightRecord::Outcome;

//! The faults that give a download of one file the same experience as \a records tell of, in their
//! order: statuses, broken connections and stalls at the same byte. What never got through to a
//! server (names, TLS, proxies) has no place here.
std::vector<FakeFault> faultsOf(const std::vector<FlightRecord> &records)
{
    std::vector<FakeFault> faults;
    for (const FlightRecord &record : records) {
        if (record.outcome != Outcome::Failed || !record.path().contains("/resolve/"))
            continue;
        FakeFault fault;
        fault.cdn = !record.redirects().isEmpty();
        fault.at = std::max<qint64>(0, record.rangeFrom) + record.bytes;
        if (record.status >= 400)
            fault.status = record.status;
        else
            fault.kind =
                record.error() == "timeout" ? FakeFault::Kind::Stall : FakeFault::Kind::Cut;
        if (!fault.cdn)
            fault.match = "/resolve/";
        faults.push_back(fault);
    }
    return faults;
}

//! What is the same in two runs: who was asked, from where on, how it went.
QStringList story(const std::vector<FlightRecord> &records)
{
    QStringList lines;
    for (const FlightRecord &record : records) {
        if (!record.path().contains("/resolve/"))
            continue;
        lines.append(u"%1 from %2: %3 %4 %5 bytes, %6 redirects, try %7"_s.arg(
            QString::fromLatin1(record.path().split('/').last()), QString::number(record.rangeFrom),
            QString::number(record.status), QString::fromLatin1(record.error()),
            QString::number(record.bytes), QString::number(record.redirects().size()),
            QString::number(record.attempt)));
    }
    return lines;
}

struct Run
{
    TransferState state = TransferState::Queued;
    ErrorKind error = ErrorKind::Protocol;
    std::vector<FlightRecord> records;
};

Run download(const std::vector<FakeFault> &faults)
{
    FakeHubServer hub;
    hub.addFile(u"model.bin"_s, FakeHubServer::content(3'000'000), true);
    for (const FakeFault &fault : faults)
        hub.addFault(fault);
    QTemporaryDir folder;
    EngineConfig config;
    config.client.endpoint = hub.endpoint();
    config.client.retryDelay = 10ms;
    config.client.downloadTimeout = 1500ms;
    config.tuning.retries = 5; // until it gives up
    config.client.recorder = std::make_shared<FlightRecorder>();
    config.cache = folder.filePath(u"hub"_s);
    config.parallelFiles = 1;
    TransferEngine engine(config);
    DownloadRequest request;
    request.repo = {RepoType::Model, QLatin1StringView(FakeHubServer::kRepo)};
    const TransferId id = engine.addDownload(request);
    Run run;
    if (QTest::qWaitFor([&] { return isEnded(engine.transfer(id)->state); }, 60'000)) {
        const auto transfer = engine.transfer(id);
        run.state = transfer->state;
        run.error = transfer->error.value_or(Error{}).kind;
    }
    run.records = config.client.recorder->records();
    return run;
}

FakeFault make(FakeFault::Kind kind, qint64 at, bool cdn, int status = 500, int times = 1)
{
    FakeFault fault;
    fault.kind = kind;
    fault.at = at;
    fault.cdn = cdn;
    fault.status = status;
    fault.times = times;
    if (!cdn)
        fault.match = "/resolve/";
    return fault;
}

} // namespace

//! A record has enough in it to play a failure again.
class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameEndAgain_data()
    {
        using Kind = FakeFault::Kind;
        QTest::addColumn<std::vector<FakeFault>>("faults");
        QTest::addColumn<TransferState>("state");
        // One break only: Qt may ask again by itself after it, which would use up a second one.
        QTest::newRow("broken") << std::vector{make(Kind::Cut, 700'000, true)}
                                << TransferState::Finished;
        QTest::newRow("stalls") << std::vector{make(Kind::Stall, 1'000'000, true)}
                                << TransferState::Finished;
        QTest::newRow("server gives up")
            << std::vector{make(Kind::Cut, 500'000, true), make(Kind::Status, 0, false, 503, 20)}
            << TransferState::Failed;
        QTest::newRow("not allowed")
            << std::vector{make(Kind::Status, 0, false, 403)} << TransferState::Failed;
    }
    void sameEndAgain()
    {
        QFETCH(std::vector<FakeFault>, faults);
        QFETCH(TransferState, state);
        const Run first = download(faults);
        QCOMPARE(first.state, state);
        const auto recorded = faultsOf(first.records);
        QVERIFY2(!recorded.empty(), qPrintable(story(first.records).join(u'\n')));
        const Run again = download(recorded);
        QCOMPARE(again.state, first.state);
        QCOMPARE(again.error, first.error);
        QVERIFY2(story(again.records) == story(first.records),
                 qPrintable(story(first.records).join(u'\n') + u"\nagain:\n"_s
                            + story(again.records).join(u'\n')));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::ReplayTest)
#include "tst_replay.moc"
