// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/tokenchoice.h"
#include "core/net/clientconfig.h"
#include "core/settings/environment.h"
#include "core/settings/settings.h"
#include "core/transfer/transferengine.h"

#include <QObject>

#include <functional>

namespace hubdesk {

//! Works out what client and engine use from the command line, the environment, the settings and
//! the account in use; for endpoint and token see chooseToken(). Emits changed() when a setting
//! makes a difference.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    //! \a endpoint: from the command line or the demo; empty: look further. Neither environment,
    //! settings nor accounts (null: none) are owned. \a recorder goes into every configuration.
    Session(const Environment *environment, Settings *settings, QUrl endpoint,
            QString journalFolder, std::shared_ptr<FlightRecorder> recorder = {},
            const Accounts *accounts = nullptr, QObject *parent = nullptr);

    //! Which Hub is asked and as whom, with the token file as clientConfig() last read it.
    [[nodiscard]] TokenChoice tokenChoice() const;
    //! Gives the password of the proxy that the settings name; call refresh() when it is another.
    void setProxyPassword(std::function<QString()> password)
    {
        m_proxyPassword = std::move(password);
    }
    //! Makes what decides by the script that the settings name.
    void setProxyScripts(std::function<std::shared_ptr<ProxyScript>(const QString &source)> make);
    //! Emits changed().
    void refresh();

    [[nodiscard]] ClientConfig clientConfig() const;
    [[nodiscard]] EngineConfig engineConfig() const;
    //! The folders of the cache in force.
    [[nodiscard]] CachePlaces cachePlaces() const;
    //! Absolute path of the common one.
    [[nodiscard]] QString cacheRoot() const { return cachePlaces().root(); }

Q_SIGNALS:
    void changed();

private:
    //! \a accounts: null: as if there were none.
    [[nodiscard]] TokenChoice choiceOf(const Accounts *accounts) const;
    void addOthers(EngineConfig &config) const;
    void followScript();

    const Environment *m_environment;
    Settings *m_settings;
    QUrl m_endpoint;
    QString m_journalFolder;
    std::shared_ptr<FlightRecorder> m_recorder;
    const Accounts *m_accounts;
    mutable QString m_fileToken;
    std::function<QString()> m_proxyPassword;
    std::function<std::shared_ptr<ProxyScript>(const QString &source)> m_makeScript;
    std::shared_ptr<ProxyScript> m_script; // of m_scriptSource; null: none is in force
    QString m_scriptSource;
};

} // namespace hubdesk
