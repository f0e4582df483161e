// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/hubclient.h"
#include "tests/support/fakenetwork.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Thing
{
    QString id;
    bool operator==(const Thing &) const = default;
};

struct ThingRequest
{
    using Response = Thing;
    QString id;

    RequestSpec spec() const
    {
        RequestSpec spec;
        spec.path = "/api/models/" + quoteAll(id);
        return spec;
    }
    static Result<Thing> parse(const ReplyData &reply)
    {
        const auto json = parseJson(reply);
        if (!json)
            return std::unexpected(json.error());
        if (!json->object().contains("id"_L1))
            return failure(ErrorKind::Protocol, u"no id"_s);
        return Thing{json->object().value("id"_L1).toString()};
    }
};

ClientConfig testConfig()
{
    ClientConfig config;
    config.endpoint = QUrl(u"https://hub.example"_s);
    config.retryDelay = std::chrono::milliseconds(1);
    return config;
}

int paneCalls = 0;

//! A pane that keeps its call as a member, as all panes do.
class TestPane : public QObject
{
public:
    explicit TestPane(HubClient &client)
        : m_call(client.send(ThingRequest{u"a"_s}))
    {
        m_call.then(this, [this](const Result<Thing> &) {
            ++paneCalls;
            m_text.append(u'x');
        });
    }

private:
    QString m_text;
    Call<Thing> m_call;
};

} // namespace

class CallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        paneCalls = 0;
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<HubClient>(testConfig(), m_network.get());
        m_results.clear();
    }
    void cleanup()
    {
        m_client.reset();
        m_network.reset();
    }

    void success()
    {
        auto call = send(u"a"_s);
        QCOMPARE(m_network->reply(0)->url(), QUrl(u"https://hub.example/api/models/a"_s));
        m_network->reply(0)->finishWith(200, R"({"id":"a"})");
        QVERIFY(m_results.isEmpty()); // never inside the caller
        QVERIFY(call.isPending()); // the answer is on its way
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->id, u"a"_s);
        QVERIFY(!call.isPending());
    }

    void notFound()
    {
        auto call = send(u"a"_s);
        m_network->reply(0)->finishWith(
            404, R"({"error":"Repository not found"})",
            {{"X-Error-Code", "RepoNotFound"}, {"X-Request-Id", "Root=1-2-3"}});
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results.first());
        QCOMPARE(m_results.first().error().kind, ErrorKind::NotFound);
        QVERIFY(m_results.first().error().isRepoNotFound());
        QCOMPARE(m_results.first().error().requestId, u"Root=1-2-3"_s);
    }

    void parseErrorCarriesTheRequestId()
    {
        auto call = send(u"a"_s);
        m_network->reply(0)->finishWith(200, "[]", {{"X-Request-Id", "Root=9"}});
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Protocol);
        QCOMPARE(m_results.first().error().requestId, u"Root=9"_s);
    }

    void lateHandlerIsStillQueued()
    {
        auto call = m_client->send(ThingRequest{u"a"_s});
        m_network->reply(0)->finishWith(200, R"({"id":"a"})");
        bool ran = false;
        call.then(this, [&ran](const Result<Thing> &) { ran = true; });
        QVERIFY(!ran);
        QTRY_VERIFY(ran);
    }

    void cancelReportsOnce()
    {
        auto call = send(u"a"_s);
        const QPointer<FakeReply> reply = m_network->reply(0);
        call.cancel();
        QVERIFY(reply->wasAborted());
        QVERIFY(m_results.isEmpty());
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Canceled);
        call.cancel();
        QCoreApplication::processEvents();
        QCOMPARE(m_results.size(), 1);
    }

    void dropIsSilent()
    {
        QPointer<FakeReply> reply;
        {
            auto call = send(u"a"_s);
            reply = m_network->reply(0);
        }
        QVERIFY(reply->wasAborted());
        QCoreApplication::processEvents();
        QVERIFY(m_results.isEmpty());
    }

    void dropBetweenFinishAndDelivery()
    {
        {
            auto call = send(u"a"_s);
            m_network->reply(0)->finishWith(200, R"({"id":"a"})");
        }
        QCoreApplication::processEvents();
        QVERIFY(m_results.isEmpty());
    }

    void replaceDropsThePrevious()
    {
        auto call = send(u"x"_s);
        const QPointer<FakeReply> first = m_network->reply(0);
        call = send(u"y"_s);
        QVERIFY(first->wasAborted());
        m_network->reply(1)->finishWith(200, R"({"id":"y"})");
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->id, u"y"_s);
    }

    void contextGone()
    {
        auto context = std::make_unique<QObject>();
        bool ran = false;
        auto call = m_client->send(ThingRequest{u"a"_s});
        call.then(context.get(), [&ran](const Result<Thing> &) { ran = true; });
        m_network->reply(0)->finishWith(200, R"({"id":"a"})");
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!ran);
    }

    void destroyedPaneIsNotCalled()
    {
        auto pane = std::make_unique<TestPane>(*m_client);
        const QPointer<FakeReply> reply = m_network->reply(0);
        pane.reset();
        QVERIFY(reply->wasAborted());
        QCoreApplication::processEvents();
        QCOMPARE(paneCalls, 0);
    }

    void destroyedClientAnswersOpenCalls()
    {
        auto call = send(u"a"_s);
        m_client.reset();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Canceled);
    }

    void largeBodiesAreParsedElsewhere()
    {
        auto call = send(u"a"_s);
        const QByteArray padding(2'000'000, ' ');
        m_network->reply(0)->finishWith(200, padding + R"({"id":"big"})");
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->id, u"big"_s);
    }

    void clientGoneWhileThePoolParses()
    {
        auto call = send(u"a"_s);
        m_network->reply(0)->finishWith(200, QByteArray(2'000'000, ' ') + R"({"id":"big"})");
        m_client.reset();
        QTRY_COMPARE(m_results.size(), 1); // the bytes were here already
        QVERIFY(m_results.first());
    }

private:
    Call<Thing> send(const QString &id)
    {
        auto call = m_client->send(ThingRequest{id});
        call.then(this, [this](const Result<Thing> &result) { m_results << result; });
        return call;
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HubClient> m_client;
    QList<Result<Thing>> m_results;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::CallTest)
#include "tst_call.moc"
