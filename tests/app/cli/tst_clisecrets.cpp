// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliprocess.h"
#include "tests/support/localhubprocess.h"
#include "tests/support/testfiles.h"
#include "tests/support/tlsfront.h"

#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

constexpr auto kToken = "hf_demo_read"_L1;

} // namespace

//! Where a token must not appear: other hosts, proxies, arguments, core files, texts of a crash.
class TestCliSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Over TLS a proxy sees where we go and nothing else, and the second host gets no token.
    void proxySeesNoToken()
    {
        const QTemporaryDir folder;
        const QTemporaryDir home;
        QVERIFY(TlsFront::makeCertificate(folder.path(), u"hub"_s));
        const QString certificate = folder.filePath(u"hub.pem"_s);
        LocalHubProcess hub;
        QVERIFY2(hub.start({u"--tls-cert"_s, certificate, u"--tls-key"_s,
                            folder.filePath(u"hub.key"_s), u"--proxy"_s, u"127.0.0.1:0"_s}),
                 qPrintable(hub.errorText()));
        QVERIFY(!hub.proxy().isEmpty());
        const QString repo = hub.seed()[u"sharded_safetensors"_s]["repo"_L1].toString();
        hub.clearRequests();
        CliProcess cli(home.path());
        cli.setVariable(u"HF_ENDPOINT"_s, hub.endpoint().toString());
        cli.setVariable(u"SSL_CERT_FILE"_s, certificate);
        cli.setVariable(u"https_proxy"_s, hub.proxy().toString());
        const CliResult result = cli.run({u"download"_s, repo, u"--token"_s, kToken, u"--quiet"_s});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        int throughProxy = 0;
        int withToken = 0;
        for (const QJsonValue &value : hub.requests()) {
            const QJsonObject request = value.toObject();
            const QString port = request["port"_L1].toString();
            const bool authorized = request["authorization"_L1].toBool();
            throughProxy += port == "proxy"_L1 ? 1 : 0;
            withToken += authorized ? 1 : 0;
            QVERIFY2(!authorized || port == "hub"_L1,
                     qPrintable(port + u' ' + request["path"_L1].toString()));
        }
        QVERIFY(throughProxy > 0);
        QVERIFY(withToken > 0); // the Hub itself has to know
    }

    void crashTellsNothing_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("abort") << SIGABRT;
        QTest::newRow("segmentation fault") << SIGSEGV;
    }
    void crashTellsNothing()
    {
        QFETCH(int, signal);
        QTcpServer silent; // takes the question and never answers
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QTemporaryDir home;
        CliProcess cli(home.path());
        cli.setVariable(u"HF_ENDPOINT"_s, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
        QProcess process;
        process.setWorkingDirectory(home.path());
        cli.start(process, {u"whoami"_s, u"--token"_s, kToken});
        QTRY_VERIFY(silent.hasPendingConnections());
        const QString place = u"/proc/%1/"_s.arg(process.processId());
        QVERIFY(!contentOf(place + u"cmdline"_s).contains(kToken.data()));
        QVERIFY(contentOf(place + u"cmdline"_s).contains("--token")); // it was looked at
        const QByteArray limits = contentOf(place + u"limits"_s);
        const qsizetype line = limits.indexOf("Max core file size");
        QVERIFY(line >= 0);
        QCOMPARE(limits.sliced(line).simplified().split(' ').value(4), "0");
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QVERIFY(!process.readAllStandardError().contains(kToken.data()));
        QVERIFY(!process.readAllStandardOutput().contains(kToken.data()));
        for (const QString &file : filesBelow(home.path())) {
            QVERIFY2(!file.contains(u"core"_s), qPrintable(file));
            QVERIFY2(!contentOf(home.filePath(file)).contains(kToken.data()), qPrintable(file));
        }
    }
};

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_clisecrets.moc"
