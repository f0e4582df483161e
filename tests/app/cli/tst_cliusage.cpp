// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachewriter.h"
#include "tests/app/cli/cliprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const QString kCommit(40, u'1');

} // namespace

//! The program without any Hub: exit codes, streams, offline answers.
class TestCliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void helpAndVersion_data();
    void helpAndVersion();
    void wrongUsage_data();
    void wrongUsage();
    void whoamiSignedOut();
    void envNeverShowsTheToken();
    void scanOfAMissingFolder();
    void scanPrintsTheTable();
    void offlineAnswersFromTheCache();
    void offlineWithoutTheFile();
    void cachedCommitNeedsNoNetwork();
    void unreachableHubFallsBack();

private:
    //! A cache with one file at kCommit, which `main` names.
    void makeCache() const;
    QString hub() const { return m_home->filePath(u"hub"_s); }
    QString pointer() const
    {
        return hub() + u"/models--ns--m/snapshots/"_s + kCommit + u"/d/a.txt"_s;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<CliProcess> m_cli;
};

void TestCliUsage::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_cli = std::make_unique<CliProcess>(m_home->path());
    // Nobody listens there: a request would fail at once and be seen.
    m_cli->setVariable(u"HF_ENDPOINT"_s, u"http://127.0.0.1:1"_s);
    m_cli->setVariable(u"HF_HUB_CACHE"_s, hub());
}

void TestCliUsage::makeCache() const
{
    const CacheLayout layout(hub());
    const RepoId repo{RepoType::Model, u"ns/m"_s};
    QVERIFY(QDir().mkpath(layout.blobsFolder(repo)));
    QFile blob(layout.blob(repo, u"abc"_s));
    QVERIFY(blob.open(QIODevice::WriteOnly));
    blob.write("hello\n");
    blob.close();
    const CacheWriter writer(layout);
    QVERIFY(writer.writeRef(repo, u"main"_s, kCommit));
    QVERIFY(writer.linkPointer(repo, kCommit, u"d/a.txt"_s, u"abc"_s, true));
}

void TestCliUsage::helpAndVersion_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("start");
    for (const QString &words :
         {u""_s, u"download"_s, u"whoami"_s, u"env"_s, u"scan-cache"_s, u"models ls"_s,
          u"datasets ls"_s, u"spaces ls"_s, u"support-bundle"_s}) {
        const QStringList command = words.split(u' ', Qt::SkipEmptyParts);
        QTest::newRow(qPrintable(words + u" help"_s))
            << command + QStringList{u"--help"_s} << QByteArray("Usage: hubdesk-cli");
        QTest::newRow(qPrintable(words + u" version"_s))
            << command + QStringList{u"--version"_s} << QByteArray("0.");
    }
}

void TestCliUsage::helpAndVersion()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, start);
    const CliResult result = m_cli->run(arguments);
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.output.startsWith(start), result.output.constData());
    QCOMPARE(result.errors, QByteArray());
}

void TestCliUsage::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{u"downlod"_s};
    QTest::newRow("unknown option") << QStringList{u"env"_s, u"--nope"_s};
    QTest::newRow("too many") << QStringList{u"env"_s, u"x"_s};
    QTest::newRow("no repo") << QStringList{u"download"_s};
    QTest::newRow("bad repo") << QStringList{u"download"_s, u"a/b/c"_s};
    QTest::newRow("bad rate") << QStringList{u"download"_s, u"a/b"_s, u"--limit-rate"_s, u"x"_s};
    QTest::newRow("bad archive") << QStringList{u"download"_s, u"a/b"_s, u"--archive"_s, u"x.7z"_s};
    QTest::newRow("verify two places")
        << QStringList{u"verify"_s, u"--local-dir"_s, u"/x"_s, u"--cache-dir"_s, u"/y"_s};
}

void TestCliUsage::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const CliResult result = m_cli->run(arguments);
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.output, QByteArray());
    QVERIFY(!result.errors.isEmpty());
    if (arguments.isEmpty())
        return;
    const CliResult json = m_cli->run(arguments + QStringList{u"--json"_s});
    QCOMPARE(json.exitCode, 2);
    QCOMPARE(json.error()[u"kind"_s].toString(), u"invalid"_s);
    QVERIFY(!json.error()[u"message"_s].toString().isEmpty());
}

void TestCliUsage::whoamiSignedOut()
{
    const CliResult result = m_cli->run({u"whoami"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.output, QByteArray("Not logged in\n"));
    const CliResult json = m_cli->run({u"auth"_s, u"whoami"_s, u"--json"_s});
    QCOMPARE(json.exitCode, 1);
    QCOMPARE(json.output, QByteArray());
    QCOMPARE(json.error()[u"kind"_s].toString(), u"unauthorized"_s);
    QVERIFY(json.error().contains(u"request_id"_s));
}

void TestCliUsage::envNeverShowsTheToken()
{
    const CliResult before = m_cli->run({u"env"_s});
    QCOMPARE(before.exitCode, 0);
    QVERIFY(before.output.contains("- Has saved token ?: False\n"));
    QVERIFY(before.output.contains("- HF_HUB_CACHE: " + QFile::encodeName(hub()) + '\n'));
    QVERIFY(before.output.contains("- ENDPOINT: http://127.0.0.1:1\n"));
    m_cli->setVariable(u"HF_TOKEN"_s, u"hf_thisIsVerySecret"_s);
    m_cli->setVariable(u"HF_ENDPOINT"_s, u"http://user:pass@127.0.0.1:1"_s);
    for (const QStringList &arguments :
         {QStringList{u"env"_s}, QStringList{u"env"_s, u"--json"_s}}) {
        const CliResult result = m_cli->run(arguments);
        QCOMPARE(result.exitCode, 0);
        QVERIFY(!result.output.contains("Secret") && !result.errors.contains("Secret"));
        QVERIFY(!result.output.contains("pass"));
    }
    QVERIFY(m_cli->run({u"env"_s}).output.contains("- Has saved token ?: True\n"));
    QCOMPARE(m_cli->run({u"env"_s, u"--json"_s}).json()[u"Has saved token ?"_s], QJsonValue(true));
}

void TestCliUsage::scanOfAMissingFolder()
{
    const CliResult result = m_cli->run({u"scan-cache"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.errors, "Cache directory not found: " + QFile::encodeName(hub()) + '\n');
    QCOMPARE(m_cli->run({u"scan-cache"_s, u"--json"_s}).error()[u"kind"_s].toString(),
             u"notFound"_s);
}

void TestCliUsage::scanPrintsTheTable()
{
    makeCache();
    QFile stray(hub() + u"/stray"_s);
    QVERIFY(stray.open(QIODevice::WriteOnly));
    const CliResult result = m_cli->run({u"scan-cache"_s, u"--dir"_s, hub()});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith("REPO ID REPO TYPE SIZE ON DISK NB FILES"));
    QVERIFY2(
        result.output.endsWith("s. Scanned 1 repo(s) for a total of 6.0.\n"
                               "Got 1 warning(s) while scanning. Use -vvv to print details.\n"),
        result.output.constData());
    const CliResult verbose = m_cli->run({u"scan-cache"_s, u"-vvv"_s});
    QVERIFY(verbose.output.endsWith("Got 1 warning(s) while scanning.\n"
                                    "Repo path is not a directory: "
                                    + QFile::encodeName(hub()) + "/stray\n"));
    QVERIFY(verbose.output.contains(kCommit.toLatin1()));
    const QJsonValue json = m_cli->run({u"scan-cache"_s, u"--json"_s}).json();
    QCOMPARE(json[u"size_on_disk"_s].toInteger(), 6);
    QCOMPARE(json[u"repos"_s][0][u"refs"_s].toArray(), QJsonArray{u"main"_s});
    QCOMPARE(json[u"warnings"_s].toArray().size(), 1);
}

void TestCliUsage::offlineAnswersFromTheCache()
{
    makeCache();
    m_cli->setVariable(u"HF_HUB_OFFLINE"_s, u"1"_s);
    const CliResult file = m_cli->run({u"download"_s, u"ns/m"_s, u"d/a.txt"_s});
    QCOMPARE(file.exitCode, 0);
    QCOMPARE(file.lastLine(), pointer());
    const CliResult quiet = m_cli->run({u"download"_s, u"ns/m"_s, u"--quiet"_s});
    QCOMPARE(quiet.exitCode, 0);
    QCOMPARE(quiet.errors, QByteArray());
    QCOMPARE(quiet.output,
             QFile::encodeName(hub()) + "/models--ns--m/snapshots/" + kCommit.toLatin1() + '\n');
    const CliResult json = m_cli->run({u"download"_s, u"ns/m"_s, u"d/a.txt"_s, u"--json"_s});
    QCOMPARE(json.json().toObject(), (QJsonObject{{u"path"_s, pointer()}}));
    const CliResult force =
        m_cli->run({u"download"_s, u"ns/m"_s, u"d/a.txt"_s, u"--force-download"_s});
    QCOMPARE(force.exitCode, 1);
    QCOMPARE(force.output, QByteArray());
}

void TestCliUsage::offlineWithoutTheFile()
{
    makeCache();
    m_cli->setVariable(u"HF_HUB_OFFLINE"_s, u"1"_s);
    for (const QStringList &arguments :
         {QStringList{u"ns/m"_s, u"other.txt"_s}, QStringList{u"ns/unknown"_s},
          QStringList{u"ns/m"_s, u"--revision"_s, u"v2"_s}}) {
        const CliResult result =
            m_cli->run(QStringList{u"download"_s} + arguments + QStringList{u"--json"_s});
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.output, QByteArray());
        QCOMPARE(result.error()[u"kind"_s].toString(), u"offline"_s);
    }
}

void TestCliUsage::cachedCommitNeedsNoNetwork()
{
    makeCache();
    const CliResult result =
        m_cli->run({u"download"_s, u"ns/m"_s, u"d/a.txt"_s, u"--revision"_s, kCommit});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.lastLine(), pointer());
    QCOMPARE(result.errors, QByteArray());
}

void TestCliUsage::unreachableHubFallsBack()
{
    makeCache();
    const CliResult cached = m_cli->run({u"download"_s, u"ns/m"_s, u"d/a.txt"_s});
    QCOMPARE(cached.exitCode, 0);
    QCOMPARE(cached.lastLine(), pointer());
    QVERIFY2(cached.errors.contains("could not be asked"), cached.errors.constData());
    const CliResult missing = m_cli->run({u"download"_s, u"ns/m"_s, u"other.txt"_s, u"--json"_s});
    QCOMPARE(missing.exitCode, 1);
    QCOMPARE(missing.output, QByteArray());
    // Not the patience that a Hub gets that has been there.
    const CliResult patient = m_cli->run({u"download"_s, u"ns/m"_s, u"other.txt"_s});
    QVERIFY2(!patient.errors.contains("again in 8 s"), patient.errors.constData());
    QVERIFY2(!patient.errors.contains("again in 16 s"), patient.errors.constData());
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
