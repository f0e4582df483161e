// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/search.h"
#include "core/hub/users.h"
#include "core/model/endpointreport.h"
#include "core/net/hubclient.h"
#include "core/settings/endpointprofiles.h"
#include "core/settings/environment.h"
#include "core/settings/environmentoverview.h"
#include "core/settings/settings.h"
#include "core/settings/settingsfile.h"

#include <QObject>

#include <expected>
#include <functional>
#include <memory>

class QTcpSocket;

namespace hubdesk {

class ProxyLogin;

//! What is in force for one setting and why.
struct SettingInForce
{
    QString value;
    QString variable; //!< The environment variable that decides; empty: setting or default.
    bool overridesSetting = false; //!< The variable wins over what the settings say.

    bool operator==(const SettingInForce &) const = default;
};

//! What the settings dialog needs beside Settings itself. GUI thread; nothing is owned but its
//! client.
class SettingsController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsController)

public:
    //! \a current: the configuration in force, asked for at each test. \a network: for tests.
    SettingsController(Settings *settings, const Environment *environment,
                       std::function<ClientConfig()> current,
                       QNetworkAccessManager *network = nullptr, QObject *parent = nullptr);
    ~SettingsController() override;

    [[nodiscard]] Settings *settings() const { return m_settings; }

    //! Empty setting: environment, then the official Hub.
    [[nodiscard]] SettingInForce endpoint() const;
    [[nodiscard]] SettingInForce cacheFolder() const;
    //! Where new repos of \a type go; the variables of the common folder win over this one, too.
    [[nodiscard]] SettingInForce cacheFolder(RepoType type) const;
    [[nodiscard]] SettingInForce caFile() const;
    //! What the Hub knows Hubdesk by; empty: not at all.
    [[nodiscard]] SettingInForce oauthClientId() const;
    //! value "1" or "0"; the variable can switch offline on but not off.
    [[nodiscard]] SettingInForce offline() const;
    //! HF_HOME in force.
    [[nodiscard]] SettingInForce home() const;
    //! Seconds.
    [[nodiscard]] SettingInForce metadataTimeout() const;
    [[nodiscard]] SettingInForce downloadTimeout() const;
    //! "debug", "info", "warning", "error", "critical".
    [[nodiscard]] SettingInForce logLevel() const;
    //! Absolute path of the folder for the log file, whether one is written or not.
    [[nodiscard]] QString logFolder() const;
    [[nodiscard]] std::vector<EnvironmentRow> environment() const;

    //! Null: there is no place for a password. Not owned.
    [[nodiscard]] ProxyLogin *proxyLogin() const { return m_proxyLogin; }
    void setProxyLogin(ProxyLogin *login) { m_proxyLogin = login; }
    //! The proxy variables that are set, e.g. "https_proxy"; empty: the desktop's proxies count.
    [[nodiscard]] QStringList proxyVariables() const;

    //! The account whose Hub is asked, whatever the settings say about the endpoint; empty: none.
    [[nodiscard]] QString accountInUse() const
    {
        return m_accountInUse ? m_accountInUse() : QString();
    }
    //! \a name: asked each time; accountInUseChanged() is to be emitted when it is another one.
    void setAccountInUse(std::function<QString()> name) { m_accountInUse = std::move(name); }

    [[nodiscard]] EndpointProfiles profiles() const;
    void setProfiles(const EndpointProfiles &profiles);

    //! Sets all of \a values; undo() takes them back together. \a what: what was done, a sentence.
    void change(const SettingValues &values, const QString &what);
    //! As change(), to the defaults.
    void reset(const QList<SettingKey> &keys, const QString &what);
    //! What undo() would take back; empty: nothing.
    [[nodiscard]] const QString &undoText() const { return m_undoText; }
    void undo();

    //! Writes the settings as they are now to \a file, which only the user may read, without
    //! waiting for the disk. \a done hears of it later, unless \a context is gone by then. The
    //! error is a sentence.
    void exportTo(const QString &file, QObject *context,
                  std::function<void(const std::expected<void, QString> &)> done) const;
    //! The same for what the settings in \a file would change.
    void importFrom(const QString &file, QObject *context,
                    std::function<void(const std::expected<SettingsImport, QString> &)> done) const;

    //! What is wrong with \a text as an endpoint; empty: nothing. An empty text is the default.
    [[nodiscard]] static QString endpointProblem(const QString &text);
    //! Nothing written: \a folder is absolute and is, or can become, a folder that we may write to.
    [[nodiscard]] static QString folderProblem(const QString &folder);
    //! The same for \a folder as what \a key, one of the cache folders, is set to: those do not
    //! lie in one another. An empty folder is what it is without the setting.
    [[nodiscard]] QString cacheFolderProblem(SettingKey key, const QString &folder) const;

    //! Asks \a text (empty: the default) for one model and, with a token of the same origin, who we
    //! are. The answer is endpointTested(); a new test replaces the one under way. Nobody is asked
    //! in offline mode, and the answer says so.
    void testEndpoint(const QString &text, const QString &caFile);
    //! How long a connection may take that is tried by itself after the Hub did not answer in time.
    static constexpr int kConnectPatience = 5000; // ms

Q_SIGNALS:
    void endpointTested(const hubdesk::EndpointReport &report);
    void undoChanged();
    void accountInUseChanged();

private:
    void askIdentity();
    void connectAlone(const Error &error);
    void report(const EndpointReport &report);

    Settings *m_settings;
    const Environment *m_environment;
    std::function<ClientConfig()> m_current;
    std::function<QString()> m_accountInUse;
    QNetworkAccessManager *m_network;
    std::unique_ptr<HubClient> m_client;
    Call<Page<RepoInfo>> m_probe;
    Call<Identity> m_identity;
    std::unique_ptr<QTcpSocket> m_socket; // tries the connection alone
    ProxyLogin *m_proxyLogin = nullptr;
    SettingValues m_undo;
    QString m_undoText;
};

} // namespace hubdesk
