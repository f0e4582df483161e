// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliprocess.h"
#include "tests/support/localhubprocess.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! `download --mirror` with two small Hubs of the same content.
class TestCliMirrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void largeFileComesFromBoth();
    void mirrorStepsIn();
    void liarIsNamed();
    void dryRunNamesThem();
    void privateRepoStaysPrivate();
    void wrongAddress();

private:
    QString repo(const QString &role) const { return m_seed[role]["repo"_L1].toString(); }
    QString mirror() const { return m_mirror.endpoint().toString(); }
    //! The endpoint's storage answers nothing but 503.
    void stopStorage()
    {
        m_hub.addFault({{u"match"_s, u"*"_s},
                        {u"kind"_s, u"status"_s},
                        {u"port"_s, u"cdn"_s},
                        {u"status"_s, 503},
                        {u"times"_s, 0}});
    }
    //! Neither what was asked of the mirror nor what it led to had a token.
    void checkTokens()
    {
        for (const QJsonValue &entry : m_mirror.requests())
            QVERIFY(!entry[u"authorization"_s].toBool());
    }

    LocalHubProcess m_hub;
    LocalHubProcess m_mirror;
    QJsonObject m_seed;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<CliProcess> m_cli;
};

void TestCliMirrors::initTestCase()
{
    QVERIFY2(m_hub.start(), qPrintable(m_hub.errorText()));
    QVERIFY2(m_mirror.start(), qPrintable(m_mirror.errorText()));
    m_seed = m_hub.seed();
    QCOMPARE(m_mirror.seed(), m_seed);
}

void TestCliMirrors::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_cli = std::make_unique<CliProcess>(m_home->path());
    m_cli->setVariable(u"HF_ENDPOINT"_s, m_hub.endpoint().toString());
    m_cli->setVariable(u"HF_HUB_CACHE"_s, m_home->filePath(u"hub"_s));
    m_cli->setVariable(u"HF_TOKEN"_s, u"hf_demo_read"_s);
    for (LocalHubProcess *each : {&m_hub, &m_mirror}) {
        each->clearFaults();
        each->clearRequests();
    }
}

void TestCliMirrors::largeFileComesFromBoth()
{
    // Neither Hub sends its ranges to the end, so both are at work when the program is stopped.
    for (LocalHubProcess *each : {&m_hub, &m_mirror}) {
        each->addFault({{u"match"_s, u"*"_s},
                        {u"kind"_s, u"stall"_s},
                        {u"port"_s, u"cdn"_s},
                        {u"at"_s, 200'000'000},
                        {u"ms"_s, 60'000},
                        {u"times"_s, 0}});
    }
    QProcess process;
    m_cli->start(process,
                 {u"download"_s, repo(u"big_file"_s), m_seed[u"big_file"_s][u"path"_s].toString(),
                  u"--connections"_s, u"4"_s, u"--mirror"_s, mirror()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_hub.fileBytesSent() > 0 && m_mirror.fileBytesSent() > 0, 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 10'000);
    checkTokens();
}

void TestCliMirrors::mirrorStepsIn()
{
    stopStorage();
    const QStringList command{u"download"_s, repo(u"gguf_family"_s), u"--include"_s, u"*.gguf"_s};
    const CliResult result = m_cli->run(
        command + QStringList{u"--mirror"_s, u"http://127.0.0.1:9"_s, u"--mirror"_s, mirror()});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(m_mirror.fileBytesSent() > 0);
    QCOMPARE(m_hub.fileBytesSent(), 0);
    checkTokens();
}

void TestCliMirrors::liarIsNamed()
{
    // The endpoint's storage is back when the mirror's lie comes out.
    m_hub.addFault({{u"match"_s, u"*.gguf*"_s},
                    {u"kind"_s, u"status"_s},
                    {u"port"_s, u"cdn"_s},
                    {u"status"_s, 503},
                    {u"times"_s, 1}});
    m_mirror.addFault({{u"match"_s, u"*.gguf*"_s},
                       {u"kind"_s, u"corrupt"_s},
                       {u"port"_s, u"cdn"_s},
                       {u"at"_s, 100},
                       {u"times"_s, 0}});
    const CliResult result =
        m_cli->run({u"download"_s, repo(u"gguf_family"_s), u"--include"_s, u"*.gguf"_s,
                    u"--max-workers"_s, u"1"_s, u"--mirror"_s, mirror(), u"--verify"_s});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY2(result.errors.contains(mirror().toUtf8()), result.errors.constData());
}

void TestCliMirrors::dryRunNamesThem()
{
    const QStringList command{u"download"_s, repo(u"gguf_family"_s), u"--dry-run"_s, u"--include"_s,
                              u"*.gguf"_s,   u"--mirror"_s,          mirror()};
    const CliResult text = m_cli->run(command);
    QVERIFY2(text.errors.contains(mirror().toUtf8()), text.errors.constData());
    const QJsonValue json = m_cli->run(command + QStringList{u"--json"_s}).json();
    QCOMPARE(json[u"mirrors"_s].toArray(), QJsonArray{mirror()});
    QVERIFY(m_mirror.requests().isEmpty());
}

void TestCliMirrors::privateRepoStaysPrivate()
{
    const QString id = repo(u"private"_s);
    const CliResult result = m_cli->run({u"download"_s, id, u"--mirror"_s, mirror()});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(m_mirror.requests().isEmpty());
    const CliResult dry = m_cli->run({u"download"_s, id, u"--mirror"_s, mirror(), u"--dry-run"_s,
                                      u"--force-download"_s, u"--json"_s});
    QCOMPARE(dry.json()[u"mirrors"_s].toArray(), QJsonArray());
}

void TestCliMirrors::wrongAddress()
{
    const CliResult result =
        m_cli->run({u"download"_s, repo(u"gguf_family"_s), u"--mirror"_s, u"mirror.test"_s});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errors.contains("mirror.test"), result.errors.constData());
    QVERIFY(m_hub.requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliMirrors)
#include "tst_climirrors.moc"
