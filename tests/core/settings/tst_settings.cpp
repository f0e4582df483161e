// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsTypesAndSignal()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        QSignalSpy spy(&settings, &Settings::changed);
        QCOMPARE(settings.number(SettingKey::ParallelDownloads), 4);
        QCOMPARE(settings.text(SettingKey::Appearance), u"system"_s);

        settings.setValue(SettingKey::ParallelDownloads, 8);
        QCOMPARE(spy.size(), 1);
        settings.setValue(SettingKey::ParallelDownloads, 8); // no change
        settings.setValue(SettingKey::ParallelDownloads, 99); // out of range
        settings.setValue(SettingKey::ParallelDownloads, u"x"_s); // wrong type
        settings.setValue(SettingKey::Appearance, u"pink"_s); // not on the list
        QCOMPARE(spy.size(), 1);
        QCOMPARE(settings.number(SettingKey::ParallelDownloads), 8);
        settings.reset(SettingKey::ParallelDownloads);
        QCOMPARE(settings.number(SettingKey::ParallelDownloads), 4);
        QCOMPARE(spy.size(), 2);
    }

    void survivesRestartAndBadFiles()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_s);
        {
            Settings settings(file);
            settings.setValue(SettingKey::Offline, true);
            settings.setState(u"main/geometry"_s, QByteArray("g"));
        }
        {
            const Settings settings(file);
            QVERIFY(settings.flag(SettingKey::Offline));
            QCOMPARE(settings.state(u"main/geometry"_s).toByteArray(), "g");
        }
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("[transfers]\nparallelDownloads=many\n[network]\noffline=\x01\x02\n");
        broken.close();
        const Settings settings(file);
        QCOMPARE(settings.number(SettingKey::ParallelDownloads), 4);
    }

    void everyKeyHasADefault()
    {
        const QTemporaryDir folder;
        const Settings settings(folder.filePath(u"s.ini"_s));
        for (int key = 0; key <= int(SettingKey::LoadCardImages); ++key)
            QVERIFY(settings.defaultValue(SettingKey(key)).isValid());
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::SettingsTest)
#include "tst_settings.moc"
