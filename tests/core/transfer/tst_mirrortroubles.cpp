// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/transfer/enginefixture.h"

#include <algorithm>
#include <chrono>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum TransferState;
using Kind = FakeFault::Kind;

namespace {

constexpr qint64 kMiB = 1024 * 1024;
constexpr int kSmallFiles = 200;

FakeFault status(int code, const QByteArray &headers = {}, const QByteArray &match = "/resolve/")
{
    FakeFault made;
    made.match = match;
    made.kind = Kind::Status;
    made.at = 1'000'000'000;
    made.status = code;
    made.headers = headers;
    made.times = 0;
    return made;
}

FakeFault silence()
{
    FakeFault made = status(0);
    made.kind = Kind::Stall;
    made.at = 0;
    return made;
}

QString smallName(int i)
{
    return u"data/file-%1.json"_s.arg(i, 5, 10, QLatin1Char('0'));
}

} // namespace

//! The endpoint is in trouble or refuses, and there is a mirror.
class MirrorTroublesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsASlowMirrorWithoutTheEndpoint();
    void asksNobodyElseAfterARefusal_data();
    void asksNobodyElseAfterARefusal();
    void asksMirrorsForAMissingFile();
    void forgivesAWholeFile();
    void takesAWholeFileOfTheEndpoint();
    void fetchesSmallFilesFromMirrors_data();
    void fetchesSmallFilesFromMirrors();

private:
    void addFile(const QByteArray &content)
    {
        f->hub.addFile(u"model.bin"_s, content, true);
        m_mirror->addFile(u"model.bin"_s, content, true);
    }

    std::unique_ptr<FakeHubServer> m_mirror;
    std::unique_ptr<EngineFixture> f;
};

void MirrorTroublesTest::init()
{
    f = std::make_unique<EngineFixture>();
    m_mirror = std::make_unique<FakeHubServer>();
    f->config.tuning.segmentsAbove = kMiB;
    f->config.tuning.leastShare = 100 * kMiB;
    f->config.tuning.mirrors = {m_mirror->endpoint()};
}

void MirrorTroublesTest::keepsASlowMirrorWithoutTheEndpoint()
{
    // The only one who works, at some 500 kB a second.
    const QByteArray content = FakeHubServer::content(8 * kMiB);
    addFile(content);
    m_mirror->setPause(125);
    f->hub.addFault(status(503));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 40'000);
    QCOMPARE(f->cached(u"model.bin"_s), content);
    QCOMPARE(m_mirror->contentBytes(), content.size()); // nothing was given up
}

void MirrorTroublesTest::asksNobodyElseAfterARefusal_data()
{
    QTest::addColumn<FakeFault>("refusal");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << status(401,
                                   "X-Error-Message: Invalid credentials in Authorization "
                                   "header\r\n")
                         << ErrorKind::Unauthorized;
    QTest::newRow("403") << status(403, "X-Error-Message: no entry\r\n") << ErrorKind::Forbidden;
    QTest::newRow("gated") << status(403, "X-Error-Code: GatedRepo\r\n") << ErrorKind::Gated;
    QTest::newRow("repo") << status(404, "X-Error-Code: RepoNotFound\r\n") << ErrorKind::NotFound;
}

void MirrorTroublesTest::asksNobodyElseAfterARefusal()
{
    // The repo may have been closed since the planning: its names are nobody's business.
    QFETCH(FakeFault, refusal);
    QFETCH(ErrorKind, kind);
    addFile(FakeHubServer::content(2 * kMiB));
    f->hub.addFault(refusal);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(isEnded(stateOf(engine, id)));
    QCOMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, kind);
    QCOMPARE(errorOf(engine, id).httpStatus, refusal.status);
    QVERIFY(m_mirror->requests().empty());
}

void MirrorTroublesTest::asksMirrorsForAMissingFile()
{
    const QByteArray content = FakeHubServer::content(2 * kMiB);
    addFile(content);
    f->hub.addFault(status(404, "X-Error-Code: EntryNotFound\r\n"));
    m_mirror->addFault(status(403));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).httpStatus, 404); // the endpoint's error
    QVERIFY(m_mirror->count("/resolve/") >= 1);
    // The mirror alone is enough.
    m_mirror->clearFaults();
    engine.retry(id);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20'000);
    QCOMPARE(f->cached(u"model.bin"_s), content);
    QCOMPARE(m_mirror->contentBytes(), content.size());
}

void MirrorTroublesTest::forgivesAWholeFile()
{
    // One connection to each, and one whole file in between from the endpoint.
    f->config.tuning.firstConnections = 2;
    f->config.tuning.connectionsPerFile = 2;
    const QByteArray content = FakeHubServer::content(40 * kMiB);
    addFile(content);
    f->hub.setPause(8);
    m_mirror->setPause(8);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(f->hub.contentBytes() > kMiB && m_mirror->contentBytes() > kMiB);
    FakeFault whole = status(0);
    whole.match = "model.bin";
    whole.kind = Kind::FullReply;
    whole.times = 1;
    whole.cdn = true;
    f->hub.addFault(whole);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 40'000);
    QCOMPARE(f->cached(u"model.bin"_s), content);
    const auto requests = f->hub.requests();
    const auto answer = [](int wanted) {
        return [wanted](const FakeRequest &each) { return each.cdn && each.status == wanted; };
    };
    const auto first = std::ranges::find_if(requests, answer(200));
    QVERIFY(first != requests.end());
    QVERIFY(std::ranges::any_of(first, requests.end(), answer(206)));
}

void MirrorTroublesTest::takesAWholeFileOfTheEndpoint()
{
    // Nobody knows yet whether the mirror is any better, and it is not.
    const QByteArray content = FakeHubServer::content(4 * kMiB);
    addFile(content);
    f->hub.setWithoutRanges();
    m_mirror->setWithoutRanges();
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Finished);
    QCOMPARE(f->cached(u"model.bin"_s), content);
    QCOMPARE(f->hub.count("/resolve/"), 1);
    QCOMPARE(m_mirror->count("/resolve/"), 0);
}

void MirrorTroublesTest::fetchesSmallFilesFromMirrors_data()
{
    QTest::addColumn<FakeFault>("trouble");
    QTest::addColumn<std::chrono::milliseconds>("delay");
    QTest::addColumn<int>("asked"); // of the endpoint at most, after those that were under way
    QTest::newRow("429") << status(429, "Retry-After: 30\r\n") << 20ms << 2;
    QTest::newRow("503 with time") << status(503, "Retry-After: 30\r\n") << 20ms << 2;
    QTest::newRow("503") << status(503) << 1000ms << 12;
    QTest::newRow("silent") << silence() << 1000ms << 12;
}

void MirrorTroublesTest::fetchesSmallFilesFromMirrors()
{
    QFETCH(FakeFault, trouble);
    QFETCH(std::chrono::milliseconds, delay);
    QFETCH(int, asked);
    for (int i = 0; i < kSmallFiles; ++i) {
        const QByteArray content = "content of file " + QByteArray::number(i);
        f->hub.addFile(smallName(i), content);
        m_mirror->addFile(smallName(i), content);
    }
    f->config.client.downloadTimeout = 500ms;
    f->config.client.retryDelay = delay;
    f->hub.addFault(trouble);
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 15'000);
    for (int i = 0; i < kSmallFiles; ++i)
        QCOMPARE(f->cached(smallName(i)), "content of file " + QByteArray::number(i));
    const int count = f->hub.count("/resolve/");
    QVERIFY2(count <= f->config.tuning.connections + asked, qPrintable(QString::number(count)));
    QCOMPARE(m_mirror->count("/resolve/"), kSmallFiles);

    // Another download does not find it out once more, as long as the endpoint wants its rest.
    if (trouble.headers.isEmpty())
        return;
    f->hub.clearRequests();
    DownloadRequest again = f->request();
    again.force = true;
    const TransferId next = engine.addDownload(again);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, next), Finished, 15'000);
    QCOMPARE(f->hub.count("/resolve/"), 0);
}

QTEST_GUILESS_MAIN(MirrorTroublesTest)
#include "tst_mirrortroubles.moc"
