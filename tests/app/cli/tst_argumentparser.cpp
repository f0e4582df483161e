// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/argumentparser.h"
#include "app/cli/commandregistry.h"
#include "app/cli/downloadoptions.h"
#include "app/cli/ratevalue.h"
#include "app/cli/secretarguments.h"
#include "app/cli/usagetext.h"
#include "app/cli/verifycommand.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

CommandSpec command(const QString &words)
{
    return *findCommand(words.split(u' '))->spec;
}

Result<DownloadOptions> download(const QStringList &arguments)
{
    const auto parsed = ArgumentParser(command(u"download"_s)).parse(arguments);
    if (!parsed)
        return std::unexpected(parsed.error());
    return DownloadOptions::make(*parsed);
}

} // namespace

class TestArgumentParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsCommandsAndAliases();
    void defaults();
    void severalValues_data();
    void severalValues();
    void oneFileManyFiles();
    void wrongUsage_data();
    void wrongUsage();
    void targets();
    void limitsAndModes();
    void rates_data();
    void rates();
    void newerNames();
    void verifyArguments();
    void abbreviationsAndEquals();
    void countedFlags();
    void helpNeedsNothingElse();
    void doubleDash();
    void officialWarnings();
    void everyOptionHasHelp();
    void tokenIsTakenOutOfTheProcessList_data();
    void tokenIsTakenOutOfTheProcessList();
    void similarNames();
};

void TestArgumentParser::findsCommandsAndAliases()
{
    for (const QString &words :
         {u"download"_s, u"whoami"_s, u"env"_s, u"scan-cache"_s, u"models ls"_s, u"datasets ls"_s,
          u"spaces ls"_s, u"auth whoami"_s, u"cache scan"_s})
        QVERIFY2(findCommand(words.split(u' ') + QStringList{u"x"_s}), qPrintable(words));
    QCOMPARE(findCommand({u"models"_s, u"ls"_s, u"--json"_s})->words, 2);
    QCOMPARE(findCommand({u"auth"_s, u"whoami"_s})->spec->words, QStringList{u"whoami"_s});
    QVERIFY(!findCommand({u"models"_s}));
    QVERIFY(!findCommand({}));
    QVERIFY(!findCommand({u"Download"_s}));
}

void TestArgumentParser::defaults()
{
    const DownloadOptions options = download({u"ns/m"_s}).value();
    QCOMPARE(options.request.repo, (RepoId{RepoType::Model, u"ns/m"_s}));
    QCOMPARE(options.request.revision, u"main"_s);
    QVERIFY(options.request.files.isEmpty());
    QVERIFY(!options.request.allow);
    QVERIFY(options.request.ignore.isEmpty());
    QVERIFY(!options.request.force);
    QCOMPARE(options.workers, 8);
    QVERIFY(!options.quiet);
    QVERIFY(options.cacheFolder.isEmpty());
    QVERIFY(options.warnings.isEmpty());
}

void TestArgumentParser::severalValues_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("include");
    QTest::addColumn<QStringList>("exclude");
    QTest::newRow("several") << QStringList{u"a/b"_s, u"--include"_s, u"*.json"_s, u"*.txt"_s}
                             << QStringList{u"*.json"_s, u"*.txt"_s} << QStringList();
    QTest::newRow("repeated") << QStringList{u"a/b"_s,       u"--include"_s, u"*.json"_s,
                                             u"--include"_s, u"*.txt"_s,     u"x"_s}
                              << QStringList{u"*.json"_s, u"*.txt"_s, u"x"_s} << QStringList();
    QTest::newRow("both") << QStringList{u"a/b"_s, u"--include"_s, u"1"_s,          u"--exclude"_s,
                                         u"2"_s,   u"3"_s,         u"--include=4"_s}
                          << QStringList{u"1"_s, u"4"_s} << QStringList{u"2"_s, u"3"_s};
    QTest::newRow("none lets nothing pass")
        << QStringList{u"a/b"_s, u"--include"_s, u"--quiet"_s} << QStringList() << QStringList();
}

void TestArgumentParser::severalValues()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, include);
    QFETCH(QStringList, exclude);
    const auto options = download(arguments);
    QVERIFY2(options, options ? "" : qPrintable(options.error().message));
    QVERIFY(options->request.allow.has_value());
    QCOMPARE(*options->request.allow, include);
    QCOMPARE(options->request.ignore, exclude);
}

void TestArgumentParser::oneFileManyFiles()
{
    const DownloadOptions one = download({u"a/b"_s, u"d/config.json"_s}).value();
    QCOMPARE(one.request.files, QStringList{u"d/config.json"_s});
    QVERIFY(!one.request.allow);
    const DownloadOptions many = download({u"a/b"_s, u"a"_s, u"--quiet"_s, u"b*"_s}).value();
    QVERIFY(many.request.files.isEmpty());
    QCOMPARE(many.request.allow.value(), (QStringList{u"a"_s, u"b*"_s}));
    QVERIFY(many.quiet);
}

void TestArgumentParser::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("no repo") << QStringList() << u"REPO_ID"_s;
    QTest::newRow("include takes the repo")
        << QStringList{u"--include"_s, u"*.json"_s, u"a/b"_s} << u"REPO_ID"_s;
    QTest::newRow("unknown") << QStringList{u"a/b"_s, u"--forse"_s}
                             << u"Did you mean --force-download"_s;
    QTest::newRow("unknown and far")
        << QStringList{u"a/b"_s, u"--zzzzzzzzzzzz"_s} << u"Unknown option --zzzzzzzzzzzz."_s;
    QTest::newRow("unknown short") << QStringList{u"a/b"_s, u"-x"_s} << u"Unknown option -x"_s;
    QTest::newRow("ambiguous") << QStringList{u"a/b"_s, u"--re"_s} << u"ambiguous"_s;
    QTest::newRow("value missing") << QStringList{u"a/b"_s, u"--revision"_s} << u"needs a value"_s;
    QTest::newRow("value is an option")
        << QStringList{u"a/b"_s, u"--revision"_s, u"--quiet"_s} << u"needs a value"_s;
    QTest::newRow("flag with value")
        << QStringList{u"a/b"_s, u"--quiet=1"_s} << u"takes no value"_s;
    QTest::newRow("choice") << QStringList{u"a/b"_s, u"--repo-type"_s, u"models"_s}
                            << u"choose from"_s;
    QTest::newRow("number") << QStringList{u"a/b"_s, u"--max-workers"_s, u"x"_s}
                            << u"whole number"_s;
    QTest::newRow("zero") << QStringList{u"a/b"_s, u"--max-workers"_s, u"0"_s} << u"whole number"_s;
    QTest::newRow("no folder") << QStringList{u"a/b"_s, u"--local-dir="_s} << u"--local-dir"_s;
    QTest::newRow("archive") << QStringList{u"a/b"_s, u"--archive"_s, u"x.rar"_s} << u".tar.zst"_s;
    QTest::newRow("folder and archive")
        << QStringList{u"a/b"_s, u"--archive"_s, u"x.zip"_s, u"--local-dir"_s, u"x"_s}
        << u"exclude each other"_s;
    QTest::newRow("rate") << QStringList{u"a/b"_s, u"--limit-rate"_s, u"fast"_s} << u"500K"_s;
    QTest::newRow("no connections")
        << QStringList{u"a/b"_s, u"--connections"_s, u"0"_s} << u"whole number"_s;
    QTest::newRow("address and type")
        << QStringList{u"hf://datasets/a/b"_s, u"--repo-type"_s, u"dataset"_s} << u"hf://"_s;
    QTest::newRow("address and revision")
        << QStringList{u"hf://a/b@v1"_s, u"--revision"_s, u"v1"_s} << u"--revision"_s;
    QTest::newRow("address with a file and a file")
        << QStringList{u"hf://a/b/x.txt"_s, u"y.txt"_s} << u"hf://"_s;
    QTest::newRow("bad address") << QStringList{u"hf://a/b/c/../d"_s} << QString();
    QTest::newRow("repo id") << QStringList{u"a/b/c"_s} << QString();
    QTest::newRow("path") << QStringList{u"a/b"_s, u"../x"_s} << QString();
    QTest::newRow("revision") << QStringList{u"a/b"_s, u"--revision"_s, u"a b"_s} << QString();
}

void TestArgumentParser::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const auto options = download(arguments);
    QVERIFY(!options);
    QCOMPARE(options.error().kind, ErrorKind::Invalid);
    QVERIFY2(options.error().message.contains(words), qPrintable(options.error().message));
    QVERIFY(!options.error().message.isEmpty());
}

void TestArgumentParser::targets()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"real"_s));
    QVERIFY(QFile::link(folder.filePath(u"real"_s), folder.filePath(u"link"_s)));
    DownloadOptions options =
        download({u"a/b"_s, u"--local-dir"_s, folder.filePath(u"link/new/../deep"_s)}).value();
    QCOMPARE(options.request.localFolder, folder.filePath(u"real/deep"_s));
    QVERIFY(options.request.archive.isEmpty());
    options = download({u"a/b"_s, u"--archive"_s, u"/x/../y/m.tar.zst"_s}).value();
    QCOMPARE(options.request.archive, u"/y/m.tar.zst"_s);
    QVERIFY(options.request.localFolder.isEmpty());
}

void TestArgumentParser::limitsAndModes()
{
    const DownloadOptions plain = download({u"a/b"_s}).value();
    QCOMPARE(plain.rateLimit, 0);
    QCOMPARE(plain.connections, 0);
    QVERIFY(!plain.dryRun && !plain.verify);
    QVERIFY(plain.mirrors.empty());
    const DownloadOptions options =
        download({u"a/b"_s, u"--limit-rate"_s, u"2M"_s, u"--connections"_s, u"3"_s, u"--dry-run"_s,
                  u"--verify"_s})
            .value();
    QCOMPARE(options.rateLimit, 2 * 1024 * 1024);
    QCOMPARE(options.connections, 3);
    QVERIFY(options.dryRun && options.verify);
    const DownloadOptions mirrored = download({u"a/b"_s, u"--mirror"_s, u"https://one.test/"_s,
                                               u"--mirror=http://two.test/hub"_s})
                                         .value();
    QCOMPARE(mirrored.mirrors,
             (std::vector<QUrl>{QUrl(u"https://one.test"_s), QUrl(u"http://two.test/hub"_s)}));
    QCOMPARE(download({u"a/b"_s, u"--mirror"_s, u"https://me@one.test"_s}).error().kind,
             ErrorKind::Invalid);
}

void TestArgumentParser::rates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("rate");
    QTest::newRow("bytes") << u"1000"_s << qint64(1000);
    QTest::newRow("k") << u"500K"_s << qint64(512'000);
    QTest::newRow("small letter") << u"3m"_s << qint64(3 << 20);
    QTest::newRow("half") << u"2.5M"_s << qint64(2'621'440);
    QTest::newRow("g") << u"1G"_s << qint64(1 << 30);
    QTest::newRow("with a b") << u"10KB"_s << qint64(10'240);
    QTest::newRow("nothing") << u""_s << qint64(-1);
    QTest::newRow("zero") << u"0"_s << qint64(-1);
    QTest::newRow("negative") << u"-5K"_s << qint64(-1);
    QTest::newRow("word") << u"fast"_s << qint64(-1);
    QTest::newRow("rest") << u"5K/s"_s << qint64(-1);
    QTest::newRow("too much") << u"9999999999P"_s << qint64(-1);
}

void TestArgumentParser::rates()
{
    QFETCH(QString, text);
    const auto rate = parseRate(text);
    QTEST(rate.value_or(-1), "rate");
    if (!rate)
        QCOMPARE(rate.error().kind, ErrorKind::Invalid);
}

void TestArgumentParser::newerNames()
{
    DownloadOptions options = download({u"a/b"_s, u"--type"_s, u"dataset"_s, u"art/"_s}).value();
    QCOMPARE(options.request.repo.type, RepoType::Dataset);
    QCOMPARE(options.request.allow, QStringList{u"art/**"_s});
    QVERIFY(options.request.files.isEmpty());
    options = download({u"a/b"_s, u"art/"_s, u"x.txt"_s}).value();
    QCOMPARE(options.request.allow, (QStringList{u"art/**"_s, u"x.txt"_s}));
    options = download({u"hf://datasets/a/b@v1/sub/x.txt"_s}).value();
    QCOMPARE(options.request.repo, (RepoId{RepoType::Dataset, u"a/b"_s}));
    QCOMPARE(options.request.revision, u"v1"_s);
    QCOMPARE(options.request.files, QStringList{u"sub/x.txt"_s});
    options = download({u"hf://a/b/sub/"_s}).value();
    QCOMPARE(options.request.allow, QStringList{u"sub/**"_s});
    QCOMPARE(options.request.revision, u"main"_s);
}

void TestArgumentParser::verifyArguments()
{
    const auto request = [](const QStringList &arguments) {
        const CommandSpec spec = VerifyCommand::spec();
        const auto parsed = ArgumentParser(spec).parse(arguments);
        return parsed ? VerifyCommand::request(*parsed, u"/cache/hub"_s)
                      : std::unexpected(parsed.error());
    };
    VerifyRequest wanted = request({}).value();
    QCOMPARE(wanted.cacheRoot, u"/cache/hub"_s);
    QVERIFY(wanted.repos.empty() && !wanted.trustMarks);
    wanted = request({u"a/b"_s, u"--type"_s, u"space"_s, u"--revision"_s, u"v1"_s, u"--cache-dir"_s,
                      u"/other"_s, u"--quick"_s})
                 .value();
    QCOMPARE(wanted.repos, (std::vector<RepoId>{{RepoType::Space, u"a/b"_s}}));
    QCOMPARE(wanted.revision, u"v1"_s);
    QCOMPARE(wanted.cacheRoot, u"/other"_s);
    QVERIFY(wanted.trustMarks);
    QCOMPARE(request({u"a/b"_s, u"a/c"_s})->repos.size(), 2U);
    wanted = request({u"hf://a/b/x.txt"_s}).value();
    QCOMPARE(wanted.files, QStringList{u"x.txt"_s});
    QCOMPARE(wanted.revision, u"main"_s);
    wanted = request({u"--local-dir"_s, u"/models/b"_s}).value();
    QCOMPARE(wanted.localFolder, u"/models/b"_s);
    QVERIFY(wanted.cacheRoot.isEmpty());
    QVERIFY(!request({u"--local-dir"_s, u"/x"_s, u"--cache-dir"_s, u"/y"_s}));
    QVERIFY(!request({u"a/b"_s, u"--local-dir"_s, u"/x"_s}));
    QVERIFY(!request({u"--revision"_s, u"v1"_s}));
    // The Hub is asked about one repo.
    for (const QString &option : {u"--fail-on-missing-files"_s, u"--fail-on-extra-files"_s}) {
        QCOMPARE(request({u"a/b"_s, option})->revision, u"main"_s);
        wanted = request({u"a/b"_s, option, u"--local-dir"_s, u"/x"_s}).value();
        QCOMPARE(wanted.localFolder, u"/x"_s);
        QCOMPARE(wanted.repos, (std::vector<RepoId>{{RepoType::Model, u"a/b"_s}}));
        QVERIFY(!request({option}));
        QVERIFY(!request({u"a/b"_s, u"a/c"_s, option}));
        QVERIFY(!request({u"--local-dir"_s, u"/x"_s, option}));
        QVERIFY(!request({u"hf://a/b/x.txt"_s, option}));
    }
    QVERIFY(!request({u"a/b"_s, u"a/c"_s, u"--revision"_s, u"v1"_s}));
    QVERIFY(!request({u"a/b/c"_s}));
}

void TestArgumentParser::abbreviationsAndEquals()
{
    const DownloadOptions options =
        download({u"--rev=refs/pr/1"_s, u"a/b"_s, u"--repo-type=dataset"_s, u"--cache-dir"_s,
                  u"/c/../d"_s, u"--force"_s, u"--max-w"_s, u"3"_s})
            .value();
    QCOMPARE(options.request.revision, u"refs/pr/1"_s);
    QCOMPARE(options.request.repo.type, RepoType::Dataset);
    QCOMPARE(options.cacheFolder, u"/d"_s);
    QVERIFY(options.request.force);
    QCOMPARE(options.workers, 3);
}

void TestArgumentParser::countedFlags()
{
    const CommandSpec scan = command(u"scan-cache"_s);
    QCOMPARE(ArgumentParser(scan).parse({u"-vvv"_s})->count(u"--verbose"_s), 3);
    QCOMPARE(ArgumentParser(scan).parse({u"-v"_s, u"--verbose"_s})->count(u"--verbose"_s), 2);
    QCOMPARE(ArgumentParser(scan).parse({})->count(u"--verbose"_s), 0);
}

void TestArgumentParser::helpNeedsNothingElse()
{
    for (const CommandSpec &spec : allCommands()) {
        QVERIFY(ArgumentParser(spec).parse({u"--help"_s})->wantsHelp());
        QVERIFY(ArgumentParser(spec).parse({u"-h"_s})->wantsHelp());
        QVERIFY(ArgumentParser(spec).parse({u"--version"_s})->wantsVersion());
    }
}

void TestArgumentParser::doubleDash()
{
    QCOMPARE(download({u"a/b"_s, u"--"_s, u"--odd name"_s})->request.files,
             QStringList{u"--odd name"_s});
}

void TestArgumentParser::officialWarnings()
{
    const DownloadOptions options = download({u"a/b"_s, u"x"_s, u"--include"_s, u"*"_s,
                                              u"--exclude"_s, u"y"_s, u"--resume-download"_s})
                                        .value();
    QCOMPARE(options.warnings.size(), 3);
    QCOMPARE(options.warnings[0],
             u"Ignoring `--include` since filenames have being explicitly set."_s);
    QCOMPARE(options.warnings[1],
             u"Ignoring `--exclude` since filenames have being explicitly set."_s);
    QVERIFY(options.warnings[2].startsWith(u"`resume_download` is deprecated"_s));
    QVERIFY(!options.request.allow);
    QVERIFY(options.request.ignore.isEmpty());
}

void TestArgumentParser::everyOptionHasHelp()
{
    for (const CommandSpec &spec : allCommands()) {
        const QString help = commandHelp(spec);
        QVERIFY(!spec.summary.isEmpty());
        for (const OptionSpec &option : spec.allOptions()) {
            QVERIFY2(!option.help.isEmpty(), qPrintable(option.name));
            QVERIFY2(help.contains(option.name), qPrintable(option.name));
        }
        for (const QString &line : help.split(u'\n'))
            QVERIFY2(line.size() <= 100, qPrintable(line));
        QVERIFY(programHelp(allCommands()).contains(spec.words.join(u' ')));
    }
}

void TestArgumentParser::tokenIsTakenOutOfTheProcessList_data()
{
    QTest::addColumn<QByteArrayList>("typed");
    QTest::addColumn<QByteArrayList>("left");
    QTest::newRow("value") << QByteArrayList{"p", "download", "--token", "hf_secret", "x"}
                           << QByteArrayList{"p", "download", "--token", "*********", "x"};
    QTest::newRow("equals") << QByteArrayList{"p", "--token=hf_secret"}
                            << QByteArrayList{"p", "--token=*********"};
    QTest::newRow("abbreviated") << QByteArrayList{"p", "--tok", "hf_secret"}
                                 << QByteArrayList{"p", "--tok", "*********"};
    QTest::newRow("standard input")
        << QByteArrayList{"p", "--token", "-", "x"} << QByteArrayList{"p", "--token", "-", "x"};
    QTest::newRow("value missing")
        << QByteArrayList{"p", "--token"} << QByteArrayList{"p", "--token"};
    QTest::newRow("others stay") << QByteArrayList{"p", "--revision", "--", "v1"}
                                 << QByteArrayList{"p", "--revision", "--", "v1"};
}

void TestArgumentParser::tokenIsTakenOutOfTheProcessList()
{
    QFETCH(QByteArrayList, typed);
    QFETCH(QByteArrayList, left);
    QStringList expected;
    for (const QByteArray &argument : typed.sliced(1))
        expected.append(QString::fromUtf8(argument));
    QByteArrayList memory = typed;
    std::vector<char *> pointers;
    for (QByteArray &argument : memory)
        pointers.push_back(argument.data());
    QCOMPARE(takeArguments(static_cast<int>(pointers.size()), pointers.data()), expected);
    QCOMPARE(memory, left);
}

void TestArgumentParser::similarNames()
{
    const QStringList known{u"download"_s, u"whoami"_s, u"env"_s, u"scan-cache"_s};
    QCOMPARE(closestTo(u"downlaod"_s, known), u"download"_s);
    QCOMPARE(closestTo(u"scan_cache"_s, known), u"scan-cache"_s);
    QCOMPARE(closestTo(u"upload-large-folder"_s, {u"env"_s}), QString());
}

QTEST_GUILESS_MAIN(TestArgumentParser)
#include "tst_argumentparser.moc"
