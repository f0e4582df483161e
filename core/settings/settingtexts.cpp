// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingtexts.h"

#include "core/log/redaction.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::SettingTexts)
};

} // namespace

QString settingLabel(SettingKey key)
{
    switch (key) {
    case SettingKey::Endpoint:
        return Texts::tr("Endpoint");
    case SettingKey::Mirrors:
        return Texts::tr("Mirrors");
    case SettingKey::CacheFolder:
        return Texts::tr("Cache folder");
    case SettingKey::ModelsFolder:
        return Texts::tr("Cache folder of models");
    case SettingKey::DatasetsFolder:
        return Texts::tr("Cache folder of datasets");
    case SettingKey::SpacesFolder:
        return Texts::tr("Cache folder of Spaces");
    case SettingKey::Appearance:
        return Texts::tr("Colours");
    case SettingKey::ParallelDownloads:
        return Texts::tr("Files at once");
    case SettingKey::ConnectionsPerFile:
        return Texts::tr("Connections per file");
    case SettingKey::Connections:
        return Texts::tr("Connections in all");
    case SettingKey::MaxActiveTransfers:
        return Texts::tr("Transfers at once");
    case SettingKey::SmallestFirst:
        return Texts::tr("Smallest transfer first");
    case SettingKey::TransferWindows:
        return Texts::tr("Hours of transfers");
    case SettingKey::DownloadLimit:
        return Texts::tr("Download limit, kB/s");
    case SettingKey::UploadLimit:
        return Texts::tr("Upload limit, kB/s");
    case SettingKey::DownloadLimitSchedule:
        return Texts::tr("Download limits by the hour");
    case SettingKey::UploadLimitSchedule:
        return Texts::tr("Upload limits by the hour");
    case SettingKey::SlowDown:
        return Texts::tr("Slow down");
    case SettingKey::SlowDownLimit:
        return Texts::tr("Limit while slowed down, kB/s");
    case SettingKey::Offline:
        return Texts::tr("Work offline");
    case SettingKey::CaFile:
        return Texts::tr("Certificates");
    case SettingKey::BrowseType:
        return Texts::tr("Browse: type");
    case SettingKey::BrowseSort:
        return Texts::tr("Browse: order");
    case SettingKey::CheckVersionsAtStart:
        return Texts::tr("Look for new versions at the start");
    case SettingKey::LoadCardImages:
        return Texts::tr("Load pictures in repo cards");
    case SettingKey::LogLevel:
        return Texts::tr("Log level");
    case SettingKey::LogCategories:
        return Texts::tr("Logged in full");
    case SettingKey::LogToFile:
        return Texts::tr("Log file");
    case SettingKey::LogFolder:
        return Texts::tr("Folder of the log file");
    case SettingKey::EndpointProfiles:
        return Texts::tr("Kept endpoints");
    case SettingKey::ProxyMode:
        return Texts::tr("Proxy");
    case SettingKey::ProxyHost:
        return Texts::tr("Proxy host");
    case SettingKey::ProxyPort:
        return Texts::tr("Proxy port");
    case SettingKey::ProxyUser:
        return Texts::tr("Proxy user");
    case SettingKey::ProxyExceptions:
        return Texts::tr("Hosts without proxy");
    case SettingKey::PacSource:
        return Texts::tr("Proxy script");
    case SettingKey::NotifyBatchEnd:
        return Texts::tr("Message when transfers have ended");
    case SettingKey::NotifyFailures:
        return Texts::tr("Message when something failed");
    case SettingKey::NotifyNewVersions:
        return Texts::tr("Message about new versions");
    case SettingKey::Language:
        return Texts::tr("Language");
    case SettingKey::MetadataTimeout:
        return Texts::tr("Wait for the Hub, seconds");
    case SettingKey::DownloadTimeout:
        return Texts::tr("Wait for data, seconds");
    case SettingKey::OAuthClientId:
        return Texts::tr("OAuth client id");
    }
    Q_UNREACHABLE_RETURN({});
}

QString settingValueText(SettingKey key, const QVariant &value)
{
    if (value.metaType().id() == QMetaType::Bool)
        return value.toBool() ? Texts::tr("on") : Texts::tr("off");
    if (value.metaType().id() == QMetaType::Int) {
        const bool isLimit = key == SettingKey::DownloadLimit || key == SettingKey::UploadLimit;
        return isLimit && value.toInt() == 0 ? Texts::tr("none")
                                             : QLocale().toString(value.toInt());
    }
    const QString text = value.toString();
    return text.isEmpty() ? Texts::tr("standard") : redact(text);
}

} // namespace hubdesk
