// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMostThousandBytes = 100'000'000; // 100 GB/s

struct Row
{
    SettingKey key;
    QLatin1StringView name; //!< In the file.
    QVariant standard; //!< Default; its type is the setting's type.
    QVariantList allowed; //!< Two numbers: a range; texts: the only values; empty: anything.
};

//! The one place that knows all settings.
const std::array<Row, 43> &table()
{
    static const std::array<Row, 43> rows{{
        {SettingKey::Endpoint, "network/endpoint"_L1, QString(), {}},
        {SettingKey::Mirrors, "network/mirrors"_L1, QString(), {}},
        {SettingKey::CacheFolder, "cache/folder"_L1, QString(), {}},
        {SettingKey::ModelsFolder, "cache/modelsFolder"_L1, QString(), {}},
        {SettingKey::DatasetsFolder, "cache/datasetsFolder"_L1, QString(), {}},
        {SettingKey::SpacesFolder, "cache/spacesFolder"_L1, QString(), {}},
        {SettingKey::Appearance,
         "appearance/theme"_L1,
         u"system"_s,
         {u"system"_s, u"light"_s, u"dark"_s, u"contrast"_s}},
        {SettingKey::ParallelDownloads, "transfers/parallelDownloads"_L1, 4, {1, 16}},
        {SettingKey::ConnectionsPerFile, "transfers/connectionsPerFile"_L1, 8, {1, 32}},
        {SettingKey::Connections, "transfers/connections"_L1, 16, {1, 64}},
        {SettingKey::MaxActiveTransfers, "transfers/maxActive"_L1, 4, {1, 1000}},
        {SettingKey::SmallestFirst, "transfers/smallestFirst"_L1, false, {}},
        {SettingKey::TransferWindows, "transfers/windows"_L1, QString(), {}},
        {SettingKey::DownloadLimit, "transfers/downloadLimit"_L1, 0, {0, kMostThousandBytes}},
        {SettingKey::UploadLimit, "transfers/uploadLimit"_L1, 0, {0, kMostThousandBytes}},
        {SettingKey::DownloadLimitSchedule, "transfers/downloadLimitSchedule"_L1, QString(), {}},
        {SettingKey::UploadLimitSchedule, "transfers/uploadLimitSchedule"_L1, QString(), {}},
        {SettingKey::SlowDown, "transfers/slowDown"_L1, false, {}},
        {SettingKey::SlowDownLimit, "transfers/slowDownLimit"_L1, 1000, {1, kMostThousandBytes}},
        {SettingKey::Offline, "network/offline"_L1, false, {}},
        {SettingKey::CaFile, "network/caFile"_L1, QString(), {}},
        {SettingKey::BrowseType,
         "browse/type"_L1,
         u"models"_s,
         {u"models"_s, u"datasets"_s, u"spaces"_s}},
        {SettingKey::BrowseSort, "browse/sort"_L1, u"trending"_s, {}},
        {SettingKey::CheckVersionsAtStart, "cache/checkVersionsAtStart"_L1, false, {}},
        {SettingKey::LoadCardImages, "browse/loadCardImages"_L1, true, {}},
        {SettingKey::LogLevel,
         "log/level"_L1,
         u"info"_s,
         {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}},
        {SettingKey::LogCategories, "log/categories"_L1, QString(), {}},
        {SettingKey::LogToFile, "log/toFile"_L1, false, {}},
        {SettingKey::LogFolder, "log/folder"_L1, QString(), {}},
        {SettingKey::EndpointProfiles, "network/endpointProfiles"_L1, QString(), {}},
        {SettingKey::ProxyMode,
         "network/proxyMode"_L1,
         u"system"_s,
         {u"system"_s, u"none"_s, u"http"_s, u"socks5"_s, u"pac"_s}},
        {SettingKey::ProxyHost, "network/proxyHost"_L1, QString(), {}},
        {SettingKey::ProxyPort, "network/proxyPort"_L1, 8080, {1, 65535}},
        {SettingKey::ProxyUser, "network/proxyUser"_L1, QString(), {}},
        {SettingKey::ProxyExceptions,
         "network/proxyExceptions"_L1,
         u"localhost, 127.0.0.1, ::1"_s,
         {}},
        {SettingKey::PacSource, "network/pacSource"_L1, QString(), {}},
        {SettingKey::NotifyBatchEnd, "notifications/batchEnd"_L1, true, {}},
        {SettingKey::NotifyFailures, "notifications/failures"_L1, true, {}},
        {SettingKey::NotifyNewVersions, "notifications/newVersions"_L1, true, {}},
        {SettingKey::Language,
         "appearance/language"_L1,
         u"system"_s,
         {u"system"_s, u"en"_s, u"de"_s}},
        {SettingKey::MetadataTimeout, "network/metadataTimeout"_L1, 10, {1, 600}},
        {SettingKey::DownloadTimeout, "network/downloadTimeout"_L1, 10, {1, 600}},
        {SettingKey::OAuthClientId, "accounts/oauthClientId"_L1, QString(), {}},
    }};
    return rows;
}

const Row &row(SettingKey key)
{
    for (const Row &candidate : table()) {
        if (candidate.key == key)
            return candidate;
    }
    Q_UNREACHABLE();
}

//! \a value as the row's type, or invalid when it does not fit.
QVariant fitting(const Row &row, QVariant value)
{
    if (!value.isValid() || !value.convert(row.standard.metaType()))
        return {};
    if (row.standard.metaType().id() == QMetaType::Int && row.allowed.size() == 2) {
        const int number = value.toInt();
        return number >= row.allowed.at(0).toInt() && number <= row.allowed.at(1).toInt()
            ? value
            : QVariant();
    }
    return row.allowed.isEmpty() || row.allowed.contains(value) ? value : QVariant();
}

QString stateFileFor(const QString &settingsFile)
{
    if (!settingsFile.isEmpty())
        return settingsFile + ".state"_L1;
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/window.ini"_L1;
}

QString userSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/hubdesk.ini"_L1;
}

} // namespace

Settings::Settings(const QString &fileName, QObject *parent)
    : QObject(parent),
      m_settings(std::make_unique<QSettings>(fileName.isEmpty() ? userSettingsFile() : fileName,
                                             QSettings::IniFormat)),
      m_state(std::make_unique<QSettings>(stateFileFor(fileName), QSettings::IniFormat))
{ }

Settings::~Settings() = default;

QVariant Settings::value(SettingKey key) const
{
    const Row &r = row(key);
    const QVariant stored = fitting(r, m_settings->value(r.name));
    return stored.isValid() ? stored : r.standard;
}

void Settings::setValue(SettingKey key, const QVariant &value)
{
    const Row &r = row(key);
    const QVariant good = fitting(r, value);
    if (!good.isValid() || good == this->value(key))
        return;
    if (good == r.standard)
        m_settings->remove(r.name); // later defaults may be better than today's
    else
        m_settings->setValue(r.name, good);
    Q_EMIT
    changed(key);
}

void Settings::reset(SettingKey key)
{
    setValue(key, defaultValue(key));
}

QVariant Settings::defaultValue(SettingKey key) const
{
    return row(key).standard;
}

QString Settings::name(SettingKey key)
{
    return row(key).name;
}

std::optional<SettingKey> Settings::keyOf(const QString &name)
{
    const auto it = std::ranges::find(table(), name, &Row::name);
    return it == table().end() ? std::nullopt : std::optional(it->key);
}

QList<SettingKey> Settings::keys()
{
    QList<SettingKey> keys;
    for (const Row &r : table())
        keys.append(r.key);
    return keys;
}

QVariant Settings::accepted(SettingKey key, const QVariant &value)
{
    return fitting(row(key), value);
}

std::vector<std::pair<QString, QVariant>> Settings::all() const
{
    std::vector<std::pair<QString, QVariant>> values;
    for (const Row &r : table())
        values.emplace_back(r.name, value(r.key));
    return values;
}

QVariant Settings::state(const QString &name) const
{
    return m_state->value(name);
}

void Settings::setState(const QString &name, const QVariant &value)
{
    m_state->setValue(name, value);
}

void Settings::sync()
{
    m_settings->sync();
    m_state->sync();
}

} // namespace hubdesk
