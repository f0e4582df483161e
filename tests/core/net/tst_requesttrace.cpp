// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/users.h"
#include "core/log/flightrecorder.h"
#include "core/net/httppool.h"
#include "core/net/httpstream.h"
#include "core/net/hubclient.h"
#include "core/transfer/transferengine.h"
#include "tests/support/fakehubserver.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

using Outcome = FlightRecord::Outcome;

//! What the flight recorder hears of real requests.
class RequestTraceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_recorder = std::make_shared<FlightRecorder>();
        m_config = ClientConfig();
        m_config.endpoint = QUrl(u"https://hub.example"_s);
        m_config.token = u"hf_secretsecret"_s;
        m_config.retryDelay = 1ms;
        m_config.recorder = m_recorder;
    }

    void everyTryOfACall()
    {
        FakeNetwork network;
        HubClient client(m_config, &network);
        int answers = 0;
        auto call = client.send(WhoAmIRequest{});
        call.then(this, [&answers](const Result<Identity> &) { ++answers; });
        network.reply(0)->finishWith(
            302, {}, {{"Location", "https://other.example/x?Signature=hf_topsecret"}});
        network.reply(1)->finishWith(503, "busy");
        QTRY_COMPARE(network.count(), 3);
        network.last()->finishWith(200, R"({"name":"demo","type":"user"})",
                                   {{"X-Request-Id", "0a1b2c3d-0a1b"}});
        QTRY_COMPARE(answers, 1);

        const auto records = m_recorder->records();
        QCOMPARE(records.size(), std::size_t(2));
        const FlightRecord &first = records.at(0);
        QCOMPARE(first.outcome, Outcome::Failed);
        QCOMPARE(first.error(), "server");
        QCOMPARE(first.status, 503);
        QCOMPARE(first.attempt, 1);
        QCOMPARE(first.redirects().size(), 1);
        QCOMPARE(first.redirects().first().host, "other.example");
        const FlightRecord &second = records.at(1);
        QCOMPARE(second.outcome, Outcome::Done);
        QCOMPARE(second.host(), "hub.example");
        QCOMPARE(second.path(), "/api/whoami-v2");
        QCOMPARE(second.attempt, 2);
        QCOMPARE(second.reason(), "server");
        QCOMPARE(second.status, 200);
        QCOMPARE(second.bytes, 29);
        QCOMPARE(second.requestId(), "0a1b2c3d-0a1b");
        QVERIFY(second.endMs >= 0);
        QVERIFY(!m_recorder->lines().join().contains("secret"));
    }

    void abortedCall()
    {
        FakeNetwork network;
        HubClient client(m_config, &network);
        {
            auto call = client.send(WhoAmIRequest{});
        }
        QCOMPARE(m_recorder->records().size(), std::size_t(1));
        QCOMPARE(m_recorder->records().front().outcome, Outcome::Stopped);
    }

    void nobodyListens()
    {
        m_config.recorder.reset();
        FakeNetwork network;
        HubClient client(m_config, &network);
        auto call = client.send(WhoAmIRequest{});
        network.reply(0)->finishWith(404);
        QVERIFY(m_recorder->lines().isEmpty());
    }

    //! A real stream: redirect to a second host, part of the file, then silence.
    void streamThatStalls()
    {
        constexpr qint64 kStall = 300'000;
        FakeHubServer hub;
        hub.addFile(u"model.bin"_s, FakeHubServer::content(1'000'000), true);
        FakeFault fault;
        fault.kind = FakeFault::Kind::Stall;
        fault.at = kStall;
        fault.cdn = true;
        hub.addFault(fault);
        m_config.endpoint = hub.endpoint();
        HttpPool pool(m_config.proxies);
        HttpStream stream(&pool, m_config);
        stream.setTimeouts({20s, 20s, 2500ms});
        stream.setAttempt(2, u"network"_s);
        QSignalSpy finished(&stream, &HttpStream::finished);
        qint64 read = 0;
        connect(&stream, &HttpStream::readyRead, this,
                [&] { read += stream.read(HttpStream::kReadBuffer).size(); });
        const QUrl url(hub.endpoint().toString() + u"/tester/model/resolve/"_s + hub.commit()
                       + u"/model.bin"_s);
        stream.start(url, 1000);
        // The stall is on record while it lasts: a program that is killed now has told of it.
        QTRY_VERIFY(!m_recorder->records().empty()
                    && !m_recorder->records().front().stalls().isEmpty());
        QCOMPARE(m_recorder->records().front().outcome, Outcome::Open);
        QTRY_COMPARE(finished.size(), 1);

        QCOMPARE(m_recorder->records().size(), std::size_t(1));
        const FlightRecord record = m_recorder->records().front();
        QCOMPARE(record.outcome, Outcome::Failed);
        QCOMPARE(record.error(), "timeout");
        QCOMPARE(record.reason(), "network");
        QCOMPARE(record.attempt, 2);
        QCOMPARE(record.rangeFrom, 1000);
        QCOMPARE(record.rangeTo, -1);
        QCOMPARE(record.status, 206);
        QCOMPARE(record.redirects().size(), 1);
        QCOMPARE(record.bytes, kStall - 1000);
        QCOMPARE(record.bytes, read);
        QCOMPARE(record.length, 1'000'000 - 1000);
        QCOMPARE(record.stalls().size(), 1);
        QCOMPARE(record.stalls().first().phase, "body");
        QVERIFY(record.stalls().first().ms >= 2500);
        QVERIFY(record.connectingMs >= 0);
        QVERIFY(record.sentMs >= record.connectingMs);
        QVERIFY(record.firstByteMs >= record.sentMs);
        QVERIFY(record.endMs >= record.firstByteMs + 2500);
        QVERIFY2(record.path().endsWith("/model.bin"), record.path().constData());
    }

    //! The transfer thread and the GUI thread tell the same recorder.
    void downloadOfTheEngine()
    {
        FakeHubServer hub;
        hub.addFile(u"model.bin"_s, FakeHubServer::content(200'000), true);
        FakeFault fault;
        fault.match = "/model.bin";
        fault.status = 503;
        hub.addFault(fault);
        QTemporaryDir folder;
        EngineConfig config;
        config.client = m_config;
        config.client.endpoint = hub.endpoint();
        config.client.token = QLatin1StringView(FakeHubServer::kToken);
        config.cache = folder.filePath(u"hub"_s);
        TransferEngine engine(config);
        DownloadRequest request;
        request.repo = {RepoType::Model, QLatin1StringView(FakeHubServer::kRepo)};
        const TransferId id = engine.addDownload(request);
        QTRY_COMPARE(engine.transfer(id)->state, TransferState::Finished);

        std::vector<FlightRecord> bulk;
        for (const FlightRecord &record : m_recorder->records()) {
            if (record.path().endsWith("/model.bin"))
                bulk.push_back(record);
        }
        QVERIFY(bulk.size() >= 2);
        QCOMPARE(bulk.front().outcome, Outcome::Failed);
        QCOMPARE(bulk.front().error(), "server");
        QCOMPARE(bulk.back().outcome, Outcome::Done);
        QCOMPARE(bulk.back().reason(), "server");
        QVERIFY(bulk.back().attempt >= 2);
        QCOMPARE(bulk.back().bytes, 200'000);
        QVERIFY(m_recorder->records().size() > bulk.size()); // the questions of planning
        QVERIFY(!m_recorder->lines().join().contains("hf_test"));
    }

    void errorKindsAreKnown()
    {
        for (int kind = 0; kind <= int(ErrorKind::Invalid); ++kind) {
            FlightRecord record;
            const QByteArray name = errorKindName(static_cast<ErrorKind>(kind)).toLatin1();
            record.setError(name);
            QCOMPARE(record.error(), name);
        }
    }

private:
    std::shared_ptr<FlightRecorder> m_recorder;
    ClientConfig m_config;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::RequestTraceTest)
#include "tst_requesttrace.moc"
