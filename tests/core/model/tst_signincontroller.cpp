// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/signincontroller.h"
#include "tests/support/fakeaccounts.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

using State = SignInController::State;

const QUrl kHub(u"https://hub.test"_s);

//! \a json with single quotes as it is on the wire.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

QByteArray whoami(const QByteArray &type = "user")
{
    return quoted("{'type':'TYPE','name':'demo','isPro':true,'orgs':[{'name':'org'}],"
                  "'auth':{'accessToken':{'displayName':'laptop','role':'fineGrained',"
                  "'fineGrained':{'canReadGatedRepos':true,'scoped':[{'entity':{'type':'model',"
                  "'name':'org/x'},'permissions':['repo.write']}]}}}}")
        .replace("TYPE", type);
}

} // namespace

class TestSignInController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_fake = std::make_unique<FakeAccounts>();
        ClientConfig base;
        base.endpoint = QUrl(u"https://elsewhere.test"_s);
        base.token = u"hf_of_another_account"_s;
        base.userAgent = "test";
        base.retryDelay = std::chrono::milliseconds(1);
        m_signIn = std::make_unique<SignInController>(
            &m_fake->accounts, [base] { return base; }, [] { return u"client-id"_s; },
            m_network.get());
    }
    void cleanup()
    {
        m_signIn.reset();
        m_fake.reset();
        m_network.reset();
    }

    void asksFirstAndKeepsThen()
    {
        m_signIn->signIn({kHub, {}, u" hf_new\n"_s, {}});
        QCOMPARE(m_signIn->state(), State::Checking);
        QTRY_COMPARE(m_network->count(), 1);
        QCOMPARE(m_network->log().first(), "GET /api/whoami-v2");
        const QNetworkRequest request = m_network->last()->request();
        QCOMPARE(request.url().host(), kHub.host());
        QCOMPARE(request.rawHeader("Authorization"), "Bearer hf_new");
        QVERIFY(m_fake->store.log.isEmpty());
        m_network->last()->finishWith(200, whoami());
        QTRY_COMPARE(m_signIn->state(), State::Done);
        const Account *account = m_fake->accounts.list().active();
        QVERIFY(account);
        QCOMPARE(account->id, m_signIn->accountId());
        QCOMPARE(account->name, u"demo"_s);
        QCOMPARE(account->plan, u"pro"_s);
        QCOMPARE(account->scopes,
                 (QStringList{u"public gated repos: read"_s, u"model org/x: repo.write"_s}));
        QCOMPARE(m_fake->store.secrets.value(account->id), u"hf_new"_s);
    }

    void keepsNothingThatIsNoGood_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("organisation's by its look")
            << u"api_org_x"_s << 0 << QByteArray() << ErrorKind::Invalid;
        QTest::newRow("organisation's as the Hub says")
            << u"hf_x"_s << 200 << whoami("org") << ErrorKind::Invalid;
        QTest::newRow("refused") << u"hf_x"_s << 401 << QByteArray(quoted("{'error':'no'}"))
                                 << ErrorKind::Unauthorized;
        QTest::newRow("Hub in trouble") << u"hf_x"_s << 503 << QByteArray() << ErrorKind::Server;
        QTest::newRow("no Hub") << u"hf_x"_s << 200 << QByteArray("<html>") << ErrorKind::Protocol;
    }
    void keepsNothingThatIsNoGood()
    {
        QFETCH(QString, token);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        m_network->setResponder([&](FakeReply *reply) { reply->finishWith(status, body); });
        m_signIn->signIn({kHub, {}, token, {}});
        QTRY_COMPARE(m_signIn->state(), State::Failed);
        QCOMPARE(m_signIn->error()->kind, kind);
        QCOMPARE(m_network->count() > 0, status != 0);
        QVERIFY(m_fake->accounts.list().accounts.empty());
        QVERIFY(m_fake->store.log.isEmpty());
    }

    void withoutAKeychainTheUserChooses()
    {
        m_network->setResponder([](FakeReply *reply) { reply->finishWith(200, whoami()); });
        m_fake->store.problem = failure(ErrorKind::Offline, u"none here"_s).error();
        m_signIn->signIn({kHub, u"mine"_s, u"hf_new"_s, {}});
        QTRY_COMPARE(m_signIn->state(), State::NoKeychain);
        QCOMPARE(m_signIn->error()->message, u"none here"_s);
        QVERIFY(m_fake->accounts.list().accounts.empty());
        m_signIn->keepIn(Account::Place::Keychain); // again
        QTRY_COMPARE(m_signIn->state(), State::NoKeychain);
        m_signIn->keepIn(Account::Place::Session);
        QTRY_COMPARE(m_signIn->state(), State::Done);
        QCOMPARE(m_fake->accounts.list().active()->place, Account::Place::Session);
        QCOMPARE(m_fake->accounts.token(m_signIn->accountId()), u"hf_new"_s);
        QCOMPARE(m_network->count(), 1);
    }

    void cancelForgets()
    {
        m_signIn->signIn({kHub, {}, u"hf_new"_s, {}});
        QTRY_COMPARE(m_network->count(), 1);
        m_signIn->cancel();
        QCOMPARE(m_signIn->state(), State::Idle);
        QTRY_VERIFY(!m_network->last() || m_network->last()->wasAborted());
        QVERIFY(m_fake->store.log.isEmpty());
    }

    void replacesATokenOfAnAccount()
    {
        m_network->setResponder([](FakeReply *reply) { reply->finishWith(200, whoami()); });
        m_signIn->signIn({kHub, u"mine"_s, u"hf_old"_s, {}});
        QTRY_COMPARE(m_signIn->state(), State::Done);
        const QString id = m_signIn->accountId();
        m_signIn->signIn({kHub, u"mine"_s, u"hf_new"_s, id});
        QTRY_COMPARE(m_signIn->state(), State::Done);
        QCOMPARE(m_fake->accounts.list().accounts.size(), size_t(1));
        QCOMPARE(m_fake->store.secrets.value(id), u"hf_new"_s);
    }

    //! The keychain asks, the user gives up in the dialog, and then lets the keychain have it.
    void givingUpChangesNothing()
    {
        m_network->setResponder([](FakeReply *reply) { reply->finishWith(200, whoami()); });
        m_signIn->signIn({kHub, u"first"_s, u"hf_first"_s, {}});
        QTRY_COMPARE(m_signIn->state(), State::Done);
        const QString first = m_signIn->accountId();
        const auto giveUp = connect(m_signIn.get(), &SignInController::stateChanged, this, [this] {
            if (m_signIn->state() == State::Keeping)
                QMetaObject::invokeMethod(m_signIn.get(), &SignInController::cancel,
                                          Qt::QueuedConnection);
        });
        m_signIn->signIn({kHub, u"second"_s, u"hf_second"_s, {}});
        QTRY_VERIFY(m_fake->store.log.size() > 2);
        QVERIFY(m_fake->store.log.at(1).startsWith("write "_L1));
        QCOMPARE(m_fake->store.log.at(2).mid(7), m_fake->store.log.at(1).mid(6)); // removed
        QTRY_COMPARE(m_fake->accounts.list().activeId, first);
        QTRY_COMPARE(m_fake->accounts.list().accounts.size(), size_t(1));
        QCOMPARE(m_fake->store.secrets.keys(), QStringList{first});
        disconnect(giveUp);
    }

    //! Who renews a token takes it from the others who have it, unless it is written back.
    void aLoginOfTheOtherToolsStaysTheirs()
    {
        m_network->setResponder([](FakeReply *reply) { reply->finishWith(200, whoami()); });
        const TokenFiles &files = m_fake->accounts.files();
        const QDateTime expiry = QDateTime::fromSecsSinceEpoch(4'000'000'000, QTimeZone::UTC);
        QVERIFY(files.save({u"oauth-demo"_s, u"hf_o"_s, u"rr"_s, expiry}));
        SignInRequest request{kHub, {}, u"hf_o"_s, {}, u"rr"_s, expiry, u"oauth-demo"_s};
        m_signIn->signIn(request);
        QTRY_COMPARE(m_signIn->state(), State::Done);
        const Account *account = m_fake->accounts.list().active();
        QVERIFY(account->isShared);
        QCOMPARE(account->sharedAs, u"oauth-demo"_s);
        QCOMPARE(account->expiresAt, expiry);
        QCOMPARE(files.stored()->size(), size_t(1));
        QCOMPARE(files.stored()->front().refreshToken, u"rr"_s);
    }

    void signsInWithTheBrowser()
    {
        QSignalSpy pages(m_signIn.get(), &SignInController::pageWanted);
        int questions = 0;
        m_network->setResponder([&](FakeReply *reply) {
            if (reply->target() == "/oauth/device") {
                QCOMPARE(reply->sentBody(), "client_id=client-id");
                QVERIFY(reply->request().rawHeader("Authorization").isEmpty());
                reply->finishWith(
                    200,
                    quoted(
                        "{'device_code':'dc','user_code':'AB-CD','interval':1,'verification_uri':"
                        "'https://hub.test/device','expires_in':60}"));
            } else if (reply->target() == "/oauth/token") {
                QVERIFY(reply->sentBody().contains("device_code=dc"));
                if (++questions == 1)
                    reply->finishWith(400, quoted("{'error':'authorization_pending'}"));
                else
                    reply->finishWith(200,
                                      quoted("{'access_token':'hf_oauth_x','refresh_token':'rr','"
                                             "expires_in':3600}"));
            } else {
                QCOMPARE(reply->request().rawHeader("Authorization"), "Bearer hf_oauth_x");
                reply->finishWith(
                    200, quoted("{'type':'user','name':'demo','auth':{'type':'app_token'}}"));
            }
        });
        m_signIn->signInWithBrowser({kHub, {}, {}, {}});
        QTRY_COMPARE(m_signIn->state(), State::Waiting);
        QCOMPARE(m_signIn->deviceCode().userCode, u"AB-CD"_s);
        QCOMPARE(pages.count(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_signIn->state(), State::Done, 10'000);
        QCOMPARE(questions, 2);
        const Account *account = m_fake->accounts.list().active();
        QVERIFY(account->isOAuth);
        QVERIFY(account->expiresAt.isValid());
        QCOMPARE(m_fake->store.secrets.value(account->id), u"hf_oauth_x"_s);
        QCOMPARE(m_fake->store.secrets.value(account->id + "/refresh"_L1), u"rr"_s);
    }

    void theBrowserSaysNo_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("denied") << QByteArray(quoted("{'error':'access_denied'}")) << u"refused"_s;
        QTest::newRow("expired") << QByteArray(quoted("{'error':'expired_token'}")) << u"expired"_s;
        QTest::newRow("other") << QByteArray(quoted("{'error':'invalid_client'}"))
                               << u"did not accept"_s;
    }
    void theBrowserSaysNo()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        m_network->setResponder([&](FakeReply *reply) {
            if (reply->target() == "/oauth/device")
                reply->finishWith(
                    200,
                    quoted("{'device_code':'dc','user_code':'AB','interval':1,'verification_uri':"
                           "'https://hub.test/device'}"));
            else
                reply->finishWith(400, body);
        });
        m_signIn->signInWithBrowser({kHub, {}, {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_signIn->state(), State::Failed, 10'000);
        QVERIFY2(m_signIn->error()->message.contains(words),
                 qPrintable(m_signIn->error()->message));
        QVERIFY(m_fake->accounts.list().accounts.empty());
    }

private:
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<FakeAccounts> m_fake;
    std::unique_ptr<SignInController> m_signIn;
};

QTEST_GUILESS_MAIN(TestSignInController)
#include "tst_signincontroller.moc"
