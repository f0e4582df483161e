// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QSettings>
#include <QVariant>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace hubdesk {

//! Every setting of the program. The table in settings.cpp has its name, type, default and scope.
enum class SettingKey {
    Endpoint, //!< string; empty: environment or the official Hub
    Mirrors, //!< string, a MirrorList: other addresses of the same content
    CacheFolder, //!< string; empty: environment or the standard folder
    ModelsFolder, //!< string, of cached models; empty: as CacheFolder
    DatasetsFolder, //!< string, of cached datasets; empty: as CacheFolder
    SpacesFolder, //!< string, of cached Spaces; empty: as CacheFolder
    Appearance, //!< string: "system", "light", "dark", "contrast"
    ParallelDownloads, //!< int, files at once
    ConnectionsPerFile, //!< int, at most
    Connections, //!< int, at most over all files
    MaxActiveTransfers, //!< int, transfers at once
    SmallestFirst, //!< bool, of the waiting transfers
    TransferWindows, //!< string, a WeeklySchedule: hours in which transfers run; empty: always
    DownloadLimit, //!< int, 1,000 bytes/s of all downloads; 0: none
    UploadLimit, //!< int, 1,000 bytes/s of all uploads; 0: none
    DownloadLimitSchedule, //!< string, a WeeklySchedule of bytes/s that win over DownloadLimit
    UploadLimitSchedule, //!< string, a WeeklySchedule of bytes/s that win over UploadLimit
    SlowDown, //!< bool: SlowDownLimit is in force, on top of all other limits
    SlowDownLimit, //!< int, 1,000 bytes/s in each direction
    Offline, //!< bool
    CaFile, //!< string, PEM file; empty: the system's certificates only
    BrowseType, //!< string: "models", "datasets", "spaces"
    BrowseSort, //!< string
    CheckVersionsAtStart, //!< bool, asks the Hub for new versions of what is cached
    LoadCardImages, //!< bool
    LogLevel, //!< string: "debug", "info", "warning", "error"
    LogCategories, //!< string: categories shown in full, separated by commas; see
                   //!< logCategoryNames()
    LogToFile, //!< bool
    LogFolder, //!< string; empty: the standard folder
    EndpointProfiles, //!< string, an EndpointProfiles
    ProxyMode, //!< string: "system", "none", "http", "socks5", "pac"
    ProxyHost, //!< string, for "http" and "socks5"
    ProxyPort, //!< int
    ProxyUser, //!< string; empty: the proxy asks for no login. Its password is no setting.
    ProxyExceptions, //!< string: hosts that are reached directly, as in NO_PROXY
    PacSource, //!< string: address or file of the script for "pac"
    NotifyBatchEnd, //!< bool
    NotifyFailures, //!< bool
    NotifyNewVersions, //!< bool
    Language, //!< string: "system", "en", "de"
    MetadataTimeout, //!< int, seconds
    DownloadTimeout, //!< int, seconds
    OAuthClientId, //!< string: what the Hub knows Hubdesk by; empty: no sign-in with the browser
};

//! Settings and what they are set to; for taking changes back.
using SettingValues = std::vector<std::pair<SettingKey, QVariant>>;

//! The settings table with typed access. One instance is made by the program and handed to whoever
//! needs it; tests make theirs on a file of a temporary folder. GUI thread. Tokens are never kept
//! here.
class Settings : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    //! \a fileName: INI file; empty: the user's own configuration file.
    explicit Settings(const QString &fileName = {}, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] QVariant value(SettingKey key) const;
    [[nodiscard]] QString text(SettingKey key) const { return value(key).toString(); }
    [[nodiscard]] bool flag(SettingKey key) const { return value(key).toBool(); }
    [[nodiscard]] int number(SettingKey key) const { return value(key).toInt(); }
    //! Ignores a value of the wrong type or out of range; emits changed() when it differs.
    void setValue(SettingKey key, const QVariant &value);
    void reset(SettingKey key);
    [[nodiscard]] QVariant defaultValue(SettingKey key) const;
    //! As in the file, e.g. "network/endpoint".
    [[nodiscard]] static QString name(SettingKey key);
    //! Nothing for a name that no setting has.
    [[nodiscard]] static std::optional<SettingKey> keyOf(const QString &name);
    //! In the order of the table.
    [[nodiscard]] static QList<SettingKey> keys();
    //! \a value as setValue() would keep it; invalid when it would be ignored.
    [[nodiscard]] static QVariant accepted(SettingKey key, const QVariant &value);
    //! Name and value of every setting, in the order of the table.
    [[nodiscard]] std::vector<std::pair<QString, QVariant>> all() const;

    //! Window geometry, splitters, column widths, sort orders: kept in a separate state file.
    [[nodiscard]] QVariant state(const QString &name) const;
    void setState(const QString &name, const QVariant &value);

    //! Writes both files now.
    void sync();

Q_SIGNALS:
    void changed(hubdesk::SettingKey key);

private:
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QSettings> m_state;
};

} // namespace hubdesk
