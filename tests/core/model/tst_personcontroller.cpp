// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/personcontroller.h"
#include "tests/support/fakenetwork.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const QByteArray kUser = R"({"user":"Ada","fullname":"Ada Byron","type":"user","numModels":0,
    "numDatasets":2,"numFollowers":3,"orgs":[{"name":"nordwind"}]})";
const QByteArray kOrganization = R"({"name":"nordwind","fullname":"Nordwind","numModels":1,
    "numUsers":2})";

} // namespace

class TestPersonController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_person.reset(); }
    void user();
    void organizationAfterUser();
    void knowsBetter();
    void remembersTheKind();
    void nobody();
    void failures_data();
    void failures();
    void retryAfterFailure();
    void newestWins();
    void refreshKeepsWhatIsThere();
    void listsLoadWhenWanted();
    void pagesOnDemand();
    void repeatedRowsAreLeftOut();
    void emptyPagesGoOn();
    void endlessEmptyPagesEnd();
    void pageFailsAndRetries();
    void staleListsAskAgain();
    void otherTokenAsksAgain();
    void otherHubForgets();
    void tabOfAnotherKind();
    void kindsOfLikes();

private:
    [[nodiscard]] int count(const QByteArray &target) const
    {
        return static_cast<int>(m_network->log().count("GET " + target));
    }
    void openUser()
    {
        m_answers.insert("/api/users/ada/overview", {200, kUser});
        m_person->open(u"ada"_s);
        QTRY_COMPARE(m_person->state(), LoadState::Ready);
    }
    [[nodiscard]] LoadState listState(PersonTab tab) const { return m_person->list(tab)->state(); }

    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray next = {};
    };
    QHash<QByteArray, Answer> m_answers; //!< By target; others get an empty list.
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HubClient> m_client;
    std::unique_ptr<PersonController> m_person;
};

void TestPersonController::init()
{
    m_answers.clear();
    m_network = std::make_unique<FakeNetwork>();
    m_network->setResponder([this](FakeReply *reply) {
        const auto found = m_answers.constFind(reply->target());
        if (found != m_answers.cend() && found->status == 0)
            return; // hangs
        const bool overview = reply->target().endsWith("/overview");
        const Answer answer = found != m_answers.cend() ? *found
            : overview                                  ? Answer{404, R"({"error":"no"})", {}}
                                                        : Answer{200, "[]", {}};
        QList<std::pair<QByteArray, QByteArray>> headers;
        if (!answer.next.isEmpty())
            headers.append({"Link", "<http://hub.test" + answer.next + ">; rel=\"next\""});
        reply->finishWith(answer.status, answer.body, headers);
    });
    ClientConfig config;
    config.endpoint = QUrl(u"http://hub.test"_s);
    config.retryDelay = std::chrono::milliseconds(1);
    m_client = std::make_unique<HubClient>(config, m_network.get());
    m_person = std::make_unique<PersonController>(m_client.get());
}

void TestPersonController::user()
{
    QSignalSpy changed(m_person.get(), &PersonController::stateChanged);
    m_answers.insert("/api/users/ada/overview", {200, kUser});
    m_person->open(u"ada"_s);
    QCOMPARE(m_person->state(), LoadState::Loading);
    QCOMPARE(m_person->kind(), PersonKind::Unknown);
    QVERIFY(m_person->tabs().empty());
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_person->kind(), PersonKind::User);
    QCOMPARE(m_person->overview().person.name, u"Ada"_s);
    QVERIFY(m_person->fetchedAt().isValid());
    QCOMPARE(count("/api/organizations/ada/overview"), 0);
    // Nothing to see among the models: the datasets are first, under the Hub's own spelling.
    QCOMPARE(m_person->tab(), PersonTab::Datasets);
    QTRY_COMPARE(listState(PersonTab::Datasets), LoadState::Empty);
    QCOMPARE(count("/api/datasets?author=Ada&sort=lastModified&direction=-1&full=true"), 1);
    QCOMPARE(listState(PersonTab::Models), LoadState::Idle);
    // The organisations came with the overview.
    QCOMPARE(listState(PersonTab::Organizations), LoadState::Ready);
    QCOMPARE(m_person->people(PersonTab::Organizations)->rowCount(), 1);
    QCOMPARE(m_person->count(PersonTab::Organizations), 1);
    QCOMPARE(m_person->count(PersonTab::Followers), 3);
    QCOMPARE(m_person->count(PersonTab::Likes), -1);
    QVERIFY(!std::ranges::contains(m_person->tabs(), PersonTab::Members));
}

void TestPersonController::organizationAfterUser()
{
    m_answers.insert("/api/organizations/nordwind/overview", {200, kOrganization});
    m_person->open(u"nordwind"_s);
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QCOMPARE(m_network->log().first(), "GET /api/users/nordwind/overview");
    QCOMPARE(m_person->kind(), PersonKind::Organization);
    QCOMPARE(m_person->tab(), PersonTab::Models);
    QVERIFY(std::ranges::contains(m_person->tabs(), PersonTab::Members));
    QVERIFY(!std::ranges::contains(m_person->tabs(), PersonTab::Likes));
    m_person->setTab(PersonTab::Followers);
    QTRY_COMPARE(listState(PersonTab::Followers), LoadState::Empty);
    QCOMPARE(count("/api/organizations/nordwind/followers"), 1);
}

void TestPersonController::knowsBetter()
{
    m_answers.insert("/api/organizations/nordwind/overview", {200, kOrganization});
    m_person->open(u"nordwind"_s, PersonKind::Organization);
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QCOMPARE(count("/api/users/nordwind/overview"), 0);
    // Who believes the wrong thing gets the right page all the same.
    m_answers.insert("/api/users/ada/overview", {200, kUser});
    m_person->open(u"ada"_s, PersonKind::Organization);
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QCOMPARE(m_person->kind(), PersonKind::User);
}

void TestPersonController::remembersTheKind()
{
    m_answers.insert("/api/organizations/nordwind/overview", {200, kOrganization});
    for (int round = 0; round < 2; ++round) {
        m_person->open(u"nordwind"_s);
        QTRY_COMPARE(m_person->state(), LoadState::Ready);
        m_person->close();
    }
    QCOMPARE(count("/api/users/nordwind/overview"), 1);
    QCOMPARE(count("/api/organizations/nordwind/overview"), 2);
}

void TestPersonController::nobody()
{
    m_person->open(u"nobody"_s);
    QTRY_COMPARE(m_person->state(), LoadState::Failed);
    QVERIFY(m_person->isNobody());
    QCOMPARE(m_person->error()->kind, ErrorKind::NotFound);
    QVERIFY(m_person->error()->message.contains("nobody"_L1));
    QCOMPARE(m_network->count(), 2);
    QVERIFY(m_person->tabs().empty());
}

void TestPersonController::failures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("sign-in needed") << 401 << ErrorKind::Unauthorized;
    QTest::newRow("forbidden") << 403 << ErrorKind::Forbidden;
    QTest::newRow("offline") << 0 << ErrorKind::Offline;
}

void TestPersonController::failures()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    if (status == 0) {
        ClientConfig config = m_client->config();
        config.offline = true;
        m_client->setConfig(config);
    }
    m_answers.insert("/api/users/ada/overview", {status, R"({"error":"no"})"});
    m_person->open(u"ada"_s);
    QTRY_COMPARE(m_person->state(), LoadState::Failed);
    QCOMPARE(m_person->error()->kind, kind);
    QVERIFY(!m_person->isNobody());
    // Only "there is no such user" is a reason to ask for an organisation.
    QCOMPARE(count("/api/organizations/ada/overview"), 0);
}

void TestPersonController::retryAfterFailure()
{
    m_answers.insert("/api/users/ada/overview", {403, R"({"error":"no"})"});
    m_person->open(u"ada"_s);
    QTRY_COMPARE(m_person->state(), LoadState::Failed);
    m_answers.insert("/api/users/ada/overview", {200, kUser});
    m_person->refresh();
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QVERIFY(!m_person->error());
}

void TestPersonController::newestWins()
{
    m_answers.insert("/api/users/ada/overview", {0, {}});
    m_answers.insert("/api/organizations/nordwind/overview", {200, kOrganization});
    m_person->open(u"ada"_s);
    QTRY_COMPARE(m_network->count(), 1);
    const QPointer<FakeReply> old = m_network->last();
    m_person->open(u"nordwind"_s);
    QVERIFY(!old || old->wasAborted());
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QCOMPARE(m_person->overview().person.name, u"nordwind"_s);
    // A list of somebody who is not shown any more does not come either.
    m_answers.insert("/api/organizations/nordwind/members", {0, {}});
    m_person->setTab(PersonTab::Members);
    QTRY_COMPARE(count("/api/organizations/nordwind/members"), 1);
    const QPointer<FakeReply> list = m_network->last();
    m_person->close();
    QVERIFY(!list || list->wasAborted());
    QCOMPARE(listState(PersonTab::Members), LoadState::Idle);
    QVERIFY(!m_person->people(PersonTab::Members)->isLoading());
}

void TestPersonController::refreshKeepsWhatIsThere()
{
    m_answers.insert("/api/users/Ada/followers", {200, R"([{"user":"b"}])"});
    openUser();
    m_person->setTab(PersonTab::Followers);
    QTRY_COMPARE(listState(PersonTab::Followers), LoadState::Ready);
    ClientConfig config = m_client->config();
    config.offline = true;
    m_client->setConfig(config);
    QTRY_COMPARE(m_person->state(), LoadState::Failed);
    QCOMPARE(m_person->overview().person.name, u"Ada"_s);
    QCOMPARE(m_person->people(PersonTab::Followers)->rowCount(), 1);
    QCOMPARE(listState(PersonTab::Followers), LoadState::Ready);
    QCOMPARE(listState(PersonTab::Organizations), LoadState::Ready);
    config.offline = false;
    m_client->setConfig(config);
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QCOMPARE(m_person->tab(), PersonTab::Followers);
    QTRY_COMPARE(count("/api/users/Ada/followers"), 2);
}

void TestPersonController::listsLoadWhenWanted()
{
    openUser();
    QCOMPARE(count("/api/users/Ada/likes"), 0);
    m_person->setTab(PersonTab::Likes);
    QTRY_COMPARE(listState(PersonTab::Likes), LoadState::Empty);
    m_person->setTab(PersonTab::Datasets);
    m_person->setTab(PersonTab::Likes);
    QCOMPARE(count("/api/users/Ada/likes"), 1); // once is enough
    m_person->list(PersonTab::Likes)->refresh();
    QTRY_COMPARE(count("/api/users/Ada/likes"), 2);
}

void TestPersonController::pagesOnDemand()
{
    m_answers.insert("/api/users/Ada/followers",
                     {200, R"([{"user":"a","isPro":true},{"user":"b","fullname":"Bo"}])",
                      "/api/users/Ada/followers?cursor=2"});
    m_answers.insert("/api/users/Ada/followers?cursor=2", {200, R"([{"user":"c"}])"});
    openUser();
    m_person->setTab(PersonTab::Followers);
    QTRY_COMPARE(listState(PersonTab::Followers), LoadState::Ready);
    PersonListModel *model = m_person->people(PersonTab::Followers);
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(1).data().toString(), u"Bo"_s);
    QCOMPARE(model->index(1).data(PersonListModel::NameRole).toString(), u"b"_s);
    QCOMPARE(model->index(0).data(Qt::AccessibleTextRole).toString(), u"a, User, PRO"_s);
    QVERIFY(model->canFetchMore({}));
    QCOMPARE(count("/api/users/Ada/followers?cursor=2"), 0);
    model->fetchMore({});
    QTRY_COMPARE(model->rowCount(), 3);
    QVERIFY(!model->canFetchMore({}));
}

void TestPersonController::repeatedRowsAreLeftOut()
{
    m_answers.insert("/api/users/Ada/followers", {200, R"([{"user":"a"},{"user":"b"}])", "/more"});
    m_answers.insert("/more", {200, R"([{"user":"b"},{"user":"c"}])"});
    openUser();
    m_person->setTab(PersonTab::Followers);
    PersonListModel *model = m_person->people(PersonTab::Followers);
    // The tester fetches more by itself.
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model->rowCount(), 3);
    QCOMPARE(model->person(2).name, u"c"_s);
}

void TestPersonController::emptyPagesGoOn()
{
    m_answers.insert("/api/users/Ada/likes", {200, "[]", "/more"});
    m_answers.insert("/more", {200, "[]", "/evenmore"});
    m_answers.insert("/evenmore", {200, R"([{"repo":{"name":"ns/m","type":"model"}}])"});
    openUser();
    m_person->setTab(PersonTab::Likes);
    QTRY_COMPARE(listState(PersonTab::Likes), LoadState::Ready);
    QCOMPARE(m_person->likes()->rowCount(), 1);
}

void TestPersonController::endlessEmptyPagesEnd()
{
    m_answers.insert("/api/users/Ada/likes", {200, "[]", "/a"});
    m_answers.insert("/a", {200, "[]", "/b"});
    m_answers.insert("/b", {200, "[]", "/a"});
    openUser();
    m_person->setTab(PersonTab::Likes);
    QTRY_COMPARE(listState(PersonTab::Likes), LoadState::Empty);
    QVERIFY(m_network->count() < 40);
}

void TestPersonController::pageFailsAndRetries()
{
    m_answers.insert("/api/users/Ada/followers", {200, R"([{"user":"a"}])", "/more"});
    m_answers.insert("/more", {403, R"({"error":"no"})"});
    openUser();
    m_person->setTab(PersonTab::Followers);
    ListState *list = m_person->list(PersonTab::Followers);
    QTRY_COMPARE(list->state(), LoadState::Ready);
    list->model()->fetchMore({});
    QTRY_VERIFY(list->moreFailed());
    QCOMPARE(list->state(), LoadState::Ready);
    QCOMPARE(list->error()->kind, ErrorKind::Forbidden);
    QVERIFY(!list->model()->canFetchMore({})); // not by itself
    m_answers.insert("/more", {200, R"([{"user":"b"}])"});
    list->retry();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QVERIFY(!list->moreFailed() && !list->error());

    m_answers.insert("/api/users/Ada/following", {403, R"({"error":"no"})"});
    m_person->setTab(PersonTab::Following);
    QTRY_COMPARE(listState(PersonTab::Following), LoadState::Failed);
    m_answers.insert("/api/users/Ada/following", {200, R"([{"user":"b"}])"});
    m_person->list(PersonTab::Following)->retry();
    QTRY_COMPARE(listState(PersonTab::Following), LoadState::Ready);
}

void TestPersonController::staleListsAskAgain()
{
    openUser();
    m_person->setTab(PersonTab::Likes);
    QTRY_COMPARE(count("/api/users/Ada/likes"), 1);
    m_person->setTab(PersonTab::Followers);
    QTRY_COMPARE(count("/api/users/Ada/followers"), 1);
    m_person->refresh();
    QTRY_COMPARE(count("/api/users/Ada/followers"), 2); // what is seen, at once
    QCOMPARE(count("/api/users/Ada/likes"), 1);
    m_person->setTab(PersonTab::Likes); // the rest when it is looked at
    QTRY_COMPARE(count("/api/users/Ada/likes"), 2);
}

void TestPersonController::otherTokenAsksAgain()
{
    openUser();
    ClientConfig config = m_client->config();
    config.token = u"hf_other"_s;
    m_client->setConfig(config);
    QTRY_COMPARE(count("/api/users/ada/overview"), 2);
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
}

void TestPersonController::otherHubForgets()
{
    openUser();
    QSignalSpy person(m_person.get(), &PersonController::personChanged);
    ClientConfig config = m_client->config();
    config.endpoint = QUrl(u"http://other.test"_s);
    m_client->setConfig(config);
    QCOMPARE(person.size(), 1);
    QCOMPARE(m_person->kind(), PersonKind::Unknown); // nothing of the other Hub stays on the screen
    QCOMPARE(m_person->people(PersonTab::Organizations)->rowCount(), 0);
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QCOMPARE(m_network->last() ? m_network->last()->request().url().host() : u"other.test"_s,
             u"other.test"_s);
}

void TestPersonController::tabOfAnotherKind()
{
    m_answers.insert("/api/users/ada/overview", {200, kUser});
    m_person->open(u"ada"_s, PersonKind::User, PersonTab::Members);
    QTRY_COMPARE(m_person->state(), LoadState::Ready);
    QCOMPARE(m_person->tab(), PersonTab::Models);
    m_person->setTab(PersonTab::Members);
    QCOMPARE(m_person->tab(), PersonTab::Models);
    m_person->close();
    m_person->open(u"ada"_s, PersonKind::User, PersonTab::Following);
    QTRY_COMPARE(m_person->tab(), PersonTab::Following);
    QCOMPARE(listState(PersonTab::Datasets), LoadState::Idle);
}

void TestPersonController::kindsOfLikes()
{
    QAbstractItemModelTester tester(m_person->likes(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_answers.insert("/api/users/Ada/likes",
                     {200, R"([{"createdAt":"2024-01-02T03:04:05.000Z","repo":{"name":"ns/x",
                     "type":"dataset"}},{"repo":{"name":"ns/x","type":"kernel"}}])"});
    openUser();
    m_person->setTab(PersonTab::Likes);
    QTRY_COMPARE(m_person->likes()->rowCount(), 2); // one name, two kinds
    const QModelIndex dataset = m_person->likes()->index(0);
    QCOMPARE(dataset.data(LikedReposModel::RepoRole).value<RepoId>(),
             (RepoId{RepoType::Dataset, u"ns/x"_s}));
    QCOMPARE(dataset.data(Qt::AccessibleTextRole).toString(), u"ns/x, Dataset"_s);
    QVERIFY(dataset.data(LikedReposModel::LikedAtRole).toDateTime().isValid());
    const QModelIndex kernel = m_person->likes()->index(1);
    QVERIFY(!kernel.data(LikedReposModel::RepoRole).isValid());
    QCOMPARE(kernel.data(LikedReposModel::TypeTextRole).toString(), u"Kernel"_s);
}

QTEST_GUILESS_MAIN(TestPersonController)
#include "tst_personcontroller.moc"
