// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/search.h"
#include "core/hub/users.h"
#include "core/net/hubclient.h"
#include "core/settings/environment.h"
#include "core/settings/settings.h"

#include <QObject>

#include <functional>
#include <memory>

namespace hubdesk {

//! What is in force for one setting and why.
struct SettingInForce
{
    QString value;
    QString variable; //!< The environment variable that decides; empty: setting or default.
    bool overridesSetting = false; //!< The variable wins over what the settings say.

    bool operator==(const SettingInForce &) const = default;
};

//! The answer of an endpoint that was tried.
struct EndpointReport
{
    bool reached = false; //!< It answers as a Hub does.
    QString text; //!< One sentence for the user.
    Error error; //!< When not reached.
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
    [[nodiscard]] SettingInForce caFile() const;
    //! value "1" or "0"; the variable can switch offline on but not off.
    [[nodiscard]] SettingInForce offline() const;
    //! HF_HOME in force.
    [[nodiscard]] SettingInForce home() const;

    //! What is wrong with \a text as an endpoint; empty: nothing. An empty text is the default.
    [[nodiscard]] static QString endpointProblem(const QString &text);
    //! Nothing written: \a folder is absolute and is, or can become, a folder that we may write to.
    [[nodiscard]] static QString folderProblem(const QString &folder);

    //! Asks \a text (empty: the default) for one model and, with a token of the same origin, who we
    //! are. The answer is endpointTested(); a new test replaces the one under way.
    void testEndpoint(const QString &text, const QString &caFile);
    [[nodiscard]] bool isTesting() const;

Q_SIGNALS:
    void endpointTested(const hubdesk::EndpointReport &report);

private:
    void askIdentity();
    void report(const EndpointReport &report);

    Settings *m_settings;
    const Environment *m_environment;
    std::function<ClientConfig()> m_current;
    QNetworkAccessManager *m_network;
    std::unique_ptr<HubClient> m_client;
    Call<Page<RepoInfo>> m_probe;
    Call<Identity> m_identity;
};

} // namespace hubdesk
