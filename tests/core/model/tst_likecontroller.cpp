// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/likecontroller.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const RepoId kRepo{RepoType::Model, QStringLiteral("ns/m")};
const RepoId kOther{RepoType::Dataset, QStringLiteral("ns/m")};

} // namespace

class TestLikeController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_likes.reset(); }
    void readsTheLikesOnce();
    void severalPages();
    void likesAndTakesBack();
    void refusalIsTakenBack();
    void staysWithTheRepoThatWasMeant();
    void twoPressesAtOnce();
    void nothingWithoutTokenOrRepo();
    void anotherAccount();
    void lateListKnowsLess();

private:
    [[nodiscard]] int count(const QByteArray &line) const
    {
        return static_cast<int>(m_network->log().count(line));
    }
    void signIn(const QString &user)
    {
        ClientConfig config = m_client->config();
        config.token = u"hf_"_s + user;
        m_client->setConfig(config);
        m_likes->setUser(user);
    }

    QByteArray m_list; //!< The account's likes.
    int m_status = 200; //!< For likes and their taking back.
    bool m_hangs = false;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HubClient> m_client;
    std::unique_ptr<LikeController> m_likes;
};

void TestLikeController::init()
{
    m_list = R"([{"repo":{"name":"ns/m","type":"dataset"}},{"repo":{"name":"x","type":"kernel"}}])";
    m_status = 200;
    m_hangs = false;
    m_network = std::make_unique<FakeNetwork>();
    m_network->setResponder([this](FakeReply *reply) {
        if (m_hangs)
            return;
        if (reply->target() == "/api/users/ada/likes?cursor=2")
            reply->finishWith(200, R"([{"repo":{"name":"ns/m","type":"model"}}])");
        else if (reply->target().endsWith("/likes"))
            reply->finishWith(200, m_list);
        else
            reply->finishWith(m_status, m_status == 200 ? "OK" : R"({"error":"no more likes"})");
    });
    ClientConfig config;
    config.endpoint = QUrl(u"http://hub.test"_s);
    config.retryDelay = std::chrono::milliseconds(1);
    m_client = std::make_unique<HubClient>(config, m_network.get());
    m_likes = std::make_unique<LikeController>(m_client.get());
}

void TestLikeController::readsTheLikesOnce()
{
    signIn(u"ada"_s);
    QCOMPARE(m_network->count(), 0); // nobody looks at a repo
    m_likes->setRepo(kOther);
    QTRY_VERIFY(m_likes->isLiked());
    m_likes->setRepo(kRepo);
    QVERIFY(!m_likes->isLiked()); // the same name, another type
    m_likes->setRepo(kOther);
    QVERIFY(m_likes->isLiked());
    QCOMPARE(count("GET /api/users/ada/likes"), 1);
}

void TestLikeController::severalPages()
{
    m_network->setResponder([](FakeReply *reply) {
        if (reply->target().endsWith("cursor=2"))
            reply->finishWith(200, R"([{"repo":{"name":"ns/m","type":"model"}}])");
        else
            reply->finishWith(
                200, "[]",
                {{"Link", "<http://hub.test/api/users/ada/likes?cursor=2>; rel=\"next\""}});
    });
    signIn(u"ada"_s);
    m_likes->setRepo(kRepo);
    QTRY_VERIFY(m_likes->isLiked());
}

void TestLikeController::likesAndTakesBack()
{
    signIn(u"ada"_s);
    m_likes->setRepo(kRepo);
    m_likes->setCount(7);
    m_likes->toggle();
    QVERIFY(m_likes->isLiked()); // at once
    QCOMPARE(m_likes->count(), 8);
    QVERIFY(m_likes->isBusy());
    QTRY_VERIFY(!m_likes->isBusy());
    QCOMPARE(count("POST /api/models/ns/m/like"), 1);
    m_likes->toggle();
    QVERIFY(!m_likes->isLiked());
    QCOMPARE(m_likes->count(), 7);
    QTRY_VERIFY(!m_likes->isBusy());
    QCOMPARE(count("DELETE /api/models/ns/m/like"), 1);
}

void TestLikeController::refusalIsTakenBack()
{
    m_status = 403;
    QSignalSpy failed(m_likes.get(), &LikeController::failed);
    signIn(u"ada"_s);
    m_likes->setRepo(kRepo);
    m_likes->setCount(7);
    m_likes->toggle();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(0).value<RepoId>(), kRepo);
    QCOMPARE(failed.first().at(1).toBool(), true);
    QVERIFY(!m_likes->isLiked() && !m_likes->isBusy());
    QCOMPARE(m_likes->count(), 7);
}

void TestLikeController::staysWithTheRepoThatWasMeant()
{
    m_hangs = true;
    signIn(u"ada"_s);
    m_likes->setRepo(kRepo);
    m_likes->setCount(7);
    m_likes->toggle();
    QTRY_COMPARE(count("POST /api/models/ns/m/like"), 1);
    const QPointer<FakeReply> like = m_network->last();
    m_likes->setRepo(kOther);
    m_likes->setCount(3);
    QVERIFY(like && !like->wasAborted()); // who goes on has not changed his mind
    like->finishWith(403, R"({"error":"no"})");
    QSignalSpy failed(m_likes.get(), &LikeController::failed);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_likes->count(), 3);
    m_likes->setRepo(kRepo);
    QVERIFY(!m_likes->isLiked());
}

void TestLikeController::twoPressesAtOnce()
{
    signIn(u"ada"_s);
    m_likes->setRepo(kRepo);
    m_likes->toggle();
    m_likes->toggle(); // the Hub has not answered yet
    QVERIFY(m_likes->isLiked());
    QTRY_VERIFY(!m_likes->isBusy());
    QCOMPARE(count("DELETE /api/models/ns/m/like"), 0);
}

void TestLikeController::nothingWithoutTokenOrRepo()
{
    m_likes->setRepo(kRepo);
    QVERIFY(!m_likes->isSignedIn());
    m_likes->toggle();
    QVERIFY(!m_likes->isLiked());
    signIn(u"ada"_s);
    QTRY_COMPARE(m_network->count(), 1); // the likes
    m_likes->setRepo({});
    m_likes->toggle();
    QCOMPARE(m_network->count(), 1);
}

void TestLikeController::anotherAccount()
{
    signIn(u"ada"_s);
    m_likes->setRepo(kOther);
    QTRY_VERIFY(m_likes->isLiked());
    m_list = "[]";
    ClientConfig config = m_client->config();
    config.token = u"hf_eve"_s;
    m_client->setConfig(config);
    QVERIFY(!m_likes->isLiked()); // whose likes they are is not known yet
    QCOMPARE(count("GET /api/users/ada/likes"), 1);
    m_likes->setUser(u"eve"_s);
    QTRY_COMPARE(count("GET /api/users/eve/likes"), 1);
    QVERIFY(!m_likes->isLiked());
}

void TestLikeController::lateListKnowsLess()
{
    QPointer<FakeReply> list;
    m_network->setResponder([&list](FakeReply *reply) {
        if (reply->target().endsWith("/likes"))
            list = reply;
        else
            reply->finishWith(200, "OK");
    });
    signIn(u"ada"_s);
    m_likes->setRepo(kRepo);
    QTRY_VERIFY(list);
    for (int i = 0; i < 2; ++i) { // like, and back
        m_likes->toggle();
        QTRY_VERIFY(!m_likes->isBusy());
    }
    list->finishWith(200, R"([{"repo":{"name":"ns/m","type":"model"}},
                              {"repo":{"name":"ns/m","type":"dataset"}}])");
    m_likes->setRepo(kOther);
    QTRY_VERIFY(m_likes->isLiked());
    m_likes->setRepo(kRepo);
    QVERIFY(!m_likes->isLiked());
}

QTEST_GUILESS_MAIN(TestLikeController)
#include "tst_likecontroller.moc"
