// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliprocess.h"
#include "tests/support/localhubprocess.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <csignal>
#include <limits>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! The program against a real small Hub: every command, its streams and its exit codes.
class TestCliWithHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whoami();
    void logsAsTheVariablesSay_data();
    void logsAsTheVariablesSay();
    void whoamiWithAWrongToken();
    void whoamiBehindAFailingHub();
    void listsBeyondOnePage();
    void listsWhatIsAskedFor();
    void listTableForPeople();
    void downloadsOneFile();
    void downloadsASnapshotWithPatterns();
    void downloadsByTagAndPullRequest();
    void downloadOfAPrivateRepo();
    void downloadErrors_data();
    void downloadErrors();
    void talkGoesToStandardError();
    void forceFetchesAgain();
    void revokedTokenStillServesTheCache();
    void dryRunWritesNothing();
    void dryRunAfterADownload();
    void dryRunErrors();
    void verifiesTheCache();
    void verifyComparesWithTheHub();
    void verifyStopsAtASignal();
    void downloadWithVerification();
    void signalStopsAndKeepsWhatArrived_data();
    void signalStopsAndKeepsWhatArrived();

private:
    QString repo(const QString &role) const { return m_seed[role]["repo"_L1].toString(); }
    QString cache() const { return m_home->filePath(u"hub"_s); }
    QStringList filesBelow(const QString &folder) const;
    qint64 partialBytes() const;

    LocalHubProcess m_hub;
    QJsonObject m_seed;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<CliProcess> m_cli;
};

void TestCliWithHub::initTestCase()
{
    QVERIFY2(m_hub.start(), qPrintable(m_hub.errorText()));
    m_seed = m_hub.seed();
    QVERIFY(!repo(u"gguf_family"_s).isEmpty());
}

void TestCliWithHub::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_cli = std::make_unique<CliProcess>(m_home->path());
    m_cli->setVariable(u"HF_ENDPOINT"_s, m_hub.endpoint().toString());
    m_cli->setVariable(u"HF_HUB_CACHE"_s, cache());
    m_hub.clearRequests();
    m_hub.clearFaults();
}

QStringList TestCliWithHub::filesBelow(const QString &folder) const
{
    QStringList paths;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        paths.append(QDir(folder).relativeFilePath(it.next()));
    paths.sort();
    return paths;
}

qint64 TestCliWithHub::partialBytes() const
{
    qint64 blocks = 0;
    QDirIterator it(cache(), {u"*.incomplete"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        struct stat info = {};
        // Blocks, not length: a partial file may be as long as the whole from the start.
        if (::stat(QFile::encodeName(it.next()).constData(), &info) == 0)
            blocks += info.st_blocks;
    }
    return blocks * 512;
}

void TestCliWithHub::whoami()
{
    const QByteArray expected = "demo\n";
    m_cli->setVariable(u"HF_TOKEN"_s, u"hf_demo_read"_s);
    const CliResult fromVariable = m_cli->run({u"whoami"_s});
    QCOMPARE(fromVariable.exitCode, 0);
    QVERIFY2(fromVariable.output.startsWith(expected), fromVariable.output.constData());
    QCOMPARE(fromVariable.lastLine(),
             u"Authenticated through private endpoint: "_s + m_hub.endpoint().toString());
    m_cli->removeVariable(u"HF_TOKEN"_s);

    QDir().mkpath(m_home->filePath(u".cache/huggingface"_s));
    QFile file(m_home->filePath(u".cache/huggingface/token"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hf_alice_write\n");
    file.close();
    QVERIFY(m_cli->run({u"whoami"_s}).output.startsWith("alice\n"));

    const CliResult fromOption = m_cli->run({u"whoami"_s, u"--token"_s, u"hf_demo_write"_s});
    QVERIFY(fromOption.output.startsWith(expected));
    const CliResult fromInput = m_cli->run({u"whoami"_s, u"--token"_s, u"-"_s}, "hf_demo_write\n");
    QVERIFY(fromInput.output.startsWith(expected));
    const CliResult json = m_cli->run({u"auth"_s, u"whoami"_s, u"--json"_s});
    QCOMPARE(json.json()[u"name"_s].toString(), u"alice"_s);
    QVERIFY(json.json()[u"orgs"_s].isArray());
}

void TestCliWithHub::logsAsTheVariablesSay_data()
{
    QTest::addColumn<QString>("verbosity");
    QTest::addColumn<QString>("debug");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<bool>("lines");
    QTest::addColumn<bool>("commands");
    QTest::newRow("nothing") << QString() << QString() << QString() << false << false;
    QTest::newRow("warning") << u"warning"_s << QString() << QString() << false << false;
    QTest::newRow("debug") << u"debug"_s << QString() << QString() << true << false;
    QTest::newRow("HF_DEBUG") << QString() << u"1"_s << QString() << true << true;
    QTest::newRow("both") << u"critical"_s << u"yes"_s << QString() << true << true;
    QTest::newRow("Qt wins") << u"debug"_s << u"1"_s << u"app.*=false"_s << false << false;
    QTest::newRow("Qt adds") << u"critical"_s << QString() << u"app.hub.curl.debug=true"_s << false
                             << true;
}

void TestCliWithHub::logsAsTheVariablesSay()
{
    QFETCH(QString, verbosity);
    QFETCH(QString, debug);
    QFETCH(QString, rules);
    QFETCH(bool, lines);
    QFETCH(bool, commands);
    m_cli->setVariable(u"HF_TOKEN"_s, u"hf_demo_read"_s);
    m_cli->setVariable(u"HF_HUB_VERBOSITY"_s, verbosity);
    m_cli->setVariable(u"HF_DEBUG"_s, debug);
    m_cli->setVariable(u"QT_LOGGING_RULES"_s, rules);
    const CliResult result = m_cli->run({u"whoami"_s});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith("demo\n"));
    QVERIFY2(!(result.output + result.errors).contains("demo_read"), result.errors.constData());
    QCOMPARE(result.errors.contains("app.hub.http: GET http://"), lines);
    QCOMPARE(result.errors.contains("app.hub.curl: curl -X GET "), commands);
    QCOMPARE(result.errors.contains("authorization: <TOKEN>"), commands);
}

void TestCliWithHub::whoamiWithAWrongToken()
{
    m_cli->setVariable(u"QT_LOGGING_RULES"_s, u"app.*=true"_s);
    const CliResult result =
        m_cli->run({u"whoami"_s, u"--json"_s, u"--token"_s, u"hf_wrongAndSecret"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.output, QByteArray());
    QVERIFY(result.errors.contains("\"unauthorized\""));
    QVERIFY(result.errors.contains("\"request_id\":\""));
    QVERIFY2(!result.errors.contains("Secret"), result.errors.constData());
}

void TestCliWithHub::whoamiBehindAFailingHub()
{
    m_hub.addFault({{u"match"_s, u"*whoami*"_s},
                    {u"kind"_s, u"status"_s},
                    {u"status"_s, 500},
                    {u"times"_s, 0}});
    const CliResult result =
        m_cli->run({u"whoami"_s, u"--json"_s, u"--token"_s, u"hf_demo_read"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.error()[u"kind"_s].toString(), u"server"_s);
}

void TestCliWithHub::listsBeyondOnePage()
{
    const CliResult result = m_cli->run({u"models"_s, u"ls"_s, u"--limit"_s, u"25"_s, u"--json"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.json().toArray().size(), 25);
    QSet<QString> ids;
    for (const QJsonValue &entry : result.json().toArray())
        ids.insert(entry[u"id"_s].toString());
    QCOMPARE(ids.size(), 25);
    QCOMPARE(m_hub.requests().size(), 2);
}

void TestCliWithHub::listsWhatIsAskedFor()
{
    const QString id = repo(u"gguf_family"_s);
    const CliResult search = m_cli->run(
        {u"models"_s, u"ls"_s, u"--search"_s, id.section(u'/', 1).toUpper(), u"--json"_s});
    QStringList ids;
    for (const QJsonValue &entry : search.json().toArray())
        ids.append(entry[u"id"_s].toString());
    QVERIFY2(ids.contains(id), qPrintable(ids.join(u' ')));

    const CliResult author =
        m_cli->run({u"models"_s, u"ls"_s, u"--author"_s, id.section(u'/', 0, 0), u"--limit"_s,
                    u"100"_s, u"--json"_s});
    QVERIFY(!author.json().toArray().isEmpty());
    for (const QJsonValue &entry : author.json().toArray()) {
        QCOMPARE(entry[u"author"_s].toString(), id.section(u'/', 0, 0));
        QVERIFY(entry[u"last_modified"_s].toString().endsWith(u'Z'));
    }

    const CliResult sorted =
        m_cli->run({u"models"_s, u"ls"_s, u"--sort"_s, u"downloads"_s, u"--json"_s});
    QCOMPARE(sorted.json().toArray().size(), 10);
    qint64 before = std::numeric_limits<qint64>::max();
    for (const QJsonValue &entry : sorted.json().toArray()) {
        QVERIFY(entry[u"downloads"_s].toInteger() <= before);
        before = entry[u"downloads"_s].toInteger();
    }

    QVERIFY(!m_cli->run({u"datasets"_s, u"ls"_s, u"--json"_s}).json().toArray().isEmpty());
    QVERIFY(!m_cli->run({u"spaces"_s, u"ls"_s, u"--json"_s}).json().toArray().isEmpty());
    const CliResult nothing =
        m_cli->run({u"models"_s, u"ls"_s, u"--search"_s, u"nothing-like-it"_s, u"--json"_s});
    QCOMPARE(nothing.output, QByteArray("[]\n"));
    QCOMPARE(nothing.exitCode, 0);
}

void TestCliWithHub::listTableForPeople()
{
    const CliResult result = m_cli->run({u"models"_s, u"ls"_s, u"--limit"_s, u"3"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.output.count('\n'), 4);
    QVERIFY(result.output.startsWith("ID "));
}

void TestCliWithHub::downloadsOneFile()
{
    const QString id = repo(u"gguf_family"_s);
    const CliResult result = m_cli->run({u"download"_s, id, u"README.md"_s});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QString path = result.lastLine();
    QVERIFY2(path.startsWith(cache()) && path.endsWith(u"/README.md"_s), qPrintable(path));
    QVERIFY(QFileInfo(path).isSymLink());
    QVERIFY(m_hub.fileBytesSent() > 0);

    m_hub.clearRequests();
    const CliResult again = m_cli->run({u"download"_s, id, u"README.md"_s, u"--json"_s});
    QCOMPARE(again.json().toObject(), (QJsonObject{{u"path"_s, path}}));
    QCOMPARE(m_hub.fileBytesSent(), 0);
}

void TestCliWithHub::downloadsASnapshotWithPatterns()
{
    const QString id = repo(u"sharded_safetensors"_s);
    const CliResult result = m_cli->run({u"download"_s, id, u"--include"_s, u"*.json"_s, u"*.md"_s,
                                         u"--exclude"_s, u"tokenizer*"_s});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QStringList files = filesBelow(result.lastLine());
    QVERIFY(files.contains(u"config.json"_s));
    QVERIFY(files.contains(u"README.md"_s));
    for (const QString &file : files)
        QVERIFY2(file.endsWith(u".json"_s) || file.endsWith(u".md"_s), qPrintable(file));
    QVERIFY(!files.contains(u"tokenizer.json"_s));

    const CliResult scan = m_cli->run({u"scan-cache"_s, u"--json"_s});
    QCOMPARE(scan.json()[u"warnings"_s].toArray(), QJsonArray());
    QCOMPARE(scan.json()[u"repos"_s][0][u"repo_id"_s].toString(), id);
}

void TestCliWithHub::downloadsByTagAndPullRequest()
{
    const QString id = repo(u"history"_s);
    QStringList folders;
    for (const QString &revision : {u"main"_s, u"v1.0"_s, u"refs/pr/1"_s}) {
        const CliResult result = m_cli->run({u"download"_s, id, u"--revision"_s, revision});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        folders.append(result.lastLine());
    }
    folders.removeDuplicates();
    QCOMPARE(folders.size(), 3);
    const QJsonValue scan = m_cli->run({u"scan-cache"_s, u"--json"_s}).json();
    QCOMPARE(scan[u"repos"_s][0][u"refs"_s].toArray(),
             (QJsonArray{u"main"_s, u"refs/pr/1"_s, u"v1.0"_s}));
}

void TestCliWithHub::downloadOfAPrivateRepo()
{
    const QString id = repo(u"private"_s);
    const CliResult right =
        m_cli->run({u"download"_s, id, u"README.md"_s, u"--token"_s, u"hf_demo_read"_s});
    QVERIFY2(right.exitCode == 0, right.errors.constData());
    for (const QJsonValue &entry : m_hub.requests())
        QVERIFY(entry[u"port"_s].toString() != u"cdn"_s || !entry[u"authorization"_s].toBool());
    m_cli->setVariable(u"HF_TOKEN"_s, u"hf_demo_read"_s);
    m_cli->setVariable(u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s, u"1"_s);
    const CliResult anonymous = m_cli->run(
        {u"download"_s, id, u"config.json"_s, u"--cache-dir"_s, m_home->filePath(u"other"_s)});
    QCOMPARE(anonymous.exitCode, 1);
}

void TestCliWithHub::downloadErrors_data()
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

void TestCliWithHub::downloadErrors()
{
    QFETCH(QString, role);
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, kinds);
    QStringList command{u"download"_s};
    if (!role.isEmpty())
        command.append(repo(role));
    const CliResult result =
        m_cli->run(command + arguments + QStringList{u"--json"_s, u"--quiet"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(kinds.contains(result.error()[u"kind"_s].toString()), result.errors.constData());
    // A missing file too: the id of the listing that does not name it.
    QVERIFY(!result.error()[u"request_id"_s].toString().isEmpty());
    // A failure must leave a cache that every client can read.
    if (QFileInfo::exists(cache())) {
        const CliResult scan = m_cli->run({u"scan-cache"_s, u"--json"_s});
        QCOMPARE(scan.json()[u"warnings"_s].toArray(), QJsonArray());
    }
}

void TestCliWithHub::talkGoesToStandardError()
{
    const QString id = repo(u"dataset"_s);
    const CliResult loud = m_cli->run({u"download"_s, id, u"--repo-type"_s, u"dataset"_s});
    QVERIFY2(loud.exitCode == 0, loud.errors.constData());
    QCOMPARE(loud.output.count('\n'), 1);
    QVERIFY(!loud.errors.isEmpty());
    QVERIFY2(!loud.errors.contains('\r'), "only a terminal gets a line that is renewed");
    const CliResult quiet =
        m_cli->run({u"download"_s, id, u"--repo-type"_s, u"dataset"_s, u"--quiet"_s,
                    u"--cache-dir"_s, m_home->filePath(u"other"_s)});
    QCOMPARE(quiet.exitCode, 0);
    QCOMPARE(quiet.errors, QByteArray());
}

void TestCliWithHub::forceFetchesAgain()
{
    const QString id = repo(u"gguf_family"_s);
    QCOMPARE(m_cli->run({u"download"_s, id, u"README.md"_s}).exitCode, 0);
    m_hub.clearRequests();
    QCOMPARE(m_cli->run({u"download"_s, id, u"README.md"_s, u"--force-download"_s}).exitCode, 0);
    QVERIFY(m_hub.fileBytesSent() > 0);
}

void TestCliWithHub::revokedTokenStillServesTheCache()
{
    const QString id = repo(u"private"_s);
    const CliResult right =
        m_cli->run({u"download"_s, id, u"README.md"_s, u"--token"_s, u"hf_demo_read"_s});
    QVERIFY2(right.exitCode == 0, right.errors.constData());
    const CliResult revoked =
        m_cli->run({u"download"_s, id, u"README.md"_s, u"--token"_s, u"hf_revoked"_s});
    QCOMPARE(revoked.exitCode, 0);
    QCOMPARE(revoked.lastLine(), right.lastLine());
    QVERIFY2(revoked.errors.contains("could not be asked"), revoked.errors.constData());
}

void TestCliWithHub::dryRunWritesNothing()
{
    const QString id = repo(u"sharded_safetensors"_s);
    const QStringList command{u"download"_s, id, u"--dry-run"_s, u"--include"_s, u"*.json"_s};
    const CliResult text = m_cli->run(command);
    QVERIFY2(text.exitCode == 0, text.errors.constData());
    QVERIFY2(text.output.startsWith("[dry-run] Will download "), text.output.constData());
    QVERIFY(text.output.contains("\nconfig.json "));
    QVERIFY2(text.errors.contains(" needed on "), text.errors.constData());
    const QJsonValue json = m_cli->run(command + QStringList{u"--json"_s}).json();
    QCOMPARE(json[u"commit_hash"_s].toString().size(), 40);
    const QJsonArray files = json[u"files"_s].toArray();
    QVERIFY(!files.isEmpty());
    qint64 sum = 0;
    for (const QJsonValue &file : files) {
        QVERIFY(file[u"filename"_s].toString().endsWith(u".json"_s));
        QVERIFY(file[u"will_download"_s].toBool());
        QVERIFY(!file[u"is_cached"_s].toBool());
        QCOMPARE(file[u"endpoint"_s].toString(), m_hub.endpoint().toString());
        sum += file[u"file_size"_s].toInteger();
    }
    QVERIFY(json[u"bytes_to_download"_s].toInteger() <= sum);
    QCOMPARE(m_hub.fileBytesSent(), 0);
    QVERIFY2(!QFileInfo::exists(cache()), "nothing was made");
    const QString folder = m_home->filePath(u"folder"_s);
    const CliResult local =
        m_cli->run(command + QStringList{u"--local-dir"_s, folder, u"--json"_s});
    QVERIFY2(local.exitCode == 0, local.errors.constData());
    QVERIFY(local.json()[u"files"_s][0][u"local_path"_s].toString().startsWith(folder + u'/'));
    QVERIFY(!QFileInfo::exists(folder));
}

void TestCliWithHub::dryRunAfterADownload()
{
    const QString id = repo(u"gguf_family"_s);
    const CliResult made = m_cli->run({u"download"_s, id, u"README.md"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const QStringList command{u"download"_s, id, u"README.md"_s, u"--dry-run"_s};
    const CliResult text = m_cli->run(command);
    QVERIFY(text.output.startsWith("[dry-run] Will download 0 files (out of 1) totalling 0.0."));
    const QJsonValue file = m_cli->run(command + QStringList{u"--json"_s}).json()[u"files"_s][0];
    QVERIFY(file[u"is_cached"_s].toBool());
    QCOMPARE(file[u"local_path"_s].toString(), made.lastLine());
    const CliResult forced = m_cli->run(command + QStringList{u"--force-download"_s});
    QVERIFY(forced.output.startsWith("[dry-run] Will download 1 files (out of 1)"));
}

void TestCliWithHub::dryRunErrors()
{
    const CliResult file =
        m_cli->run({u"download"_s, repo(u"history"_s), u"nope.bin"_s, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(file.exitCode, 1);
    QCOMPARE(file.error()[u"kind"_s].toString(), u"notFound"_s);
    QVERIFY2(!QFileInfo::exists(cache()), "no marker of absence either");
}

void TestCliWithHub::verifiesTheCache()
{
    const QString id = repo(u"sharded_safetensors"_s);
    const CliResult made = m_cli->run({u"download"_s, id});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const qsizetype count = filesBelow(made.lastLine()).size();
    const CliResult right = m_cli->run({u"verify"_s, id});
    QVERIFY2(right.exitCode == 0, right.output.constData());
    QCOMPARE(right.lastLine(),
             u"Verified %1 file(s) for model '%2'. All checksums match."_s.arg(count).arg(id));
    const CliResult quick = m_cli->run({u"cache"_s, u"verify"_s, u"--quick"_s, u"--json"_s});
    QCOMPARE(quick.json()[u"bytes_read"_s].toInteger(), 0);
    QCOMPARE(quick.json()[u"repos"_s][0][u"checked_count"_s].toInt(), count);

    const QString blob = QFileInfo(made.lastLine() + u"/config.json"_s).canonicalFilePath();
    QFile file(blob);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("X");
    file.close();
    const CliResult wrong = m_cli->run({u"verify"_s, id, u"--revision"_s, u"main"_s});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.output.startsWith("Wrong: config.json: expected "), wrong.output.constData());
    const QJsonValue json = m_cli->run({u"verify"_s, u"--json"_s, u"--quick"_s}).json();
    QCOMPARE(json[u"repos"_s][0][u"mismatches"_s].toArray().size(), 1);
    QVERIFY(QFile::remove(blob));
    QVERIFY(m_cli->run({u"verify"_s}).output.contains("Missing: config.json"));
    const CliResult none = m_cli->run({u"verify"_s, u"demo/not-here"_s, u"--json"_s});
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(none.error()[u"kind"_s].toString(), u"notFound"_s);
}

void TestCliWithHub::verifyComparesWithTheHub()
{
    const QString id = repo(u"sharded_safetensors"_s);
    const CliResult made = m_cli->run({u"download"_s, id, u"--exclude"_s, u"config.json"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const QString missing = u"--fail-on-missing-files"_s;
    const QString extra = u"--fail-on-extra-files"_s;
    QCOMPARE(m_cli->run({u"verify"_s, id}).exitCode, 0);
    const CliResult warned = m_cli->run({u"verify"_s, id, extra});
    QVERIFY2(warned.exitCode == 0, warned.errors.constData());
    QVERIFY2(warned.errors.contains(missing.toUtf8()), warned.errors.constData());
    QVERIFY(warned.lastLine().endsWith("All checksums match."_L1));
    const CliResult failed = m_cli->run({u"cache"_s, u"verify"_s, id, missing});
    QCOMPARE(failed.exitCode, 1);
    QVERIFY2(failed.output.contains("Missing, but on the Hub: config.json\n"),
             failed.output.constData());
    QCOMPARE(failed.lastLine(), u"Verification failed: 1 missing, 0 extra."_s);
    QJsonValue json = m_cli->run({u"verify"_s, id, missing, extra, u"--json"_s}).json();
    QCOMPARE(json[u"repos"_s][0][u"missing_paths"_s].toArray(), QJsonArray{u"config.json"_s});
    QCOMPARE(json[u"repos"_s][0][u"extra_paths"_s].toArray(), QJsonArray());

    const QString folder = m_home->filePath(u"plain"_s);
    QCOMPARE(m_cli->run({u"download"_s, id, u"--local-dir"_s, folder}).exitCode, 0);
    const QStringList verify{u"verify"_s, id, u"--local-dir"_s, folder, missing, extra};
    QCOMPARE(m_cli->run(verify).exitCode, 0); // its bookkeeping is not extra
    QFile file(folder + u"/notes.txt"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const CliResult more = m_cli->run(verify);
    QCOMPARE(more.exitCode, 1);
    QVERIFY(more.output.contains("Extra, not on the Hub: notes.txt\n"));
    m_cli->setVariable(u"HF_ENDPOINT"_s, u"http://127.0.0.1:1"_s);
    QCOMPARE(m_cli->run({u"verify"_s, id}).exitCode, 0); // asks nobody
    QCOMPARE(m_cli->run({u"verify"_s, id, missing, u"--json"_s}).exitCode, 1);
}

void TestCliWithHub::verifyStopsAtASignal()
{
    // A hole reads fast, but not this fast.
    const QString blobs = cache() + u"/models--ns--big/blobs"_s;
    QVERIFY(QDir().mkpath(blobs));
    QFile file(blobs + u'/' + QString(64, u'a'));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(1) << 40));
    file.close();
    QProcess process;
    m_cli->start(process, {u"verify"_s});
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

void TestCliWithHub::downloadWithVerification()
{
    const QString id = repo(u"gguf_family"_s);
    const CliResult made = m_cli->run({u"download"_s, id, u"README.md"_s, u"--verify"_s});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    QVERIFY2(made.errors.contains("All checksums match."), made.errors.constData());
    QFile file(made.lastLine());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("X");
    file.close();
    // The length is right, so only reading it can tell.
    QCOMPARE(m_cli->run({u"download"_s, id, u"README.md"_s}).exitCode, 0);
    const CliResult wrong =
        m_cli->run({u"download"_s, id, u"README.md"_s, u"--verify"_s, u"--json"_s});
    QCOMPARE(wrong.exitCode, 1);
    QCOMPARE(wrong.output, QByteArray());
    QVERIFY2(wrong.errors.contains("\"integrity\""), wrong.errors.constData());
}

void TestCliWithHub::signalStopsAndKeepsWhatArrived_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("interrupt") << SIGINT << 130;
    QTest::newRow("terminate") << SIGTERM << 143;
}

void TestCliWithHub::signalStopsAndKeepsWhatArrived()
{
    QFETCH(int, signal);
    QFETCH(int, exitCode);
    m_hub.addFault({{u"match"_s, u"*"_s},
                    {u"kind"_s, u"stall"_s},
                    {u"port"_s, u"cdn"_s},
                    {u"at"_s, 100'000'000},
                    {u"ms"_s, 60'000},
                    {u"times"_s, 0}});
    QProcess process;
    m_cli->start(process,
                 {u"download"_s, repo(u"big_file"_s), m_seed[u"big_file"_s][u"path"_s].toString()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(partialBytes() > 1'000'000, 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), exitCode);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    QVERIFY(partialBytes() > 1'000'000);
    const CliResult scan = m_cli->run({u"scan-cache"_s, u"--json"_s});
    QCOMPARE(scan.json()[u"warnings"_s].toArray(), QJsonArray());
}

QTEST_GUILESS_MAIN(TestCliWithHub)
#include "tst_cliwithhub.moc"
