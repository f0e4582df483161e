// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"s.ini"_s));
    }

    void defaultsComeFromTheEnvironment()
    {
        const Environment environment = make({{u"HF_ENDPOINT"_s, u"http://127.0.0.1:1"_s}});
        const Session session(&environment, m_settings.get(), {}, {});
        QCOMPARE(session.clientConfig().endpoint, QUrl(u"http://127.0.0.1:1"_s));
        QCOMPARE(session.cacheRoot(), m_folder->path() + "/.cache/huggingface/hub"_L1);
    }

    void settingsCountWhereTheEnvironmentIsSilent()
    {
        m_settings->setValue(SettingKey::Endpoint, u"http://hub.example"_s);
        m_settings->setValue(SettingKey::CacheFolder, u"/data/hub"_s);
        const Environment silent = make({});
        const Session one(&silent, m_settings.get(), {}, {});
        QCOMPARE(one.clientConfig().endpoint, QUrl(u"http://hub.example"_s));
        QCOMPARE(one.cacheRoot(), u"/data/hub"_s);
        const Environment loud =
            make({{u"HF_ENDPOINT"_s, u"http://e"_s}, {u"HF_HUB_CACHE"_s, u"/env"_s}});
        const Session two(&loud, m_settings.get(), {}, {});
        QCOMPARE(two.clientConfig().endpoint, QUrl(u"http://e"_s));
        QCOMPARE(two.cacheRoot(), u"/env"_s);
        const Session three(&loud, m_settings.get(), QUrl(u"http://cli"_s), {});
        QCOMPARE(three.clientConfig().endpoint, QUrl(u"http://cli"_s));
    }

    void typesHaveFolders()
    {
        const Environment silent = make({});
        const Session session(&silent, m_settings.get(), {}, {});
        QSignalSpy spy(&session, &Session::changed);
        m_settings->setValue(SettingKey::ModelsFolder, u"/models"_s);
        m_settings->setValue(SettingKey::DatasetsFolder, u"/datasets"_s);
        m_settings->setValue(SettingKey::SpacesFolder, u"/spaces"_s);
        QCOMPARE(spy.size(), 3);
        QCOMPARE(session.engineConfig().cache, session.cachePlaces());
        QCOMPARE(session.cachePlaces().rootFor(RepoType::Dataset), u"/datasets"_s);
        QCOMPARE(session.cacheRoot(), m_folder->path() + "/.cache/huggingface/hub"_L1);
        const Environment loud = make({{u"HF_HOME"_s, u"/env"_s}});
        const Session fixed(&loud, m_settings.get(), {}, {});
        QCOMPARE(fixed.cachePlaces().roots(), QStringList{u"/env/hub"_s});
    }

    void aStoredTokenStaysWithItsHub()
    {
        QFile file(m_folder->filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hf_stored");
        file.close();
        const Environment environment = make({{u"HF_TOKEN_PATH"_s, file.fileName()}});
        const Session official(&environment, m_settings.get(), {}, {});
        QCOMPARE(official.clientConfig().token, u"hf_stored"_s);
        const Session other(&environment, m_settings.get(), QUrl(u"http://other.example"_s), {});
        QCOMPARE(other.clientConfig().token, QString());
    }

    void offlineAndParallelism()
    {
        const Environment environment = make({});
        Session session(&environment, m_settings.get(), {}, u"/journal"_s);
        QSignalSpy spy(&session, &Session::changed);
        QVERIFY(!session.clientConfig().offline);
        m_settings->setValue(SettingKey::Offline, true);
        m_settings->setValue(SettingKey::ParallelDownloads, 7);
        m_settings->setValue(SettingKey::Appearance, u"dark"_s); // none of its business
        QCOMPARE(spy.size(), 2);
        QVERIFY(session.engineConfig().client.offline);
        QCOMPARE(session.engineConfig().parallelFiles, 7);
        QCOMPARE(session.engineConfig().journalFolder, u"/journal"_s);
    }

    void variablesOfTheDiskAndTheNetwork()
    {
        const Environment environment = make(
            {{u"HF_HUB_DISABLE_SYMLINKS_WARNING"_s, u"1"_s}, {u"ALL_PROXY"_s, u"socks5://p:1"_s}});
        const Session session(&environment, m_settings.get(), {}, {});
        QVERIFY(session.engineConfig().symlinksWarningDisabled);
        QVERIFY(!session.engineConfig().symlinksDisabled);
        QCOMPARE(session.engineConfig().client.proxies.all, u"socks5://p:1"_s);
    }

    void queueAndLimits()
    {
        const Environment environment = make({});
        Session session(&environment, m_settings.get(), {}, {});
        QCOMPARE(session.engineConfig().maxActive, 4);
        QVERIFY(session.engineConfig().windows.isEmpty());
        QSignalSpy spy(&session, &Session::changed);
        m_settings->setValue(SettingKey::MaxActiveTransfers, 9);
        m_settings->setValue(SettingKey::SmallestFirst, true);
        m_settings->setValue(SettingKey::TransferWindows, u"mon-fri 22:00-24:00"_s);
        m_settings->setValue(SettingKey::DownloadLimit, 2500);
        m_settings->setValue(SettingKey::UploadLimit, 3'000'000); // more than fits an int in bytes
        m_settings->setValue(SettingKey::DownloadLimitSchedule, u"sat 08:00-12:00=1000"_s);
        m_settings->setValue(SettingKey::UploadLimitSchedule, u"whenever"_s);
        QCOMPARE(spy.size(), 7);
        const EngineConfig config = session.engineConfig();
        QCOMPARE(config.maxActive, 9);
        QVERIFY(config.smallestFirst);
        QCOMPARE(config.windows.toString(), u"mon-fri 22:00-24:00"_s);
        QCOMPARE(config.downloadLimit, 2'500'000);
        QCOMPARE(config.uploadLimit, 3'000'000'000);
        QCOMPARE(config.downloadLimits.toString(), u"sat 08:00-12:00=1000"_s);
        QVERIFY(config.uploadLimits.isEmpty());
        m_settings->setValue(SettingKey::DownloadLimit, -1); // refused
        QCOMPARE(session.engineConfig().downloadLimit, 2'500'000);
    }

    void connections()
    {
        const Environment environment = make({});
        Session session(&environment, m_settings.get(), {}, {});
        QCOMPARE(session.engineConfig().tuning, TransferTuning());
        QSignalSpy spy(&session, &Session::changed);
        m_settings->setValue(SettingKey::ConnectionsPerFile, 3);
        m_settings->setValue(SettingKey::Connections, 64);
        QCOMPARE(spy.size(), 2);
        QCOMPARE(session.engineConfig().tuning.connectionsPerFile, 3);
        QCOMPARE(session.engineConfig().tuning.connections, 64);
        m_settings->setValue(SettingKey::Connections, 65); // refused
        QCOMPARE(session.engineConfig().tuning.connections, 64);
        m_settings->setValue(SettingKey::Mirrors, u"https://a.test -https://b.test"_s);
        QCOMPARE(spy.size(), 3);
        QCOMPARE(session.engineConfig().tuning.mirrors,
                 std::vector<QUrl>{QUrl(u"https://a.test"_s)});
    }

    void slowedDownForAWhile()
    {
        const Environment environment = make({});
        Session session(&environment, m_settings.get(), {}, {});
        m_settings->setValue(SettingKey::UploadLimit, 200);
        m_settings->setValue(SettingKey::DownloadLimitSchedule,
                             u"mon 08:00-10:00=100000; tue 08:00-10:00=9000000; wed 08:00-10:00"_s);
        const EngineConfig before = session.engineConfig();
        QSignalSpy spy(&session, &Session::changed);
        m_settings->setValue(SettingKey::SlowDownLimit, 500);
        m_settings->setValue(SettingKey::SlowDown, true);
        QCOMPARE(spy.size(), 2);
        const EngineConfig config = session.engineConfig();
        QCOMPARE(config.downloadLimit, 500'000);
        QCOMPARE(config.uploadLimit, 200'000); // it was lower already
        QCOMPARE(config.downloadLimits.toString(),
                 u"mon 08:00-10:00=100000; tue,wed 08:00-10:00=500000"_s);
        QVERIFY(config.uploadLimits.isEmpty());
        m_settings->setValue(SettingKey::SlowDown, false);
        QCOMPARE(session.engineConfig(), before);
    }

private:
    Environment make(const QMap<QString, QString> &variables) const
    {
        QProcessEnvironment process;
        process.insert(u"HOME"_s, m_folder->path());
        for (auto it = variables.begin(); it != variables.end(); ++it)
            process.insert(it.key(), it.value());
        return Environment(process);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::SessionTest)
#include "tst_session.moc"
