// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliprocess.h"
#include "tests/support/localhubprocess.h"

#include <KZip>

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const QString kToken = u"hf_demo_read"_s;

} // namespace

//! `support-bundle` after commands that really ran.
class TestCliSupport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_hub.start(), qPrintable(m_hub.errorText()));
        m_repo = m_hub.seed()[u"gguf_family"_s]["repo"_L1].toString();
        QVERIFY(!m_repo.isEmpty());
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliProcess>(m_home->path());
        m_cli->setVariable(u"HF_ENDPOINT"_s, m_hub.endpoint().toString());
        m_cli->setVariable(u"HF_TOKEN"_s, kToken);
        m_hub.clearFaults();
    }

    void tellsOfWhatHappenedBefore()
    {
        QVERIFY(m_hub.addFault(
                    {{u"match"_s, u"*README.md"_s}, {u"kind"_s, u"status"_s}, {u"status"_s, 503}})
                > 0);
        const CliResult download = m_cli->run({u"download"_s, m_repo, u"README.md"_s});
        QVERIFY2(download.exitCode == 0, download.errors.constData());
        const QString path = m_home->filePath(u"bundle.zip"_s);
        const CliResult result = m_cli->run({u"support-bundle"_s, path});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(result.lastLine(), path);
        QVERIFY(result.errors.contains("requests.jsonl")); // what is inside, for the reader

        const QByteArray requests = part(path, u"requests.jsonl"_s);
        QVERIFY2(requests.contains("/resolve/"), requests.constData());
        QVERIFY2(requests.contains(R"("status":503)"), requests.constData());
        QVERIFY2(requests.contains(R"("why":"server")"), requests.constData());
        QVERIFY(requests.contains(m_repo.toUtf8()));
        for (const QString &name :
             {u"README.txt"_s, u"about.json"_s, u"requests.jsonl"_s, u"transfers.json"_s,
              u"environment.json"_s, u"settings.json"_s, u"cache.json"_s, u"disks.json"_s}) {
            const QByteArray content = part(path, name);
            QVERIFY2(!content.isEmpty(), qPrintable(name));
            QVERIFY2(!content.contains(kToken.toUtf8()), qPrintable(name));
            QVERIFY2(!content.contains("X-Amz-Signature="), qPrintable(name));
            QVERIFY2(!content.contains(m_home->path().toUtf8()), qPrintable(name));
        }
        const auto environment =
            QJsonDocument::fromJson(part(path, u"environment.json"_s)).object();
        QCOMPARE(environment[u"HF_HOME"_s].toString(), u"~/.cache/huggingface"_s);
        QCOMPARE(environment[u"Has saved token ?"_s], QJsonValue(true));
        const auto cache = QJsonDocument::fromJson(part(path, u"cache.json"_s)).object();
        QCOMPARE(cache[u"repos"_s][0][u"repo"_s].toString(), m_repo);
    }

    void withoutNames()
    {
        QCOMPARE(m_cli->run({u"download"_s, m_repo, u"README.md"_s}).exitCode, 0);
        const QString path = m_home->filePath(u"bundle.zip"_s);
        const CliResult result =
            m_cli->run({u"support-bundle"_s, path, u"--no-names"_s, u"--json"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json().toObject(), (QJsonObject{{u"path"_s, path}}));
        QVERIFY(part(path, u"requests.jsonl"_s).contains("/repo-1/"));
        QVERIFY(!part(path, u"requests.jsonl"_s).contains(m_repo.toUtf8()));
        QVERIFY(!part(path, u"cache.json"_s).contains(m_repo.toUtf8()));
    }

    void neverReplacesAFile()
    {
        const QString path = m_home->filePath(u"thesis.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        const CliResult result = m_cli->run({u"support-bundle"_s, path, u"--json"_s});
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.error()[u"kind"_s].toString(), u"conflict"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "mine");
        QCOMPARE(m_cli->run({u"support-bundle"_s, u"a"_s, u"b"_s}).exitCode, 2);
    }

private:
    static QByteArray part(const QString &path, const QString &name)
    {
        KZip zip(path);
        if (!zip.open(QIODevice::ReadOnly))
            return {};
        const KArchiveFile *file = zip.directory()->file(u"hubdesk-support/"_s + name);
        return file ? file->data() : QByteArray();
    }

    LocalHubProcess m_hub;
    QString m_repo;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<CliProcess> m_cli;
};

QTEST_GUILESS_MAIN(TestCliSupport)
#include "tst_clisupport.moc"
