// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

namespace hubdesk {

//! A real Secret Service, gnome-keyring, on a bus of its own with a home of its own. Ends with this
//! object.
class SecretService
{
public:
    SecretService() = default;
    SecretService(const SecretService &) = delete;
    SecretService &operator=(const SecretService &) = delete;
    ~SecretService();

    //! False: errorText() says why. With the login keyring unlocked, or without it.
    [[nodiscard]] bool start(bool unlocked = true);
    [[nodiscard]] QString errorText() const { return m_error; }
    [[nodiscard]] QString busAddress() const { return m_address; }
    //! Home of the service; its keyrings are below.
    [[nodiscard]] QString home() const { return m_home.path(); }
    //! Ends the keyring's process; the bus stays.
    void stopKeyring();
    [[nodiscard]] bool startKeyring(bool unlocked);

private:
    [[nodiscard]] QProcessEnvironment environment() const;

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_address;
    QString m_error;
};

} // namespace hubdesk
