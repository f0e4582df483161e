// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/oauth/deviceflow.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

// No vowels and nothing that looks like something else: the code is read and typed by people.
constexpr QStringView kCodeLetters = u"BCDFGHJKLMNPQRSTVWXZ";
constexpr QStringView kTokenLetters =
    u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
// A poll may come this much too early before it is told off.
constexpr qint64 kToleranceMs = 100;
// How long a code that is over is still answered with the reason.
constexpr qint64 kMemorySeconds = 3600;

QString randomFrom(QStringView letters, qsizetype count)
{
    QString text;
    for (qsizetype i = 0; i < count; ++i)
        text += letters[QRandomGenerator::system()->bounded(letters.size())];
    return text;
}

QString plainCode(QString text)
{
    text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return text.toUpper();
}

} // namespace

DeviceFlow::DeviceFlow(Clock clock)
    : m_clock(std::move(clock))
{ }

QString DeviceFlow::randomText(qsizetype count)
{
    return randomFrom(kTokenLetters, count);
}

DeviceFlow::Settings DeviceFlow::settings() const
{
    const std::scoped_lock lock(m_mutex);
    return m_settings;
}

void DeviceFlow::setSettings(const Settings &settings)
{
    const std::scoped_lock lock(m_mutex);
    m_settings = settings;
}

DeviceFlow::Code DeviceFlow::request(const QString &client, const QString &scope)
{
    const QDateTime now = m_clock();
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_entries, [&](const Entry &entry) {
        return entry.code.expires.addSecs(kMemorySeconds) < now;
    });
    Code code{.deviceCode = randomText(40),
              .userCode = randomFrom(kCodeLetters, 4) + u'-' + randomFrom(kCodeLetters, 4),
              .client = client,
              .scope = scope,
              .expires = now.addSecs(m_settings.codeLifetime)};
    m_entries.push_back({.code = code, .user = {}, .lastPoll = {}});
    return code;
}

std::expected<DeviceFlow::Grant, QString> DeviceFlow::poll(const QString &deviceCode,
                                                           const QString &client)
{
    const QDateTime now = m_clock();
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) {
        return entry.code.deviceCode == deviceCode && entry.code.client == client;
    });
    if (found == m_entries.end())
        return std::unexpected(u"invalid_grant"_s);
    auto grant = pollOne(*found, now);
    if (grant)
        m_entries.erase(found);
    return grant;
}

std::expected<DeviceFlow::Grant, QString> DeviceFlow::pollOne(Entry &entry,
                                                              const QDateTime &now) const
{
    const QDateTime before = std::exchange(entry.lastPoll, now);
    if (now >= entry.code.expires)
        return std::unexpected(u"expired_token"_s);
    if (std::exchange(entry.slowDown, false))
        return std::unexpected(u"slow_down"_s);
    if (entry.state == State::Denied)
        return std::unexpected(u"access_denied"_s);
    if (entry.state == State::Approved)
        return Grant{.user = entry.user, .scope = entry.code.scope};
    const qint64 least = m_settings.interval * 1000 - kToleranceMs;
    if (before.isValid() && before.msecsTo(now) < least)
        return std::unexpected(u"slow_down"_s);
    return std::unexpected(u"authorization_pending"_s);
}

DeviceFlow::Entries::const_iterator DeviceFlow::findOpen(const QString &userCode) const
{
    const QString wanted = plainCode(userCode);
    const QDateTime now = m_clock();
    return std::ranges::find_if(m_entries, [&](const Entry &entry) {
        return entry.state == State::Pending && entry.code.expires > now
            && plainCode(entry.code.userCode) == wanted;
    });
}

bool DeviceFlow::isOpen(const QString &userCode) const
{
    const std::scoped_lock lock(m_mutex);
    return findOpen(userCode) != m_entries.cend();
}

bool DeviceFlow::decide(const QString &userCode, const QString &user, const QString &decision)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = findOpen(userCode);
    if (found == m_entries.cend())
        return false;
    Entry &entry = m_entries[static_cast<size_t>(found - m_entries.cbegin())];
    if (decision == "approve"_L1) {
        entry.state = State::Approved;
        entry.user = user;
    } else if (decision == "deny"_L1) {
        entry.state = State::Denied;
    } else if (decision == "expire"_L1) {
        entry.code.expires = m_clock();
    } else if (decision == "slow_down"_L1) {
        entry.slowDown = true;
    } else {
        return false;
    }
    return true;
}

QJsonObject DeviceFlow::toJson() const
{
    const QDateTime now = m_clock();
    const std::scoped_lock lock(m_mutex);
    QJsonArray codes;
    for (const Entry &entry : m_entries) {
        const bool over = entry.code.expires <= now;
        const QString state = over           ? u"expired"_s
            : entry.state == State::Approved ? u"approved"_s
            : entry.state == State::Denied   ? u"denied"_s
                                             : u"pending"_s;
        codes.append(
            QJsonObject{{u"user_code"_s, entry.code.userCode},
                        {u"client_id"_s, entry.code.client},
                        {u"state"_s, state},
                        {u"expires_in"_s, std::max<qint64>(now.secsTo(entry.code.expires), 0)}});
    }
    return {{u"interval"_s, m_settings.interval},
            {u"device_expires_in"_s, m_settings.codeLifetime},
            {u"token_expires_in"_s, m_settings.tokenLifetime},
            {u"codes"_s, codes}};
}

void DeviceFlow::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_settings = {};
    m_entries.clear();
}

} // namespace hubdesk::localhub
