// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/localhub/rawclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

namespace {

constexpr int kFirstStartMs = 30'000;
constexpr int kLaterStartMs = 3'000;
constexpr int kPatienceMs = 120'000;
// The times are a promise for ordinary builds; sanitizers make everything slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSlowBuild = true;
#else
constexpr bool kSlowBuild = false;
#endif

// A certificate for 127.0.0.1 that nobody else trusts.
bool writeCertificate(const QString &certificatePath, const QString &keyPath)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_RSA_gen(2048), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const auto *text = reinterpret_cast<const unsigned char *>("127.0.0.1");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    FILE *certificateFile = std::fopen(qPrintable(certificatePath), "w");
    FILE *keyFile = std::fopen(qPrintable(keyPath), "w");
    const bool written = certificateFile && keyFile
        && PEM_write_X509(certificateFile, certificate.get()) == 1
        && PEM_write_PrivateKey(keyFile, key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
    if (certificateFile)
        std::fclose(certificateFile);
    if (keyFile)
        std::fclose(keyFile);
    return written;
}

QString program()
{
    return qEnvironmentVariable("HUBDESK_BIN_DIR") + u"/hubdesk-localhub"_s;
}

// One running program; killed at the latest when it goes out of scope.
struct Running
{
    explicit Running(const QStringList &arguments)
    {
        process.start(program(), arguments);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < kPatienceMs && process.state() != QProcess::NotRunning
               && !process.canReadLine())
            process.waitForReadyRead(100);
        startMs = timer.elapsed();
        line = process.readLine();
        const QJsonObject ready =
            QJsonDocument::fromJson(line.sliced(std::min<qsizetype>(6, line.size()))).object();
        endpoint = ready[u"endpoint"].toString();
        cdn = ready[u"cdn"].toString();
    }
    ~Running()
    {
        process.kill();
        process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Running)

    QProcess process;
    QByteArray line;
    QString endpoint;
    QString cdn;
    qint64 startMs = 0;
};

struct Finished
{
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

Finished runToEnd(const QStringList &arguments)
{
    QProcess process;
    process.start(program(), arguments);
    if (!process.waitForFinished(kPatienceMs))
        return {};
    return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

// What identifies the whole content: every repository's commit and the links between them.
QByteArrayList fingerprint(const QString &endpoint)
{
    const RawClient client(endpoint);
    QByteArrayList all{client.get("/_localhub/seed").body};
    for (const QByteArray &type : {"models"_ba, "datasets"_ba, "spaces"_ba}) {
        QByteArray target = "/api/" + type + "?full=True&sort=createdAt";
        while (!target.isEmpty()) {
            const RawReply page = client.get(target, "hf_demo_read");
            for (const QJsonValue &repo : page.json().array())
                all.append((repo[u"id"].toString() + u' ' + repo[u"sha"].toString()).toLatin1());
            const QByteArray link = page.header("link");
            target =
                link.isEmpty() ? QByteArray() : targetOf(link.sliced(1, link.indexOf('>') - 1));
        }
    }
    return all;
}

} // namespace

class LocalHubProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readyLineAndOrderlyEnd();
    void restartsFastWithTheSameContent();
    void readyLineWithProxy();
    void seedsTheSameEveryTime();
    void emptyHub();
    void folderInUse();
    void folderThatCannotBeWritten();
    void portTaken();
    void interruptedSeedIsMadeAgain();
    void wrongUsage();
    void help();
    void tls();
    void tlsThroughTheProxy();
    void badCertificate();
    void endsWhileStalled();

private:
    QTemporaryDir m_folder;
    QByteArrayList m_content;
};

void LocalHubProcessTest::initTestCase()
{
    QVERIFY2(QFile::exists(program()), qPrintable(program()));
}

void LocalHubProcessTest::readyLineAndOrderlyEnd()
{
    Running hub({u"--data"_s, m_folder.path()});
    QCOMPARE(
        hub.line,
        u"READY {\"endpoint\":\"%1\",\"cdn\":\"%2\"}\n"_s.arg(hub.endpoint, hub.cdn).toLatin1());
    QVERIFY(hub.endpoint.startsWith("http://127.0.0.1:"_L1));
    QVERIFY(hub.cdn != hub.endpoint);
    if (!kSlowBuild)
        QVERIFY(hub.startMs < kFirstStartMs);
    m_content = fingerprint(hub.endpoint);
    QVERIFY(m_content.size() > 40);
    hub.process.terminate();
    QVERIFY(hub.process.waitForFinished());
    QCOMPARE(hub.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(hub.process.exitCode(), 0);
    QVERIFY(hub.process.readAllStandardOutput().isEmpty());
}

void LocalHubProcessTest::restartsFastWithTheSameContent()
{
    Running hub({u"--data"_s, m_folder.path()});
    if (!kSlowBuild)
        QVERIFY(hub.startMs < kLaterStartMs);
    QCOMPARE(fingerprint(hub.endpoint), m_content);
}

void LocalHubProcessTest::readyLineWithProxy()
{
    Running hub({u"--data"_s, m_folder.path(), u"--proxy"_s, u"127.0.0.1:0"_s, u"--proxy-auth"_s,
                 u"u:p"_s});
    const QString proxy = QJsonDocument::fromJson(hub.line.sliced(6)).object()[u"proxy"].toString();
    QVERIFY(proxy.startsWith("http://127.0.0.1:"_L1));
    QCOMPARE(hub.line,
             u"READY {\"endpoint\":\"%1\",\"cdn\":\"%2\",\"proxy\":\"%3\"}\n"_s
                 .arg(hub.endpoint, hub.cdn, proxy)
                 .toLatin1());
    const QByteArray url = hub.endpoint.toLatin1() + "/api/models?limit=1";
    QCOMPARE(RawClient(proxy).get(url).status, 407);
    const RawReply reply = RawClient(proxy).send(
        {.target = url, .headers = {{"Proxy-Authorization", "Basic " + "u:p"_ba.toBase64()}}});
    QCOMPARE(reply.status, 200);
    hub.process.terminate();
    QVERIFY(hub.process.waitForFinished());
    QCOMPARE(hub.process.exitCode(), 0);
}

void LocalHubProcessTest::seedsTheSameEveryTime()
{
    const QTemporaryDir other;
    const Running hub({u"--data"_s, other.path(), u"--seed"_s, u"demo"_s});
    QCOMPARE(fingerprint(hub.endpoint), m_content);
}

void LocalHubProcessTest::emptyHub()
{
    const QTemporaryDir other;
    const Running hub({u"--data"_s, other.path(), u"--seed"_s, u"none"_s});
    QCOMPARE(RawClient(hub.endpoint).get("/api/models").body, "[]"_ba);
    QCOMPARE(RawClient(hub.endpoint).get("/_localhub/seed").body, "{}"_ba);
}

void LocalHubProcessTest::folderInUse()
{
    const Running hub({u"--data"_s, m_folder.path()});
    const Finished second = runToEnd({u"--data"_s, m_folder.path()});
    QCOMPARE(second.code, 1);
    QVERIFY(second.errors.contains("in use by another hubdesk-localhub"));
    QCOMPARE(second.errors.count('\n'), 1);
    QVERIFY(second.output.isEmpty());
}

void LocalHubProcessTest::folderThatCannotBeWritten()
{
    const Finished result = runToEnd({u"--data"_s, u"/proc/nowhere"_s});
    QCOMPARE(result.code, 1);
    QVERIFY(result.errors.startsWith("Cannot write to /proc/nowhere"));
    QCOMPARE(result.errors.count('\n'), 1);
}

void LocalHubProcessTest::portTaken()
{
    const Running hub({u"--data"_s, m_folder.path()});
    const QTemporaryDir other;
    const Finished second = runToEnd(
        {u"--data"_s, other.path(), u"--seed"_s, u"none"_s, u"--listen"_s, hub.endpoint.sliced(7)});
    QCOMPARE(second.code, 1);
    QVERIFY(second.errors.contains("the port is taken"));
    QCOMPARE(second.errors.count('\n'), 1);
}

void LocalHubProcessTest::interruptedSeedIsMadeAgain()
{
    const QTemporaryDir other;
    {
        QProcess process;
        process.start(program(), {u"--data"_s, other.path()});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(other.filePath(u"repos"_s)), kPatienceMs);
        process.kill();
        process.waitForFinished();
    }
    const Running hub({u"--data"_s, other.path()});
    QCOMPARE(fingerprint(hub.endpoint), m_content);
}

void LocalHubProcessTest::wrongUsage()
{
    for (const QStringList &arguments : {QStringList{}, QStringList{u"--nonsense"_s},
                                         QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"y"_s}}) {
        const Finished result = runToEnd(arguments);
        QCOMPARE(result.code, 2);
        QVERIFY(result.errors.contains("Usage: hubdesk-localhub"));
    }
}

void LocalHubProcessTest::help()
{
    const Finished result = runToEnd({u"--help"_s});
    QCOMPARE(result.code, 0);
    for (const char *said : {"hf_demo_finegrained", "hf_demo_expired", "api_org_openfjord",
                             "--proxy ADDR:PORT", "--proxy-auth", "/_localhub/oauth"})
        QVERIFY2(result.output.contains(said), said);
}

void LocalHubProcessTest::tls()
{
    const QTemporaryDir files;
    const QString certificate = files.filePath(u"cert.pem"_s);
    const QString key = files.filePath(u"key.pem"_s);
    QVERIFY(writeCertificate(certificate, key));
    const Running hub(
        {u"--data"_s, m_folder.path(), u"--tls-cert"_s, certificate, u"--tls-key"_s, key});
    QVERIFY(hub.endpoint.startsWith("https://127.0.0.1:"_L1));
    QVERIFY(hub.cdn.startsWith("https://127.0.0.1:"_L1));
    const RawClient client(hub.endpoint);
    const RawReply page = client.get("/api/models?limit=1");
    QCOMPARE(page.status, 200);
    QVERIFY(page.header("link").startsWith('<' + hub.endpoint.toLatin1() + '/'));
    const QByteArray location =
        client.head("/demo/evolving-classifier/resolve/main/model.safetensors").header("location");
    QVERIFY(location.startsWith(hub.cdn.toLatin1()));
    QCOMPARE(RawClient(hub.cdn).get(targetOf(location), {}, "bytes=0-9999").body.size(), 10'000);
}

void LocalHubProcessTest::tlsThroughTheProxy()
{
    const QTemporaryDir files;
    const QString certificate = files.filePath(u"cert.pem"_s);
    const QString key = files.filePath(u"key.pem"_s);
    QVERIFY(writeCertificate(certificate, key));
    const Running hub({u"--data"_s, m_folder.path(), u"--tls-cert"_s, certificate, u"--tls-key"_s,
                       key, u"--proxy"_s, u"127.0.0.1:0"_s});
    const QUrl proxy(QJsonDocument::fromJson(hub.line.sliced(6)).object()[u"proxy"].toString());
    QNetworkAccessManager manager;
    manager.setProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host(), static_cast<quint16>(proxy.port())));
    QNetworkRequest request(QUrl(hub.endpoint + u"/api/whoami-v2"_s));
    request.setRawHeader("Authorization", "Bearer hf_demo_read");
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    reply->ignoreSslErrors();
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(20'000));
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(QJsonDocument::fromJson(reply->readAll())[u"name"].toString(), u"demo"_s);
    const QJsonArray log = RawClient(hub.endpoint).get("/_localhub/requests").json().array();
    QCOMPARE(log.size(), 2);
    QCOMPARE(log[0][u"method"].toString(), u"CONNECT"_s);
    QCOMPARE(log[0][u"port"].toString(), u"proxy"_s);
    QCOMPARE(log[0][u"path"].toString(), hub.endpoint.sliced(8));
    QVERIFY(!log[0][u"authorization"].toBool(true));
    QCOMPARE(log[1][u"port"].toString(), u"hub"_s);
    QVERIFY(log[1][u"authorization"].toBool());
}

void LocalHubProcessTest::badCertificate()
{
    const QTemporaryDir files;
    QFile broken(files.filePath(u"broken.pem"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("nothing");
    broken.close();
    const Finished result = runToEnd({u"--data"_s, m_folder.path(), u"--tls-cert"_s,
                                      broken.fileName(), u"--tls-key"_s, broken.fileName()});
    QCOMPARE(result.code, 1);
    QVERIFY(result.errors.contains("certificate"));
}

void LocalHubProcessTest::endsWhileStalled()
{
    Running hub({u"--data"_s, m_folder.path()});
    const RawClient client(hub.endpoint);
    QCOMPARE(client.post("/_localhub/faults", R"({"kind":"stall","at":10,"times":0})").status, 200);
    const QByteArray location =
        client.head("/demo/evolving-classifier/resolve/main/config.json").header("location");
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, hub.endpoint.section(u':', 2).toUShort());
    QVERIFY(socket.waitForConnected());
    socket.write("GET " + location + " HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(socket.waitForReadyRead());
    hub.process.terminate();
    QVERIFY(hub.process.waitForFinished(10'000));
    QCOMPARE(hub.process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(LocalHubProcessTest)
#include "tst_localhubprocess.moc"
