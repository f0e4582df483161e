// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/localhub.h"
#include "app/localhub/oauth/deviceflow.h"
#include "tests/app/localhub/rawclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

namespace {

constexpr auto kForm = "application/x-www-form-urlencoded";
const auto kDeviceGrant = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"_ba;

// A time that only the test moves.
struct TestClock
{
    QDateTime now = QDateTime(QDate(2025, 5, 1), QTime(12, 0), QTimeZone::UTC);
    [[nodiscard]] Clock clock()
    {
        return [this] { return now; };
    }
};

} // namespace

class LocalHubOAuthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void pollInTime();
    void slowDown();
    void codesExpire();
    void decisions();
    void decidedOnce();

    void deviceRequest();
    void badRequests_data();
    void badRequests();
    void approved();
    void denied();
    void toldToSlowDown();
    void expiredCode();
    void jsonAndBasicClients();
    void otherClientsCode();
    void refreshTokensRotate();
    void accessTokensExpire();
    void page();
    void pageRefuses_data();
    void pageRefuses();
    void pageShowsWhatWasTypedAsText();
    void control();
    void userInfo();

private:
    QJsonObject post(const QByteArray &target, const QByteArray &form);
    QJsonObject poll(const QJsonObject &device);
    int decide(const QJsonObject &order);
    QJsonObject startFlow();
    QJsonObject tokens(const QString &user = u"demo"_s);

    QTemporaryDir m_folder;
    std::unique_ptr<LocalHub> m_hub;
    std::unique_ptr<RawClient> m_client;
};

void LocalHubOAuthTest::initTestCase()
{
    auto hub = LocalHub::start({.folder = m_folder.path()});
    QVERIFY2(hub.has_value(), hub ? "" : qPrintable(hub.error()));
    m_hub = *std::move(hub);
    m_client = std::make_unique<RawClient>(m_hub->endpoint());
}

void LocalHubOAuthTest::init()
{
    QCOMPARE(m_client->remove("/_localhub/oauth").status, 200);
    // Nobody waits in these tests, so that any time between two polls has to be enough.
    QCOMPARE(m_client->post("/_localhub/oauth", R"({"interval":0})").status, 200);
}

QJsonObject LocalHubOAuthTest::post(const QByteArray &target, const QByteArray &form)
{
    return m_client->post(target, form, kForm).json().object();
}

QJsonObject LocalHubOAuthTest::startFlow()
{
    return post("/oauth/device", "client_id=test-app");
}

QJsonObject LocalHubOAuthTest::poll(const QJsonObject &device)
{
    return post("/oauth/token",
                kDeviceGrant + "&client_id=test-app&device_code="
                    + device[u"device_code"].toString().toLatin1());
}

int LocalHubOAuthTest::decide(const QJsonObject &order)
{
    return m_client->post("/_localhub/oauth", QJsonDocument(order).toJson()).status;
}

QJsonObject LocalHubOAuthTest::tokens(const QString &user)
{
    const QJsonObject device = startFlow();
    if (decide({{u"user_code"_s, device[u"user_code"]},
                {u"user"_s, user},
                {u"decision"_s, u"approve"_s}})
        != 200)
        return {};
    return poll(device);
}

void LocalHubOAuthTest::pollInTime()
{
    TestClock time;
    DeviceFlow flow(time.clock());
    const DeviceFlow::Code code = flow.request(u"app"_s, u"profile"_s);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"authorization_pending"_s);
        time.now = time.now.addSecs(5);
    }
    QVERIFY(flow.decide(code.userCode, u"demo"_s, u"approve"_s));
    const auto grant = flow.poll(code.deviceCode, u"app"_s);
    QVERIFY(grant.has_value());
    QCOMPARE(grant->user, u"demo"_s);
    QCOMPARE(grant->scope, u"profile"_s);
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"invalid_grant"_s);
}

void LocalHubOAuthTest::slowDown()
{
    TestClock time;
    DeviceFlow flow(time.clock());
    const DeviceFlow::Code code = flow.request(u"app"_s, {});
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"authorization_pending"_s);
    time.now = time.now.addMSecs(4'800);
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"slow_down"_s);
    time.now = time.now.addMSecs(4'950);
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"authorization_pending"_s);
    time.now = time.now.addSecs(60);
    QVERIFY(flow.decide(code.userCode, {}, u"slow_down"_s));
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"slow_down"_s);
    time.now = time.now.addSecs(5);
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"authorization_pending"_s);
}

void LocalHubOAuthTest::codesExpire()
{
    TestClock time;
    DeviceFlow flow(time.clock());
    flow.setSettings({.interval = 1, .codeLifetime = 60});
    const DeviceFlow::Code code = flow.request(u"app"_s, {});
    time.now = time.now.addSecs(59);
    QVERIFY(flow.isOpen(code.userCode));
    time.now = time.now.addSecs(1);
    QVERIFY(!flow.isOpen(code.userCode));
    QVERIFY(!flow.decide(code.userCode, u"demo"_s, u"approve"_s));
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"expired_token"_s);
    // After a while nothing is known of it any more.
    time.now = time.now.addSecs(3601);
    (void)flow.request(u"app"_s, {});
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"invalid_grant"_s);
}

void LocalHubOAuthTest::decisions()
{
    TestClock time;
    DeviceFlow flow(time.clock());
    const DeviceFlow::Code code = flow.request(u"app"_s, {});
    QVERIFY(!flow.decide(code.userCode, u"demo"_s, u"perhaps"_s));
    QVERIFY(!flow.decide(u"NONE-NONE"_s, u"demo"_s, u"approve"_s));
    // However people type it.
    const QString typed = code.userCode.toLower().replace(u'-', u' ');
    QVERIFY(flow.isOpen(typed));
    QVERIFY(flow.decide(typed, {}, u"deny"_s));
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s).error(), u"access_denied"_s);
}

void LocalHubOAuthTest::decidedOnce()
{
    TestClock time;
    DeviceFlow flow(time.clock());
    const DeviceFlow::Code code = flow.request(u"app"_s, {});
    QVERIFY(flow.decide(code.userCode, u"demo"_s, u"approve"_s));
    QVERIFY(!flow.decide(code.userCode, u"alice"_s, u"approve"_s));
    QVERIFY(!flow.decide(code.userCode, u"alice"_s, u"deny"_s));
    QCOMPARE(flow.poll(code.deviceCode, u"app"_s)->user, u"demo"_s);
}

void LocalHubOAuthTest::deviceRequest()
{
    QCOMPARE(m_client->remove("/_localhub/oauth").status, 200);
    const RawReply reply = m_client->post("/oauth/device", "client_id=test-app", kForm);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("cache-control"), "no-store"_ba);
    const QJsonObject device = reply.json().object();
    const QString code = device[u"user_code"].toString();
    QVERIFY(!device[u"device_code"].toString().isEmpty());
    QCOMPARE(code.size(), 9);
    QCOMPARE(device[u"verification_uri"].toString(), m_hub->endpoint() + u"/device"_s);
    QCOMPARE(device[u"verification_uri_complete"].toString(),
             m_hub->endpoint() + u"/device?user_code="_s + code);
    QCOMPARE(device[u"interval"].toInt(), 5);
    QCOMPARE(device[u"expires_in"].toInt(), 900);
    QVERIFY(startFlow()[u"user_code"].toString() != code);
}

void LocalHubOAuthTest::badRequests_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("error");
    QTest::newRow("device, no client") << "/oauth/device"_ba << ""_ba << u"invalid_request"_s;
    QTest::newRow("token, nothing") << "/oauth/token"_ba << ""_ba << u"invalid_request"_s;
    QTest::newRow("token, no client")
        << "/oauth/token"_ba << kDeviceGrant + "&device_code=x" << u"invalid_request"_s;
    QTest::newRow("unknown code") << "/oauth/token"_ba
                                  << kDeviceGrant + "&client_id=a&device_code=x"
                                  << u"invalid_grant"_s;
    QTest::newRow("unknown refresh token")
        << "/oauth/token"_ba << "grant_type=refresh_token&client_id=a&refresh_token=x"_ba
        << u"invalid_grant"_s;
    QTest::newRow("other grant") << "/oauth/token"_ba << "grant_type=password&client_id=a"_ba
                                 << u"unsupported_grant_type"_s;
}

void LocalHubOAuthTest::badRequests()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, form);
    const RawReply reply = m_client->post(target, form, kForm);
    QCOMPARE(reply.status, 400);
    QTEST(reply.json()[u"error"].toString(), "error");
    QCOMPARE(m_client->get(target).status, 404);
}

void LocalHubOAuthTest::approved()
{
    const QJsonObject device = startFlow();
    QCOMPARE(poll(device)[u"error"].toString(), u"authorization_pending"_s);
    QCOMPARE(decide({{u"user_code"_s, device[u"user_code"]},
                     {u"user"_s, u"alice"_s},
                     {u"decision"_s, u"approve"_s}}),
             200);
    const QJsonObject reply = poll(device);
    QCOMPARE(reply[u"token_type"].toString(), u"bearer"_s);
    QCOMPARE(reply[u"expires_in"].toInteger(), 30 * 24 * 3600);
    QVERIFY(!reply[u"refresh_token"].toString().isEmpty());
    const QByteArray token = reply[u"access_token"].toString().toLatin1();
    QVERIFY(token.startsWith("hf_oauth_"));
    const QJsonObject who = m_client->get("/api/whoami-v2", token).json().object();
    QCOMPARE(who[u"name"].toString(), u"alice"_s);
    QCOMPARE(who[u"auth"][u"type"].toString(), u"app_token_as_user"_s);
    QVERIFY(!who[u"auth"].toObject().contains(u"accessToken"));
    QVERIFY(who[u"auth"][u"expiresAt"].toString().endsWith(u'Z'));
    QCOMPARE(poll(device)[u"error"].toString(), u"invalid_grant"_s);
}

void LocalHubOAuthTest::denied()
{
    const QJsonObject device = startFlow();
    QCOMPARE(decide({{u"user_code"_s, device[u"user_code"]}, {u"decision"_s, u"deny"_s}}), 200);
    QCOMPARE(poll(device)[u"error"].toString(), u"access_denied"_s);
}

void LocalHubOAuthTest::toldToSlowDown()
{
    const QJsonObject device = startFlow();
    QCOMPARE(decide({{u"user_code"_s, device[u"user_code"]}, {u"decision"_s, u"slow_down"_s}}),
             200);
    QCOMPARE(poll(device)[u"error"].toString(), u"slow_down"_s);
    QCOMPARE(poll(device)[u"error"].toString(), u"authorization_pending"_s);
    // By itself it says so to whoever asks again at once.
    QCOMPARE(decide({{u"interval"_s, 60}}), 200);
    const QJsonObject other = startFlow();
    QCOMPARE(other[u"interval"].toInt(), 60);
    QCOMPARE(poll(other)[u"error"].toString(), u"authorization_pending"_s);
    QCOMPARE(poll(other)[u"error"].toString(), u"slow_down"_s);
}

void LocalHubOAuthTest::expiredCode()
{
    const QJsonObject device = startFlow();
    QCOMPARE(decide({{u"user_code"_s, device[u"user_code"]}, {u"decision"_s, u"expire"_s}}), 200);
    QCOMPARE(poll(device)[u"error"].toString(), u"expired_token"_s);
    QCOMPARE(decide({{u"device_expires_in"_s, 0}}), 200);
    QCOMPARE(poll(startFlow())[u"error"].toString(), u"expired_token"_s);
}

void LocalHubOAuthTest::jsonAndBasicClients()
{
    const QJsonObject device =
        m_client->post("/oauth/device", R"({"client_id":"secret-app"})").json().object();
    QVERIFY(device.contains(u"device_code"));
    const RawReply reply = m_client->send(
        {.method = "POST",
         .target = "/oauth/token",
         .headers = {{"Content-Type", kForm},
                     {"Authorization", "Basic " + "secret-app:password"_ba.toBase64()}},
         .body = kDeviceGrant + "&device_code=" + device[u"device_code"].toString().toLatin1()});
    QCOMPARE(reply.json()[u"error"].toString(), u"authorization_pending"_s);
}

void LocalHubOAuthTest::otherClientsCode()
{
    const QJsonObject device =
        m_client->post("/oauth/device", "client_id=other", kForm).json().object();
    QCOMPARE(poll(device)[u"error"].toString(), u"invalid_grant"_s);
}

void LocalHubOAuthTest::refreshTokensRotate()
{
    const QJsonObject first = tokens();
    const auto refresh = [this](const QJsonObject &old, const QByteArray &client) {
        return post("/oauth/token",
                    "grant_type=refresh_token&client_id=" + client
                        + "&refresh_token=" + old[u"refresh_token"].toString().toLatin1());
    };
    QCOMPARE(refresh(first, "other-app")[u"error"].toString(), u"invalid_grant"_s);
    const QJsonObject second = refresh(first, "test-app");
    QVERIFY(second[u"access_token"].toString() != first[u"access_token"].toString());
    QVERIFY(second[u"refresh_token"].toString() != first[u"refresh_token"].toString());
    const QByteArray token = second[u"access_token"].toString().toLatin1();
    QCOMPARE(m_client->get("/api/whoami-v2", token).json()[u"name"].toString(), u"demo"_s);
    QCOMPARE(refresh(first, "test-app")[u"error"].toString(), u"invalid_grant"_s);
    QVERIFY(refresh(second, "test-app").contains(u"access_token"));
}

void LocalHubOAuthTest::accessTokensExpire()
{
    QCOMPARE(decide({{u"token_expires_in"_s, 0}}), 200);
    const QJsonObject all = tokens();
    QCOMPARE(all[u"expires_in"].toInteger(-1), 0);
    const RawReply reply =
        m_client->get("/api/whoami-v2", all[u"access_token"].toString().toLatin1());
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.header("x-error-message"), "Invalid credentials in Authorization header"_ba);
    QCOMPARE(decide({{u"token_expires_in"_s, 60}}), 200);
    const QJsonObject fresh = post("/oauth/token",
                                   "grant_type=refresh_token&client_id=test-app&refresh_token="
                                       + all[u"refresh_token"].toString().toLatin1());
    QCOMPARE(m_client->get("/api/whoami-v2", fresh[u"access_token"].toString().toLatin1()).status,
             200);
}

void LocalHubOAuthTest::page()
{
    const QJsonObject device = startFlow();
    const QByteArray code = device[u"user_code"].toString().toLatin1();
    const RawReply form =
        m_client->get(targetOf(device[u"verification_uri_complete"].toString().toLatin1()));
    QCOMPARE(form.status, 200);
    QCOMPARE(form.header("content-type"), "text/html; charset=utf-8"_ba);
    QVERIFY(form.body.contains("value=\"" + code + '"'));
    QVERIFY(form.body.contains("<option>alice</option>"));
    QVERIFY(!form.body.contains("<option>openfjord</option>"));
    const RawReply done =
        m_client->post("/device", "user_code=" + code + "&user=alice&decision=approve", kForm);
    QCOMPARE(done.status, 200);
    QVERIFY(done.body.contains("Device connected"));
    QVERIFY(poll(device).contains(u"access_token"));

    const QJsonObject second = startFlow();
    const RawReply refused = m_client->post(
        "/device",
        "user_code=" + second[u"user_code"].toString().toLatin1() + "&user=demo&decision=deny",
        kForm);
    QVERIFY(refused.body.contains("Request denied"));
    QCOMPARE(poll(second)[u"error"].toString(), u"access_denied"_s);
}

void LocalHubOAuthTest::pageRefuses_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown code") << "user_code=x&user=demo&decision=approve"_ba << 404;
    QTest::newRow("unknown user") << "user_code=x&user=nobody&decision=approve"_ba << 400;
    QTest::newRow("no button") << "user_code=x&user=demo"_ba << 400;
    QTest::newRow("a test's decision") << "user_code=x&user=demo&decision=expire"_ba << 400;
}

void LocalHubOAuthTest::pageRefuses()
{
    QFETCH(const QByteArray, form);
    QTEST(m_client->post("/device", form, kForm).status, "status");
}

void LocalHubOAuthTest::pageShowsWhatWasTypedAsText()
{
    const RawReply form = m_client->get("/device?user_code=%22%3E%3Cscript%3E");
    QVERIFY(!form.body.contains("<script>"));
}

void LocalHubOAuthTest::control()
{
    QCOMPARE(decide({{u"interval"_s, 2}, {u"device_expires_in"_s, 30}}), 200);
    const QJsonObject device = startFlow();
    const QJsonObject state = m_client->get("/_localhub/oauth").json().object();
    QCOMPARE(state[u"interval"].toInt(), 2);
    QCOMPARE(state[u"device_expires_in"].toInt(), 30);
    QCOMPARE(state[u"codes"][0][u"user_code"], device[u"user_code"]);
    QCOMPARE(state[u"codes"][0][u"client_id"].toString(), u"test-app"_s);
    QCOMPARE(state[u"codes"][0][u"state"].toString(), u"pending"_s);
    QCOMPARE(decide({{u"interval"_s, -1}}), 400);
    QCOMPARE(decide({{u"interval"_s, u"soon"_s}}), 400);
    QCOMPARE(m_client->get("/_localhub/oauth").json()[u"interval"].toInt(), 2);
    const QJsonObject approve{{u"user_code"_s, device[u"user_code"]},
                              {u"decision"_s, u"approve"_s}};
    QCOMPARE(decide(approve), 400); // by whom?
    QCOMPARE(m_client->remove("/_localhub/oauth").status, 200);
    QCOMPARE(m_client->get("/_localhub/oauth").json()[u"codes"].toArray().size(), 0);
    QCOMPARE(poll(device)[u"error"].toString(), u"invalid_grant"_s);
}

void LocalHubOAuthTest::userInfo()
{
    const QByteArray token = tokens()[u"access_token"].toString().toLatin1();
    const QJsonObject info = m_client->get("/oauth/userinfo", token).json().object();
    QCOMPARE(info[u"preferred_username"].toString(), u"demo"_s);
    QCOMPARE(info[u"name"].toString(), u"Dana Moreau"_s);
    QVERIFY(info[u"picture"].toString().startsWith("http://"_L1));
    QCOMPARE(info[u"orgs"].toArray().size(), 2);
    QCOMPARE(m_client->get("/oauth/userinfo", "hf_demo_write").status, 401);
}

QTEST_GUILESS_MAIN(LocalHubOAuthTest)
#include "tst_localhuboauth.moc"
