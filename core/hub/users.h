// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/request.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace hubdesk {

//! An organisation as whoami lists it.
struct Organization
{
    QString name;
    QString fullName;
    QString roleInOrg; //!< admin, write, contributor, read; empty when unknown.

    bool operator==(const Organization &) const = default;
};

//! Who a token belongs to and what it may do (reference: files 2.1).
struct Identity
{
    QString type; //!< "user", "org", "app"
    QString name;
    QString fullName;
    QString email;
    QString avatarUrl; //!< May be relative to the endpoint.
    bool isPro = false;
    std::vector<Organization> organizations;
    QString tokenName; //!< auth.accessToken.displayName
    QString tokenRole; //!< "read", "write", "fineGrained", ...
    QDateTime expiresAt; //!< UTC; invalid: never.
    QJsonObject raw;

    bool operator==(const Identity &) const = default;
    [[nodiscard]] static Result<Identity> fromJson(const QJsonObject &object);
};

//! `GET /api/whoami-v2`. The Hub limits it strictly: cache the answer.
struct WhoAmIRequest
{
    using Response = Identity;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

//! Where access tokens are managed in the browser.
[[nodiscard]] QUrl tokenSettingsPage(const QUrl &endpoint);

} // namespace hubdesk
