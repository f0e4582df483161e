// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/clihub.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! `verify` and `download --verify` over what came from a real small Hub.
class TestCliVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(f.start(), qPrintable(f.hub.errorText())); }
    void init() { f.reset(); }
    void verifiesTheCache();
    void verifyComparesWithTheHub();
    void verifyStopsAtASignal();
    void verifyStopsWhileItAsksTheHub();
    void downloadWithVerification();

private:
    CliHub f;
};

void TestCliVerify::verifiesTheCache()
{
    const QString id = f.repo(u"sharded_safetensors"_s);
    const CliResult made = f.cli->run({u"download"_s, id});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const qsizetype count = filesBelow(made.lastLine()).size();
    const CliResult right = f.cli->run({u"verify"_s, id});
    QVERIFY2(right.exitCode == 0, right.output.constData());
    QCOMPARE(right.lastLine(),
             u"Verified %1 file(s) for model '%2'. All checksums match."_s.arg(count).arg(id));
    const CliResult quick = f.cli->run({u"cache"_s, u"verify"_s, u"--quick"_s, u"--json"_s});
    QCOMPARE(quick.json()[u"bytes_read"_s].toInteger(), 0);
    QCOMPARE(quick.json()[u"repos"_s][0][u"checked_count"_s].toInt(), count);

    const QString blob = QFileInfo(made.lastLine() + u"/config.json"_s).canonicalFilePath();
    QFile file(blob);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("X");
    file.close();
    const CliResult wrong = f.cli->run({u"verify"_s, id, u"--revision"_s, u"main"_s});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.output.startsWith("Wrong: config.json: expected "), wrong.output.constData());
    const QJsonValue json = f.cli->run({u"verify"_s, u"--json"_s, u"--quick"_s}).json();
    QCOMPARE(json[u"repos"_s][0][u"mismatches"_s].toArray().size(), 1);
    QVERIFY(QFile::remove(blob));
    QVERIFY(f.cli->run({u"verify"_s}).output.contains("Missing: config.json"));
    const CliResult none = f.cli->run({u"verify"_s, u"demo/not-here"_s, u"--json"_s});
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(none.error()[u"kind"_s].toString(), u"notFound"_s);
}

void TestCliVerify::verifyComparesWithTheHub()
{
    const QString id = f.repo(u"sharded_safetensors"_s);
    const CliResult made = f.cli->run({u"download"_s, id, u"--exclude"_s, u"config.json"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const QString missing = u"--fail-on-missing-files"_s;
    const QString extra = u"--fail-on-extra-files"_s;
    QCOMPARE(f.cli->run({u"verify"_s, id}).exitCode, 0);
    const CliResult warned = f.cli->run({u"verify"_s, id, extra});
    QVERIFY2(warned.exitCode == 0, warned.errors.constData());
    QVERIFY2(warned.errors.contains(missing.toUtf8()), warned.errors.constData());
    QVERIFY(warned.lastLine().endsWith("All checksums match."_L1));
    const CliResult failed = f.cli->run({u"cache"_s, u"verify"_s, id, missing});
    QCOMPARE(failed.exitCode, 1);
    QVERIFY2(failed.output.contains("Missing, but on the Hub: config.json\n"),
             failed.output.constData());
    QCOMPARE(failed.lastLine(), u"Verification failed: 1 missing, 0 extra."_s);
    QJsonValue json = f.cli->run({u"verify"_s, id, missing, extra, u"--json"_s}).json();
    QCOMPARE(json[u"repos"_s][0][u"missing_paths"_s].toArray(), QJsonArray{u"config.json"_s});
    QCOMPARE(json[u"repos"_s][0][u"extra_paths"_s].toArray(), QJsonArray());

    const QString folder = f.home->filePath(u"plain"_s);
    QCOMPARE(f.cli->run({u"download"_s, id, u"--local-dir"_s, folder}).exitCode, 0);
    const QStringList verify{u"verify"_s, id, u"--local-dir"_s, folder, missing, extra};
    QCOMPARE(f.cli->run(verify).exitCode, 0); // its bookkeeping is not extra
    QFile file(folder + u"/notes.txt"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const CliResult more = f.cli->run(verify);
    QCOMPARE(more.exitCode, 1);
    QVERIFY(more.output.contains("Extra, not on the Hub: notes.txt\n"));
    f.cli->setVariable(u"HF_ENDPOINT"_s, u"http://127.0.0.1:1"_s);
    QCOMPARE(f.cli->run({u"verify"_s, id}).exitCode, 0); // asks nobody
    QCOMPARE(f.cli->run({u"verify"_s, id, missing, u"--json"_s}).exitCode, 1);
}

void TestCliVerify::verifyStopsAtASignal()
{
    // A hole reads fast, but not this fast.
    const QString blobs = f.cache() + u"/models--ns--big/blobs"_s;
    QVERIFY(QDir().mkpath(blobs));
    QFile file(blobs + u'/' + QString(64, u'a'));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(1) << 40));
    file.close();
    QProcess process;
    f.cli->start(process, {u"verify"_s});
    QVERIFY(process.waitForStarted());
    QByteArray talk;
    const auto hasStarted = [&] {
        talk += process.readAllStandardError();
        return talk.contains("Reading:");
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasStarted(), 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TestCliVerify::verifyStopsWhileItAsksTheHub()
{
    const QString id = f.repo(u"gguf_family"_s);
    QCOMPARE(f.cli->run({u"download"_s, id, u"README.md"_s}).exitCode, 0);
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    f.cli->setVariable(u"HF_ENDPOINT"_s, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
    QProcess process;
    f.cli->start(process, {u"verify"_s, id, u"--fail-on-missing-files"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 4'000);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TestCliVerify::downloadWithVerification()
{
    const QString id = f.repo(u"gguf_family"_s);
    const CliResult made = f.cli->run({u"download"_s, id, u"README.md"_s, u"--verify"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    QVERIFY2(made.errors.contains("All checksums match."), made.errors.constData());
    QFile file(made.lastLine());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("X");
    file.close();
    // The length is right, so only reading it can tell.
    QCOMPARE(f.cli->run({u"download"_s, id, u"README.md"_s}).exitCode, 0);
    const CliResult wrong =
        f.cli->run({u"download"_s, id, u"README.md"_s, u"--verify"_s, u"--json"_s});
    QCOMPARE(wrong.exitCode, 1);
    QCOMPARE(wrong.output, QByteArray());
    QVERIFY2(wrong.errors.contains("\"integrity\""), wrong.errors.constData());
}

QTEST_GUILESS_MAIN(TestCliVerify)
#include "tst_cliverify.moc"
