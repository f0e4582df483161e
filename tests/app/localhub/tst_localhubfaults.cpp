// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/localhub.h"
#include "tests/app/localhub/rawclient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

namespace {

struct ResetResult
{
    qint64 received = 0;
    int error = 0;
};

// Qt tells a reset and an orderly end in the same words, so this one asks the system itself.
ResetResult readUntilEnd(const QUrl &url, const QByteArray &target)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(url.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ResetResult result;
    if (::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0)
        return {.error = errno};
    const QByteArray request = "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
    if (::send(socket, request.constData(), static_cast<size_t>(request.size()), 0) < 0)
        return {.error = errno};
    QByteArray all;
    std::array<char, 65536> buffer{};
    ssize_t count = 0;
    while ((count = ::recv(socket, buffer.data(), buffer.size(), 0)) > 0)
        all.append(buffer.data(), count);
    result.error = count < 0 ? errno : 0;
    ::close(socket);
    result.received = all.size() - (all.indexOf("\r\n\r\n") + 4);
    return result;
}

} // namespace

class LocalHubFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cutAtTheByte_data();
    void cutAtTheByte();
    void cutOnlyWhereTheReplyPasses();
    void resetAtTheByte();
    void stallUntilTheClientLeaves();
    void stallForAWhile();
    void corruptOneBit();
    void delay();
    void status();
    void expiredLink();
    void expiredOnTheSecondPort();
    void fullReplyToARange();
    void shortLength();
    void changedEtag();
    void timesAndHits();
    void methodAndPort();
    void badFaultsAreRefused();
    void controlIsNeverFaulted();
    void throttleIsShared();

private:
    void order(const QJsonObject &fault);
    QByteArray link();
    QJsonArray log();

    QTemporaryDir m_folder;
    std::unique_ptr<LocalHub> m_hub;
    std::unique_ptr<RawClient> m_client;
    std::unique_ptr<RawClient> m_cdn;
    QByteArray m_target;
    QByteArray m_whole;
};

void LocalHubFaultsTest::initTestCase()
{
    auto hub = LocalHub::start({.folder = m_folder.path()});
    QVERIFY2(hub.has_value(), hub ? "" : qPrintable(hub.error()));
    m_hub = *std::move(hub);
    m_client = std::make_unique<RawClient>(m_hub->endpoint());
    m_cdn = std::make_unique<RawClient>(m_hub->cdn());
    m_target = "/demo/evolving-classifier/resolve/main/model.safetensors";
    m_whole = m_cdn->get(link()).body;
    QVERIFY(m_whole.size() > 400'000);
}

void LocalHubFaultsTest::init()
{
    m_client->remove("/_localhub/faults");
    m_client->remove("/_localhub/requests");
}

void LocalHubFaultsTest::order(const QJsonObject &fault)
{
    const RawReply reply = m_client->post("/_localhub/faults", QJsonDocument(fault).toJson());
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"ids"].toArray().size(), 1);
}

QByteArray LocalHubFaultsTest::link()
{
    return targetOf(m_client->head(m_target).header("location"));
}

QJsonArray LocalHubFaultsTest::log()
{
    return m_client->get("/_localhub/requests").json().array();
}

void LocalHubFaultsTest::cutAtTheByte_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("at once") << 0LL << ""_ba << 0LL;
    QTest::newRow("odd place") << 12'345LL << ""_ba << 12'345LL;
    QTest::newRow("second block") << 300'001LL << ""_ba << 300'001LL;
    QTest::newRow("byte of the file, not of the range")
        << 5'000LL << "bytes=4000-9000"_ba << 1'000LL;
}

void LocalHubFaultsTest::cutAtTheByte()
{
    QFETCH(const qint64, at);
    QFETCH(const QByteArray, range);
    QFETCH(const qint64, expected);
    const QByteArray target = link();
    m_client->remove("/_localhub/requests");
    order({{u"kind"_s, u"cut"_s}, {u"match"_s, u"/lfs/*"_s}, {u"port"_s, u"cdn"_s}, {u"at"_s, at}});
    const RawReply reply = m_cdn->get(target, {}, range);
    QCOMPARE(reply.status, range.isEmpty() ? 200 : 206);
    QVERIFY(reply.closed);
    QVERIFY(!reply.complete);
    QCOMPARE(reply.body.size(), expected);
    QCOMPARE(reply.body, m_whole.sliced(range.isEmpty() ? 0 : 4000, expected));
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(log()[0][u"bytes"].toInteger(), expected);
}

void LocalHubFaultsTest::cutOnlyWhereTheReplyPasses()
{
    const QByteArray target = link();
    order({{u"kind"_s, u"cut"_s}, {u"at"_s, 1000}});
    QVERIFY(m_cdn->get(target, {}, "bytes=0-999").complete);
    QVERIFY(m_cdn->get(target, {}, "bytes=1001-2000").complete);
    QVERIFY(m_cdn->head(target).complete);
    QVERIFY(m_client->get(m_target).complete); // a redirect
    QVERIFY(!m_cdn->get(target, {}, "bytes=500-1500").complete);
    QVERIFY(m_cdn->get(target, {}, "bytes=500-1500").complete); // once only
}

void LocalHubFaultsTest::resetAtTheByte()
{
    const QByteArray target = link();
    order({{u"kind"_s, u"reset"_s}, {u"at"_s, 70'000}});
    const ResetResult result = readUntilEnd(QUrl(m_hub->cdn()), target);
    QCOMPARE(result.error, ECONNRESET);
    QVERIFY(result.received <= 70'000);
}

void LocalHubFaultsTest::stallUntilTheClientLeaves()
{
    const QByteArray target = link();
    m_client->remove("/_localhub/requests");
    order({{u"kind"_s, u"stall"_s}, {u"at"_s, 20'000}});
    const RawReply reply = m_cdn->send({.target = target, .patienceMs = 300});
    QVERIFY(!reply.closed);
    QCOMPARE(reply.body.size(), 20'000);
    QTRY_COMPARE(log().size(), 1); // the client is gone: the reply ends
    QCOMPARE(log()[0][u"bytes"].toInteger(), 20'000);
}

void LocalHubFaultsTest::stallForAWhile()
{
    const QByteArray target = link();
    order({{u"kind"_s, u"stall"_s}, {u"at"_s, 20'000}, {u"ms"_s, 200}});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_cdn->get(target).body, m_whole);
    QVERIFY(timer.elapsed() >= 200);
}

void LocalHubFaultsTest::corruptOneBit()
{
    const QByteArray target = link();
    order({{u"kind"_s, u"corrupt"_s}, {u"at"_s, 262'145}, {u"times"_s, 0}});
    const RawReply whole = m_cdn->get(target);
    QByteArray expected = m_whole;
    expected[262'145] = static_cast<char>(expected[262'145] ^ 1);
    QVERIFY(whole.body != m_whole);
    QCOMPARE(whole.body, expected);
    QCOMPARE(m_cdn->get(target, {}, "bytes=262145-262145").body, expected.sliced(262'145, 1));
    QCOMPARE(m_cdn->get(target, {}, "bytes=0-99").body, m_whole.first(100));
}

void LocalHubFaultsTest::delay()
{
    order({{u"kind"_s, u"delay"_s}, {u"match"_s, u"/api/models*"_s}, {u"ms"_s, 250}});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_client->get("/api/models").status, 200);
    QVERIFY(timer.elapsed() >= 250);
}

void LocalHubFaultsTest::status()
{
    order({{u"kind"_s, u"status"_s},
           {u"status"_s, 429},
           {u"headers"_s,
            QJsonObject{{u"Retry-After"_s, u"3"_s}, {u"RateLimit"_s, u"\"api\";r=0;t=2"_s}}}});
    const RawReply reply = m_client->get("/api/models");
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.header("retry-after"), "3"_ba);
    QCOMPARE(reply.header("ratelimit"), "\"api\";r=0;t=2"_ba);
    QVERIFY(reply.json()[u"error"].isString());
    QVERIFY(!reply.header("x-request-id").isEmpty());
    QCOMPARE(m_client->get("/api/models").status, 200);
}

void LocalHubFaultsTest::expiredLink()
{
    order({{u"kind"_s, u"expired"_s}, {u"port"_s, u"hub"_s}});
    const RawReply redirect = m_client->head(m_target);
    QCOMPARE(redirect.status, 302);
    const RawReply reply = m_cdn->get(targetOf(redirect.header("location")));
    QCOMPARE(reply.status, 403);
    QVERIFY(reply.body.contains("Request has expired"));
    QCOMPARE(m_cdn->get(link()).status, 200);
}

void LocalHubFaultsTest::expiredOnTheSecondPort()
{
    const QByteArray target = link();
    order({{u"kind"_s, u"expired"_s}, {u"port"_s, u"cdn"_s}});
    QCOMPARE(m_cdn->get(target).status, 403);
    QCOMPARE(m_cdn->get(target).status, 200);
}

void LocalHubFaultsTest::fullReplyToARange()
{
    const QByteArray target = link();
    order({{u"kind"_s, u"full_reply"_s}});
    QVERIFY(m_cdn->get(target).complete); // no range: not used up
    const RawReply reply = m_cdn->get(target, {}, "bytes=100-199");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, m_whole);
    QVERIFY(!reply.headers.contains("content-range"));
}

void LocalHubFaultsTest::shortLength()
{
    const QByteArray target = link();
    order({{u"kind"_s, u"length"_s}, {u"at"_s, 1234}});
    const RawReply reply = m_cdn->get(target);
    QVERIFY(reply.complete);
    QCOMPARE(reply.header("content-length"), "1234"_ba);
    QCOMPARE(reply.body, m_whole.first(1234));
}

void LocalHubFaultsTest::changedEtag()
{
    const QByteArray before = m_client->head(m_target).header("x-linked-etag");
    order({{u"kind"_s, u"etag"_s}, {u"port"_s, u"hub"_s}});
    const QByteArray changed = m_client->head(m_target).header("x-linked-etag");
    QCOMPARE(changed.size(), before.size());
    QVERIFY(changed != before);
    QCOMPARE(m_client->head(m_target).header("x-linked-etag"), before);
}

void LocalHubFaultsTest::timesAndHits()
{
    order({{u"kind"_s, u"status"_s},
           {u"match"_s, u"*whoami*"_s},
           {u"status"_s, 503},
           {u"times"_s, 2}});
    for (const int expected : {503, 503, 401})
        QCOMPARE(m_client->get("/api/whoami-v2").status, expected);
    const QJsonArray faults = m_client->get("/_localhub/faults").json().array();
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults[0][u"hits"].toInt(), 2);
    QCOMPARE(m_client->remove("/_localhub/faults").status, 200);
    QVERIFY(m_client->get("/_localhub/faults").json().array().isEmpty());
}

void LocalHubFaultsTest::methodAndPort()
{
    order({{u"kind"_s, u"status"_s},
           {u"method"_s, u"HEAD"_s},
           {u"port"_s, u"hub"_s},
           {u"times"_s, 0}});
    QCOMPARE(m_client->get("/api/models").status, 200);
    QCOMPARE(m_client->head("/api/models").status, 500);
    QCOMPARE(m_cdn->head("/lfs/x").status, 403);
}

void LocalHubFaultsTest::badFaultsAreRefused()
{
    const RawReply reply =
        m_client->post("/_localhub/faults", R"([{"kind":"cut"},{"kind":"nonsense"}])");
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.json()[u"error"].toString().contains("nonsense"_L1));
    QVERIFY(m_client->get("/_localhub/faults").json().array().isEmpty());
}

void LocalHubFaultsTest::controlIsNeverFaulted()
{
    order({{u"kind"_s, u"status"_s}, {u"times"_s, 0}});
    QCOMPARE(m_client->get("/_localhub/seed").status, 200);
    QVERIFY(log().isEmpty());
}

void LocalHubFaultsTest::throttleIsShared()
{
    m_hub->stop();
    auto slow = LocalHub::start({.folder = m_folder.path(), .throttle = 400'000});
    QVERIFY(!slow.has_value()); // still locked by the stopped Hub
    m_hub.reset();
    slow = LocalHub::start({.folder = m_folder.path(), .latencyMs = 50, .throttle = 800'000});
    QVERIFY(slow.has_value());
    RawClient hub((*slow)->endpoint());
    RawClient cdn((*slow)->cdn());
    QElapsedTimer timer;
    timer.start();
    const QByteArray target = targetOf(hub.head(m_target).header("location"));
    QVERIFY(timer.elapsed() >= 50);
    timer.start();
    QCOMPARE(cdn.get(target, {}, "bytes=0-399999").body.size(), 400'000);
    // Half a second at that rate; a slow machine may take longer but never less.
    QVERIFY(timer.elapsed() >= 400);
}

QTEST_GUILESS_MAIN(LocalHubFaultsTest)
#include "tst_localhubfaults.moc"
