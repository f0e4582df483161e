// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/clock.h"

#include <QJsonObject>
#include <QString>

#include <expected>
#include <mutex>
#include <vector>

namespace hubdesk::localhub {

//! The codes of the OAuth device flow (RFC 8628), from their request to the decision of a user.
//! They live in memory: nobody waits for one over a restart. Thread-safe.
class DeviceFlow
{
public:
    //! What a test may change. All in seconds.
    struct Settings
    {
        qint64 interval = 5;
        qint64 codeLifetime = 900;
        qint64 tokenLifetime = 30 * 24 * 3600;
        bool operator==(const Settings &) const = default;
    };

    struct Code
    {
        QString deviceCode;
        QString userCode;
        QString client;
        QString scope;
        QDateTime expires;
    };

    //! A user has agreed.
    struct Grant
    {
        QString user;
        QString scope;
    };

    explicit DeviceFlow(Clock clock);

    [[nodiscard]] Settings settings() const;
    void setSettings(const Settings &settings);

    //! A new pair of codes for an application.
    Code request(const QString &client, const QString &scope);
    //! What the application is told that asks with its device code; the error is a word of OAuth. A
    //! grant is given once.
    std::expected<Grant, QString> poll(const QString &deviceCode, const QString &client);

    //! Somebody decides about a code that is still open, however it is typed: "approve" or "deny";
    //! for tests also "expire", and "slow_down" for the next poll. False when there is no such code
    //! or no such decision.
    bool decide(const QString &userCode, const QString &user, const QString &decision);
    //! The code is known, not expired and not decided.
    [[nodiscard]] bool isOpen(const QString &userCode) const;

    //! Settings and codes, for tests.
    [[nodiscard]] QJsonObject toJson() const;
    //! Forgets all codes and changed settings.
    void clear();

    //! `count` letters and digits that nobody can guess.
    static QString randomText(qsizetype count);

private:
    enum class State { Pending, Approved, Denied };
    struct Entry
    {
        Code code;
        State state = State::Pending;
        QString user;
        QDateTime lastPoll;
        bool slowDown = false;
    };
    using Entries = std::vector<Entry>;

    [[nodiscard]] Entries::const_iterator findOpen(const QString &userCode) const;
    std::expected<Grant, QString> pollOne(Entry &entry, const QDateTime &now) const;

    const Clock m_clock;
    mutable std::mutex m_mutex;
    Settings m_settings;
    Entries m_entries;
};

} // namespace hubdesk::localhub
