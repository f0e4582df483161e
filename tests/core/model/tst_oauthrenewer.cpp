// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/oauthrenewer.h"
#include "tests/support/fakeaccounts.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/file.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

constexpr qint64 kHour = 3600; // seconds

QByteArray renewed(const QByteArray &token, const QByteArray &refresh, qint64 lifetime)
{
    return R"({"access_token":"TOKEN","refresh_token":"REFRESH","expires_in":)"_ba
               .replace("TOKEN", token)
               .replace("REFRESH", refresh)
        + QByteArray::number(lifetime) + '}';
}

} // namespace

class TestOAuthRenewer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_fake = std::make_unique<FakeAccounts>();
        m_base = {};
        m_base.token = u"hf_of_another"_s;
        m_base.userAgent = "test";
        m_base.retryDelay = std::chrono::milliseconds(1);
        m_clientId = u"client-id"_s;
        m_network->setResponder([this](FakeReply *reply) {
            m_sentTokens += reply->request().hasRawHeader("Authorization") ? 1 : 0;
            reply->finishWith(m_status, m_answer);
        });
        m_sentTokens = 0;
        m_status = 200;
        m_answer = renewed("hf_new", "refresh-new", 8 * kHour);
    }
    void cleanup()
    {
        m_renewer.reset();
        m_fake.reset();
        m_network.reset();
    }

    void isDueInGoodTime_data()
    {
        QTest::addColumn<qint64>("age"); // s since it was made; -1: not known
        QTest::addColumn<qint64>("left"); // s
        QTest::addColumn<bool>("isDue");
        QTest::newRow("fresh") << 0LL << 720 * kHour << false;
        QTest::newRow("day before") << 700 * kHour << 23 * kHour << true;
        QTest::newRow("two days before") << 700 * kHour << 48 * kHour << false;
        QTest::newRow("lives for hours, fresh") << 0LL << 8 * kHour << false;
        QTest::newRow("lives for hours, half over") << 5 * kHour << 3 * kHour << true;
        QTest::newRow("age not known") << -1LL << 8 * kHour << true;
        QTest::newRow("over") << 800 * kHour << -kHour << true;
    }
    void isDueInGoodTime()
    {
        QFETCH(qint64, age);
        QFETCH(qint64, left);
        QFETCH(bool, isDue);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Account account;
        QVERIFY(!OAuthRenewer::dueAt(account).isValid());
        account.isOAuth = true;
        QVERIFY(!OAuthRenewer::dueAt(account).isValid()); // it never ends
        account.expiresAt = now.addSecs(left);
        if (age >= 0)
            account.issuedAt = now.addSecs(-age);
        QCOMPARE(OAuthRenewer::dueAt(account) <= now, isDue);
    }

    void renewsOnceAndOfAll()
    {
        add(u"one"_s, "hf_one", "refresh-one");
        add(u"two"_s, "hf_two", "refresh-two");
        QSignalSpy changed(&m_fake->accounts, &Accounts::credentialsChanged);
        start();
        QTRY_COMPARE(m_fake->accounts.token(id(u"one"_s)), u"hf_new"_s);
        QTRY_COMPARE(m_fake->accounts.token(id(u"two"_s)), u"hf_new"_s);
        QCOMPARE(m_network->count(), 2); // and not again: half of eight hours is far
        QCOMPARE(m_sentTokens, 0);
        const Account *one = m_fake->accounts.list().named(u"one"_s);
        QVERIFY(one->issuedAt.isValid());
        QVERIFY(qAbs(one->issuedAt.secsTo(one->expiresAt) - 8 * kHour) < 60);
        QTRY_COMPARE(m_fake->store.secrets.value(one->id), u"hf_new"_s);
        QCOMPARE(m_fake->store.secrets.value(one->id + "/refresh"_L1), u"refresh-new"_s);
        m_renewer->look();
        QCoreApplication::processEvents();
        QCOMPARE(m_network->count(), 2);
    }

    void asksNotAgainWhatWasRefused_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("for good") << 400 << R"({"error":"invalid_grant"})"_ba;
        QTest::newRow("for now") << 403 << R"({"error":"busy"})"_ba;
    }
    void asksNotAgainWhatWasRefused()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        m_status = status;
        m_answer = answer;
        add(u"one"_s, "hf_one", "refresh-one");
        start();
        QTRY_VERIFY(m_network->count() > 0);
        const auto asked = [this] {
            for (int i = 0; i < 5; ++i) {
                m_renewer->look();
                QCoreApplication::processEvents();
            }
            return m_network->count();
        };
        QTRY_COMPARE(asked(), 1);
        QCOMPARE(m_fake->accounts.token(id(u"one"_s)), u"hf_one"_s);
    }

    void needsAnIdAndTheNet()
    {
        add(u"one"_s, "hf_one", "refresh-one");
        m_clientId.clear();
        start();
        m_clientId = u"client-id"_s;
        m_base.offline = true;
        m_renewer->look();
        QCoreApplication::processEvents();
        QCOMPARE(m_network->count(), 0);
    }

    void usesWhatItCannotKeep()
    {
        add(u"one"_s, "hf_one", "refresh-one");
        m_fake->store.problem = failure(ErrorKind::Forbidden, u"locked"_s).error();
        QSignalSpy changed(&m_fake->accounts, &Accounts::credentialsChanged);
        QSignalSpy failed(&m_fake->accounts, &Accounts::saveFailed);
        start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_fake->accounts.token(id(u"one"_s)), u"hf_new"_s);
        QVERIFY(changed.count() > 0);
        QVERIFY(m_fake->accounts.list().active()->issuedAt.isValid());
    }

    void renewsForTheOtherToolsToo()
    {
        const TokenFiles &files = m_fake->accounts.files();
        add(u"one"_s, "hf_one", "refresh-one", true);
        written();
        QCOMPARE(*files.active(), u"hf_one"_s);
        start();
        QTRY_COMPARE(m_fake->accounts.token(id(u"one"_s)), u"hf_new"_s);
        QTRY_COMPARE((*files.stored(u"one"_s))->token, u"hf_new"_s);
        QCOMPARE((*files.stored(u"one"_s))->refreshToken, u"refresh-new"_s);
        QTRY_COMPARE(*files.active(), u"hf_new"_s);
    }

    //! Somebody has logged in elsewhere since: that choice stays.
    void leavesTheActiveTokenOfOthers()
    {
        const TokenFiles &files = m_fake->accounts.files();
        add(u"one"_s, "hf_one", "refresh-one", true);
        written();
        QVERIFY(files.setActive(u"hf_elsewhere"_s));
        start();
        QTRY_COMPARE((*files.stored(u"one"_s))->token, u"hf_new"_s);
        written();
        QCOMPARE(*files.active(), u"hf_elsewhere"_s);
    }

    void takesOverWhatTheOthersRenewed()
    {
        const TokenFiles &files = m_fake->accounts.files();
        add(u"one"_s, "hf_one", "refresh-one", true);
        written();
        const QDateTime expiry = QDateTime::currentDateTimeUtc().addSecs(700 * kHour);
        QVERIFY(files.save({u"one"_s, u"hf_theirs"_s, u"refresh-theirs"_s, expiry}));
        start();
        QTRY_COMPARE(m_fake->accounts.token(id(u"one"_s)), u"hf_theirs"_s);
        QCOMPARE(m_fake->accounts.refreshToken(id(u"one"_s)), u"refresh-theirs"_s);
        QCOMPARE(m_network->count(), 0);
        written();
        // What they renewed is removed with the account.
        QVERIFY(files.save({u"one"_s, u"hf_later"_s, u"refresh-later"_s, expiry}));
        std::optional<Result<void>> gone;
        m_fake->accounts.signOut(id(u"one"_s), [&](const Result<void> &r) { gone = r; });
        QTRY_VERIFY(gone);
        QVERIFY(*gone);
        QVERIFY(files.stored()->empty());
    }

    void waitsForWhoeverIsAtIt()
    {
        const TokenFiles &files = m_fake->accounts.files();
        add(u"one"_s, "hf_one", "refresh-one", true);
        written();
        // As another program holds it.
        const QByteArray name = QFile::encodeName(files.storedPath() + ".lock"_L1);
        FileDescriptor other(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        QCOMPARE(::flock(other.get(), LOCK_EX | LOCK_NB), 0);
        int askedMeanwhile = -1;
        QTimer::singleShot(200, this, [&] {
            askedMeanwhile = static_cast<int>(m_network->count());
            other.reset();
        });
        start();
        QTRY_COMPARE(m_fake->accounts.token(id(u"one"_s)), u"hf_new"_s);
        QCOMPARE(askedMeanwhile, 0);
    }

private:
    void start()
    {
        m_renewer = std::make_unique<OAuthRenewer>(
            &m_fake->accounts, [this] { return m_base; }, [this] { return m_clientId; },
            m_network.get());
        m_renewer->look();
    }
    void add(const QString &name, const char *token, const char *refresh, bool isShared = false)
    {
        Account account;
        account.name = name;
        account.tokenName = name;
        account.endpoint = QUrl(u"https://hub.test"_s);
        account.isOAuth = true;
        account.isShared = isShared;
        account.expiresAt = QDateTime::currentDateTimeUtc().addSecs(kHour);
        std::optional<Result<void>> done;
        m_fake->accounts.add(account, {QString::fromLatin1(token), QString::fromLatin1(refresh)},
                             [&](const Result<void> &result) { done = result; });
        QTRY_VERIFY(done);
        QVERIFY(*done);
    }
    void written()
    {
        bool done = false;
        m_fake->accounts.whenWritten([&] { done = true; });
        QTRY_VERIFY(done);
    }
    [[nodiscard]] QString id(const QString &name) const
    {
        const Account *found = m_fake->accounts.list().named(name);
        return found ? found->id : QString();
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<FakeAccounts> m_fake;
    std::unique_ptr<OAuthRenewer> m_renewer;
    ClientConfig m_base;
    QString m_clientId;
    int m_status = 200;
    int m_sentTokens = 0;
    QByteArray m_answer;
};

QTEST_GUILESS_MAIN(TestOAuthRenewer)
#include "tst_oauthrenewer.moc"
