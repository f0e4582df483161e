// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/cafile.h"

#include "core/hub/users.h"
#include "core/net/httppool.h"
#include "core/net/httpstream.h"
#include "core/net/hubclient.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! An HTTPS server on loopback that answers everything with an empty JSON object.
class SecureServer final : public QSslServer
{
public:
    SecureServer(const QByteArray &certificate, const QByteArray &key)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(certificate));
        configuration.setPrivateKey(QSslKey(key, QSsl::Rsa));
        setSslConfiguration(configuration);
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: 13\r\nConnection: close\r\n\r\n{\"name\":\"me\"}");
                socket->disconnectFromHost();
            });
        });
    }

    [[nodiscard]] QUrl endpoint() const
    {
        return QUrl(u"https://127.0.0.1:%1"_s.arg(serverPort()));
    }
};

} // namespace

class CaFileTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    bool write(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    //! A self-signed certificate for 127.0.0.1: \a name.pem and \a name.key.
    bool makeCertificate(const QString &name)
    {
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s,
                       u"2"_s, u"-subj"_s, "/CN="_L1 + name, u"-addext"_s,
                       u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, path(name + ".key"_L1),
                       u"-out"_s, path(name + ".pem"_L1)});
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }

    [[nodiscard]] ClientConfig config(const QString &caFile) const
    {
        ClientConfig config;
        config.endpoint = m_server->endpoint();
        config.caFile = caFile;
        config.retryDelay = std::chrono::milliseconds(1);
        config.proxies.none = u"*"_s;
        return config;
    }

    static Result<Identity> ask(HubClient &client)
    {
        std::optional<Result<Identity>> answer;
        auto call = client.send(WhoAmIRequest{});
        call.then(&client, [&answer](const Result<Identity> &result) { answer = result; });
        [&answer] { QTRY_VERIFY(answer); }();
        return answer.value_or(failure(ErrorKind::Canceled, {}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(makeCertificate(u"one"_s));
        QVERIFY(makeCertificate(u"two"_s));
        m_server = std::make_unique<SecureServer>(contentOf(path(u"one.pem"_s)),
                                                  contentOf(path(u"one.key"_s)));
        QVERIFY(m_server->isListening());
    }

    void addsToTheSystemsAuthorities()
    {
        QVERIFY(write(u"both.pem"_s,
                      contentOf(path(u"one.pem"_s)) + "\n# a comment\n"
                          + contentOf(path(u"two.pem"_s))));
        const auto read = readCaFile(path(u"both.pem"_s));
        QVERIFY(read);
        QCOMPARE(read->caCertificates().size(),
                 QSslConfiguration::systemCaCertificates().size() + 2);
    }

    void usable()
    {
        HubClient without(config({}));
        const auto refused = ask(without);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Network);
        HubClient with(config(path(u"one.pem"_s)));
        const auto answer = ask(with);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->name, u"me"_s);
        HubClient other(config(path(u"two.pem"_s)));
        const auto strange = ask(other);
        QVERIFY(!strange);
        QCOMPARE(strange.error().kind, ErrorKind::Network);
    }

    //! Downloads trust whom the other requests trust.
    void usableForDownloads_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("works");
        QTest::newRow("nobody in addition") << QString() << false;
        QTest::newRow("the right one") << u"one.pem"_s << true;
        QTest::newRow("another") << u"two.pem"_s << false;
    }
    void usableForDownloads()
    {
        QFETCH(QString, name);
        QFETCH(bool, works);
        const ClientConfig withFile = config(name.isEmpty() ? name : path(name));
        HttpPool pool(withFile.proxies);
        HttpStream stream(&pool, withFile);
        QSignalSpy ended(&stream, &HttpStream::finished);
        stream.start(QUrl(withFile.endpoint.toString() + u"/api/whoami-v2"_s));
        QTRY_COMPARE(ended.size(), 1);
        const auto error = ended.first().first().value<std::optional<Error>>();
        QCOMPARE(!error, works);
        if (works) {
            QVERIFY(stream.bytesAvailable() > 0);
        } else {
            QCOMPARE(error->kind, ErrorKind::Network);
            QVERIFY2(error->message.contains("encrypted"_L1), qPrintable(error->message));
        }
    }

    void useless_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("missing") << u"not-there.pem"_s;
        QTest::newRow("empty") << u"empty.pem"_s;
        QTest::newRow("a key") << u"one.key"_s;
        QTest::newRow("a folder") << u"."_s;
        QTest::newRow("damaged") << u"damaged.pem"_s;
    }
    //! Named at every request, of an API call and of a download.
    void useless()
    {
        QFETCH(QString, name);
        QVERIFY(write(u"empty.pem"_s, {}));
        QVERIFY(write(u"damaged.pem"_s, contentOf(path(u"one.pem"_s)).replace("MII", "???")));
        const ClientConfig bad = config(path(name));
        HubClient client(bad);
        for (int i = 0; i < 2; ++i) {
            const auto answer = ask(client);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, ErrorKind::File);
            QVERIFY2(answer.error().message.contains(path(name)),
                     qPrintable(answer.error().message));
        }
        HttpPool pool(bad.proxies);
        HttpStream stream(&pool, bad);
        QSignalSpy ended(&stream, &HttpStream::finished);
        stream.start(client.url("/a/b/resolve/main/f"));
        QTRY_COMPARE(ended.size(), 1);
        const auto error = ended.first().first().value<std::optional<Error>>();
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::File);
        QVERIFY(error->message.contains(path(name)));
    }

    void changesAreSeen()
    {
        const QString file = u"changing.pem"_s;
        HubClient client(config(path(file)));
        QCOMPARE(ask(client).error().kind, ErrorKind::File); // not there yet
        QVERIFY(write(file, contentOf(path(u"one.pem"_s))));
        QVERIFY(ask(client));
        QVERIFY(write(file, "nothing"));
        QCOMPARE(ask(client).error().kind, ErrorKind::File);
        // The same length at another time.
        QVERIFY(write(file, "NOTHING"));
        QVERIFY(write(file, contentOf(path(u"one.pem"_s)) + ' '));
        QVERIFY(ask(client));
        QVERIFY(QFile::remove(path(file)));
        QCOMPARE(ask(client).error().kind, ErrorKind::File);
    }

    //! What prepareRequest() uses never waits for the disk once a file was read.
    void knownMeansKnown()
    {
        const QString file = path(u"known.pem"_s);
        QVERIFY(write(u"known.pem"_s, contentOf(path(u"one.pem"_s))));
        QVERIFY(readCaFile(file));
        QVERIFY(QFile::remove(file));
        QVERIFY(knownCaFile(file));
        QVERIFY(!readCaFile(file));
        QVERIFY(!knownCaFile(file));
    }

    void droppedWhileTheFileIsRead()
    {
        HubClient client(config(path(u"one.pem"_s)));
        for (int i = 0; i < 20; ++i)
            auto call = client.send(WhoAmIRequest{});
        QVERIFY(ask(client));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SecureServer> m_server;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::CaFileTest)
#include "tst_cafile.moc"
