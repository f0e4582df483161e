// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/filemetadata.h"
#include "core/hub/oauth.h"
#include "core/hub/search.h"
#include "core/hub/tree.h"
#include "core/hub/users.h"
#include "core/net/hubclient.h"
#include "core/net/originpolicy.h"
#include "core/net/pager.h"
#include "tests/support/fakenetwork.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

ClientConfig testConfig()
{
    ClientConfig config;
    config.endpoint = QUrl(u"http://hub.example:8080"_s);
    config.token = u"hf_secretsecret"_s;
    config.userAgent = "test/1";
    config.retryDelay = std::chrono::milliseconds(1);
    return config;
}

QByteArray authorization(const FakeReply *reply)
{
    return reply->request().rawHeader("Authorization");
}

} // namespace

//! Redirects, token, retries, pages and the offline switch.
class HubClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<HubClient>(testConfig(), m_network.get());
    }
    void cleanup()
    {
        m_client.reset();
        m_network.reset();
    }

    void sendsTokenAgentAndTrace()
    {
        auto call = m_client->send(WhoAmIRequest{});
        const FakeReply *reply = m_network->last();
        QCOMPARE(authorization(reply), "Bearer hf_secretsecret");
        QCOMPARE(reply->request().rawHeader("User-Agent"), "test/1");
        QCOMPARE(reply->request().rawHeader("X-Amzn-Trace-Id").size(), 36);
    }

    void redirect_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("keepsToken");
        QTest::newRow("relative") << QByteArray("/api/other?x=1")
                                  << QByteArray("http://hub.example:8080/api/other?x=1") << true;
        QTest::newRow("same origin") << QByteArray("http://hub.example:8080/api/other")
                                     << QByteArray("http://hub.example:8080/api/other") << true;
        QTest::newRow("other port") << QByteArray("http://hub.example:8081/x")
                                    << QByteArray("http://hub.example:8081/x") << false;
        QTest::newRow("other host") << QByteArray("https://cdn.example/x?Signature=abc")
                                    << QByteArray("https://cdn.example/x?Signature=abc") << false;
        QTest::newRow("other scheme") << QByteArray("https://hub.example:8080/x")
                                      << QByteArray("https://hub.example:8080/x") << false;
    }
    void redirect()
    {
        QFETCH(QByteArray, location);
        QFETCH(QByteArray, target);
        QFETCH(bool, keepsToken);
        auto call = m_client->send(WhoAmIRequest{});
        m_network->reply(0)->finishWith(307, {}, {{"Location", location}});
        QCOMPARE(m_network->count(), 2);
        QCOMPARE(m_network->last()->url().toEncoded(), target);
        QCOMPARE(!authorization(m_network->last()).isEmpty(), keepsToken);
    }

    void tokenDoesNotComeBackAfterADetour()
    {
        auto call = m_client->send(WhoAmIRequest{});
        m_network->reply(0)->finishWith(302, {}, {{"Location", "http://other.example/a"}});
        QVERIFY(authorization(m_network->reply(1)).isEmpty());
        m_network->reply(1)->finishWith(302, {}, {{"Location", "http://hub.example:8080/b"}});
        QCOMPARE(m_network->log().last(), "GET /b");
        QVERIFY(authorization(m_network->reply(2)).isEmpty());
    }

    void retryAfterARedirectAsksTheFirstQuestionAgain()
    {
        PathsInfoRequest request;
        request.repo = {RepoType::Model, u"ns/m"_s};
        request.paths = {u"a"_s};
        auto call = m_client->send(request);
        m_network->reply(0)->finishWith(303, {}, {{"Location", "/elsewhere"}});
        QCOMPARE(m_network->log().last(), "GET /elsewhere");
        m_network->reply(1)->finishWith(503);
        QTRY_COMPARE(m_network->count(), 3);
        QCOMPARE(m_network->log().at(2), m_network->log().first());
        QVERIFY(m_network->last()->sentBody().contains("paths=a"));
    }

    void bodyStaysWithItsHost()
    {
        const OAuthTokenRequest request{u"client"_s, {}, u"a-refresh-token"_s};
        std::optional<Result<OAuthToken>> result;
        auto call = m_client->send(request);
        call.then(this, [&result](const Result<OAuthToken> &r) { result = r; });
        m_network->reply(0)->finishWith(307, {}, {{"Location", "https://other.example/take"}});
        QTRY_VERIFY(result);
        QCOMPARE(result->error().kind, ErrorKind::Protocol);
        QCOMPARE(m_network->count(), 1);
        // To another place of the same host it goes.
        auto second = m_client->send(request);
        m_network->reply(1)->finishWith(307, {}, {{"Location", "/oauth/new-token"}});
        QCOMPARE(m_network->log().last(), "POST /oauth/new-token");
        QVERIFY(m_network->last()->sentBody().contains("a-refresh-token"));
    }

    void upgradeToHttpsKeepsTheToken()
    {
        QVERIFY(sameOrigin(u"http://hub.example/"_s, u"https://hub.example/"_s));
        QVERIFY(!sameOrigin(u"http://hub.example:81/"_s, u"https://hub.example/"_s));
        QVERIFY(!sameOrigin(u"https://hub.example/"_s, u"http://hub.example/"_s));
        QVERIFY(!sameOrigin(u"https://hub.example/"_s, u"https://hub.example.evil/"_s));
    }

    void encryptionIsNeverGivenUp()
    {
        ClientConfig config = testConfig();
        config.endpoint = QUrl(u"https://hub.example"_s);
        m_client->setConfig(config);
        const Error error = failWith([](FakeReply *reply) {
            reply->finishWith(302, {}, {{"Location", "http://hub.example/"}});
        });
        QCOMPARE(error.kind, ErrorKind::Protocol);
    }

    void redirectLoopEnds()
    {
        const Error error = failWith(
            [](FakeReply *reply) { reply->finishWith(302, {}, {{"Location", "/api/whoami-v2"}}); });
        QCOMPARE(error.kind, ErrorKind::Protocol);
        QCOMPARE(m_network->count(), 11);
    }

    void metadataFollowsOnlyRelativeRedirects()
    {
        FileMetadataRequest request;
        request.repo = {RepoType::Model, u"old/m"_s};
        request.path = u"a b.bin"_s;
        std::optional<Result<FileMetadata>> result;
        auto call = m_client->send(request);
        call.then(this, [&result](const Result<FileMetadata> &r) { result = r; });
        QCOMPARE(m_network->log().first(), "HEAD /old/m/resolve/main/a%20b.bin");
        QCOMPARE(m_network->reply(0)->request().rawHeader("Accept-Encoding"), "identity");
        m_network->reply(0)->finishWith(307, {},
                                        {{"Location", "/new/m/resolve/main/a%20b.bin?drop=1"}});
        QCOMPARE(m_network->log().last(), "HEAD /new/m/resolve/main/a%20b.bin");
        m_network->reply(1)->finishWith(302, {},
                                        {{"Location", "https://cdn.example/s/1?Signature=zzz"},
                                         {"X-Repo-Commit", QByteArray(40, 'c')},
                                         {"X-Linked-Etag", '"' + QByteArray(64, 'a') + '"'},
                                         {"X-Linked-Size", "6"},
                                         {"Content-Length", "99"},
                                         {"ETag", "\"wrong\""}});
        QTRY_VERIFY(result);
        QVERIFY(*result);
        QCOMPARE((*result)->etag, QString(64, u'a'));
        QCOMPARE((*result)->size, 6);
        QCOMPARE((*result)->location, QUrl(u"https://cdn.example/s/1?Signature=zzz"_s));
        QCOMPARE(m_network->count(), 2); // the CDN was not asked
    }

    void retriesServerErrorsThenGivesUp()
    {
        const Error error = failWith([](FakeReply *reply) { reply->finishWith(503); });
        QCOMPARE(error.kind, ErrorKind::Server);
        QCOMPARE(m_network->count(), 4);
    }

    void retriesOnceAndSucceeds()
    {
        m_network->setResponder([this](FakeReply *reply) {
            if (m_network->count() == 1)
                reply->breakOff(QNetworkReply::RemoteHostClosedError);
            else
                reply->finishWith(200, R"({"name":"demo"})");
        });
        std::optional<Result<Identity>> result;
        auto call = m_client->send(WhoAmIRequest{});
        call.then(this, [&result](const Result<Identity> &r) { result = r; });
        QTRY_VERIFY(result);
        QCOMPARE((*result)->name, u"demo"_s);
    }

    void aReplyThatIsCutShortIsNone()
    {
        m_network->setResponder([this](FakeReply *reply) {
            const QByteArray body = R"({"name":"me"})";
            reply->finishWith(200, m_network->count() == 1 ? body.first(0) : body,
                              {{"Content-Length", QByteArray::number(body.size())}});
        });
        auto call = m_client->send(WhoAmIRequest{});
        std::optional<Result<Identity>> answer;
        call.then(this, [&answer](const Result<Identity> &result) { answer = result; });
        QTRY_VERIFY(answer);
        QVERIFY2(*answer, answer->has_value() ? "" : qPrintable(answer->error().message));
        QCOMPARE(m_network->count(), 2);
    }

    void doesNotRetryWhatIsFinal_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 409, 416, 501})
            QTest::addRow("%d", status) << status;
    }
    void doesNotRetryWhatIsFinal()
    {
        QFETCH(int, status);
        failWith([status](FakeReply *reply) { reply->finishWith(status); });
        QCOMPARE(m_network->count(), 1);
    }

    void sendsAnOrderOnlyOnce()
    {
        // Whoever asks for a thing twice may get it twice.
        struct Order
        {
            using Response = int;
            [[nodiscard]] RequestSpec spec() const
            {
                RequestSpec spec;
                spec.method = "POST";
                spec.path = "/api/repos/create";
                return spec;
            }
            [[nodiscard]] static Result<int> parse(const ReplyData &) { return 0; }
        };
        m_network->setResponder([](FakeReply *reply) { reply->finishWith(503); });
        std::optional<Result<int>> result;
        auto call = m_client->send(Order{});
        call.then(this, [&result](const Result<int> &r) { result = r; });
        QTRY_VERIFY(result);
        QCOMPARE(result->error().kind, ErrorKind::Server);
        QCOMPARE(m_network->count(), 1);
    }

    void stopsAtAListThatDoesNotEnd()
    {
        m_network->setResponder([](FakeReply *reply) {
            reply->finishWith(
                200, R"([{"id":"a/b"}])",
                {{"Link", "<http://hub.example:8080/api/models?cursor=2>; rel=\"next\""},
                 {"X-Request-Id", "r-1"}});
        });
        Pager<SearchRequest> pager(m_client.get(), SearchRequest{});
        std::optional<Error> error;
        const auto take = [&error](const Result<Page<RepoInfo>> &page) {
            if (!page)
                error = page.error();
        };
        pager.fetchNext(this, take);
        QTRY_VERIFY(!pager.isLoading());
        QVERIFY(!error); // the second page is another address
        pager.fetchNext(this, take);
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Protocol);
        QCOMPARE(error->requestId, u"r-1"_s);
        QVERIFY(!pager.hasMore());
    }

    void longRateLimitIsReportedNotWaitedFor()
    {
        const Error error = failWith([](FakeReply *reply) {
            reply->finishWith(429, {}, {{"RateLimit", R"("api";r=0;t=120)"}});
        });
        QCOMPARE(error.kind, ErrorKind::RateLimited);
        QCOMPARE(error.retryAfter, 120);
        QCOMPARE(m_network->count(), 1);
    }

    void timeoutsAreNotCancellations()
    {
        const Error error = failWith(
            [](FakeReply *reply) { reply->breakOff(QNetworkReply::OperationCanceledError); });
        QCOMPARE(error.kind, ErrorKind::Timeout);
    }

    void offlineOpensNoSocket()
    {
        ClientConfig config = testConfig();
        config.offline = true;
        m_client->setConfig(config);
        const Error error = failWith([](FakeReply *) { });
        QCOMPARE(error.kind, ErrorKind::Offline);
        QCOMPARE(m_network->count(), 0);
    }

    void pagerFollowsLinksAndKeepsTheTokenAtHome()
    {
        Pager<SearchRequest> pager(m_client.get(), SearchRequest{});
        QStringList ids;
        std::optional<Error> error;
        const auto take = [&](const Result<Page<RepoInfo>> &page) {
            if (!page) {
                error = page.error();
                return;
            }
            for (const RepoInfo &info : page->items)
                ids << info.repo.id;
        };
        pager.fetchNext(this, take);
        pager.fetchNext(this, take); // ignored: one is loading
        QCOMPARE(m_network->count(), 1);
        m_network->last()->finishWith(
            200, R"([{"id":"a/b"}])",
            {{"Link", "<http://hub.example:8080/api/models?cursor=2>; rel=\"next\""}});
        pager.fetchNext(this, take); // ignored: its page has arrived and is being delivered
        QCOMPARE(m_network->count(), 1);
        QTRY_COMPARE(ids, QStringList({u"a/b"_s}));
        QVERIFY(pager.hasMore());

        pager.fetchNext(this, take);
        QCOMPARE(m_network->log().last(), "GET /api/models?cursor=2");
        m_network->last()->finishWith(404);
        QTRY_VERIFY(error);
        QVERIFY(pager.hasMore()); // the same page can be asked for again

        pager.fetchNext(this, take);
        m_network->last()->finishWith(
            200, R"([{"id":"c/d"}])",
            {{"Link", "<https://evil.example/api/models?cursor=3>; rel=next"}});
        QTRY_COMPARE(ids.size(), 2);
        pager.fetchNext(this, take);
        QVERIFY(authorization(m_network->last()).isEmpty());
        m_network->last()->finishWith(200, "[]");
        QTRY_VERIFY(!pager.hasMore());
    }

private:
    static bool sameOrigin(const QString &from, const QString &to)
    {
        return sameOriginForToken(QUrl(from), QUrl(to));
    }

    Error failWith(const FakeNetwork::Responder &responder)
    {
        m_network->setResponder(responder);
        std::optional<Error> error;
        auto call = m_client->send(WhoAmIRequest{});
        call.then(this, [&error](const Result<Identity> &result) {
            error = result ? Error{} : result.error();
        });
        [&] { QTRY_VERIFY(error); }();
        return error.value_or(Error{});
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HubClient> m_client;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::HubClientTest)
#include "tst_hubclient.moc"
