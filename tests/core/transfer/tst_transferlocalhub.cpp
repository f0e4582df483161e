// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachelayout.h"
#include "core/transfer/transferengine.h"
#include "tests/support/localhubprocess.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using enum hubdesk::TransferState;

//! The engine against the Local Hub: real git content, LFS behind signed links, one large file.
class TransferLocalHubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void downloadsDemoRepos_data();
    void downloadsDemoRepos();
    void neverPublishesAFlippedByte();
    void continuesALargeFileAfterAKill();

private:
    [[nodiscard]] EngineConfig config() const;
    [[nodiscard]] DownloadRequest role(const QString &name);
    //! Bytes of all partial files in the cache.
    [[nodiscard]] qint64 partialBytes(const RepoId &repo) const;

    LocalHubProcess m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TransferLocalHubTest::initTestCase()
{
    QVERIFY2(m_hub.start({u"--throttle"_s, u"75000000"_s}), qPrintable(m_hub.errorText()));
}

void TransferLocalHubTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub.clearFaults();
    m_hub.clearRequests();
}

EngineConfig TransferLocalHubTest::config() const
{
    EngineConfig config;
    config.client.endpoint = m_hub.endpoint();
    config.client.userAgent = "hubdesk-test";
    config.cache = m_folder->filePath(u"hub"_s);
    config.journalFolder = m_folder->filePath(u"journal"_s);
    return config;
}

DownloadRequest TransferLocalHubTest::role(const QString &name)
{
    const QJsonObject entry = m_hub.seed().value(name).toObject();
    DownloadRequest request;
    request.repo = {repoTypeFromName(entry.value("type"_L1).toString()).value_or(RepoType::Model),
                    entry.value("repo"_L1).toString()};
    return request;
}

qint64 TransferLocalHubTest::partialBytes(const RepoId &repo) const
{
    const QDir blobs(CacheLayout(config().cache.root()).blobsFolder(repo));
    qint64 sum = 0;
    for (const QFileInfo &info :
         blobs.entryInfoList({u"*.incomplete"_s}, QDir::Files | QDir::Hidden))
        sum += info.size();
    return sum;
}

void TransferLocalHubTest::downloadsDemoRepos_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"sharded_safetensors", "dataset", "space", "many_files", "history", "odd_names"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TransferLocalHubTest::downloadsDemoRepos()
{
    QFETCH(QString, name);
    TransferEngine engine(config());
    const TransferId id = engine.addDownload(role(name));
    QTRY_VERIFY_WITH_TIMEOUT(isEnded(engine.transfer(id)->state), 90'000);
    const Transfer transfer = *engine.transfer(id);
    QVERIFY2(transfer.state == Finished, qPrintable(transfer.error.value_or(Error{}).message));
    QVERIFY(transfer.filesTotal > 0);
    QCOMPARE(transfer.filesDone, transfer.filesTotal);
    for (const TransferFile &file : transfer.files)
        QCOMPARE(QFileInfo(transfer.resultPath + u'/' + file.path).size(), file.size);
    m_hub.clearRequests();
    const TransferId again = engine.addDownload(role(name));
    QTRY_COMPARE(engine.transfer(again)->state, Finished);
    QCOMPARE(engine.transfer(again)->fetchedBytes, 0);
    QCOMPARE(m_hub.fileBytesSent(), 0);
}

void TransferLocalHubTest::neverPublishesAFlippedByte()
{
    m_hub.addFault({{"match"_L1, u"*.safetensors*"_s},
                    {"port"_L1, u"any"_s},
                    {"kind"_L1, u"corrupt"_s},
                    {"at"_L1, 1000},
                    {"times"_L1, 0}}); // every time: once would be mended
    TransferEngine engine(config());
    const TransferId id = engine.addDownload(role(u"sharded_safetensors"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isEnded(engine.transfer(id)->state), 60'000);
    const Transfer transfer = *engine.transfer(id);
    QCOMPARE(transfer.state, Failed);
    QCOMPARE(transfer.error->kind, ErrorKind::Integrity);
    QVERIFY(transfer.error->message.contains(".safetensors"_L1));
}

void TransferLocalHubTest::continuesALargeFileAfterAKill()
{
    const QJsonObject big = m_hub.seed().value("big_file"_L1).toObject();
    const DownloadRequest request = role(u"big_file"_s);
    const qint64 size = big.value("size"_L1).toInteger();
    QProcess helper;
    helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    helper.start(QCoreApplication::applicationDirPath() + u"/transferhelper"_s,
                 {m_hub.endpoint().toString(), config().cache.root(), config().journalFolder,
                  request.repo.id});
    QVERIFY(helper.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(partialBytes(request.repo) > size / 2, 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(helper.processId()), SIGKILL), 0);
    QVERIFY(helper.waitForFinished());

    TransferEngine engine(config());
    engine.restore();
    QTRY_COMPARE(engine.transfers().size(), 1u);
    const TransferId id = engine.transfers().front();
    QTRY_VERIFY_WITH_TIMEOUT(isEnded(engine.transfer(id)->state), 90'000);
    QCOMPARE(engine.transfer(id)->state, Finished);
    QFile file(engine.transfer(id)->resultPath + u'/' + big.value("path"_L1).toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QVERIFY(hash.addData(&file));
    QCOMPARE(QString::fromLatin1(hash.result().toHex()), big.value("sha256"_L1).toString());
    const qint64 twice = m_hub.fileBytesSent() - size;
    qInfo("fetched again: %lld bytes", static_cast<long long>(twice));
    QVERIFY(twice <= 16 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(TransferLocalHubTest)
#include "tst_transferlocalhub.moc"
