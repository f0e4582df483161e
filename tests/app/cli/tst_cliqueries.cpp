// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/clihub.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! What only asks a real small Hub: who one is and what there is.
class TestCliQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(f.start(), qPrintable(f.hub.errorText())); }
    void init() { f.reset(); }
    void whoami();
    void logsAsTheVariablesSay_data();
    void logsAsTheVariablesSay();
    void whoamiWithAWrongToken();
    void whoamiBehindAFailingHub();
    void listsBeyondOnePage();
    void listsWhatIsAskedFor();
    void listTableForPeople();

private:
    CliHub f;
};

void TestCliQueries::whoami()
{
    const QByteArray expected = "demo\n";
    f.cli->setVariable(u"HF_TOKEN"_s, u"hf_demo_read"_s);
    const CliResult fromVariable = f.cli->run({u"whoami"_s});
    QCOMPARE(fromVariable.exitCode, 0);
    QVERIFY2(fromVariable.output.startsWith(expected), fromVariable.output.constData());
    QCOMPARE(fromVariable.lastLine(),
             u"Authenticated through private endpoint: "_s + f.hub.endpoint().toString());
    f.cli->removeVariable(u"HF_TOKEN"_s);

    QDir().mkpath(f.home->filePath(u".cache/huggingface"_s));
    QFile file(f.home->filePath(u".cache/huggingface/token"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hf_alice_write\n");
    file.close();
    QVERIFY(f.cli->run({u"whoami"_s}).output.startsWith("alice\n"));

    const CliResult fromOption = f.cli->run({u"whoami"_s, u"--token"_s, u"hf_demo_write"_s});
    QVERIFY(fromOption.output.startsWith(expected));
    const CliResult fromInput = f.cli->run({u"whoami"_s, u"--token"_s, u"-"_s}, "hf_demo_write\n");
    QVERIFY(fromInput.output.startsWith(expected));
    const CliResult json = f.cli->run({u"auth"_s, u"whoami"_s, u"--json"_s});
    QCOMPARE(json.json()[u"name"_s].toString(), u"alice"_s);
    QVERIFY(json.json()[u"orgs"_s].isArray());
}

void TestCliQueries::logsAsTheVariablesSay_data()
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

void TestCliQueries::logsAsTheVariablesSay()
{
    QFETCH(QString, verbosity);
    QFETCH(QString, debug);
    QFETCH(QString, rules);
    QFETCH(bool, lines);
    QFETCH(bool, commands);
    f.cli->setVariable(u"HF_TOKEN"_s, u"hf_demo_read"_s);
    f.cli->setVariable(u"HF_HUB_VERBOSITY"_s, verbosity);
    f.cli->setVariable(u"HF_DEBUG"_s, debug);
    f.cli->setVariable(u"QT_LOGGING_RULES"_s, rules);
    const CliResult result = f.cli->run({u"whoami"_s});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith("demo\n"));
    QVERIFY2(!(result.output + result.errors).contains("demo_read"), result.errors.constData());
    QCOMPARE(result.errors.contains("app.hub.http: GET http://"), lines);
    QCOMPARE(result.errors.contains("app.hub.curl: curl -X GET "), commands);
    QCOMPARE(result.errors.contains("authorization: <TOKEN>"), commands);
}

void TestCliQueries::whoamiWithAWrongToken()
{
    f.cli->setVariable(u"QT_LOGGING_RULES"_s, u"app.*=true"_s);
    const CliResult result =
        f.cli->run({u"whoami"_s, u"--json"_s, u"--token"_s, u"hf_wrongAndSecret"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.output, QByteArray());
    QVERIFY(result.errors.contains("\"unauthorized\""));
    QVERIFY(result.errors.contains("\"request_id\":\""));
    QVERIFY2(!result.errors.contains("Secret"), result.errors.constData());
}

void TestCliQueries::whoamiBehindAFailingHub()
{
    f.hub.addFault({{u"match"_s, u"*whoami*"_s},
                    {u"kind"_s, u"status"_s},
                    {u"status"_s, 500},
                    {u"times"_s, 0}});
    const CliResult result =
        f.cli->run({u"whoami"_s, u"--json"_s, u"--token"_s, u"hf_demo_read"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.error()[u"kind"_s].toString(), u"server"_s);
}

void TestCliQueries::listsBeyondOnePage()
{
    const CliResult result = f.cli->run({u"models"_s, u"ls"_s, u"--limit"_s, u"25"_s, u"--json"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.json().toArray().size(), 25);
    QSet<QString> ids;
    for (const QJsonValue &entry : result.json().toArray())
        ids.insert(entry[u"id"_s].toString());
    QCOMPARE(ids.size(), 25);
    QCOMPARE(f.hub.requests().size(), 2);
}

void TestCliQueries::listsWhatIsAskedFor()
{
    const QString id = f.repo(u"gguf_family"_s);
    const CliResult search = f.cli->run(
        {u"models"_s, u"ls"_s, u"--search"_s, id.section(u'/', 1).toUpper(), u"--json"_s});
    QStringList ids;
    for (const QJsonValue &entry : search.json().toArray())
        ids.append(entry[u"id"_s].toString());
    QVERIFY2(ids.contains(id), qPrintable(ids.join(u' ')));

    const CliResult author =
        f.cli->run({u"models"_s, u"ls"_s, u"--author"_s, id.section(u'/', 0, 0), u"--limit"_s,
                    u"100"_s, u"--json"_s});
    QVERIFY(!author.json().toArray().isEmpty());
    for (const QJsonValue &entry : author.json().toArray()) {
        QCOMPARE(entry[u"author"_s].toString(), id.section(u'/', 0, 0));
        QVERIFY(entry[u"last_modified"_s].toString().endsWith(u'Z'));
    }

    const CliResult sorted =
        f.cli->run({u"models"_s, u"ls"_s, u"--sort"_s, u"downloads"_s, u"--json"_s});
    QCOMPARE(sorted.json().toArray().size(), 10);
    qint64 before = std::numeric_limits<qint64>::max();
    for (const QJsonValue &entry : sorted.json().toArray()) {
        QVERIFY(entry[u"downloads"_s].toInteger() <= before);
        before = entry[u"downloads"_s].toInteger();
    }

    QVERIFY(!f.cli->run({u"datasets"_s, u"ls"_s, u"--json"_s}).json().toArray().isEmpty());
    QVERIFY(!f.cli->run({u"spaces"_s, u"ls"_s, u"--json"_s}).json().toArray().isEmpty());
    const CliResult nothing =
        f.cli->run({u"models"_s, u"ls"_s, u"--search"_s, u"nothing-like-it"_s, u"--json"_s});
    QCOMPARE(nothing.output, QByteArray("[]\n"));
    QCOMPARE(nothing.exitCode, 0);
}

void TestCliQueries::listTableForPeople()
{
    const CliResult result = f.cli->run({u"models"_s, u"ls"_s, u"--limit"_s, u"3"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.output.count('\n'), 4);
    QVERIFY(result.output.startsWith("ID "));
}

QTEST_GUILESS_MAIN(TestCliQueries)
#include "tst_cliqueries.moc"
