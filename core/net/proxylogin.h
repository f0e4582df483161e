// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <functional>

namespace hubdesk {

class Settings;

//! The password of the proxy that the settings name. Never in the settings themselves: without a
//! vault it is known for this run only and has to be asked for once. One password for each user of
//! each proxy: when the settings name another one, the vault is looked into, and changed() follows
//! when it has something; nobody is asked then. GUI thread; \a settings must outlive it.
class ProxyLogin final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyLogin)

public:
    //! Where secrets stay beyond this run, e.g. the keychain. All three answer later or at once, on
    //! the GUI thread; what they cannot do they leave.
    struct Vault
    {
        std::function<void(const QString &key, const QString &secret)> store;
        //! Gives an empty text for what is not there.
        std::function<void(const QString &key, std::function<void(QString)> answered)> read;
        std::function<void(const QString &key)> remove;
    };

    explicit ProxyLogin(Settings *settings, QObject *parent = nullptr);
    ~ProxyLogin() override;

    void setVault(Vault vault);
    [[nodiscard]] bool hasVault() const { return m_vault.read != nullptr; }

    //! The settings name a proxy with a user.
    [[nodiscard]] bool isNeeded() const { return !key().isEmpty(); }
    //! Of the proxy in force; empty: not known, or none is needed.
    [[nodiscard]] QString password() const { return m_passwords.value(key()); }
    //! Known from now on, and kept in the vault when there is one; empty: forgotten there too.
    void setPassword(const QString &password);
    //! Asks the vault, or, where nothing is to be had, the user by missing(): once a run for each
    //! login. Does nothing when the password is known or none is needed.
    void ask();
    //! Scheme, user, host and port: what the password belongs to; empty: none is needed.
    [[nodiscard]] QString key() const;

Q_SIGNALS:
    //! password() is another one.
    void changed();
    //! Nobody but the user knows it.
    void missing();

private:
    void look();
    void found(const QString &key, const QString &password);

    Settings *m_settings;
    Vault m_vault;
    QHash<QString, QString> m_passwords;
    QSet<QString> m_asked;
    QSet<QString> m_read; // from the vault
    QTimer m_look;
};

} // namespace hubdesk
