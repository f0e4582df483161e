// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/errormapping.h"
#include "core/net/retrypolicy.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QHttpHeaders headersOf(const QList<std::pair<QByteArray, QByteArray>> &list)
{
    return QHttpHeaders::fromListOfPairs(list);
}

} // namespace

class ErrorMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("url");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("errorCode");
        const QString api = u"http://h/api/models/a/b"_s;
        const QString who = u"http://h/api/whoami-v2"_s;
        const auto row = [](const char *name, int status, const char *code, const char *message,
                            const QString &url, ErrorKind kind, const QString &errorCode) {
            QTest::newRow(name) << status << QByteArray(code) << QByteArray(message) << url << kind
                                << errorCode;
        };
        row("revision", 404, "RevisionNotFound", "", api, ErrorKind::NotFound,
            u"RevisionNotFound"_s);
        row("entry", 404, "EntryNotFound", "", api, ErrorKind::NotFound, u"EntryNotFound"_s);
        row("gated anonymous", 401, "GatedRepo", "", api, ErrorKind::Gated, u"GatedRepo"_s);
        row("gated", 403, "GatedRepo", "", api, ErrorKind::Gated, u"GatedRepo"_s);
        row("disabled", 403, "", "Access to this resource is disabled.", api, ErrorKind::Forbidden,
            {});
        row("hidden", 401, "", "", api, ErrorKind::NotFound, u"RepoNotFound"_s);
        row("hidden file", 401, "", "", u"http://h/a/b/resolve/main/x"_s, ErrorKind::NotFound,
            u"RepoNotFound"_s);
        row("bad token", 401, "", "Invalid credentials in Authorization header", api,
            ErrorKind::Unauthorized, {});
        row("no token", 401, "", "", who, ErrorKind::Unauthorized, {});
        row("forbidden", 403, "", "no", api, ErrorKind::Forbidden, {});
        row("bad request", 400, "", "", api, ErrorKind::Invalid, {});
        row("conflict", 409, "", "", api, ErrorKind::Conflict, {});
        row("rate", 429, "", "", api, ErrorKind::RateLimited, {});
        row("range", 416, "", "", api, ErrorKind::Protocol, {});
        row("server", 500, "", "", api, ErrorKind::Server, {});
        row("gateway", 504, "", "", api, ErrorKind::Server, {});
        row("too much", 413, "", "", api, ErrorKind::Quota, {});
        row("teapot", 418, "", "", api, ErrorKind::Protocol, {});
    }
    void status()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, message);
        QFETCH(QString, url);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, errorCode);
        QHttpHeaders headers;
        if (!code.isEmpty())
            headers.append("X-Error-Code", code);
        if (!message.isEmpty())
            headers.append("X-Error-Message", message);
        const Error error = errorFromReply(status, headers, {}, QUrl(url), u"trace"_s);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.code, errorCode);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.requestId, u"trace"_s);
        QVERIFY(!error.message.isEmpty());
    }

    void serverSentences_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *header, const char *type,
                            const char *body, const QString &text) {
            QTest::newRow(name) << QByteArray(header) << QByteArray(type) << QByteArray(body)
                                << text;
        };
        row("header", "A", "", "", u"A"_s);
        row("string", "", "application/json", R"({"error":"B"})", u"B"_s);
        row("same twice", "A", "application/json", R"({"error":" A "})", u"A"_s);
        row("list", "", "application/json", R"({"error":["A","B"]})", u"A\nB"_s);
        row("errors", "", "application/json", R"({"errors":[{"message":"C"}]})", u"C"_s);
        row("oauth", "", "application/json", R"({"error":"x","error_description":"y"})", u"x: y"_s);
        row("text", "", "text/plain", "plain", u"plain"_s);
        row("html", "", "text/html", "<html>", QString());
        row("token", "", "text/plain", "bad hf_abcdefgh", u"bad [redacted]"_s);
    }
    void serverSentences()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        QHttpHeaders headers;
        if (!header.isEmpty())
            headers.append("X-Error-Message", header);
        headers.append("Content-Type", type);
        QCOMPARE(serverMessage(headers, body), text);
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("seconds");
        QTest::newRow("none") << QByteArray() << QByteArray() << -1;
        QTest::newRow("limit") << QByteArray(R"("api";r=0;t=55)") << QByteArray("7") << 55;
        QTest::newRow("not the cause") << QByteArray(R"("api";r=3;t=55)") << QByteArray("7") << 7;
        QTest::newRow("date") << QByteArray() << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << -1;
        QTest::newRow("negative") << QByteArray() << QByteArray("-5") << -1;
        QTest::newRow("absurd") << QByteArray() << QByteArray("2147483647") << 86400;
        QTest::newRow("absurd limit")
            << QByteArray(R"("api";r=0;t=2147483647)") << QByteArray() << 86400;
    }
    void retryAfter()
    {
        QFETCH(QByteArray, limit);
        QFETCH(QByteArray, after);
        QFETCH(int, seconds);
        QCOMPARE(retryAfterSeconds(headersOf({{"RateLimit", limit}, {"Retry-After", after}})),
                 seconds);
    }

    void backOffDoublesAndEnds()
    {
        using namespace std::chrono_literals;
        Error error;
        error.kind = ErrorKind::Server;
        QCOMPARE(retryWait(error, 1, 1000ms), 1000ms);
        QCOMPARE(retryWait(error, 2, 1000ms), 2000ms);
        QCOMPARE(retryWait(error, 3, 1000ms), 4000ms);
        QCOMPARE(retryWait(error, 4, 1000ms), std::nullopt);
        QCOMPARE(retryWait(error, 1, 1000ms, 1), std::nullopt);
        error.retryAfter = 5;
        QCOMPARE(retryWait(error, 1, 1000ms), 6000ms);
        error.kind = ErrorKind::NotFound;
        QCOMPARE(retryWait(error, 1, 1000ms), std::nullopt);
    }

    void networkErrorsHaveWords_data()
    {
        QTest::addColumn<QNetworkReply::NetworkError>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << ErrorKind::Network;
        QTest::newRow("host") << QNetworkReply::HostNotFoundError << ErrorKind::Network;
        QTest::newRow("tls") << QNetworkReply::SslHandshakeFailedError << ErrorKind::Network;
        QTest::newRow("proxy") << QNetworkReply::ProxyNotFoundError << ErrorKind::Network;
        QTest::newRow("time") << QNetworkReply::TimeoutError << ErrorKind::Timeout;
        QTest::newRow("protocol") << QNetworkReply::ProtocolFailure << ErrorKind::Protocol;
        QTest::newRow("other") << QNetworkReply::RemoteHostClosedError << ErrorKind::Network;
    }
    void networkErrorsHaveWords()
    {
        QFETCH(QNetworkReply::NetworkError, code);
        QFETCH(ErrorKind, kind);
        const Error error = errorFromNetwork(code, u"while getting https://c/x?Signature=abc"_s,
                                             QUrl(u"https://hub.example/x"_s), u"t"_s);
        QCOMPARE(error.kind, kind);
        QVERIFY(error.message.contains("hub.example"_L1));
        QVERIFY(!error.detail.contains("abc"_L1));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::ErrorMappingTest)
#include "tst_errormapping.moc"
