// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/users.h"

#include "core/hub/jsonvalues.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

Result<Identity> Identity::fromJson(const QJsonObject &object)
{
    Identity identity;
    identity.name = object.value("name"_L1).toString();
    if (identity.name.isEmpty())
        return failure(ErrorKind::Protocol,
                       QCoreApplication::translate("hubdesk::Identity",
                                                   "The Hub does not say whose token this is."),
                       u"missing field: name"_s);
    identity.type = object.value("type"_L1).toString();
    identity.fullName = object.value("fullname"_L1).toString();
    identity.email = object.value("email"_L1).toString();
    identity.avatarUrl = object.value("avatarUrl"_L1).toString();
    identity.isPro = object.value("isPro"_L1).toBool();
    for (const QJsonValue &value : object.value("orgs"_L1).toArray()) {
        const QJsonObject org = value.toObject();
        identity.organizations.push_back({org.value("name"_L1).toString(),
                                          org.value("fullname"_L1).toString(),
                                          org.value("roleInOrg"_L1).toString()});
    }
    const QJsonObject auth = object.value("auth"_L1).toObject();
    const QJsonObject token = auth.value("accessToken"_L1).toObject();
    identity.tokenName = token.value("displayName"_L1).toString();
    identity.tokenRole = token.value("role"_L1).toString();
    identity.expiresAt = hubDate(auth.value("expiresAt"_L1));
    identity.raw = object;
    return identity;
}

RequestSpec WhoAmIRequest::spec() const
{
    RequestSpec spec;
    spec.path = "/api/whoami-v2";
    return spec;
}

Result<Identity> WhoAmIRequest::parse(const ReplyData &reply)
{
    return parseJson(reply).and_then(
        [](const QJsonDocument &json) { return Identity::fromJson(json.object()); });
}

QUrl tokenSettingsPage(const QUrl &endpoint)
{
    return urlBelow(endpoint, "/settings/tokens");
}

} // namespace hubdesk
