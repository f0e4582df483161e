// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliprocess.h"
#include "tests/support/localhubprocess.h"
#include "tests/support/tlsfront.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! The program against a Hub whose certificate nobody vouches for.
class TestCliTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void download();
};

void TestCliTls::download()
{
    const QTemporaryDir folder;
    const QTemporaryDir home;
    QVERIFY(TlsFront::makeCertificate(folder.path(), u"hub"_s));
    const QString certificate = folder.filePath(u"hub.pem"_s);
    LocalHubProcess hub;
    QVERIFY2(
        hub.start({u"--tls-cert"_s, certificate, u"--tls-key"_s, folder.filePath(u"hub.key"_s)}),
        qPrintable(hub.errorText()));
    const QString repo = hub.seed()[u"gguf_family"_s]["repo"_L1].toString();
    QVERIFY(!repo.isEmpty());
    hub.clearRequests();
    CliProcess cli(home.path());
    cli.setVariable(u"HF_ENDPOINT"_s, hub.endpoint().toString());
    cli.setVariable(u"HF_HUB_CACHE"_s, home.filePath(u"hub"_s));
    const QStringList command{u"download"_s,     repo,         u"README.md"_s, u"--token"_s,
                              u"hf_demo_read"_s, u"--quiet"_s, u"--json"_s};
    const CliResult refused = cli.run(command);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.error()[u"kind"_s] == u"network"_s, refused.errors.constData());
    const QString message = refused.error()[u"message"_s].toString();
    QVERIFY2(message.contains("The encrypted connection to 127.0.0.1 failed."_L1),
             qPrintable(message));
    QCOMPARE(hub.requests().size(), 0);

    cli.setVariable(u"SSL_CERT_FILE"_s, certificate);
    const CliResult trusted = cli.run(command);
    QVERIFY2(trusted.exitCode == 0, trusted.errors.constData());
}

QTEST_GUILESS_MAIN(TestCliTls)
#include "tst_clitls.moc"
