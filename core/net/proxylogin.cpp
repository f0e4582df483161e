// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/proxylogin.h"

#include "core/settings/settings.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

ProxyLogin::ProxyLogin(Settings *settings, QObject *parent)
    : QObject(parent),
      m_settings(settings)
{
    connect(settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::ProxyMode || key == SettingKey::ProxyHost
            || key == SettingKey::ProxyPort || key == SettingKey::ProxyUser) {
            m_look.start();
            Q_EMIT changed(); // the password of another login
        }
    });
    // An import changes one setting after the other: what is between them is nobody's login.
    m_look.setSingleShot(true);
    m_look.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, &ProxyLogin::look);
}

ProxyLogin::~ProxyLogin() = default;

void ProxyLogin::setVault(Vault vault)
{
    m_vault = std::move(vault);
}

QString ProxyLogin::key() const
{
    const QString mode = m_settings->text(SettingKey::ProxyMode);
    const QString host = m_settings->text(SettingKey::ProxyHost);
    const QString user = m_settings->text(SettingKey::ProxyUser);
    if ((mode != "http"_L1 && mode != "socks5"_L1) || host.isEmpty() || user.isEmpty())
        return {};
    return u"proxy/%1://%2@%3:%4"_s.arg(mode, user, host)
        .arg(m_settings->number(SettingKey::ProxyPort));
}

void ProxyLogin::setPassword(const QString &password)
{
    const QString login = key();
    if (login.isEmpty() || password == this->password())
        return;
    m_asked.insert(login);
    m_read.insert(login);
    if (password.isEmpty()) {
        m_passwords.remove(login);
        if (m_vault.remove)
            m_vault.remove(login);
    } else {
        m_passwords.insert(login, password);
        if (m_vault.store)
            m_vault.store(login, password);
    }
    Q_EMIT changed();
}

void ProxyLogin::ask()
{
    const QString login = key();
    if (login.isEmpty() || m_passwords.contains(login) || m_asked.contains(login))
        return;
    m_asked.insert(login);
    if (!m_vault.read) {
        found(login, {});
        return;
    }
    m_read.insert(login);
    m_vault.read(login, [guard = QPointer(this), login](const QString &password) {
        if (guard)
            guard->found(login, password);
    });
}

void ProxyLogin::look()
{
    const QString login = key();
    if (login.isEmpty() || !m_vault.read || m_passwords.contains(login) || m_read.contains(login))
        return;
    m_read.insert(login);
    m_vault.read(login, [guard = QPointer(this), login](const QString &password) {
        if (guard && !password.isEmpty() && !guard->m_passwords.contains(login))
            guard->found(login, password);
    });
}

void ProxyLogin::found(const QString &login, const QString &password)
{
    if (password.isEmpty()) {
        if (login == key() && !m_passwords.contains(login))
            Q_EMIT missing();
        return;
    }
    m_passwords.insert(login, password);
    if (login == key())
        Q_EMIT changed();
}

} // namespace hubdesk
