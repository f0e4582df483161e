// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachefolders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using enum hubdesk::RepoType;

//! Which folder is for what.
class TestCachePlaces : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    static Environment environment(const QString &name = {}, const QString &value = {})
    {
        QProcessEnvironment process;
        process.insert(u"HOME"_s, u"/nonexistent/home"_s);
        if (!name.isEmpty())
            process.insert(name, value);
        return Environment(process);
    }

private Q_SLOTS:
    void oneFolderForAll()
    {
        const CachePlaces places(u"/hub"_s);
        QCOMPARE(places.root(), u"/hub"_s);
        for (const RepoType type : {Model, Dataset, Space})
            QCOMPARE(places.rootFor(type), u"/hub"_s);
        QCOMPARE(places.roots(), QStringList{u"/hub"_s});
        QCOMPARE(places.layout(u"/hub"_s), CacheLayout(u"/hub"_s));
    }

    void noFolder()
    {
        QCOMPARE(CachePlaces().roots(), QStringList());
        QCOMPARE(CachePlaces().rootFor(Model), QString());
    }

    void foldersOfTypes()
    {
        CachePlaces places(u"/hub"_s);
        places.setFolder(Dataset, u"/data"_s);
        places.setFolder(Space, u"/data"_s);
        QCOMPARE(places.rootFor(Model), u"/hub"_s);
        QCOMPARE(places.rootFor(Dataset), u"/data"_s);
        QCOMPARE(places.rootFor(Space), u"/data"_s);
        QCOMPARE(places.roots(), (QStringList{u"/hub"_s, u"/data"_s}));
        QCOMPARE(places.layout(u"/data"_s).root(), u"/data"_s);
        QCOMPARE(places.layout(u"/data"_s).others(), QStringList{u"/hub"_s});
        // One that was in force when a transfer began.
        QCOMPARE(places.layout(u"/old"_s).others(), (QStringList{u"/hub"_s, u"/data"_s}));
        places.setFolder(Model, u"/models"_s);
        QCOMPARE(places.roots(), (QStringList{u"/hub"_s, u"/models"_s, u"/data"_s}));
        places.setFolder(Model, {});
        QCOMPARE(places.rootFor(Model), u"/hub"_s);
    }

    void theCommonFolderIsNoFolderOfItsOwn()
    {
        CachePlaces places(u"/hub"_s);
        places.setFolder(Dataset, u"/hub/"_s);
        QCOMPARE(places, CachePlaces(u"/hub"_s));
    }

    void settingsInForce()
    {
        Settings settings(m_folder.filePath(u"s.ini"_s));
        QCOMPARE(cachePlacesInForce(settings, environment()),
                 CachePlaces(u"/nonexistent/home/.cache/huggingface/hub"_s));
        settings.setValue(SettingKey::ModelsFolder, u"/models/"_s);
        CachePlaces places = cachePlacesInForce(settings, environment());
        QCOMPARE(places.root(), u"/nonexistent/home/.cache/huggingface/hub"_s);
        QCOMPARE(places.rootFor(Model), u"/models"_s);
        QCOMPARE(places.rootFor(Dataset), places.root());
        settings.setValue(SettingKey::CacheFolder, u"/common"_s);
        settings.setValue(SettingKey::SpacesFolder, u"/spaces"_s);
        settings.setValue(SettingKey::DatasetsFolder, u"/datasets"_s);
        places = cachePlacesInForce(settings, environment());
        QCOMPARE(places.roots(),
                 (QStringList{u"/common"_s, u"/models"_s, u"/datasets"_s, u"/spaces"_s}));
        QCOMPARE(places.rootFor(Dataset), u"/datasets"_s);
        QCOMPARE(places.rootFor(Space), u"/spaces"_s);
    }

    void variablesMeanAllOfThem_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("root");
        QTest::newRow("HF_HUB_CACHE") << u"/env/hub"_s << u"/env/hub"_s;
        QTest::newRow("HUGGINGFACE_HUB_CACHE") << u"/env/hub"_s << u"/env/hub"_s;
        QTest::newRow("HF_HOME") << u"/env"_s << u"/env/hub"_s;
    }
    void variablesMeanAllOfThem()
    {
        QFETCH(QString, value);
        QFETCH(QString, root);
        Settings settings(m_folder.filePath(u"v.ini"_s));
        settings.setValue(SettingKey::CacheFolder, u"/common"_s);
        settings.setValue(SettingKey::ModelsFolder, u"/models"_s);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(cachePlacesInForce(settings, environment(name, value)), CachePlaces(root));
        QCOMPARE(cacheVariable(environment(name, value)), name);
        QVERIFY(cacheVariable(environment()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCachePlaces)
#include "tst_cacheplaces.moc"
