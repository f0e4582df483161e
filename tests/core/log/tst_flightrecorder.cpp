// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/flightrecorder.h"

#include "core/log/recordfiles.h"
#include "core/log/safewords.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <time.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

namespace {

const QUrl kEndpoint(u"https://hub.example"_s);
constexpr int kPlenty = 20'000; // ms; a busy machine may take its time

FlightRecord record(const QString &address, quint64 number = 1)
{
    FlightRecord record;
    record.number = number;
    record.startedAt = 1'700'000'000'000 + qint64(number);
    record.setRequest("GET", QUrl(address), kEndpoint);
    record.outcome = FlightRecord::Outcome::Done;
    return record;
}

} // namespace

class FlightRecorderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void path_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("kept");
        const auto row = [](const char *path, const char *kept) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(kept);
        };
        row("/api/whoami-v2", "/api/whoami-v2");
        row("/api/models/ns/name/tree/main/sub%20dir", "/api/models/ns/name/tree/main/*");
        row("/api/models/gpt2/revision/refs%2Fpr%2F1", "/api/models/gpt2/revision/refs/pr/1");
        row("/ns/m/resolve/main/model-00001-of-2.safetensors",
            "/ns/m/resolve/main/model-00001-of-2.safetensors");
        row("/datasets/ns/d/resolve/main/a%40b.parquet", "/datasets/ns/d/resolve/main/*.parquet");
        row("/ns/m/resolve/0123456789abcdef0123456789abcdef01234567/x.json",
            "/ns/m/resolve/0123456789abcdef0123456789abcdef01234567/x.json");
        row("/ns/m/resolve/main/hf_abcdefghijkl", "/ns/m/resolve/main/*");
        row("/ns/m/resolve/main/%2568f_abcdefghijkl", "/ns/m/resolve/main/*");
        row("/ns/m/resolve/main/token/abc", "/ns/m/resolve/main/token/*");
        row("/ns/m/resolve/main/Bearer%20abc", "/ns/m/resolve/main/*");
        row("/ns/m/resolve/main/0123456789abcdef0123456789abcdef", "/ns/m/resolve/main/*");
        row("/ns/m/resolve/main/aB3dE5gH7jK9mN1pQ3sT", "/ns/m/resolve/main/*");
        row("/login/callback/secret", "/*/*/*");
        row("/", "/");
    }
    void path()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, kept);
        QCOMPARE(safePath(path), kept);
        QCOMPARE(safePath(kept), kept); // what was read back is checked again
    }

    void namesCanBeLeftOut()
    {
        const auto rename = [](const QByteArray &repo) {
            return repo == "ns/name" || repo == "gpt2" ? QByteArray("repo-1") : QByteArray("?");
        };
        QCOMPARE(pathWithoutNames("/api/models/ns/name/tree/main/sub", rename),
                 "/api/models/repo-1/tree/main/*");
        QCOMPARE(pathWithoutNames("/api/models/gpt2/revision/v1", rename),
                 "/api/models/repo-1/revision/*");
        QCOMPARE(pathWithoutNames("/datasets/ns/name/resolve/main/x/y.parquet", rename),
                 "/datasets/repo-1/resolve/main/*/*.parquet");
        QCOMPARE(pathWithoutNames("/api/users/somebody/overview", rename), "/api/users/*/overview");
        QCOMPARE(pathWithoutNames("/api/whoami-v2", rename), "/api/whoami-v2");
    }

    void addressesAreCutToWhatIsHarmless()
    {
        const FlightRecord one =
            record(u"https://me:pw@hub.example/api/models?search=secret&x-y=1#frag"_s);
        QCOMPARE(one.host(), "hub.example");
        QCOMPARE(one.path(), "/api/models");
        QCOMPARE(one.queryKeys(), (QList<QByteArray>{"search", "*"}));
        const FlightRecord other = record(u"https://cdn.example:8443/a/b?Signature=secret"_s);
        QCOMPARE(other.host(), "cdn.example:8443");
        QCOMPARE(other.path(), "*");
        QVERIFY(other.queryKeys().isEmpty());
    }

    void textsOfErrors()
    {
        QCOMPARE(safeText(u"config.json: cdn.example stopped sending."_s),
                 u"config.json: cdn.example stopped sending."_s);
        QCOMPARE(safeText(u"see https://u:p@h/x?sig=1 now"_s), u"see * now"_s);
        QCOMPARE(safeText(u"password: hunter2 wrong"_s), u"password: * wrong"_s);
        QCOMPARE(safeText(QDir::homePath() + u"/x is full"_s), u"~/x is full"_s);
        QCOMPARE(safeText(QDir::homePath() + u"ly"_s), QDir::homePath() + u"ly"_s);
    }

    void linesComeBackAsTheyWere()
    {
        FlightRecord original = record(u"https://hub.example/ns/m/resolve/main/a.bin?download=1"_s);
        original.setRun("0badcafe");
        original.addRedirect(QUrl(u"https://cdn.example/x?Signature=s"_s), 12);
        original.addRedirect(QUrl(u"https://a1b2c3d4e5f6g7h8i9j0k.cdn.example:8443/"_s), 13);
        original.addRedirect(QUrl(u"http://[::1]:8080/x"_s), 14);
        original.noteStall("connect", 2100, false);
        original.noteStall("body", 3000, false);
        original.noteStall("body", 9000, true);
        original.setError("timeout");
        original.setReason("network");
        original.setRequestId("Root=1-67a9b0c1-0123456789abcdef01234567;0a1b");
        original.outcome = FlightRecord::Outcome::Failed;
        original.rangeFrom = 100;
        original.connectingMs = 1;
        original.sentMs = 4;
        original.firstByteMs = 20;
        original.endMs = 9100;
        original.status = 206;
        original.bytes = 5;
        original.length = 6;
        original.attempt = 3;
        const QByteArray line = original.toLine();
        QVERIFY2(line.contains(R"(["*.cdn.example:8443",13],["[::1]:8080",14]])"),
                 line.constData());
        QVERIFY2(line.contains(R"("stalls":[["connect",2100],["body",9000]])"), line.constData());
        const auto read = FlightRecord::fromLine(line);
        QVERIFY(read);
        QCOMPARE(read->toLine(), line);
        QVERIFY(*read == original);
        QVERIFY(!FlightRecord::fromLine("{}"));
        QVERIFY(!FlightRecord::fromLine("no json"));
    }

    void foreignLinesAreCheckedToo()
    {
        const auto read = FlightRecord::fromLine(
            R"({"at":"2026-01-02T03:04:05.678Z","n":1,"outcome":"done","method":"hf_secretsecret",)"
            R"("host":"u:secret@h.example/secret?secret","path":"/x/secret",)"
            R"("query_keys":["secret"],"error":"secret","why":"secret","request_id":"secret",)"
            R"("run":"secret99","redirects":[["a/secret",1]],"stalls":[["secret",1]],"more":"secret"})");
        QVERIFY(read);
        const QByteArray line = read->toLine();
        QVERIFY2(!line.contains("secret"), line.constData());
    }

    void theRingIsBounded()
    {
        FlightRecorder::Limits limits;
        limits.ringBytes = 10'000;
        FlightRecorder recorder({}, limits);
        for (quint64 i = 1; i <= 1000; ++i)
            recorder.add(record(u"https://hub.example/api/models"_s, i));
        qsizetype bytes = 0;
        for (const QByteArray &line : recorder.lines())
            bytes += line.size();
        QVERIFY(bytes <= limits.ringBytes);
        QVERIFY(bytes > limits.ringBytes / 2);
        QCOMPARE(recorder.records().back().number, 1000); // the newest stay
        QVERIFY(recorder.records().front().number > 900);
    }

    void filesRollAndAreOurs()
    {
        FlightRecorder::Limits limits;
        limits.fileBytes = 20'000;
        const QString folder = m_folder->filePath(u"state/hubdesk"_s);
        {
            FlightRecorder recorder(folder, limits);
            for (quint64 i = 1; i <= 2000; ++i) {
                recorder.add(record(u"https://hub.example/api/models"_s, i));
                if (i % 100 == 0)
                    QVERIFY(recorder.flush(std::chrono::milliseconds(kPlenty)));
            }
            QCOMPARE(recorder.lost(), 0);
        }
        const QFileInfoList files = QDir(folder).entryInfoList({u"*.jsonl"_s}, QDir::Files);
        QCOMPARE(files.size(), limits.files);
        for (const QFileInfo &file : files) {
            struct stat info = {};
            QCOMPARE(::stat(QFile::encodeName(file.filePath()).constData(), &info), 0);
            QCOMPARE(int(info.st_mode & 0777), 0600);
            QVERIFY2(file.size() <= limits.fileBytes, qPrintable(file.fileName()));
        }
        const auto stored = FlightRecorder::storedRecords(folder);
        QCOMPARE(stored.back().number, 2000);
        for (std::size_t i = 1; i < stored.size(); ++i)
            QCOMPARE(stored.at(i).number, stored.at(i - 1).number + 1); // no gap, no half line
    }

    void theEndIsWritten()
    {
        const QString folder = m_folder->filePath(u"state"_s);
        {
            FlightRecorder recorder(folder);
            recorder.add(record(u"https://hub.example/api/models"_s));
        }
        QCOMPARE(FlightRecorder::storedRecords(folder).size(), std::size_t(1));
    }

    void twoProgramsShareTheFolder()
    {
        FlightRecorder::Limits limits;
        limits.fileBytes = 8'000;
        limits.files = 16;
        const QString folder = m_folder->filePath(u"state"_s);
        FlightRecorder one(folder, limits);
        FlightRecorder two(folder, limits);
        for (quint64 i = 1; i <= 200; ++i) {
            one.add(record(u"https://hub.example/api/models"_s, i));
            two.add(record(u"https://hub.example/api/datasets"_s, i));
            if (i % 20 == 0) {
                QVERIFY(one.flush(std::chrono::milliseconds(kPlenty)));
                QVERIFY(two.flush(std::chrono::milliseconds(kPlenty)));
            }
        }
        QCOMPARE(FlightRecorder::storedRecords(folder).size(), std::size_t(400));
    }

    void anUnwritableFolderHarmsNobody()
    {
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        FlightRecorder recorder(m_folder->filePath(u"file/state"_s));
        recorder.add(record(u"https://hub.example/api/models"_s));
        QVERIFY(recorder.flush(std::chrono::milliseconds(kPlenty)));
        QCOMPARE(recorder.lost(), 1);
        QCOMPARE(recorder.allRecords().size(), std::size_t(1));
    }

    void theLastWordAboutARequestCounts()
    {
        FlightRecorder recorder(m_folder->filePath(u"state"_s));
        FlightRecord open = record(u"https://hub.example/api/models"_s);
        open.outcome = FlightRecord::Outcome::Open;
        recorder.add(open);
        QCOMPARE(recorder.records().front().outcome, FlightRecord::Outcome::Open);
        FlightRecord end = open;
        end.outcome = FlightRecord::Outcome::Done;
        recorder.add(end);
        QVERIFY(recorder.flush(std::chrono::milliseconds(kPlenty)));
        QCOMPARE(recorder.allRecords().size(), std::size_t(1));
        QCOMPARE(recorder.allRecords().front().outcome, FlightRecord::Outcome::Done);
    }

    void manyThreadsRecord()
    {
        constexpr int kThreads = 4;
        constexpr int kEach = 2000;
        FlightRecorder::Limits limits;
        limits.ringBytes = 10'000'000;
        limits.waitingBytes = 10'000'000;
        limits.fileBytes = 10'000'000;
        FlightRecorder recorder(m_folder->filePath(u"state"_s), limits);
        std::vector<std::thread> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&recorder] {
                for (int n = 0; n < kEach; ++n) {
                    recorder.add(
                        record(u"https://hub.example/api/models"_s, recorder.nextNumber()));
                    if (n % 100 == 0)
                        (void)recorder.lines();
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(recorder.flush(std::chrono::milliseconds(kPlenty)));
        QCOMPARE(recorder.allRecords().size(), std::size_t(kThreads * kEach));
    }

    //! Prints what a request pays; fails only when it is out of all proportion.
    void costOfARecord()
    {
        constexpr int kTimes = 20'000;
        FlightRecorder recorder(m_folder->filePath(u"state"_s));
        const QUrl url(u"https://hub.example/ns/model/resolve/main/model.safetensors?download=1"_s);
        const QUrl target(u"https://cdn.example/x?X-Amz-Signature=abc"_s);
        // Of this thread's own work: others may have the processor meanwhile.
        const auto worked = [] {
            timespec time{};
            ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            return double(time.tv_sec) * 1e6 + double(time.tv_nsec) / 1e3; // microseconds
        };
        const double before = worked();
        for (int i = 0; i < kTimes; ++i) {
            FlightRecord made;
            made.number = recorder.nextNumber();
            made.setRequest("GET", url, kEndpoint);
            made.addRedirect(target, 3);
            made.setRequestId("0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f");
            recorder.add(std::move(made));
        }
        const double each = (worked() - before) / kTimes;
        qInfo("%.1f microseconds a request", each);
        QVERIFY(each < 200);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::FlightRecorderTest)
#include "tst_flightrecorder.moc"
