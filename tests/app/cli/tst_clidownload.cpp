// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/clihub.h"
#include "tests/support/testfiles.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <sys/stat.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

//! What has been written of files that are not complete.
qint64 partialBytes(const QString &folder)
{
    qint64 blocks = 0;
    QDirIterator it(folder, {u"*.incomplete"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        struct stat info = {};
        // Blocks, not length: a partial file may be as long as the whole from the start.
        if (::stat(QFile::encodeName(it.next()).constData(), &info) == 0)
            blocks += info.st_blocks;
    }
    return blocks * 512;
}

} // namespace

//! `download` from a real small Hub: its streams, its exit codes, the cache that it leaves.
class TestCliDownload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(f.start(), qPrintable(f.hub.errorText())); }
    void init() { f.reset(); }
    void downloadsOneFile();
    void downloadsASnapshotWithPatterns();
    void downloadsByTagAndPullRequest();
    void downloadOfAPrivateRepo();
    void downloadErrors_data();
    void downloadErrors();
    void talkGoesToStandardError();
    void speaksEnglishEverywhere();
    void forceFetchesAgain();
    void revokedTokenStillServesTheCache();
    void dryRunWritesNothing();
    void dryRunAfterADownload();
    void dryRunErrors();
    void signalStopsAndKeepsWhatArrived_data();
    void signalStopsAndKeepsWhatArrived();

private:
    CliHub f;
};

void TestCliDownload::downloadsOneFile()
{
    const QString id = f.repo(u"gguf_family"_s);
    const CliResult result = f.cli->run({u"download"_s, id, u"README.md"_s});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QString path = result.lastLine();
    QVERIFY2(path.startsWith(f.cache()) && path.endsWith(u"/README.md"_s), qPrintable(path));
    QVERIFY(QFileInfo(path).isSymLink());
    QVERIFY(f.hub.fileBytesSent() > 0);

    f.hub.clearRequests();
    const CliResult again = f.cli->run({u"download"_s, id, u"README.md"_s, u"--json"_s});
    QCOMPARE(again.json().toObject(), (QJsonObject{{u"path"_s, path}}));
    QCOMPARE(f.hub.fileBytesSent(), 0);
}

void TestCliDownload::downloadsASnapshotWithPatterns()
{
    const QString id = f.repo(u"sharded_safetensors"_s);
    const CliResult result = f.cli->run({u"download"_s, id, u"--include"_s, u"*.json"_s, u"*.md"_s,
                                         u"--exclude"_s, u"tokenizer*"_s});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QStringList files = filesBelow(result.lastLine());
    QVERIFY(files.contains(u"config.json"_s));
    QVERIFY(files.contains(u"README.md"_s));
    for (const QString &file : files)
        QVERIFY2(file.endsWith(u".json"_s) || file.endsWith(u".md"_s), qPrintable(file));
    QVERIFY(!files.contains(u"tokenizer.json"_s));

    const CliResult scan = f.cli->run({u"scan-cache"_s, u"--json"_s});
    QCOMPARE(scan.json()[u"warnings"_s].toArray(), QJsonArray());
    QCOMPARE(scan.json()[u"repos"_s][0][u"repo_id"_s].toString(), id);
}

void TestCliDownload::downloadsByTagAndPullRequest()
{
    const QString id = f.repo(u"history"_s);
    QStringList folders;
    for (const QString &revision : {u"main"_s, u"v1.0"_s, u"refs/pr/1"_s}) {
        const CliResult result = f.cli->run({u"download"_s, id, u"--revision"_s, revision});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        folders.append(result.lastLine());
    }
    folders.removeDuplicates();
    QCOMPARE(folders.size(), 3);
    const QJsonValue scan = f.cli->run({u"scan-cache"_s, u"--json"_s}).json();
    QCOMPARE(scan[u"repos"_s][0][u"refs"_s].toArray(),
             (QJsonArray{u"main"_s, u"refs/pr/1"_s, u"v1.0"_s}));
}

void TestCliDownload::downloadOfAPrivateRepo()
{
    const QString id = f.repo(u"private"_s);
    const CliResult right =
        f.cli->run({u"download"_s, id, u"README.md"_s, u"--token"_s, u"hf_demo_read"_s});
    QVERIFY2(right.exitCode == 0, right.errors.constData());
    for (const QJsonValue &entry : f.hub.requests())
        QVERIFY(entry[u"port"_s].toString() != u"cdn"_s || !entry[u"authorization"_s].toBool());
    f.cli->setVariable(u"HF_TOKEN"_s, u"hf_demo_read"_s);
    f.cli->setVariable(u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s, u"1"_s);
    const CliResult anonymous = f.cli->run(
        {u"download"_s, id, u"config.json"_s, u"--cache-dir"_s, f.home->filePath(u"other"_s)});
    QCOMPARE(anonymous.exitCode, 1);
}

void TestCliDownload::downloadErrors_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("kinds");
    const QStringList hidden{u"notFound"_s, u"unauthorized"_s};
    QTest::newRow("missing repo") << QString() << QStringList{u"demo/nothing-here"_s} << hidden;
    QTest::newRow("missing revision")
        << u"history"_s << QStringList{u"--revision"_s, u"nope"_s} << QStringList{u"notFound"_s};
    QTest::newRow("missing file") << u"history"_s << QStringList{u"nope.bin"_s}
                                  << QStringList{u"notFound"_s};
    QTest::newRow("private, no token") << u"private"_s << QStringList{u"README.md"_s} << hidden;
    QTest::newRow("private, another's token")
        << u"private"_s << QStringList{u"README.md"_s, u"--token"_s, u"hf_alice_write"_s} << hidden;
    QTest::newRow("private, wrong token")
        << u"private"_s << QStringList{u"README.md"_s, u"--token"_s, u"hf_wrong"_s}
        << QStringList{u"unauthorized"_s};
    QTest::newRow("gated") << u"gated"_s
                           << QStringList{u"config.json"_s, u"--token"_s, u"hf_alice_write"_s}
                           << QStringList{u"gated"_s};
}

void TestCliDownload::downloadErrors()
{
    QFETCH(QString, role);
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, kinds);
    QStringList command{u"download"_s};
    if (!role.isEmpty())
        command.append(f.repo(role));
    const CliResult result =
        f.cli->run(command + arguments + QStringList{u"--json"_s, u"--quiet"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(kinds.contains(result.error()[u"kind"_s].toString()), result.errors.constData());
    // A missing file too: the id of the listing that does not name it.
    QVERIFY(!result.error()[u"request_id"_s].toString().isEmpty());
    // A failure must leave a cache that every client can read.
    if (QFileInfo::exists(f.cache())) {
        const CliResult scan = f.cli->run({u"scan-cache"_s, u"--json"_s});
        QCOMPARE(scan.json()[u"warnings"_s].toArray(), QJsonArray());
    }
}

void TestCliDownload::talkGoesToStandardError()
{
    const QString id = f.repo(u"dataset"_s);
    const CliResult loud = f.cli->run({u"download"_s, id, u"--repo-type"_s, u"dataset"_s});
    QVERIFY2(loud.exitCode == 0, loud.errors.constData());
    QCOMPARE(loud.output.count('\n'), 1);
    QVERIFY(!loud.errors.isEmpty());
    QVERIFY2(!loud.errors.contains('\r'), "only a terminal gets a line that is renewed");
    const CliResult quiet =
        f.cli->run({u"download"_s, id, u"--repo-type"_s, u"dataset"_s, u"--quiet"_s,
                    u"--cache-dir"_s, f.home->filePath(u"other"_s)});
    QCOMPARE(quiet.exitCode, 0);
    QCOMPARE(quiet.errors, QByteArray());
}

void TestCliDownload::speaksEnglishEverywhere()
{
    // Qt takes the form of numbers from the first of these, whether or not the system has it.
    f.cli->setVariable(u"LC_ALL"_s, u"de_DE.UTF-8"_s);
    f.cli->setVariable(u"LANGUAGE"_s, u"de"_s);
    const CliResult result =
        f.cli->run({u"download"_s, f.repo(u"big_file"_s), u"--local-dir"_s, u"/proc/nothing"_s});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains("Not enough space: 1.1 GB are needed in "),
             result.errors.constData());
}

void TestCliDownload::forceFetchesAgain()
{
    const QString id = f.repo(u"gguf_family"_s);
    QCOMPARE(f.cli->run({u"download"_s, id, u"README.md"_s}).exitCode, 0);
    f.hub.clearRequests();
    QCOMPARE(f.cli->run({u"download"_s, id, u"README.md"_s, u"--force-download"_s}).exitCode, 0);
    QVERIFY(f.hub.fileBytesSent() > 0);
}

void TestCliDownload::revokedTokenStillServesTheCache()
{
    const QString id = f.repo(u"private"_s);
    const CliResult right =
        f.cli->run({u"download"_s, id, u"README.md"_s, u"--token"_s, u"hf_demo_read"_s});
    QVERIFY2(right.exitCode == 0, right.errors.constData());
    const CliResult revoked =
        f.cli->run({u"download"_s, id, u"README.md"_s, u"--token"_s, u"hf_revoked"_s});
    QCOMPARE(revoked.exitCode, 0);
    QCOMPARE(revoked.lastLine(), right.lastLine());
    QVERIFY2(revoked.errors.contains("could not be asked"), revoked.errors.constData());
}

void TestCliDownload::dryRunWritesNothing()
{
    const QString id = f.repo(u"sharded_safetensors"_s);
    const QStringList command{u"download"_s, id, u"--dry-run"_s, u"--include"_s, u"*.json"_s};
    const CliResult text = f.cli->run(command);
    QVERIFY2(text.exitCode == 0, text.errors.constData());
    QVERIFY2(text.output.startsWith("[dry-run] Will download "), text.output.constData());
    QVERIFY(text.output.contains("\nconfig.json "));
    QVERIFY2(text.errors.contains(" needed on "), text.errors.constData());
    const QJsonValue json = f.cli->run(command + QStringList{u"--json"_s}).json();
    QCOMPARE(json[u"commit_hash"_s].toString().size(), 40);
    const QJsonArray files = json[u"files"_s].toArray();
    QVERIFY(!files.isEmpty());
    qint64 sum = 0;
    for (const QJsonValue &file : files) {
        QVERIFY(file[u"filename"_s].toString().endsWith(u".json"_s));
        QVERIFY(file[u"will_download"_s].toBool());
        QVERIFY(!file[u"is_cached"_s].toBool());
        QCOMPARE(file[u"endpoint"_s].toString(), f.hub.endpoint().toString());
        sum += file[u"file_size"_s].toInteger();
    }
    QVERIFY(json[u"bytes_to_download"_s].toInteger() <= sum);
    QCOMPARE(f.hub.fileBytesSent(), 0);
    QVERIFY2(!QFileInfo::exists(f.cache()), "nothing was made");
    const QString folder = f.home->filePath(u"folder"_s);
    const CliResult local =
        f.cli->run(command + QStringList{u"--local-dir"_s, folder, u"--json"_s});
    QVERIFY2(local.exitCode == 0, local.errors.constData());
    QVERIFY(local.json()[u"files"_s][0][u"local_path"_s].toString().startsWith(folder + u'/'));
    QVERIFY(!QFileInfo::exists(folder));
}

void TestCliDownload::dryRunAfterADownload()
{
    const QString id = f.repo(u"gguf_family"_s);
    const CliResult made = f.cli->run({u"download"_s, id, u"README.md"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const QStringList command{u"download"_s, id, u"README.md"_s, u"--dry-run"_s};
    const CliResult text = f.cli->run(command);
    QVERIFY(text.output.startsWith("[dry-run] Will download 0 files (out of 1) totalling 0.0."));
    const QJsonValue file = f.cli->run(command + QStringList{u"--json"_s}).json()[u"files"_s][0];
    QVERIFY(file[u"is_cached"_s].toBool());
    QCOMPARE(file[u"local_path"_s].toString(), made.lastLine());
    const CliResult forced = f.cli->run(command + QStringList{u"--force-download"_s});
    QVERIFY(forced.output.startsWith("[dry-run] Will download 1 files (out of 1)"));
}

void TestCliDownload::dryRunErrors()
{
    const CliResult file = f.cli->run(
        {u"download"_s, f.repo(u"history"_s), u"nope.bin"_s, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(file.exitCode, 1);
    QCOMPARE(file.error()[u"kind"_s].toString(), u"notFound"_s);
    QVERIFY2(!QFileInfo::exists(f.cache()), "no marker of absence either");
}

void TestCliDownload::signalStopsAndKeepsWhatArrived_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("interrupt") << SIGINT << 130;
    QTest::newRow("terminate") << SIGTERM << 143;
}

void TestCliDownload::signalStopsAndKeepsWhatArrived()
{
    QFETCH(int, signal);
    QFETCH(int, exitCode);
    f.hub.addFault({{u"match"_s, u"*"_s},
                    {u"kind"_s, u"stall"_s},
                    {u"port"_s, u"cdn"_s},
                    {u"at"_s, 100'000'000},
                    {u"ms"_s, 60'000},
                    {u"times"_s, 0}});
    QProcess process;
    f.cli->start(
        process,
        {u"download"_s, f.repo(u"big_file"_s), f.seed[u"big_file"_s][u"path"_s].toString()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(partialBytes(f.cache()) > 1'000'000, 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), exitCode);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    QVERIFY(partialBytes(f.cache()) > 1'000'000);
    const CliResult scan = f.cli->run({u"scan-cache"_s, u"--json"_s});
    QCOMPARE(scan.json()[u"warnings"_s].toArray(), QJsonArray());
}

QTEST_GUILESS_MAIN(TestCliDownload)
#include "tst_clidownload.moc"
