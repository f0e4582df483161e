// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/redaction.h"

#include "core/hub/users.h"
#include "core/log/categories.h"
#include "core/net/hubclient.h"
#include "tests/support/fakenetwork.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QStringList captured;

void capture(QtMsgType, const QMessageLogContext &, const QString &text)
{
    captured << text;
}

} // namespace

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redaction_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        QTest::newRow("token") << u"x hf_abcdEFGH12 y"_s << u"hf_abcdEFGH12"_s;
        QTest::newRow("oauth") << u"hf_oauth_eyJabcdef.ghi-jkl"_s << u"eyJabcdef"_s;
        QTest::newRow("org token") << u"api_org_abcdefgh"_s << u"abcdefgh"_s;
        QTest::newRow("bearer") << u"Authorization: Bearer abcd.efgh-1"_s << u"abcd.efgh"_s;
        QTest::newRow("basic") << u"authorization: basic dXNlcjpwYXNz"_s << u"dXNlcjpwYXNz"_s;
        QTest::newRow("signed") << u"get https://c/x?X-Amz-Signature=deadbeef&y=1 now"_s
                                << u"deadbeef"_s;
        QTest::newRow("cloudfront") << u"https://c/x?Policy=pp&Key-Pair-Id=KK"_s << u"KK"_s;
        QTest::newRow("userinfo") << u"http://me:secret99@proxy:3128/"_s << u"secret99"_s;
        QTest::newRow("in url path") << u"http://h/a/hf_abcdefgh/x"_s << u"hf_abcdefgh"_s;
    }
    void redaction()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        QVERIFY(text.contains(secret));
        QVERIFY2(!redact(text).contains(secret), qPrintable(redact(text)));
        QVERIFY(hasSecret(text));
    }

    void leavesTheRestAlone()
    {
        const QString text =
            u"GET https://hub.example/api/models?search=a%20b&sort=likes 200 (hf_ is a prefix)"_s;
        QCOMPARE(redact(text), text);
        QVERIFY(!hasSecret(text));
        QVERIFY(!hasSecret(u"see HTTPS://Hub.Example.com and http://h\u00fcb.test/a b"_s));
        QVERIFY(hasSecret(u"http://hub.test:9999999/x"_s)); // not to be understood
    }

    //! A request with a token, a redirect to a signed link and a failure: nothing of it at any
    //! level.
    void noTokenReachesAnyLog()
    {
        captured.clear();
        const auto before = qInstallMessageHandler(capture);
        QLoggingCategory::setFilterRules(u"*=true"_s);
        installRedactingMessageHandler();

        ClientConfig config;
        config.endpoint = QUrl(u"https://hub.example"_s);
        config.token = u"hf_topsecrettoken"_s;
        config.retryDelay = std::chrono::milliseconds(1);
        FakeNetwork network;
        HubClient client(config, &network);
        network.setResponder([](FakeReply *reply) {
            if (reply->url().host() == "hub.example"_L1)
                reply->finishWith(
                    302, {}, {{"Location", "https://cdn.example/f?Signature=topsecretsignature"}});
            else
                reply->finishWith(503,
                                  "token hf_topsecrettoken in https://c/f?sig=topsecretsignature");
        });
        std::optional<Error> error;
        auto call = client.send(WhoAmIRequest{});
        call.then(this, [&error](const Result<Identity> &result) { error = result.error(); });
        QTRY_VERIFY(error);
        qCWarning(lcHub) << "planted hf_topsecrettoken";

        QLoggingCategory::setFilterRules({});
        qInstallMessageHandler(before);
        QVERIFY(captured.size() > 3); // the log was on
        const QString all =
            captured.join(u'\n') + error->message + error->detail + error->requestId;
        QVERIFY2(!all.contains("topsecret"_L1), qPrintable(all));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::RedactionTest)
#include "tst_redaction.moc"
