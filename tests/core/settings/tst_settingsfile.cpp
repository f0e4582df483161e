// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"
#include "core/settings/settingtexts.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class SettingsFileTest : public QObject
{
    Q_OBJECT

    static QByteArray file(const QByteArray &settings)
    {
        return "{\"hubdesk-settings\":1,\"settings\":{" + settings + "}}";
    }

private Q_SLOTS:
    void roundTrip()
    {
        const QTemporaryDir folder;
        Settings one(folder.filePath(u"one.ini"_s));
        one.setValue(SettingKey::Endpoint, u"https://hub.test"_s);
        one.setValue(SettingKey::Offline, true);
        one.setValue(SettingKey::Connections, 7);
        one.setValue(SettingKey::EndpointProfiles, u"company|A|https%3A%2F%2Fa.test"_s);
        Settings two(folder.filePath(u"two.ini"_s));
        two.setValue(SettingKey::Appearance, u"dark"_s); // goes back to the standard
        const auto import = importedSettings(exportedSettings(one), two);
        QVERIFY(import);
        QCOMPARE(import->changes.size(), 5U);
        QVERIFY(import->unknown.isEmpty() && import->refused.isEmpty());
        QVERIFY(!two.flag(SettingKey::Offline)); // nothing is changed yet
        for (const SettingChange &change : import->changes)
            two.setValue(change.key, change.after);
        QCOMPARE(two.all(), one.all());
        QVERIFY(importedSettings(exportedSettings(one), two)->changes.empty());
    }

    void noSecrets()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        settings.setValue(SettingKey::Endpoint, u"https://me:sesame@hub.test"_s);
        settings.setValue(SettingKey::Mirrors, u"https://a.test https://x:sesame@b.test"_s);
        settings.setValue(SettingKey::ProxyUser, u"hf_abcdefghijklmnop"_s); // in the wrong field
        const QByteArray data = exportedSettings(settings);
        QVERIFY2(!data.contains("sesame") && !data.contains("hf_abc"), data.constData());
        QVERIFY(data.contains("https://hub.test"));
        QVERIFY(!data.contains("network/proxyUser")); // an import is not to empty it
        const auto import = importedSettings(
            file(QByteArray("'network/endpoint':'https://me:sesame@hub.test'").replace('\'', '"')),
            settings);
        QCOMPARE(import->refused, QStringList{u"network/endpoint"_s});
        QVERIFY(!settingValueText(SettingKey::Endpoint, u"https://me:sesame@hub.test"_s)
                     .contains(u"sesame"_s));
    }

    void keepsTheSpelling_data()
    {
        QTest::addColumn<SettingKey>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("capitals") << SettingKey::Endpoint << u"https://Hub.Example.com"_s;
        QTest::newRow("more capitals") << SettingKey::PacSource << u"HTTP://WPAD/proxy.pac"_s;
        QTest::newRow("not ASCII") << SettingKey::Endpoint << u"https://h\u00fcb.test/\u00fc"_s;
        QTest::newRow("list") << SettingKey::Mirrors << u"-https://A.test https://b.test:443"_s;
        QTest::newRow("query") << SettingKey::PacSource << u"http://wpad/pac?a b=c"_s;
        QTest::newRow("path") << SettingKey::CacheFolder << u"/A folder/100%"_s;
    }
    void keepsTheSpelling()
    {
        QFETCH(SettingKey, key);
        QFETCH(QString, value);
        const QTemporaryDir folder;
        Settings one(folder.filePath(u"one.ini"_s));
        one.setValue(key, value);
        const Settings two(folder.filePath(u"two.ini"_s));
        const auto import = importedSettings(exportedSettings(one), two);
        QVERIFY(import && import->refused.isEmpty());
        QCOMPARE(import->changes.size(), 1U);
        QCOMPARE(import->changes[0].after.toString(), value);
    }

    void refusesWhatCannotBe()
    {
        const QTemporaryDir folder;
        const Settings settings(folder.filePath(u"s.ini"_s));
        const auto import = importedSettings(
            file(QByteArray("'transfers/connections':1000,'network/offline':'yes',"
                            "'transfers/maxActive':'5','transfers/parallelDownloads':true,"
                            "'appearance/theme':'pink','cache/folder':7,'from/tomorrow':1,"
                            "'transfers/connectionsPerFile':9")
                     .replace('\'', '"')),
            settings);
        QVERIFY(import);
        QCOMPARE(import->changes.size(), 1U);
        QCOMPARE(import->changes[0], (SettingChange{SettingKey::ConnectionsPerFile, 8, 9}));
        QCOMPARE(import->refused.size(), 6);
        QCOMPARE(import->unknown, QStringList{u"from/tomorrow"_s});
    }

    void otherFiles_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("[network]\noffline=true");
        QTest::newRow("other JSON") << QByteArray(R"({"settings":{}})");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no settings") << QByteArray(R"({"hubdesk-settings":1})");
        QTest::newRow("newer") << QByteArray(R"({"hubdesk-settings":2,"settings":{}})");
        QTest::newRow("huge")
            << QByteArray(R"({"hubdesk-settings":1,"settings":{}})").leftJustified(2'000'000);
    }
    void otherFiles()
    {
        QFETCH(QByteArray, data);
        const QTemporaryDir folder;
        const Settings settings(folder.filePath(u"s.ini"_s));
        const auto import = importedSettings(data, settings);
        QVERIFY(!import);
        QVERIFY(!import.error().isEmpty());
    }

    void everySettingHasALabel()
    {
        QSet<QString> labels;
        QSet<QString> names;
        for (const SettingKey key : Settings::keys()) {
            labels.insert(settingLabel(key));
            names.insert(Settings::name(key));
            QCOMPARE(Settings::keyOf(Settings::name(key)), key);
        }
        QCOMPARE(labels.size(), Settings::keys().size());
        QCOMPARE(names.size(), Settings::keys().size());
        QVERIFY(!Settings::keyOf(u"no/such"_s));
        QCOMPARE(settingValueText(SettingKey::Offline, true), u"on"_s);
        QCOMPARE(settingValueText(SettingKey::DownloadLimit, 0), u"none"_s);
        QCOMPARE(settingValueText(SettingKey::CacheFolder, QString()), u"standard"_s);
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::SettingsFileTest)
#include "tst_settingsfile.moc"
