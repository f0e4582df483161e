// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachefolders.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString absolute(const QString &folder)
{
    return folder.isEmpty() ? QString() : QDir::cleanPath(QDir().absoluteFilePath(folder));
}

} // namespace

SettingKey cacheFolderKey(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return SettingKey::ModelsFolder;
    case RepoType::Dataset:
        return SettingKey::DatasetsFolder;
    case RepoType::Space:
        return SettingKey::SpacesFolder;
    }
    Q_UNREACHABLE_RETURN(SettingKey::CacheFolder);
}

QString cacheVariable(const Environment &environment)
{
    return environment.decidingVariable(
        {u"HF_HUB_CACHE"_s, u"HUGGINGFACE_HUB_CACHE"_s, u"HF_HOME"_s});
}

CachePlaces cachePlacesInForce(const Settings &settings, const Environment &environment)
{
    const QString chosen = settings.text(SettingKey::CacheFolder);
    if (!cacheVariable(environment).isEmpty())
        return environment.hubCache();
    CachePlaces places = chosen.isEmpty() ? environment.hubCache() : absolute(chosen);
    for (const RepoType type : {RepoType::Model, RepoType::Dataset, RepoType::Space})
        places.setFolder(type, absolute(settings.text(cacheFolderKey(type))));
    return places;
}

} // namespace hubdesk
